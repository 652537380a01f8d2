package meanfield.grokking.fieldtheory;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import meanfield.grokking.polynomial.EpochObserver;
import meanfield.grokking.polynomial.PolynomialData;
import meanfield.grokking.polynomial.PolynomialRun;
import meanfield.grokking.polynomial.PolynomialTraining;
import meanfield.grokking.polynomial.QuadraticNetwork;
import meanfield.grokking.polynomial.WeightMoments;

/**
 * Gradient descent in a finite number D of dimensions, what the field theory is compared with.
 *
 * <p>Finite width: explicit weights w_i(0) = m_i β + Gaussian noise of variance v orthogonal to β. The test loss over all inputs
 * is that of {@code QuadraticForm} with the overlaps of w(t), w(0) and β, so that no D × D matrix is formed; a step costs 4 P D N.
 * Infinite width: the exact recursion of the moments from M(0) = I off the target and m₀² D on it. Deviations from the limit
 * are O(D^-1/2) in one draw (tails of the labels).
 */
public final class FieldSimulation {
    private static final double DIVERGENCE = 1e6;

    private FieldSimulation() {}

    /** One draw at finite width. */
    public static FieldSolution finiteWidth(
            FiniteWidthTheory setting, int dimension, RandomStream random, IntConsumer progress) {
        Require.atLeast("dimension", dimension, 2);
        FieldModel model = setting.model();
        int neurons = setting.initialOverlaps().size();
        int examples = (int) Math.round(model.sampleRatio() * dimension);
        Require.atLeast("sampleRatio * dimension", examples, 1);
        double[] inputs = new double[Math.multiplyExact(examples, dimension)];
        random.child("inputs").fillGaussian(inputs);
        double[] target = new double[dimension];
        random.child("target").fillGaussian(target);
        rescale(target);
        double[] start = startWeights(setting, target, random.child("weights"));
        double[] weights = start.clone();
        double[] change = new double[weights.length];
        double[] startOutput = new double[examples];
        double[] train = undefined(setting.steps() + 1);
        double[] test = undefined(setting.steps() + 1);
        double[][] overlaps = new double[setting.steps() + 1][neurons];
        for (int t = 0; t <= setting.steps(); t++) {
            train[t] = sweep(model, neurons, inputs, target, weights, t == 0, startOutput, change);
            if (!(train[t] < DIVERGENCE)) {
                double loss = train[t];
                train[t] = Double.NaN;
                for (int s = t; s <= setting.steps(); s++) {
                    Arrays.fill(overlaps[s], Double.NaN);
                }
                String detail = "the training loss left every bound at step " + t;
                return new FieldSolution(train, test, overlaps, Convergence.failed(Status.DIVERGED, t, loss, detail));
            }
            double[][] sigma = covariance(weights, start, target, neurons);
            test[t] = QuadraticForm.testLoss(model, neurons, sigma);
            for (int i = 0; i < neurons; i++) {
                overlaps[t][i] = sigma[i][2 * neurons];
            }
            for (int a = 0; a < weights.length; a++) {
                weights[a] += change[a];
            }
            progress.accept(t);
        }
        return new FieldSolution(train, test, overlaps, Convergence.converged(setting.steps(), 0, Double.NaN));
    }

    /** One pass over the examples: mean Δ², and the step of the weights into change. */
    private static double sweep(
            FieldModel model,
            int neurons,
            double[] inputs,
            double[] target,
            double[] weights,
            boolean first,
            double[] startOutput,
            double[] change) {
        int dimension = target.length;
        double scale = 1 / Math.sqrt(dimension);
        double[] h = new double[neurons];
        double[] label = new double[1];
        double sum = 0;
        Arrays.fill(change, 0);
        for (int m = 0; m < startOutput.length; m++) {
            SimulationKernels.fields(weights, inputs, m * dimension, scale, h, dimension);
            SimulationKernels.fields(target, inputs, m * dimension, scale, label, dimension);
            double output = 0;
            for (double field : h) {
                output += model.alpha() / neurons * (field + 0.5 * model.epsilon() * field * field);
            }
            if (first) {
                startOutput[m] = output;
            }
            double delta = 0.5 * label[0] * label[0] - (output - startOutput[m]);
            sum += delta * delta;
            for (int i = 0; i < neurons; i++) {
                h[i] = model.step() * scale * delta * (1 + model.epsilon() * h[i]);
            }
            SimulationKernels.accumulate(h, inputs, m * dimension, change, dimension);
        }
        return sum / startOutput.length;
    }

    private static double[] startWeights(FiniteWidthTheory setting, double[] target, RandomStream random) {
        int dimension = target.length;
        List<Double> overlaps = setting.initialOverlaps();
        double[] weights = new double[overlaps.size() * dimension];
        random.fillGaussian(weights);
        double deviation = Math.sqrt(setting.initialVariance());
        for (int i = 0; i < overlaps.size(); i++) {
            double along = SimulationKernels.dot(weights, i * dimension, target, 0, dimension) / dimension;
            for (int a = 0; a < dimension; a++) {
                double noise = weights[i * dimension + a] - along * target[a];
                weights[i * dimension + a] = overlaps.get(i) * target[a] + deviation * noise;
            }
        }
        return weights;
    }

    /** Overlaps v_a·v_b/D of (w(t), w(0), β). */
    private static double[][] covariance(double[] weights, double[] start, double[] target, int neurons) {
        int dimension = target.length;
        int size = 2 * neurons + 1;
        double[][] sigma = new double[size][size];
        for (int a = 0; a < size; a++) {
            double[] left = a < neurons ? weights : a < 2 * neurons ? start : target;
            int leftOffset = a < 2 * neurons ? a % neurons * dimension : 0;
            for (int b = 0; b <= a; b++) {
                double[] right = b < neurons ? weights : b < 2 * neurons ? start : target;
                int rightOffset = b < 2 * neurons ? b % neurons * dimension : 0;
                sigma[a][b] = SimulationKernels.dot(left, leftOffset, right, rightOffset, dimension) / dimension;
                sigma[b][a] = sigma[a][b];
            }
        }
        return sigma;
    }

    private static void rescale(double[] target) {
        double norm = SimulationKernels.dot(target, 0, target, 0, target.length);
        double factor = Math.sqrt(target.length / norm);
        for (int a = 0; a < target.length; a++) {
            target[a] *= factor;
        }
    }

    private static double[] undefined(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** One draw at infinite width, by the exact recursion of the moments; the overlap is √(βᵀMβ)/D. */
    public static FieldSolution infiniteWidth(
            InfiniteWidthTheory setting, int dimension, RandomStream random, IntConsumer progress) {
        Require.atLeast("dimension", dimension, 2);
        FieldModel model = setting.model();
        int examples = (int) Math.round(model.sampleRatio() * dimension);
        PolynomialData data = PolynomialData.draw(dimension, examples, random);
        WeightMoments start = WeightMoments.infinite(dimension);
        double informed = setting.initialOverlap() * setting.initialOverlap() - 1.0 / dimension;
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                start.second()[a * dimension + b] += informed * data.target()[a] * data.target()[b];
            }
        }
        EpochObserver observer = (epoch, first) -> {
            progress.accept(epoch.epoch());
            return true;
        };
        PolynomialRun run = PolynomialTraining.of(
                        new QuadraticNetwork(model.alpha(), model.epsilon()),
                        dimension * model.learningRate(),
                        setting.steps())
                .run(data, start, observer);
        double[] train = undefined(setting.steps() + 1);
        double[] test = undefined(setting.steps() + 1);
        double[][] overlaps = new double[setting.steps() + 1][];
        Arrays.setAll(overlaps, t -> new double[] {Double.NaN});
        run.epochs().forEach(epoch -> {
            train[epoch.epoch()] = epoch.trainLoss();
            test[epoch.epoch()] = epoch.testLoss().total();
            overlaps[epoch.epoch()][0] =
                    Math.copySign(Math.sqrt(epoch.targetPower() / dimension), setting.initialOverlap());
        });
        return new FieldSolution(train, test, overlaps, run.convergence());
    }
}
