package meanfield.approximation.barron;

import meanfield.core.Require;

/**
 * Spectral Barron norms of exp(-|x|²/2).
 *
 * <pre>
 *   f(x) = ∫ e^{iw·x} dμ(w),   C_f = ∫ |w| d|μ|,   C_{f,2} = ∫ |w|² d|μ|                                     (1)
 *   exp(-|x|²/2):  C_f = √2 Γ((d+1)/2)/Γ(d/2),   C_{f,2} = d                                                  (2)
 *   ball of radius R:  some one-layer sigmoidal net has ‖f - f_N‖_{L²} ≤ 2 R C_f/√N                           (3)
 * </pre>
 *
 * <p>Source: [Barron1993], theorem 1.
 */
public final class BarronNorm {
    private BarronNorm() {}

    /** C_f of equation (2). */
    public static double ofGaussian(int dimension) {
        Require.that(dimension >= 1 && dimension <= 1_000_000, "dimension", "be in [1, 1000000]", dimension);
        double ratio = dimension % 2 == 1 ? 1 / Math.sqrt(Math.PI) : 0.5 * Math.sqrt(Math.PI);
        for (int d = dimension % 2 == 1 ? 1 : 2; d < dimension; d += 2) {
            ratio *= (d + 1.0) / d;
        }
        return Math.sqrt(2) * ratio;
    }

    /** C_{f,2} of equation (2). */
    public static double secondOfGaussian(int dimension) {
        return Require.atLeast("dimension", dimension, 1);
    }

    /** The bound (3). */
    public static double bound(double norm, double radius, int units) {
        Require.atLeast("units", units, 1);
        return 2 * Require.positive("radius", radius) * Require.positive("norm", norm) / Math.sqrt(units);
    }
}
