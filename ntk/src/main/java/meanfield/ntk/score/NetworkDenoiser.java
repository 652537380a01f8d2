package meanfield.ntk.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.TrainingObserver;
import meanfield.core.random.RandomStream;
import meanfield.experiment.RunContext;
import org.ejml.data.DMatrixRMaj;

/**
 * A finite network trained on the denoising labels by gradient descent, its output at the start taken off.
 *
 * <pre>
 *   loss (1/2nD) Σ |f - f₀ - y|²,   η λ_max/(nD) = 1/8,   t = η · steps/D                                   (1)
 * </pre>
 *
 * The factor D is the number of outputs, over which the loss averages. Segments between times have whole numbers of steps, so
 * that every time is hit exactly.
 */
final class NetworkDenoiser {
    private static final double STABLE = 0.125;

    private final ScoreMatching parameters;
    private final DMatrixRMaj points;
    private final DMatrixRMaj queries;
    private final double largestRate;

    NetworkDenoiser(ScoreMatching parameters, DenoisingProblem problem, double largestEigenvalue) {
        this.parameters = parameters;
        this.points = DenoisingProblem.lifted(problem.points());
        this.queries = DenoisingProblem.lifted(problem.queries());
        int outputs = problem.points().numCols;
        this.largestRate = STABLE * points.numRows * outputs / largestEigenvalue;
    }

    /** Times that networks are trained to. */
    static List<Double> times(ScoreMatching parameters) {
        return parameters.times().stream()
                .filter(time -> time <= parameters.networkTime())
                .toList();
    }

    /** Outputs at the test points at every time; f - f₀. The index names the network's checkpoints. */
    List<DMatrixRMaj> train(DMatrixRMaj labels, RandomStream random, int index, RunContext context) {
        int d = labels.numCols;
        NetworkShape shape = NetworkShape.of(
                        points.numCols,
                        Collections.nCopies(parameters.depth(), parameters.width()),
                        d,
                        parameters.activation())
                .withWeightVariance(parameters.weightVariance());
        FiniteNetwork network = FiniteNetwork.draw(shape, random, context.linearAlgebra());
        DMatrixRMaj start = network.outputs(queries);
        DMatrixRMaj targets = sum(labels, 1, network.outputs(points));
        List<DMatrixRMaj> outputs = new ArrayList<>();
        double reached = 0;
        for (double time : times(parameters)) {
            double length = (time - reached) * d;
            int steps = (int) Math.ceil(length / largestRate);
            if (steps > 0) {
                GradientDescent descent = GradientDescent.withDefaults()
                        .withLearningRate(length / steps)
                        .withSteps(steps);
                TrainingObserver watching = state -> context.checkCancelled();
                Checkpoint checkpoint = context.checkpoints().at("network-" + index + "-" + outputs.size());
                network = descent.train(network, points, targets, watching.keptIn(checkpoint, Resumable.NOTHING))
                        .orThrow()
                        .network();
            }
            outputs.add(sum(network.outputs(queries), -1, start));
            reached = time;
        }
        return outputs;
    }

    private static DMatrixRMaj sum(DMatrixRMaj a, double factor, DMatrixRMaj b) {
        DMatrixRMaj sum = a.copy();
        for (int i = 0; i < sum.data.length; i++) {
            sum.data[i] += factor * b.data[i];
        }
        return sum;
    }
}
