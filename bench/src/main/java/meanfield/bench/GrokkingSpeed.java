package meanfield.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.grokking.fieldtheory.FieldModel;
import meanfield.grokking.fieldtheory.FieldSolution;
import meanfield.grokking.fieldtheory.FieldTerms;
import meanfield.grokking.fieldtheory.FiniteWidthTheory;
import meanfield.grokking.fieldtheory.InfiniteWidthTheory;
import meanfield.grokking.modular.ModularAddition;
import meanfield.grokking.polynomial.EpochObserver;
import meanfield.grokking.polynomial.PolynomialData;
import meanfield.grokking.polynomial.PolynomialRun;
import meanfield.grokking.polynomial.PolynomialTraining;
import meanfield.grokking.polynomial.QuadraticNetwork;
import meanfield.grokking.polynomial.WeightMoments;
import meanfield.grokking.training.AdamTraining;
import meanfield.grokking.training.ImageTask;
import meanfield.grokking.training.PortableStart;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of polynomial regression by its moments (D = 40, P = 280), measures of every epoch included, and solutions of its
 * mean-field theory: are they at least twice as fast as plain array code on one thread (0.27 ms a step; 7 s for two neurons,
 * T = 61, S = 4000; 2.6 to 3.1 s for infinite width, T = 41, S = 1200)? Steps of the finite networks: are they as fast (1.6 ms
 * an epoch of addition modulo 23 with 200 neurons, 0.5 ms a step on 150 digits)?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrokkingSpeed {
    private static final int STEPS = 200;

    private PolynomialTraining training;
    private PolynomialData data;
    private FiniteWidthTheory fewNeurons;
    private InfiniteWidthTheory infinite;
    private Workers workers;
    private ModularAddition addition;
    private FiniteNetwork adder;
    private ImageTask digits;
    private FiniteNetwork reader;

    /** The published settings. */
    @Setup
    public void prepare() {
        training = PolynomialTraining.of(new QuadraticNetwork(16, 0.05), 13, STEPS);
        data = PolynomialData.portable(40, 280, 11);
        fewNeurons =
                new FiniteWidthTheory(new FieldModel(0.1, 1, 4, 0.01), List.of(0.4, -0.4), 1, 60, 4000, FieldTerms.ALL);
        infinite = new InfiniteWidthTheory(new FieldModel(0.1, 0.5, 4, 0.02), 0.3, 40, 1200, FieldTerms.ALL);
        workers = Workers.of(2);
        LinearAlgebra algebra = LinearAlgebras.automatic();
        addition = ModularAddition.portable(23, 0.7, 5);
        adder = addition.portableNetwork(200, 1, 5, algebra);
        digits = ImageTask.smallDigits(150, 10_000, 3);
        reader = PortableStart.network(List.of(64, 64, 64, 10), StandardActivation.RELU, 6, 13, algebra);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** A step of infinite width; any other width is the same recursion. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public PolynomialRun momentStep() {
        return training.run(data, WeightMoments.infinite(40), EpochObserver.none());
    }

    /** N = 2, T = 61, S = 4000 on one thread. */
    @Benchmark
    public FieldSolution twoNeurons() {
        return fewNeurons.solve(RandomStream.of(1), Workers.serial(), t -> {});
    }

    /** The same on two threads. */
    @Benchmark
    public FieldSolution twoNeuronsOnTwoThreads() {
        return fewNeurons.solve(RandomStream.of(1), workers, t -> {});
    }

    /** N = ∞, T = 41, S = 1200 on one thread. */
    @Benchmark
    public FieldSolution infinitelyMany() {
        return infinite.solve(RandomStream.of(1), Workers.serial(), t -> {});
    }

    /** An epoch of addition modulo 23, 200 neurons, without measures. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public TrainedNetwork modularEpoch() {
        return GradientDescent.withDefaults()
                .withLearningRate(20)
                .withSteps(STEPS)
                .train(adder, addition.train().inputs(), addition.train().targets());
    }

    /** A step of Adam on 150 digits, 64-64-64-10, without measures. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public TrainedNetwork digitsStep() {
        return AdamTraining.of(1e-3, 0.1, STEPS)
                .train(reader, digits.train().inputs(), digits.train().targets());
    }
}
