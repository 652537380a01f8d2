package meanfield.approximation.splines;

import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.SlicedField;
import meanfield.core.Require;

/**
 * The tensor-product least-squares spline on [0,1]^d: the local linear baseline that networks are drawn beside.
 *
 * <pre>
 *   s(x) = Σ_c a_c Π_k B_{c_k}(x_k),   c ∈ {0 … G+k-1}^d,   min_a Σ_p w_p (f(x_p) - s(x_p))²                   (1)
 * </pre>
 *
 * (G+k)^d coefficients of splines of degree k on G uniform cells an axis; sites and weights of Gauss and Legendre with k + 2
 * nodes a cell and axis. The normal equations factor into those of the axes. Splines of degree n - 1 attain the n-width of
 * W^{n,∞} asymptotically; degree n keeps the same order G^-n and is continuous for n = 1. Cost: O(d (G(k+2))^d k) to fit,
 * O(k (G+k)^{d-1}) for a line, O(k²) a point. Thread-safe. Source: [deBoor2001].
 */
public final class TensorSpline implements SlicedField {
    private final int dimension;
    private final int cells;
    private final int degree;
    private final double[] coefficients;

    private TensorSpline(int dimension, int cells, int degree, double[] coefficients) {
        this.dimension = dimension;
        this.cells = cells;
        this.degree = degree;
        this.coefficients = coefficients;
    }

    /** The fit of a field of d variables by splines of degree k on G cells an axis. */
    public static TensorSpline of(ScalarField field, int dimension, int cells, int degree) {
        Require.present("field", field);
        Require.that(dimension >= 1 && dimension <= 8, "dimension", "be in [1, 8]", dimension);
        Require.that(cells >= 1 && cells <= 100_000, "cells", "be in [1, 100000]", cells);
        Require.that(degree >= 0 && degree <= 10, "degree", "be in [0, 10]", degree);
        double size = Math.pow(cells * (degree + 2.0), dimension);
        Require.that(size <= 1 << 25, "cells", "give at most 2^25 sites", size);
        AxisProjection projection = new AxisProjection(cells, degree);
        int sites = projection.sites();
        double[] values = new double[(int) size];
        double[] x = new double[dimension];
        for (int flat = 0; flat < values.length; flat++) {
            int rest = flat;
            for (int k = dimension - 1; k >= 0; k--) {
                x[k] = projection.site(rest % sites);
                rest /= sites;
            }
            values[flat] = field.value(x);
        }
        for (int k = 0; k < dimension; k++) {
            values = projected(values, projection);
        }
        return new TensorSpline(dimension, cells, degree, values);
    }

    /** The last axis projected and moved to the front: after d times the axes are in order again. */
    private static double[] projected(double[] values, AxisProjection projection) {
        int sites = projection.sites();
        int lines = values.length / sites;
        double[] line = new double[sites];
        double[] result = null;
        for (int l = 0; l < lines; l++) {
            System.arraycopy(values, l * sites, line, 0, sites);
            double[] fitted = projection.coefficients(line);
            result = result == null ? new double[fitted.length * lines] : result;
            for (int c = 0; c < fitted.length; c++) {
                result[c * lines + l] = fitted[c];
            }
        }
        return result;
    }

    /** (G+k)^d. */
    public int parameters() {
        return coefficients.length;
    }

    @Override
    public DoubleUnaryOperator slice(double[] leading) {
        Require.that(leading.length == dimension - 1, "leading", "be " + (dimension - 1) + " numbers", leading.length);
        double[] left = coefficients;
        double[] local = new double[degree + 1];
        for (double x : leading) {
            int cell = locate(x, local);
            int rest = left.length / (cells + degree);
            double[] next = new double[rest];
            for (int a = 0; a <= degree; a++) {
                for (int i = 0; i < rest; i++) {
                    next[i] += local[a] * left[(cell + a) * rest + i];
                }
            }
            left = next;
        }
        double[] line = left;
        return x -> {
            double[] basis = new double[degree + 1];
            int cell = locate(x, basis);
            double sum = 0;
            for (int a = 0; a <= degree; a++) {
                sum += basis[a] * line[cell + a];
            }
            return sum;
        };
    }

    /** The cell of x in [0,1], the last one closed, and the functions that live there. */
    private int locate(double x, double[] local) {
        Require.inRange("coordinate", x, 0, 1);
        int cell = Math.min(cells - 1, (int) (x * cells));
        SplineKernels.nonzero(x * cells - cell, degree, local);
        return cell;
    }
}
