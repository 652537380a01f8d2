package meanfield.approximation.rates;

import meanfield.core.Require;

/**
 * What a continuous piecewise linear function, and so a ReLU network, cannot do.
 *
 * <pre>
 *   p pieces on x² over [0,1]:              error ≥ 1/(8p²), attained on a uniform grid                     (1)
 *   |f″| ≥ κ on an interval of length ℓ:    error ≥ κℓ²/(16p²)                                              (2)
 *   U units in L layers:                    p ≤ (2U/L)^L,  hence  U ≥ (e/4) ln(κℓ²/(16ε))  for any depth     (3)
 * </pre>
 *
 * The square gate uses U = 3m, about 3.2 times (3).
 *
 * <p>Source: [Yarotsky2017], section 4; [Telgarsky2017].
 */
public final class LinearPieces {
    private LinearPieces() {}

    /** Equation (1). */
    public static double squareError(double pieces) {
        return 1 / (8 * Require.positive("pieces", pieces) * pieces);
    }

    /** Equation (2). */
    public static double error(double curvature, double length, double pieces) {
        Require.positive("curvature", curvature);
        Require.positive("length", length);
        return curvature * length * length / (16 * Require.positive("pieces", pieces) * pieces);
    }

    /** Equation (3); 0 where the error is so large that no unit is needed. */
    public static double fewestUnits(double curvature, double length, double error) {
        Require.positive("curvature", curvature);
        Require.positive("length", length);
        Require.positive("error", error);
        return Math.max(0, Math.E / 4 * Math.log(curvature * length * length / (16 * error)));
    }
}
