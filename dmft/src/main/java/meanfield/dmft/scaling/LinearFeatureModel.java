package meanfield.dmft.scaling;

import meanfield.core.Require;
import meanfield.core.learningcurve.KernelSpectrum;
import meanfield.core.learningcurve.LearningCurvePoint;
import meanfield.core.learningcurve.RandomFeatureCurve;

/**
 * Gradient descent on a random projection of linear features, the solvable model of neural scaling laws.
 *
 * <pre>
 *   ψ ∈ R^M ~ N(0, diag λ),   y = w*·ψ + σ ε,   f = N^{-1/2} w·(A ψ),   A_ik ~ N(0, 1) frozen, w(0) = 0      (1)
 *   w(t+1) = w(t) + (η/P) N^{-1/2} A Ψᵀ Δ(t),   v(t) = w* - N^{-1/2} Aᵀ w(t)                                 (2)
 *   test loss Σ_k λ_k v_k²,   train loss |Δ|²/P,   Δ = Ψ v + σ ε                                            (3)
 * </pre>
 *
 * Symbols: λ_k and w*_k² λ_k are the eigenvalues and target energies of the spectrum. Convention: losses without a factor ½;
 * the test loss leaves label noise out, the train loss has it. Infinite P is population gradient descent, infinite N full
 * features.
 *
 * @param spectrum λ and w*² λ, with multiplicities
 * @param trainSize P ≥ 1, may be infinite
 * @param width N ≥ 1, may be infinite
 * @param learningRate η &gt; 0
 * @param noiseVariance σ² ≥ 0
 */
public record LinearFeatureModel(
        KernelSpectrum spectrum, double trainSize, double width, double learningRate, double noiseVariance) {
    /** Stands for infinity in the static formulas, which are smooth in 1/P and 1/N. */
    private static final double HUGE = 1e18;

    /** Checked. */
    public LinearFeatureModel {
        Require.present("spectrum", spectrum);
        Require.that(trainSize >= 1, "trainSize", "be >= 1 or infinite", trainSize);
        Require.that(width >= 1, "width", "be >= 1 or infinite", width);
        Require.positive("learningRate", learningRate);
        Require.nonNegative("noiseVariance", noiseVariance);
    }

    /** Infinite data, infinite width, no noise. */
    public static LinearFeatureModel of(KernelSpectrum spectrum, double learningRate) {
        return new LinearFeatureModel(spectrum, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, learningRate, 0);
    }

    /** With this many samples. */
    public LinearFeatureModel withTrainSize(double newTrainSize) {
        return new LinearFeatureModel(spectrum, newTrainSize, width, learningRate, noiseVariance);
    }

    /** With this width. */
    public LinearFeatureModel withWidth(double newWidth) {
        return new LinearFeatureModel(spectrum, trainSize, newWidth, learningRate, noiseVariance);
    }

    /** With this label noise. */
    public LinearFeatureModel withNoiseVariance(double newNoiseVariance) {
        return new LinearFeatureModel(spectrum, trainSize, width, learningRate, newNoiseVariance);
    }

    /**
     * The power laws of [Bordelon2024].
     *
     * <pre>
     *   λ_k = k^-b/Σ_j j^-b,   w*_k² λ_k = k^-a/Σ_j j^-a,   k = 1 … M                                         (4)
     * </pre>
     */
    public static KernelSpectrum powerLaw(int features, double targetExponent, double spectrumExponent) {
        Require.atLeast("features", features, 1);
        return KernelSpectrum.of(normalized(features, spectrumExponent), normalized(features, targetExponent));
    }

    private static double[] normalized(int features, double exponent) {
        double[] powers = new double[features];
        double sum = 0;
        for (int k = features - 1; k >= 0; k--) { // small terms first
            powers[k] = Math.pow(k + 1, -exponent);
            sum += powers[k];
        }
        for (int k = 0; k < features; k++) {
            powers[k] /= sum;
        }
        return powers;
    }

    /** True without any frozen disorder: P = N = ∞. */
    public boolean isDeterministic() {
        return Double.isInfinite(trainSize) && Double.isInfinite(width);
    }

    /**
     * The test loss for t → ∞: ridgeless regression on random features ([Simon2024], in core). Infinite at P = N, where the
     * solution of least norm blows up. Holds when the learning rate is stable.
     */
    public LearningCurvePoint staticLimit() {
        return RandomFeatureCurve.of(spectrum, Math.min(width, HUGE))
                .withNoiseVariance(noiseVariance)
                .at(Math.min(trainSize, HUGE));
    }
}
