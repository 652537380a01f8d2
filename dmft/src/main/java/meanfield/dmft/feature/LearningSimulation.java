package meanfield.dmft.feature;

import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import meanfield.core.Require;
import meanfield.core.checkpoint.Checkpoints;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.EmpiricalKernels;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.OutputCentering;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingObserver;
import meanfield.core.network.TrainingStep;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The network of finite width that a theory of feature learning describes: drawn, trained by the same gradient descent
 * with centred outputs, and measured at every step.
 *
 * <pre>
 *   K_μν = γ₀² N ∇_θ f_μ · ∇_θ f_ν,   Φ^L_μν = φ(h^L_μ)·φ(h^L_ν)/N                                               (1)
 * </pre>
 *
 * Every hidden layer has the same width N; inputs are {@link LearningProblem#inputs}. The mean over networks differs from
 * the theory by order 1/N, one network by order 1/√N. Cost of a step: six products P × N × N a layer.
 */
public final class LearningSimulation {
    private final LearningProblem problem;
    private final NetworkShape shape;
    private final GradientDescent descent;
    private final LinearAlgebra algebra;
    private final DMatrixRMaj inputs;
    private final DMatrixRMaj targets;
    private final Checkpoints checkpoints;

    private LearningSimulation(LearningProblem problem, int width, LinearAlgebra algebra, Checkpoints checkpoints) {
        this.problem = problem;
        this.checkpoints = checkpoints;
        this.algebra = algebra;
        this.inputs = problem.inputs();
        this.targets = DMatrixRMaj.wrap(problem.samples(), 1, problem.targets());
        this.shape = NetworkShape.of(
                        problem.samples(), Collections.nCopies(problem.hiddenLayers(), width), 1, problem.activation())
                .withMeanField(problem.gamma0());
        this.descent = GradientDescent.withDefaults()
                .withLearningRate(problem.learningRate())
                .withSteps(problem.steps())
                .withCentering(OutputCentering.AT_START);
    }

    /** Networks of this width. */
    public static LearningSimulation of(LearningProblem problem, int width, LinearAlgebra algebra) {
        Require.present("problem", problem);
        Require.atLeast("width", width, 1);
        return new LearningSimulation(problem, width, Require.present("algebra", algebra), Checkpoints.NONE);
    }

    /** The same networks, whose trainings go on after an interruption from their states there. */
    public LearningSimulation withCheckpoints(Checkpoints newCheckpoints) {
        int width = shape.fanIn(problem.hiddenLayers());
        return new LearningSimulation(problem, width, algebra, Require.present("checkpoints", newCheckpoints));
    }

    /** One network, drawn from this stream; safe to call from several threads with streams of their own. */
    public LearningTrajectory run(RandomStream random) {
        return run(0, random);
    }

    private LearningTrajectory run(int index, RandomStream random) {
        FiniteNetwork network = FiniteNetwork.draw(shape, random, algebra);
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        TrainingObserver watching = step -> record(step, recorder);
        TrainingObserver observer = watching.keptIn(checkpoints.at("network-" + index), recorder);
        TrainedNetwork trained = descent.train(network, inputs, targets, observer);
        return recorder.finish(trained.convergence());
    }

    /** Many networks, network m from the m-th child of the stream; {@code started} is told of each, on any thread. */
    public List<LearningTrajectory> run(int networks, RandomStream random, Workers workers, IntConsumer started) {
        return workers.map(networks, m -> {
            started.accept(m);
            return run(m, random.child(m));
        });
    }

    /** Rough cost of many networks: seconds on one core. */
    public static double seconds(LearningProblem problem, int width, int networks) {
        double weights = (double) width * (problem.samples() + width * (problem.hiddenLayers() - 1.0) + 1);
        double step = weights * (2e-9 + 6e-10 * problem.samples()) + 2e-5 * problem.hiddenLayers();
        return networks * ((problem.steps() + 1) * step + 2e-8 * weights);
    }

    private void record(TrainingStep step, LearningTrajectory.Recorder recorder) {
        EmpiricalKernels kernels = EmpiricalKernels.of(step.network(), inputs);
        double readout = shape.weightScale(problem.hiddenLayers());
        double[] ntk = scaled(kernels.ntk(), shape.learningRateScale());
        // conditionalNngp is s² A Aᵀ, s = 1/(γ₀ N); the features are A Aᵀ/N
        double[] features =
                scaled(kernels.conditionalNngp(), 1 / (readout * readout * shape.fanIn(problem.hiddenLayers())));
        recorder.add(step.outputs().data, ntk, features);
    }

    private static double[] scaled(DMatrixRMaj matrix, double factor) {
        double[] values = matrix.data.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    @Override
    public String toString() {
        return "networks of width " + shape.fanIn(problem.hiddenLayers()) + " for " + problem;
    }
}
