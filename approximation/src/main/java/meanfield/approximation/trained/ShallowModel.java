package meanfield.approximation.trained;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * The shape of a network with one hidden layer.
 *
 * <pre>
 *   N(x) = c_0 + Σ_j c_j σ(w_j·x + b_j);     SWIGLU:  c_0 + Σ_j silu(w_j·x + b_j)(v_j·x + c_j)               (1)
 *   P = h(d+2) + 1;   POLYRELU P = h(d+2) + 4;   SWIGLU P = 2h(d+1) + 1                                      (2)
 *   start:  w_j = ±U(1, 4) in a random direction, b_j = -w_j·p_j, p_j uniform in [-1.05, 1.05]^d               (3)
 * </pre>
 *
 * Symbols: h width, d dimension, P parameters. The domain is [-1, 1]^d.
 *
 * @param unit σ
 * @param dimension d
 * @param width h
 */
public record ShallowModel(HiddenUnit unit, int dimension, int width) {
    /** Checked. */
    public ShallowModel {
        Require.present("unit", unit);
        Require.that(dimension >= 1 && dimension <= 100, "dimension", "be in [1, 100]", dimension);
        Require.that(width >= 1 && width <= 4096, "width", "be in [1, 4096]", width);
    }

    /** The widest layer within a budget of P parameters. */
    public static ShallowModel within(HiddenUnit unit, int dimension, int budget) {
        int each = unit == HiddenUnit.SWIGLU ? 2 * (dimension + 1) : dimension + 2;
        int width = (budget - 1 - unit.sharedCount()) / each;
        Require.that(width >= 1, "budget", "allow at least one unit of " + unit, budget);
        return new ShallowModel(unit, dimension, width);
    }

    /** P of equation (2). */
    public int parameters() {
        int each = unit == HiddenUnit.SWIGLU ? 2 * (dimension + 1) : dimension + 2;
        return width * each + 1 + unit.sharedCount();
    }

    /** Columns of the linear problem: the constant, and one (SWIGLU d + 1) for each unit. */
    int columns() {
        return 1 + width * (unit == HiddenUnit.SWIGLU ? dimension + 1 : 1);
    }

    /** Nonlinear parameters: w and b of every unit, then the shared coefficients. */
    int nonlinear() {
        return width * (dimension + 1) + unit.sharedCount();
    }

    /** The start (3): nonlinear parameters, unit by unit w then b, shared coefficients last. */
    double[] start(RandomStream random) {
        double[] theta = new double[nonlinear()];
        for (int j = 0; j < width; j++) {
            double size = 1 + 3 * random.nextDouble();
            double square = 0;
            double[] direction = new double[dimension];
            for (int k = 0; k < dimension; k++) {
                direction[k] = random.nextGaussian();
                square += direction[k] * direction[k];
            }
            double bias = 0;
            for (int k = 0; k < dimension; k++) {
                double w = size * direction[k] / Math.sqrt(square);
                theta[j * (dimension + 1) + k] = w;
                bias -= w * 1.05 * (2 * random.nextDouble() - 1);
            }
            theta[j * (dimension + 1) + dimension] = bias;
        }
        java.util.Arrays.fill(theta, width * (dimension + 1), theta.length, 1.0 / 3);
        return theta;
    }

    /** The coefficients that all units share. */
    double[] shared(double[] theta) {
        return java.util.Arrays.copyOfRange(theta, width * (dimension + 1), theta.length);
    }

    /** w_j·x + b_j. */
    double preactivation(double[] theta, int j, double[] x) {
        int at = j * (dimension + 1);
        double z = theta[at + dimension];
        for (int k = 0; k < dimension; k++) {
            z += theta[at + k] * x[k];
        }
        return z;
    }

    /** The columns at one point. */
    void features(double[] theta, double[] shared, double[] x, double[] out) {
        out[0] = 1;
        for (int j = 0; j < width; j++) {
            double value = unit.value(preactivation(theta, j, x), shared);
            if (unit == HiddenUnit.SWIGLU) {
                int at = 1 + j * (dimension + 1);
                out[at] = value;
                for (int k = 0; k < dimension; k++) {
                    out[at + 1 + k] = value * x[k];
                }
            } else {
                out[1 + j] = value;
            }
        }
    }
}
