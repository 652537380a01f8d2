package meanfield.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is stopped anywhere and started again ends with the bits of one that was not. */
class ResumedTrainingTest {
    private static final int EXAMPLES = 7;
    private static final int STEPS = 19;

    private static GradientDescent plain() {
        return GradientDescent.withDefaults().withLearningRate(0.05).withSteps(STEPS);
    }

    static Stream<GradientDescent> trainings() {
        GradientDescent adam =
                plain().withUpdate(UpdateRule.Adam.withDefaults()).withWeightDecay(0.3);
        return Stream.of(
                plain(),
                plain().withMomentum(0.8).withBatching(Batching.epochs(3)),
                adam.withCentering(OutputCentering.AT_START),
                adam.withBatching(Batching.epochs(2)).withLoss(Loss.CROSS_ENTROPY),
                adam.withBatching(Batching.withReplacement(4)),
                plain().withBatching(Batching.withoutReplacement(3)).withCentering(OutputCentering.AT_START),
                plain().withTargetLoss(0.1).withSteps(400),
                plain().withLearningRate(60));
    }

    /** What a training left, and what its observer saw. */
    private record Left(double[] parameters, double[] losses, String verdict, double[][] seen, double nextRandom) {
        void requireEqual(Left other, String when) {
            assertArrayEquals(parameters, other.parameters, when);
            assertArrayEquals(losses, other.losses, when);
            assertEquals(verdict, other.verdict, when);
            assertEquals(seen.length, other.seen.length, when);
            for (int i = 0; i < seen.length; i++) {
                assertArrayEquals(seen[i], other.seen[i], when);
            }
            assertEquals(nextRandom, other.nextRandom, when);
        }
    }

    private static Left train(GradientDescent descent, Checkpoint checkpoint) {
        RandomStream root = RandomStream.of(3);
        DMatrixRMaj inputs = new DMatrixRMaj(EXAMPLES, 4);
        root.child("inputs").fillGaussian(inputs.data);
        DMatrixRMaj targets = new DMatrixRMaj(EXAMPLES, 2);
        for (int i = 0; i < EXAMPLES; i++) {
            targets.set(i, i % 2, 1);
        }
        NetworkShape shape = NetworkShape.of(4, List.of(6, 5), 2, StandardActivation.TANH)
                .withParameterization(Parameterization.STANDARD)
                .withBiasVariance(0.1);
        FiniteNetwork network = FiniteNetwork.draw(shape, root.child("network"), LinearAlgebras.ejml());
        RandomStream batches = root.child("batches");
        RecordLog<double[]> log = RecordLog.ofArrays();
        TrainingObserver observer =
                step -> log.add(new double[] {step.step(), step.loss(), step.outputs(inputs).data[3]});
        TrainedNetwork trained = descent.train(network, inputs, targets, batches, observer.keptIn(checkpoint, log));
        return new Left(
                trained.network().parameters().toVector(),
                trained.losses(),
                trained.convergence().toString(),
                log.entries().toArray(double[][]::new),
                batches.nextDouble());
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void stoppedAtAnyStepItEndsWithTheSameBits(GradientDescent descent) {
        Left whole = train(descent, Checkpoint.NONE);
        int taken = whole.seen.length;
        assertTrue(taken >= 2, "the training must take steps");
        for (int stop = 1; stop < taken; stop += taken > 30 ? 37 : 3) {
            int last = stop;
            MemoryCheckpoint first = new MemoryCheckpoint(2, stop, null);
            assertThrows(CancellationException.class, () -> train(descent, first), () -> "stop " + last);
            MemoryCheckpoint second = new MemoryCheckpoint(1, Math.max(1, (taken - stop) / 2), first.state());
            byte[] state = first.state();
            if (taken - stop > 4) {
                assertThrows(CancellationException.class, () -> train(descent, second), () -> "second stop " + last);
                state = second.state();
            }
            whole.requireEqual(train(descent, new MemoryCheckpoint(5, 9999, state)), "stopped after " + stop);
        }
    }

    @Test
    void aFinishedTrainingIsTakenUpAtItsLastStep() {
        MemoryCheckpoint checkpoint = new MemoryCheckpoint(1, 9999, null);
        Left whole = train(plain(), checkpoint);
        MemoryCheckpoint again = new MemoryCheckpoint(1, 1, checkpoint.state());
        whole.requireEqual(train(plain(), again), "one step is offered, the last one");
    }

    @Test
    void theStateOfAnotherTrainingIsRefused() {
        MemoryCheckpoint checkpoint = new MemoryCheckpoint(1, 5, null);
        assertThrows(CancellationException.class, () -> train(plain().withMomentum(0.5), checkpoint));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> train(plain(), new MemoryCheckpoint(1, 99, checkpoint.state())));
        assertTrue(refused.getMessage().startsWith("the state that was kept does not fit"), refused.getMessage());
    }
}
