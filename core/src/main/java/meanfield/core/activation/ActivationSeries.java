package meanfield.core.activation;

import meanfield.core.Require;

/**
 * An activation of a power series, entry by entry: how Taylor expansions pass a nonlinearity.
 *
 * <pre>
 *   z(t) = z₀ + z₁ t + z₂ t² + z₃ t³ + …,   φ(z(t)) = c₀ + c₁ t + c₂ t² + c₃ t³ + …                             (1)
 *   c₀ = φ,   c₁ = φ′ z₁,   c₂ = φ′ z₂ + ½ φ″ z₁²,   c₃ = φ′ z₃ + φ″ z₁ z₂ + φ‴ z₁³/6                            (2)
 * </pre>
 *
 * Derivatives are taken at z₀ and as {@link Activation} defines them at kinks: beyond a kink (1) is the series of the
 * piece that z₀ is on. Source: Faà di Bruno's formula.
 */
public final class ActivationSeries {
    /** Highest order. */
    public static final int HIGHEST_ORDER = 3;

    private ActivationSeries() {}

    /**
     * The coefficients of (2).
     *
     * @param z the arrays z₀ … z_r, all of one length, r from 0 to {@value #HIGHEST_ORDER}; not changed
     * @return the arrays c₀ … c_r
     */
    public static double[][] compose(Activation activation, double[][] z) {
        Require.inRange("order", z.length - 1, 0, HIGHEST_ORDER);
        int order = z.length - 1;
        double[][] c = new double[order + 1][z[0].length];
        for (int i = 0; i < z[0].length; i++) {
            double x = z[0][i];
            c[0][i] = activation.value(x);
            if (order == 0) {
                continue;
            }
            double slope = activation.derivative(x);
            double z1 = z[1][i];
            c[1][i] = slope * z1;
            if (order == 1) {
                continue;
            }
            double curvature = activation.secondDerivative(x);
            double z2 = z[2][i];
            c[2][i] = slope * z2 + 0.5 * curvature * z1 * z1;
            if (order == 3) {
                double third = activation.thirdDerivative(x);
                c[3][i] = slope * z[3][i] + curvature * z1 * z2 + third * z1 * z1 * z1 / 6;
            }
        }
        return c;
    }
}
