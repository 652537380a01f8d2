package meanfield.bench;

import java.util.concurrent.TimeUnit;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.greedy.GreedyExpansion;
import meanfield.approximation.greedy.OrthogonalGreedy;
import meanfield.approximation.greedy.RidgeDictionary;
import meanfield.approximation.greedy.SampledTarget;
import meanfield.approximation.rational.RationalRemez;
import meanfield.core.activation.PolyRelu;
import meanfield.core.activation.dual.PolyReluDual;
import meanfield.core.parallel.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The baselines of approximation: best polynomial of |x| at degree 200, best rational function of |x| at type (28, 28), the
 * orthogonal greedy algorithm over 8,000 atoms on 10,000 points (one of the 128 steps is the unit), and the PolyReLU dual.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ClassicalApproximationSpeed {
    private static final int STEPS = 16;

    private SampledTarget target;
    private RidgeDictionary dictionary;
    private Workers workers;
    private PolyReluDual dual;

    /** 100 × 80 atoms on 100 × 100 points. */
    @Setup
    public void prepare() {
        target = SampledTarget.of((x, y) -> Math.sin(2 * Math.PI * x) * Math.sin(2 * Math.PI * y), 2, 20, 5);
        dictionary = RidgeDictionary.onSquare(1, 100, 80);
        workers = Workers.of(2);
        dual = PolyRelu.initial(3).dual();
    }

    /** Threads. */
    @TearDown
    public void release() {
        workers.close();
    }

    /** E_200(|x|), milliseconds. */
    @Benchmark
    public double polynomial() {
        return PolynomialRemez.withDefaults().solve(StandardFunction.ABS, 200).minimaxError();
    }

    /** E_{28,28}(|x|), milliseconds. */
    @Benchmark
    public double rational() {
        return RationalRemez.withDefaults().solve(StandardFunction.ABS, 28, 28).minimaxError();
    }

    /** 16 greedy steps, milliseconds on two threads. */
    @Benchmark
    public GreedyExpansion greedy() {
        return new OrthogonalGreedy(STEPS).approximate(target, dictionary, workers);
    }

    /** 1000 dual kernels, milliseconds. */
    @Benchmark
    public double duals() {
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += dual.valueAtCorrelation(1, 1, -1 + 0.002 * i);
        }
        return sum;
    }
}
