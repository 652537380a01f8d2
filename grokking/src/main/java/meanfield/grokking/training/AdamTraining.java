package meanfield.grokking.training;

import meanfield.core.network.GradientDescent;
import meanfield.core.network.UpdateRule;

/**
 * Adam on mean squares with the constants that everybody uses, in the terms of {@code meanfield.core.network}.
 *
 * <pre>
 *   θ ← (1 - η λ) θ - η m̂/(√v̂ + ε),   β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸,   L = mean of (f - y)²                     (1)
 * </pre>
 *
 * The library descends half the mean square; Adam's steps do not notice, except through ε, which is halved here to match.
 * Decay is decoupled. Sources: [Kingma2015], [Loshchilov2019].
 */
public final class AdamTraining {
    private AdamTraining() {}

    /** (1), full batch. */
    public static GradientDescent of(double learningRate, double weightDecay, int steps) {
        return GradientDescent.withDefaults()
                .withLearningRate(learningRate)
                .withWeightDecay(weightDecay)
                .withSteps(steps)
                .withUpdate(new UpdateRule.Adam(0.9, 0.999, 0.5e-8));
    }
}
