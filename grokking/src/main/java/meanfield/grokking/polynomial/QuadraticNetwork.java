package meanfield.grokking.polynomial;

import meanfield.core.Require;

/**
 * A wide network with quadratic activation and fixed readout.
 *
 * <pre>
 *   f(x) = (α/N) Σ_i φ(w_i·x),   φ(h) = h + ½ ε h²                                                               (1)
 *        = α (w̄·x + ½ ε xᵀ M x),   w̄ = (1/N) Σ w_i,   M = (1/N) Σ w_i w_iᵀ                                       (2)
 * </pre>
 *
 * α is the laziness: the output is α times larger than the sum of the neurons, so that a given change of the output needs
 * weights to move 1/α as far. ε is how much of the initial tangent kernel can express the quadratic target at all.
 * Source: [Kumar2024].
 *
 * @param alpha α &gt; 0
 * @param epsilon ε &gt; 0
 */
public record QuadraticNetwork(double alpha, double epsilon) {
    /** Checks both. */
    public QuadraticNetwork {
        Require.positive("alpha", alpha);
        Require.positive("epsilon", epsilon);
    }

    /**
     * The network that computes from weights of unit scale what this one computes from the same weights times s, at the
     * same learning rate η₀ of {@link PolynomialTraining}: (α s, ε s), exactly and at every width. The scale of the initial
     * weights is a dial of laziness and of ε at once.
     */
    public QuadraticNetwork withInitialScale(double scale) {
        Require.positive("initialScale", scale);
        return new QuadraticNetwork(alpha * scale, epsilon * scale);
    }
}
