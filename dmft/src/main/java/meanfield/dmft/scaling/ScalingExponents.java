package meanfield.dmft.scaling;

/**
 * Exponents of the test loss for power laws λ_k ∝ k^-b, w*_k² λ_k ∝ k^-a, each where its resource is the bottleneck.
 *
 * <pre>
 *   loss ∝ t^(-(a-1)/b),   loss ∝ P^(-min(a-1, 2b)),   loss ∝ N^(-min(a-1, 2b))
 * </pre>
 *
 * Source: [Bordelon2024]; asymptotic, for 1 ≪ P, N, t^{1/b} ≪ M.
 *
 * @param targetExponent a &gt; 1
 * @param spectrumExponent b &gt; 1
 */
public record ScalingExponents(double targetExponent, double spectrumExponent) {
    /** (a-1)/b. */
    public double time() {
        return (targetExponent - 1) / spectrumExponent;
    }

    /** min(a-1, 2b), for the training set and for the width. */
    public double size() {
        return Math.min(targetExponent - 1, 2 * spectrumExponent);
    }
}
