package meanfield.grokking.geometry;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * Eight conditions, all signs of three latents, in a mixture of an orthogonal and a factorized code.
 *
 * <pre>
 *   x_k = √11 (√(1 - m) e_k, √(m/3) s_k) ∈ R^{8+3},   |x_k|² = 11 = D,   s_k ∈ {-1, 1}³, s₁ fastest              (1)
 * </pre>
 *
 * Mix m = 0: every condition has a direction of its own, the input knows nothing of the latents; m = 1: the input is the
 * latents. Source: [Alleman2024].
 *
 * @param mix m in [0, 1]
 * @param label what is to be learned
 */
public record LatentTask(double mix, LatentLabel label) {
    /** Number of conditions. */
    public static final int CONDITIONS = 8;
    /** Number of latents. */
    public static final int LATENTS = 3;

    /** Checks both. */
    public LatentTask {
        Require.inRange("mix", mix, 0, 1);
        Require.present("label", label);
    }

    /** s_l of a condition: ±1. */
    public static int latent(int condition, int latent) {
        return (condition >> latent & 1) == 1 ? 1 : -1;
    }

    /** (1), 8 × 11. */
    public DMatrixRMaj inputs() {
        int dimension = CONDITIONS + LATENTS;
        DMatrixRMaj inputs = new DMatrixRMaj(CONDITIONS, dimension);
        for (int k = 0; k < CONDITIONS; k++) {
            inputs.set(k, k, Math.sqrt(dimension * (1 - mix)));
            for (int l = 0; l < LATENTS; l++) {
                inputs.set(k, CONDITIONS + l, Math.sqrt(dimension * mix / LATENTS) * latent(k, l));
            }
        }
        return inputs;
    }

    /** Labels, 8 × 1 or 8 × 2. */
    public DMatrixRMaj targets() {
        DMatrixRMaj targets = new DMatrixRMaj(CONDITIONS, label == LatentLabel.FIRST_TWO ? 2 : 1);
        for (int k = 0; k < CONDITIONS; k++) {
            targets.set(k, 0, label == LatentLabel.XOR ? latent(k, 0) * latent(k, 1) : latent(k, 0));
            if (label == LatentLabel.FIRST_TWO) {
                targets.set(k, 1, latent(k, 1));
            }
        }
        return targets;
    }
}
