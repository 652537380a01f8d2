package meanfield.approximation.rational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Adaptive Antoulas-Anderson approximation: rational functions from samples, greedily.
 *
 * <pre>
 *   next s = argmax |f - r| over the samples,   r₀ = mean f                                                 (1)
 *   w = last right singular vector of A_{ij} = (f_i - f_j)/(x_i - s_j), i not a support point               (2)
 *   stop at max |f - r| ≤ tolerance · max |f|                                                               (3)
 * </pre>
 *
 * Ties of the argmax go to the smallest index; for even functions they make support points ambiguous, so compare errors,
 * not points. A step may raise the error (a pole among the samples); the history is kept as it is. {@link #lawson}
 * levels the error afterwards by iteratively reweighted least squares: nearly best, without a guarantee. Cost: k⁴ times
 * the number of samples. Source: [Nakatsukasa2018], [Nakatsukasa2020].
 *
 * @param tolerance relative to max |f|
 * @param stepLimit support points at most
 */
public record AaaAlgorithm(double tolerance, int stepLimit) {
    /** Checked. */
    public AaaAlgorithm {
        Require.nonNegative("tolerance", tolerance);
        Require.atLeast("stepLimit", stepLimit, 1);
    }

    /** Tolerance 1e-13, 100 support points. */
    public static AaaAlgorithm withDefaults() {
        return new AaaAlgorithm(1e-13, 100);
    }

    /** With this tolerance. */
    public AaaAlgorithm withTolerance(double newTolerance) {
        return new AaaAlgorithm(newTolerance, stepLimit);
    }

    /** With at most this many support points. */
    public AaaAlgorithm withStepLimit(int newLimit) {
        return new AaaAlgorithm(tolerance, newLimit);
    }

    /** Samples x_i, f_i, all distinct and finite. */
    public AaaApproximation approximate(double[] x, double[] f) {
        check(x, f);
        double largest = Arrays.stream(f).map(Math::abs).max().orElse(0);
        double[] r = new double[x.length];
        Arrays.fill(r, Arrays.stream(f).average().orElse(0));
        boolean[] taken = new boolean[x.length];
        List<Integer> support = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double[] w = {};
        int limit = Math.min(stepLimit, x.length - 1);
        double error = Double.POSITIVE_INFINITY;
        while (support.size() < limit && !(error <= tolerance * largest)) {
            int next = -1;
            for (int i = 0; i < x.length; i++) {
                boolean larger = next < 0 || Math.abs(f[i] - r[i]) > Math.abs(f[next] - r[next]);
                next = !taken[i] && larger ? i : next;
            }
            taken[next] = true;
            support.add(next);
            w = weights(x, f, support, taken);
            error = evaluate(x, f, support, w, r);
            errors.add(error);
        }
        boolean met = error <= tolerance * largest;
        Convergence verdict = met
                ? Convergence.converged(support.size(), error, error)
                : Convergence.failed(Status.ITERATION_LIMIT, support.size(), error, "the tolerance was not met");
        return result(x, f, support, w, errors, verdict);
    }

    private static void check(double[] x, double[] f) {
        Require.present("x", x);
        Require.present("f", f);
        Require.that(x.length >= 2, "samples", "be at least 2", x.length);
        Require.that(x.length == f.length, "values", "be as many as the " + x.length + " points", f.length);
        for (int i = 0; i < x.length; i++) {
            Require.finite("sample point", x[i]);
            Require.finite("sample value", f[i]);
        }
    }

    private static AaaApproximation result(
            double[] x, double[] f, List<Integer> support, double[] w, List<Double> errors, Convergence verdict) {
        List<Double> points = new ArrayList<>();
        List<Double> numerators = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int j = 0; j < support.size(); j++) {
            int i = support.get(j);
            points.add(x[i]);
            numerators.add(w[j] * f[i]);
            weights.add(w[j]);
        }
        return new AaaApproximation(points, numerators, weights, errors, verdict);
    }

    /** Equation (2). */
    private static double[] weights(double[] x, double[] f, List<Integer> support, boolean[] taken) {
        int columns = support.size();
        DMatrixRMaj loewner = new DMatrixRMaj(x.length - columns, columns);
        int row = 0;
        for (int i = 0; i < x.length; i++) {
            if (!taken[i]) {
                for (int j = 0; j < columns; j++) {
                    int s = support.get(j);
                    loewner.set(row, j, (f[i] - f[s]) / (x[i] - x[s]));
                }
                row++;
            }
        }
        return lastRightVector(loewner);
    }

    /** The right singular vector of the smallest singular value. */
    static double[] lastRightVector(DMatrixRMaj matrix) {
        int columns = matrix.numCols;
        // rows of zeros leave right vectors as they are and make the matrix tall
        DMatrixRMaj tall = matrix;
        if (matrix.numRows < columns) {
            tall = new DMatrixRMaj(columns, columns);
            System.arraycopy(matrix.data, 0, tall.data, 0, matrix.getNumElements());
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(tall.numRows, columns, false, true, true);
        if (!svd.decompose(tall)) {
            throw new IllegalStateException("the singular value decomposition did not converge");
        }
        double[] values = svd.getSingularValues();
        int smallest = 0;
        for (int k = 1; k < columns; k++) {
            smallest = values[k] < values[smallest] ? k : smallest;
        }
        DMatrixRMaj right = svd.getV(null, true);
        double[] vector = new double[columns];
        for (int j = 0; j < columns; j++) {
            vector[j] = right.get(smallest, j);
        }
        return vector;
    }

    /** r at the samples, and the largest error there. */
    private static double evaluate(double[] x, double[] f, List<Integer> support, double[] w, double[] r) {
        double error = 0;
        for (int i = 0; i < x.length; i++) {
            double numerator = 0;
            double denominator = 0;
            r[i] = Double.NaN;
            for (int j = 0; j < w.length; j++) {
                int s = support.get(j);
                if (s == i) {
                    r[i] = f[i];
                    break;
                }
                double weight = w[j] / (x[i] - x[s]);
                numerator += weight * f[s];
                denominator += weight;
            }
            r[i] = Double.isNaN(r[i]) ? numerator / denominator : r[i];
            double here = Math.abs(f[i] - r[i]);
            error = here <= error ? error : here;
        }
        return error;
    }

    /**
     * The approximation of a degree by AAA, then Lawson's iteration on the samples: every weight is multiplied by its
     * error, and (α, β) minimizes Σ_i ω_i |f_i Σ_j β_j/(x_i - s_j) - Σ_j α_j/(x_i - s_j)|² with |α|² + |β|² = 1.
     *
     * @param degree of numerator and denominator
     * @param iterations of Lawson
     */
    public AaaApproximation lawson(double[] x, double[] f, int degree, int iterations) {
        Require.atLeast("degree", degree, 0);
        Require.atLeast("iterations", iterations, 0);
        AaaApproximation start = withTolerance(0).withStepLimit(degree + 1).approximate(x, f);
        double[] omega = new double[x.length];
        Arrays.fill(omega, 1);
        AaaApproximation best = start;
        List<Double> errors = new ArrayList<>(start.sampleErrors());
        double[] s =
                start.supportPoints().stream().mapToDouble(Double::doubleValue).toArray();
        for (int k = 0; k < iterations; k++) {
            AaaApproximation next = weighted(x, f, s, omega, errors);
            double largest = 0;
            double[] error = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                error[i] = Math.abs(f[i] - next.value(x[i]));
                largest = error[i] <= largest ? largest : error[i];
            }
            if (!(largest > 0) || Double.isInfinite(largest)) {
                break;
            }
            errors.add(largest);
            best = largest < best.sampleError()
                    ? new AaaApproximation(
                            next.supportPoints(),
                            next.numerators(),
                            next.weights(),
                            errors,
                            Convergence.converged(k + 1, largest, Double.NaN))
                    : best;
            for (int i = 0; i < x.length; i++) {
                omega[i] *= error[i] / largest;
            }
        }
        return best;
    }

    private static AaaApproximation weighted(double[] x, double[] f, double[] s, double[] omega, List<Double> errors) {
        int k = s.length;
        DMatrixRMaj matrix = new DMatrixRMaj(x.length, 2 * k);
        for (int i = 0; i < x.length; i++) {
            double root = Math.sqrt(omega[i]);
            int at = -1;
            for (int j = 0; j < k; j++) {
                at = x[i] == s[j] ? j : at;
            }
            for (int j = 0; j < k; j++) {
                double cauchy = at >= 0 ? (at == j ? 1 : 0) : 1 / (x[i] - s[j]);
                matrix.set(i, j, root * cauchy);
                matrix.set(i, k + j, -root * f[i] * cauchy);
            }
        }
        double[] coefficients = lastRightVector(matrix);
        List<Double> points = new ArrayList<>();
        List<Double> alpha = new ArrayList<>();
        List<Double> beta = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            points.add(s[j]);
            alpha.add(coefficients[j]);
            beta.add(coefficients[k + j]);
        }
        return new AaaApproximation(points, alpha, beta, errors, Convergence.converged(1, 0, Double.NaN));
    }
}
