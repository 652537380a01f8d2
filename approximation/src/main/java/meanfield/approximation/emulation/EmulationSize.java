package meanfield.approximation.emulation;

import meanfield.approximation.rates.LinearPieces;
import meanfield.core.Require;

/**
 * How large a ReLU network must and need be that emulates a PolyReLU network: the corrected theorem.
 *
 * <pre>
 *   upper:  depth L, width K, layers of Lipschitz constant at most Λ on the domain: every unit to δ = ε/(LΛ^L), in all
 *           O(K²L + KLr (ln(1/ε) + L ln Λ)) parameters; for a fixed network O(ln 1/ε)                          (1)
 *   lower:  |g″| ≥ κ on a segment of length ℓ:  U ≥ (e/4) ln(κℓ²/(16ε)) units, for any depth                   (2)
 * </pre>
 *
 * So Θ(ln 1/ε) for every PolyReLU network that is not piecewise linear. The published statement, a lower bound Ω(KL ln 1/ε) for
 * every PolyReLU network, cannot hold as printed: a₁ = 1 alone, or zero weights, is a ReLU network already; the published upper bound
 * ln²(1/ε) is safe but not sharp.
 *
 * <p>Source: [Zhuo2025], theorem 2, corrected; (2) from [Yarotsky2017] and [Telgarsky2017].
 *
 * @param depth L
 * @param width K
 * @param degree r
 * @param lipschitz Λ ≥ 1, of an affine map and activation together
 */
public record EmulationSize(int depth, int width, int degree, double lipschitz) {
    /** Checked. */
    public EmulationSize {
        Require.atLeast("depth", depth, 1);
        Require.atLeast("width", width, 1);
        Require.atLeast("degree", degree, 1);
        Require.that(Double.isFinite(lipschitz) && lipschitz >= 1, "lipschitz", "be finite and >= 1", lipschitz);
    }

    /** δ = ε/(LΛ^L): accuracy of each unit. */
    public double unitAccuracy(double error) {
        return Require.positive("error", error) / (depth * Math.pow(lipschitz, depth));
    }

    /**
     * Units of the emulating network by (1), counted: KL emulations of PolyReLU units with coefficients of size at most 1 on [-1,1].
     */
    public double sufficientUnits(double error) {
        double worst = 0.5 * degree * (degree - 1);
        double levels =
                worst == 0 ? 0 : Math.max(1, Math.ceil(0.5 * Math.log(worst / unitAccuracy(error)) / Math.log(2) - 1));
        double unit = 1 + (degree >= 2 ? 2 * levels : 0) + Math.max(0, degree - 2) * (4 * levels + 4);
        return depth * (double) width * unit;
    }

    /** Units that no emulation can go below, equation (2); 0 for piecewise linear functions (κ = 0). */
    public static double necessaryUnits(double curvature, double length, double error) {
        Require.nonNegative("curvature", curvature);
        return curvature == 0 ? 0 : LinearPieces.fewestUnits(curvature, length, error);
    }
}
