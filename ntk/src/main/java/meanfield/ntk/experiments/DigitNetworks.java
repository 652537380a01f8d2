package meanfield.ntk.experiments;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.data.DataSet;
import meanfield.core.data.TrainTestData;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingObserver;
import meanfield.core.random.RandomStream;
import meanfield.experiment.RunContext;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import org.ejml.data.DMatrixRMaj;

/**
 * Finite networks trained on the same digits: full-batch gradient descent with momentum, at half the learning rate of the
 * stability edge.
 *
 * <pre>
 *   η = (1 + m) N/λ_max(Θ),   m = 0.9,   N = examples × outputs                                                 (1)
 * </pre>
 *
 * λ_max is that of the infinite-width kernel on the training set, by power iteration: a rule, not a fit. Outputs are
 * trained as f - f₀ and averaged over networks, which is what the kernel regression without ridge describes at infinite
 * width and time.
 */
final class DigitNetworks {
    private static final double MOMENTUM = 0.9;
    private static final int POWER_STEPS = 30;

    private DigitNetworks() {}

    /** Accuracy and mean squared error of the mean output on the test set; null when networks diverged. */
    record Outcome(Estimate accuracy, Estimate meanSquaredError, int diverged) {}

    static Outcome train(Digits parameters, TrainTestData data, int trainSize, RunContext context) {
        DataSet train = data.train().first(trainSize);
        NetworkShape shape = NetworkShape.of(
                        train.inputDimension(),
                        Collections.nCopies(parameters.depth(), parameters.networkWidth()),
                        train.targets().numCols,
                        parameters.activation())
                .withWeightVariance(parameters.weightVariance())
                .withBiasVariance(parameters.biasVariance());
        double edge = (1 + MOMENTUM) * train.targets().getNumElements() / largestEigenvalue(parameters, train, context);
        GradientDescent descent = GradientDescent.withDefaults()
                .withLearningRate(edge)
                .withMomentum(MOMENTUM)
                .withSteps(parameters.networkSteps());
        RandomStream random = context.random("networks").child(trainSize);
        List<DMatrixRMaj> outputs = context.workers().map(parameters.networks(), m -> {
            FiniteNetwork network = FiniteNetwork.draw(shape, random.child(m), context.linearAlgebra());
            TrainingObserver watching = step -> context.checkCancelled();
            Checkpoint checkpoint = context.checkpoints().at("network-" + trainSize + "-" + m);
            TrainedNetwork trained = descent.train(
                    network,
                    train.inputs(),
                    centred(train.targets(), network, train),
                    watching.keptIn(checkpoint, Resumable.NOTHING));
            DMatrixRMaj change = trained.network().outputs(data.test().inputs());
            addScaled(-1, network.outputs(data.test().inputs()), change);
            return trained.convergence().isConverged() ? change : null;
        });
        int diverged = (int) outputs.stream().filter(Objects::isNull).count();
        return diverged > 0 ? new Outcome(null, null, diverged) : ensemble(data.test(), outputs);
    }

    /** Measures of the mean output, with jackknife standard errors over networks. */
    private static Outcome ensemble(DataSet test, List<DMatrixRMaj> outputs) {
        DMatrixRMaj sum = new DMatrixRMaj(outputs.get(0).numRows, outputs.get(0).numCols);
        outputs.forEach(one -> addScaled(1, one, sum));
        int count = outputs.size();
        double[] accuracies = new double[count];
        double[] errors = new double[count];
        for (int left = 0; left < count; left++) {
            DMatrixRMaj rest = sum.copy();
            addScaled(-1, outputs.get(left), rest);
            scale(1.0 / (count - 1), rest);
            accuracies[left] = DigitRegression.accuracy(test, rest);
            errors[left] = test.meanSquaredError(rest);
        }
        scale(1.0 / count, sum);
        return new Outcome(
                new Estimate(DigitRegression.accuracy(test, sum), jackknife(accuracies)),
                new Estimate(test.meanSquaredError(sum), jackknife(errors)),
                0);
    }

    /** √((M-1)/M Σ (θ_(i) - θ̄)²) = (M-1) times the standard error of a mean. */
    private static double jackknife(double[] leaveOneOut) {
        return (leaveOneOut.length - 1) * Estimate.mean(leaveOneOut).standardError();
    }

    private static void addScaled(double factor, DMatrixRMaj what, DMatrixRMaj into) {
        for (int i = 0; i < into.data.length; i++) {
            into.data[i] += factor * what.data[i];
        }
    }

    private static void scale(double factor, DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] *= factor;
        }
    }

    /** Targets of f whose residual is that of f - f₀ against y. */
    private static DMatrixRMaj centred(DMatrixRMaj targets, FiniteNetwork network, DataSet train) {
        DMatrixRMaj shifted = network.outputs(train.inputs());
        for (int i = 0; i < shifted.data.length; i++) {
            shifted.data[i] += targets.data[i];
        }
        return shifted;
    }

    private static double largestEigenvalue(Digits parameters, DataSet train, RunContext context) {
        DMatrixRMaj kernel = KernelRecursion.of(parameters.network())
                .withWorkers(context.workers())
                .withLinearAlgebra(context.linearAlgebra())
                .kernel(KernelKind.NTK, train.inputs());
        DMatrixRMaj vector = new DMatrixRMaj(train.size(), 1);
        Arrays.fill(vector.data, 1 / Math.sqrt(train.size()));
        double value = 0;
        for (int i = 0; i < POWER_STEPS; i++) {
            vector = context.linearAlgebra().multiply(kernel, vector);
            double square = 0;
            for (double entry : vector.data) {
                square += entry * entry;
            }
            value = Math.sqrt(square);
            for (int j = 0; j < vector.data.length; j++) {
                vector.data[j] /= value;
            }
        }
        return value;
    }
}
