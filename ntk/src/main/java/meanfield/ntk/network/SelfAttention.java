package meanfield.ntk.network;

import java.io.Serializable;
import java.util.OptionalDouble;
import meanfield.core.Require;

/**
 * Attention of every position to all positions, in the limit of infinitely many heads and channels [Hron2020].
 *
 * <pre>
 *   LINEAR        A(a, i) = ζ(s_qk K(a, i)) of each input,   K′ = s_ov² A K A′ᵀ + σ_b²,
 *                 Θ′ = s_ov² A Θ A′ᵀ + σ_b² + 2 s_ov² A K A′ᵀ
 *   SQUARE_ROOT   D = Σ_{a,b} K(a, b)²,   E = Σ_{a,b} K(a, b) Θ(a, b),   K′ = s_qk² s_ov² D K + σ_b²,
 *   (IDENTITY)    Θ′ = s_qk² s_ov² (2 E K + D (Θ + 4 K)) + σ_b²
 *   s_qk = σ_query σ_key,   s_ov = σ_out σ_value
 * </pre>
 *
 * @param out number of channels that leave
 * @param queryKeyVariance s_qk²
 * @param outValueVariance s_ov²
 * @param biasVariance σ_b² of the output, or empty for no bias
 * @param form scaling and mechanism
 */
public record SelfAttention(
        int out, double queryKeyVariance, double outValueVariance, OptionalDouble biasVariance, Form form)
        implements Layer {
    /**
     * How scores become weights.
     *
     * @param scaling by what the scores are divided
     * @param mechanism ζ
     */
    public record Form(AttentionScaling scaling, AttentionMechanism mechanism) implements Serializable {
        /** Checks that there are formulas. */
        public Form {
            Require.present("scaling", scaling);
            Require.present("mechanism", mechanism);
            Require.that(
                    scaling == AttentionScaling.LINEAR || mechanism == AttentionMechanism.IDENTITY,
                    "mechanism",
                    "be IDENTITY without linear_scaling (the others have no closed form)",
                    mechanism);
        }
    }

    /** Checks the ranges. */
    public SelfAttention {
        Require.atLeast("out", out, 1);
        Require.nonNegative("queryKeyVariance", queryKeyVariance);
        Require.nonNegative("outValueVariance", outValueVariance);
        Require.present("biasVariance", biasVariance);
        biasVariance.ifPresent(variance -> Require.nonNegative("biasVariance", variance));
        Require.present("form", form);
    }

    /** σ_b², 0 without a bias. */
    public double biasVarianceOrZero() {
        return biasVariance.orElse(0);
    }

    @Override
    public String kind() {
        return "GlobalSelfAttention";
    }

    @Override
    public ArrayShape output(ArrayShape input) {
        Require.that(!input.isVector(), "input", "have positions (input_shape gives them)", "a vector");
        return input.withChannels(out);
    }
}
