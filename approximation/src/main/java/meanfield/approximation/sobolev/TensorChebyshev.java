package meanfield.approximation.sobolev;

import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.target.SlicedField;
import meanfield.approximation.target.Target;
import meanfield.core.Require;

/**
 * The tensor-product Chebyshev interpolant on [0,1]^d: the linear baseline that networks are drawn beside.
 *
 * <pre>
 *   p(x) = Σ_j f(x_j) Π_k ℓ_{j_k}(x_k),   x_j = ½(1 + cos πj/r),  j = 0 … r,   ℓ by the barycentric formula     (1)
 * </pre>
 *
 * (r+1)^d coefficients. Lines are asked one variable at a time: O((r+1)^d) a line, O(r) a point. Thread-safe.
 */
public final class TensorChebyshev implements SlicedField {
    private final int dimension;
    private final double[] nodes;
    private final double[] values;

    private TensorChebyshev(int dimension, double[] nodes, double[] values) {
        this.dimension = dimension;
        this.nodes = nodes;
        this.values = values;
    }

    /** The interpolant of degree r in each variable. */
    public static TensorChebyshev of(Target target, int degree) {
        Require.that(degree >= 1 && degree <= 4096, "degree", "be in [1, 4096]", degree);
        int d = target.dimension();
        double size = Math.pow(degree + 1.0, d);
        Require.that(size <= 1 << 24, "degree", "give at most 2^24 coefficients", size);
        double[] nodes = new double[degree + 1];
        for (int j = 0; j <= degree; j++) {
            double half = Math.sin(Math.PI * (degree - j) / (2.0 * degree));
            nodes[j] = half * half;
        }
        double[] values = new double[(int) size];
        double[] x = new double[d];
        for (int flat = 0; flat < values.length; flat++) {
            int rest = flat;
            for (int k = d - 1; k >= 0; k--) {
                x[k] = nodes[rest % nodes.length];
                rest /= nodes.length;
            }
            values[flat] = target.value(x);
        }
        return new TensorChebyshev(d, nodes, values);
    }

    /** (r+1)^d. */
    public int parameters() {
        return values.length;
    }

    @Override
    public DoubleUnaryOperator slice(double[] leading) {
        Require.that(leading.length == dimension - 1, "leading", "be " + (dimension - 1) + " numbers", leading.length);
        double[] left = values;
        for (double x : leading) {
            double[] basis = basis(x);
            int rest = left.length / nodes.length;
            double[] next = new double[rest];
            for (int j = 0; j < nodes.length; j++) {
                for (int i = 0; i < rest; i++) {
                    next[i] += basis[j] * left[j * rest + i];
                }
            }
            left = next;
        }
        double[] line = left;
        return x -> {
            double[] basis = basis(x);
            double sum = 0;
            for (int j = 0; j < basis.length; j++) {
                sum += basis[j] * line[j];
            }
            return sum;
        };
    }

    /** ℓ_j(x) = (w_j/(x - x_j))/Σ_i w_i/(x - x_i), weights ½, -1, 1, …, ±½. */
    private double[] basis(double x) {
        int r = nodes.length - 1;
        double[] basis = new double[r + 1];
        double sum = 0;
        for (int j = 0; j <= r; j++) {
            double gap = x - nodes[j];
            if (gap == 0) {
                java.util.Arrays.fill(basis, 0);
                basis[j] = 1;
                return basis;
            }
            double weight = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == r ? 0.5 : 1);
            basis[j] = weight / gap;
            sum += basis[j];
        }
        for (int j = 0; j <= r; j++) {
            basis[j] /= sum;
        }
        return basis;
    }
}
