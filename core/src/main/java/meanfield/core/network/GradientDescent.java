package meanfield.core.network;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Training of a finite network by gradient descent, full batch or stochastic.
 *
 * <pre>
 *   θ ← (1 - η λ) θ + update(η, κ ∇_θ L),   κ = γ₀² N for MEAN_FIELD, 1 otherwise                               (1)
 *   linear model, full batch, half mean square:  f_t - y = (1 - η Θ/N)^t (f_0 - y)   exactly                     (2)
 * </pre>
 *
 * Symbols: η learningRate; λ weightDecay, decoupled: it shrinks the parameters themselves and does not pass through the
 * momentum; κ makes the outputs of a MEAN_FIELD network move at the speed of its NTK twin. N in (2) counts the entries of
 * the targets. Small η is gradient flow at time t = η · step with error O(η).
 *
 * <p>Edge cases: a loss that is not finite, or larger than {@value #DIVERGENCE} times the largest of the starting loss
 * and the loss of zero output, ends the run with the verdict diverged; for the linear model that happens when
 * η λ_max(Θ)/N &gt; 2(1 + m). Mini-batches need a random stream.
 *
 * <p>An observer with a checkpoint ({@link TrainingObserver#keptIn}) makes the training resumable: it goes on from the state that is
 * kept there, with the bits of a training that was never interrupted.
 *
 * <p>Accuracy and cost: a step is one forward and one backward pass, three products a layer; sums in fixed order, so the
 * same network, data and stream give the same bits. Sources: [Lee2019] for (2), [Bordelon2022] for κ.
 *
 * @param learningRate η &gt; 0
 * @param steps number of updates &ge; 0
 * @param loss what is descended
 * @param update plain, with momentum, or Adam
 * @param weightDecay λ &ge; 0
 * @param batching full batch or mini-batches
 * @param centering whether f - f₀ is trained instead of f
 * @param targetLoss training ends when the recorded loss is at most this; 0 means take all steps
 */
public record GradientDescent(
        double learningRate,
        int steps,
        Loss loss,
        UpdateRule update,
        double weightDecay,
        Batching batching,
        OutputCentering centering,
        double targetLoss) {
    /** Growth of the loss that counts as divergence. */
    static final double DIVERGENCE = 1e8;

    /** Checks every value. */
    public GradientDescent {
        Require.positive("learningRate", learningRate);
        Require.atLeast("steps", steps, 0);
        Require.present("loss", loss);
        Require.present("update", update);
        Require.nonNegative("weightDecay", weightDecay);
        Require.that(
                learningRate * weightDecay < 1, "learningRate * weightDecay", "be < 1", learningRate * weightDecay);
        Require.present("batching", batching);
        Require.present("centering", centering);
        Require.nonNegative("targetLoss", targetLoss);
    }

    /** η = 1, 100 full-batch steps on half the mean square, no momentum, no decay, outputs as they are. */
    public static GradientDescent withDefaults() {
        return new GradientDescent(
                1, 100, Loss.MEAN_SQUARE, new UpdateRule.HeavyBall(0), 0, Batching.full(), OutputCentering.NONE, 0);
    }

    /** With this η. */
    public GradientDescent withLearningRate(double learningRate) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** With so many updates. */
    public GradientDescent withSteps(int steps) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** With this loss. */
    public GradientDescent withLoss(Loss loss) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** With this update rule. */
    public GradientDescent withUpdate(UpdateRule update) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** Heavy ball with this momentum. */
    public GradientDescent withMomentum(double momentum) {
        return withUpdate(new UpdateRule.HeavyBall(momentum));
    }

    /** With this decoupled decay λ. */
    public GradientDescent withWeightDecay(double weightDecay) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** With these batches. */
    public GradientDescent withBatching(Batching batching) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** With outputs centred or not. */
    public GradientDescent withCentering(OutputCentering centering) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** Ending when the recorded loss is at most this. */
    public GradientDescent withTargetLoss(double targetLoss) {
        return new GradientDescent(learningRate, steps, loss, update, weightDecay, batching, centering, targetLoss);
    }

    /** Full-batch training; the network given stays as it is. */
    public TrainedNetwork train(FiniteNetwork network, DMatrixRMaj inputs, DMatrixRMaj targets) {
        return train(network, inputs, targets, TrainingObserver.none());
    }

    /** The same with somebody looking on. */
    public TrainedNetwork train(
            FiniteNetwork network, DMatrixRMaj inputs, DMatrixRMaj targets, TrainingObserver observer) {
        Require.that(
                batching.rule() == Batching.Rule.FULL, "batching", "be FULL when no random stream is given", batching);
        return new TrainingRun(this, network, inputs, targets, null).run(observer);
    }

    /** Training with batches drawn from this stream. */
    public TrainedNetwork train(
            FiniteNetwork network,
            DMatrixRMaj inputs,
            DMatrixRMaj targets,
            RandomStream random,
            TrainingObserver observer) {
        Require.present("random", random);
        return new TrainingRun(this, network, inputs, targets, random).run(observer);
    }
}
