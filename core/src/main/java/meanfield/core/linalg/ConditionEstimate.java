package meanfield.core.linalg;

import java.util.function.UnaryOperator;

/**
 * Lower bound of ‖A⁻¹‖₁ for a symmetric matrix, almost always within a factor of three, from a handful of solves:
 * Hager's ascent over the corners of the unit ball, with Higham's alternating vector as a safeguard [Higham1988].
 */
public final class ConditionEstimate {
    private static final int MAX_ASCENTS = 5;

    private ConditionEstimate() {}

    /** {@code solve} returns A⁻¹ x and may reuse its argument. */
    public static double inverseNorm1(int n, UnaryOperator<double[]> solve) {
        double[] x = new double[n];
        java.util.Arrays.fill(x, 1.0 / n);
        double estimate = 0;
        int corner = -1;
        for (int ascent = 0; ascent < MAX_ASCENTS; ascent++) {
            double[] y = solve.apply(x);
            double norm = norm1(y);
            if (!(norm > estimate)) {
                break;
            }
            estimate = norm;
            double[] z = solve.apply(signs(y));
            int next = largest(z);
            if (next == corner) {
                break;
            }
            corner = next;
            x = new double[n];
            x[corner] = 1;
        }
        return Math.max(estimate, alternating(n, solve));
    }

    /** 2 ‖A⁻¹ v‖₁ / (3 n) for vᵢ = (-1)^i (1 + i / (n - 1)). */
    private static double alternating(int n, UnaryOperator<double[]> solve) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double size = n == 1 ? 1 : 1 + (double) i / (n - 1);
            v[i] = i % 2 == 0 ? size : -size;
        }
        return 2 * norm1(solve.apply(v)) / (3.0 * n);
    }

    private static double norm1(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double[] signs(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] < 0 ? -1 : 1;
        }
        return result;
    }

    private static int largest(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (Math.abs(x[i]) > Math.abs(x[best])) {
                best = i;
            }
        }
        return best;
    }
}
