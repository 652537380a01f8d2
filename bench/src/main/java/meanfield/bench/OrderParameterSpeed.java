package meanfield.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.committee.CommitteeSolver;
import meanfield.dmft.committee.CommitteeUnit;
import meanfield.dmft.committee.OnlineLearning;
import meanfield.dmft.committee.OrderParameters;
import meanfield.dmft.langevin.FokkerPlanckSolver;
import meanfield.dmft.langevin.TanhNeurons;
import meanfield.dmft.recurrent.ChaoticState;
import meanfield.dmft.recurrent.TransientSolver;
import meanfield.dmft.scaling.LinearFeatureModel;
import meanfield.dmft.scaling.ScalingSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds for whole solutions of the theories with few order parameters, one thread.
 *
 * <p>Baselines are a plain numpy program on one thread: 0.8 s for the committee machine, 1.4 s for the scaling law, 1 s for a
 * gain. The numbers decide whether a lecture can move a slider: everything below 0.1 s can.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class OrderParameterSpeed {
    private final LinearAlgebra algebra = LinearAlgebras.automatic();

    /** K = M = 2 erf units to t = 150 at tolerance 1e-10. */
    @Benchmark
    public double committee() {
        OrderParameters start = OrderParameters.of(
                List.of(List.of(0.2, 0.0), List.of(0.0, 0.3)),
                List.of(List.of(0.01, 0.0), List.of(0.0, 0.0)),
                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                List.of(1.0, 1.0),
                List.of(1.0, 1.0));
        return CommitteeSolver.withDefaults()
                .solve(OnlineLearning.of(CommitteeUnit.ERF, 1.5), start, TimeGrid.of(0, 50, 150), algebra)
                .generalizationError(2);
    }

    /** M = 200 features, P = 60, N = 100, 60 times. */
    @Benchmark
    public double scalingLaw() {
        LinearFeatureModel model = LinearFeatureModel.of(LinearFeatureModel.powerLaw(200, 1.6, 1.3), 2)
                .withTrainSize(60)
                .withWidth(100);
        return ScalingSolver.solve(model, 59).testLoss()[59];
    }

    /** Variance, autocorrelation at ten lags and Lyapunov exponent at g = 2. */
    @Benchmark
    public double chaos() {
        ChaoticState state = ChaoticState.of(2);
        double[] correlation = state.autocorrelation(TimeGrid.of(0, 0.5, 1, 2, 3, 5, 8, 12, 16, 20));
        return correlation[9] + state.lyapunovExponent().value();
    }

    /** 100 steps of the two-time equations. */
    @Benchmark
    public double transientState() {
        return TransientSolver.solve(2, 1, 0.1, 100).at(100, 100);
    }

    /** Five examples, 20 units of time, extrapolated in the step. */
    @Benchmark
    public double density() {
        TanhNeurons neurons = TanhNeurons.of(
                new double[] {-1.5, -0.5, 0.3, 1, 2}, new double[] {-0.6, -0.3, 0.2, 0.5, 0.4}, 0.1, 0.05);
        return FokkerPlanckSolver.withDefaults()
                .solve(neurons, 0, 1, TimeGrid.of(20))
                .states()
                .get(0)
                .freeEnergy();
    }
}
