package meanfield.approximation.trained;

import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * Training of all weights of a shallow network by Adam on the mean squared error, full batch, the learning rate falling linearly to
 * 0: what a gradient optimizer makes of the same problem. Its distance from {@link VariableProjection} is the optimization gap of the
 * optimizer.
 *
 * <pre>
 *   m ← β₁m + (1-β₁)g,  v ← β₂v + (1-β₂)g²,  θ ← θ - η_t m̂/(√v̂ + 1e-8),  β₁ = 0.9, β₂ = 0.999                (1)
 * </pre>
 *
 * Outer weights start at N(0, 1/h). No convergence is claimed: the verdict is that the steps were spent.
 *
 * @param steps T
 * @param learningRate η at the start
 */
public record AdamTraining(int steps, double learningRate) {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;

    /** Checked. */
    public AdamTraining {
        Require.atLeast("steps", steps, 0);
        Require.positive("learningRate", learningRate);
    }

    /** This many steps from learning rate 0.01. */
    public static AdamTraining ofSteps(int steps) {
        return new AdamTraining(steps, 0.01);
    }

    /** The network after T steps from a random start. */
    public ShallowNetwork train(ShallowModel model, double[][] inputs, double[] targets, RandomStream random) {
        Require.that(inputs.length == targets.length, "targets", "have " + inputs.length + " entries", targets.length);
        double[] start = model.start(random);
        int inner = start.length;
        double[] all = java.util.Arrays.copyOf(start, inner + model.columns());
        for (int i = inner + 1; i < all.length; i++) {
            all[i] = random.nextGaussian() / Math.sqrt(model.width());
        }
        double[] first = new double[all.length];
        double[] second = new double[all.length];
        double[] gradient = new double[all.length];
        double loss = gradient(model, inputs, targets, all, gradient);
        for (int t = 1; t <= steps; t++) {
            double rate = learningRate * (1 - (t - 1.0) / steps);
            for (int i = 0; i < all.length; i++) {
                first[i] = BETA_1 * first[i] + (1 - BETA_1) * gradient[i];
                second[i] = BETA_2 * second[i] + (1 - BETA_2) * gradient[i] * gradient[i];
                double mean = first[i] / (1 - Math.pow(BETA_1, t));
                double square = second[i] / (1 - Math.pow(BETA_2, t));
                all[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
            }
            loss = gradient(model, inputs, targets, all, gradient);
        }
        double[] theta = java.util.Arrays.copyOf(all, inner);
        double[] outer = java.util.Arrays.copyOfRange(all, inner, all.length);
        Convergence verdict = Convergence.failed(Status.ITERATION_LIMIT, steps, Double.NaN, "gradient steps spent");
        return new ShallowNetwork(model, theta, outer, loss, verdict);
    }

    /** Mean squared error and its gradient with respect to inner, shared and outer numbers. */
    private static double gradient(
            ShallowModel model, double[][] inputs, double[] targets, double[] all, double[] gradient) {
        int d = model.dimension();
        int inner = model.nonlinear();
        double[] shared = model.shared(java.util.Arrays.copyOf(all, inner));
        double[] features = new double[model.columns()];
        java.util.Arrays.fill(gradient, 0);
        double loss = 0;
        for (int p = 0; p < inputs.length; p++) {
            double[] x = inputs[p];
            model.features(all, shared, x, features);
            double error = -targets[p];
            for (int i = 0; i < features.length; i++) {
                error += all[inner + i] * features[i];
            }
            loss += error * error / inputs.length;
            double factor = 2 * error / inputs.length;
            for (int i = 0; i < features.length; i++) {
                gradient[inner + i] += factor * features[i];
            }
            for (int j = 0; j < model.width(); j++) {
                double z = model.preactivation(all, j, x);
                double weight = weight(all, inner, model, j, x);
                double slope = factor * weight * model.unit().derivative(z, shared);
                for (int k = 0; k < d; k++) {
                    gradient[j * (d + 1) + k] += slope * x[k];
                }
                gradient[j * (d + 1) + d] += slope;
                double power = factor * weight;
                for (int i = 0; i < shared.length; i++) {
                    power *= Math.max(z, 0);
                    gradient[model.width() * (d + 1) + i] += power;
                }
            }
        }
        return loss;
    }

    private static double weight(double[] all, int inner, ShallowModel model, int j, double[] x) {
        if (model.unit() != HiddenUnit.SWIGLU) {
            return all[inner + 1 + j];
        }
        int place = inner + 1 + j * (x.length + 1);
        double sum = all[place];
        for (int k = 0; k < x.length; k++) {
            sum += all[place + 1 + k] * x[k];
        }
        return sum;
    }
}
