package meanfield.dmft.committee;

import meanfield.core.Require;

/**
 * One pass of stochastic gradient descent over fresh Gaussian samples: the learning rule of student and teacher.
 *
 * <pre>
 *   w_i ← w_i - (η/√N) v_i Δ g′(λ_i) x,   v_i ← v_i - (η_v/N) Δ g(λ_i),   Δ = student - teacher - σ ζ        (1)
 * </pre>
 *
 * Symbols: η learningRate, η_v readoutLearningRate, σ² noiseVariance, x ~ N(0, 1_N), ζ ~ N(0, 1), λ_i = w_i·x/√N. Convention:
 * one unit of time is N samples; the loss is Δ²/2.
 *
 * @param unit g
 * @param learningRate η &gt; 0
 * @param readoutLearningRate η_v ≥ 0; 0 keeps the student's second layer
 * @param noiseVariance σ² ≥ 0
 */
public record OnlineLearning(
        CommitteeUnit unit, double learningRate, double readoutLearningRate, double noiseVariance) {
    /** Checked. */
    public OnlineLearning {
        Require.present("unit", unit);
        Require.positive("learningRate", learningRate);
        Require.nonNegative("readoutLearningRate", readoutLearningRate);
        Require.nonNegative("noiseVariance", noiseVariance);
    }

    /** Fixed second layer, no label noise. */
    public static OnlineLearning of(CommitteeUnit unit, double learningRate) {
        return new OnlineLearning(unit, learningRate, 0, 0);
    }

    /** With this learning rate. */
    public OnlineLearning withLearningRate(double newLearningRate) {
        return new OnlineLearning(unit, newLearningRate, readoutLearningRate, noiseVariance);
    }

    /** With this learning rate of the second layer. */
    public OnlineLearning withReadoutLearningRate(double newReadoutLearningRate) {
        return new OnlineLearning(unit, learningRate, newReadoutLearningRate, noiseVariance);
    }

    /** With this label noise. */
    public OnlineLearning withNoiseVariance(double newNoiseVariance) {
        return new OnlineLearning(unit, learningRate, readoutLearningRate, newNoiseVariance);
    }
}
