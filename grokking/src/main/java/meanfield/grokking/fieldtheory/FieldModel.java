package meanfield.grokking.fieldtheory;

import meanfield.core.Require;

/**
 * Polynomial regression in high dimension: the model whose limit the field theory is.
 *
 * <pre>
 *   h_i = w_i·x/√D,  x ~ N(0, I_D),   f = (α/N) Σ φ(h_i),  φ(h) = h + ½ ε h²,   y = ½ h*²,  h* = β·x/√D             (1)
 *   w_i ← w_i + (c/√D) Σ_m x_m Δ_m (1 + ε h_im),   c = 2 η̂/(α δ),   δ = P/D,   Δ = y - (f - f₀)                    (2)
 * </pre>
 *
 * It is {@link meanfield.grokking.polynomial.PolynomialTraining} with η₀ = D η̂. Source: [Kumar2024].
 *
 * @param alpha α &gt; 0
 * @param epsilon ε &gt; 0
 * @param sampleRatio δ &gt; 0
 * @param learningRate η̂ &gt; 0
 */
public record FieldModel(double alpha, double epsilon, double sampleRatio, double learningRate) {
    /** Checks every value. */
    public FieldModel {
        Require.positive("alpha", alpha);
        Require.positive("epsilon", epsilon);
        Require.positive("sampleRatio", sampleRatio);
        Require.positive("learningRate", learningRate);
    }

    /** c of (2). */
    double step() {
        return 2 * learningRate / (alpha * sampleRatio);
    }
}
