package meanfield.bench;

import java.util.concurrent.TimeUnit;
import meanfield.core.activation.StandardActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.feature.TwoLayerQuadrature;
import meanfield.dmft.linear.DeepLinearDynamics;
import meanfield.dmft.sampler.CausalSampler;
import meanfield.dmft.sampler.SampledDynamics;
import org.ejml.data.DMatrixRMaj;
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
 * Milliseconds of the mean-field theories of feature learning: are they cheap enough for a lecture?
 *
 * <p>Bars on two cores: 300 ms for the deep linear theory (81 times, two hidden layers, one sample), 2 s for one draw of the
 * causal sampler (41 times, two hidden tanh layers, 2500 sites). The sampler's inner loop is a sum of vectors over 64 sites;
 * (2/3) S (TP)³ multiplications for two hidden layers are 0.11 billion, the rest is tanh. The quadrature is the third method
 * of the module, two smooth layers and one sample to 1e-8.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FeatureLearningSpeed {
    private Workers workers;
    private LearningProblem problem;

    /** One sample, y = 1, γ₀ = 1. */
    @Setup
    public void prepare() {
        workers = Workers.of(2);
        problem = LearningProblem.of(DMatrixRMaj.wrap(1, 1, new double[] {1}), new double[] {1});
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** The closed equations: T = 81, L = 2. */
    @Benchmark
    public DeepLinearDynamics deepLinear() {
        return DeepLinearDynamics.of(
                problem.withHiddenLayers(2).withLearningRate(0.03).withSteps(80));
    }

    /** One draw of the sampler: T = 41, L = 2, S = 2500, tanh. */
    @Benchmark
    public SampledDynamics causalSampler() {
        LearningProblem deep = problem.withActivation(StandardActivation.TANH)
                .withHiddenLayers(2)
                .withLearningRate(0.1)
                .withSteps(40);
        return CausalSampler.withDefaults().withSites(2500).withDraws(1).solve(deep, RandomStream.of(1), workers);
    }

    /** Two layers by quadrature, 61 times, erf. */
    @Benchmark
    public LearningTrajectory quadrature() {
        LearningProblem shallow = problem.withActivation(StandardActivation.ERF)
                .withLearningRate(0.1)
                .withSteps(60);
        return TwoLayerQuadrature.withDefaults().solve(shallow, workers);
    }
}
