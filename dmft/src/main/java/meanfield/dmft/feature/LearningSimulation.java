package meanfield.dmft.feature;

import java.util.Collections;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.EmpiricalKernels;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.OutputCentering;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingStep;
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

    private LearningSimulation(LearningProblem problem, int width, LinearAlgebra algebra) {
        this.problem = problem;
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
        return new LearningSimulation(problem, width, Require.present("algebra", algebra));
    }

    /** One network, drawn from this stream; safe to call from several threads with streams of their own. */
    public LearningTrajectory run(RandomStream random) {
        FiniteNetwork network = FiniteNetwork.draw(shape, random, algebra);
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        TrainedNetwork trained = descent.train(network, inputs, targets, step -> record(step, recorder));
        return recorder.finish(trained.convergence());
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
