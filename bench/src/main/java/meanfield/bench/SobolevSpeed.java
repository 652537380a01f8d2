package meanfield.bench;

import java.util.concurrent.TimeUnit;
import meanfield.approximation.network.Graph;
import meanfield.approximation.sobolev.ErrorField;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
import meanfield.core.parallel.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sup error of a constructive network in the plane (n = 3) on the reference grid: by locality on two threads, and, as the baseline,
 * points through the explicit graph of a small one. Decides that large networks are never built to be measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class SobolevSpeed {
    private static final int SMOOTHNESS = 3;
    private static final int DIMENSION = 2;
    private static final int SMALL = 4;

    /** Which network. */
    @Param({"POLYRELU", "RELU", "REQU", "RATIONAL"})
    public NetworkKind kind;

    /** Cells an axis of the large one. */
    @Param({"32", "128"})
    public int cells;

    private Workers workers;
    private Target target;
    private Graph graph;

    /** Makes the target, the small graph and the threads. */
    @Setup
    public void prepare() {
        workers = Workers.of(2);
        target = TargetFunction.SINESINE.of(DIMENSION, SMOOTHNESS).normalized(SMOOTHNESS);
        graph = SobolevNetwork.of(kind, SMOOTHNESS, DIMENSION, SMALL).graph(target);
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        workers.close();
    }

    /** (12 N + 1)² points by locality. */
    @Benchmark
    public double supErrorByLocality() {
        SobolevNetwork network = SobolevNetwork.of(kind, SMOOTHNESS, DIMENSION, cells);
        return GridSup.of(DIMENSION, cells)
                .measure(new ErrorField(target, network.evaluator(target)), DIMENSION, workers)
                .lower();
    }

    /** 100 points through the graph of N = 4. */
    @Benchmark
    public double pointsThroughTheGraph() {
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += graph.value(new double[] {0.01 * i, 1 - 0.01 * i});
        }
        return sum;
    }
}
