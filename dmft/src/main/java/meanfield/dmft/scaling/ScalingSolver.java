package meanfield.dmft.scaling;

import java.util.Arrays;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.learningcurve.KernelSpectrum;
import meanfield.dmft.scaling.ScalingCorrelations.Shared;

/**
 * Test and train loss of {@link LinearFeatureModel} for large M, P, N at fixed ratios, at every step of gradient descent.
 *
 * <p>The equations are those of the package's chapter; they are causal and solved in one pass over time without any
 * iteration, exact up to rounding. Without disorder (P = N = ∞) the answer is closed, Σ_k w*_k² λ_k (1 - η λ_k)^{2t}.
 *
 * <p>Edge cases: a learning rate beyond stability gives the true growing losses with the verdict {@code DIVERGED}. Cost:
 * M T² + T⁴ multiplications and 17 T² numbers; T = 60 takes some ten milliseconds, T = 500 half a minute.
 */
public final class ScalingSolver {
    /** Losses beyond this multiple of the first count as divergence. */
    private static final double GROWTH = 10;

    private ScalingSolver() {}

    /** Losses at steps 0 … steps. */
    public static ScalingSolution solve(LinearFeatureModel model, int steps) {
        Require.present("model", model);
        Require.atLeast("steps", steps, 0);
        int times = steps + 1;
        if (model.isDeterministic()) {
            return withoutDisorder(model, times);
        }
        ScalingResponses responses = ScalingResponses.of(model, times);
        ScalingCorrelations.Result result = new ScalingCorrelations(model, responses).solve(Shared.ALL);
        double[] test = diagonal(result.test(), times);
        double[] train = diagonal(result.train(), times);
        return new ScalingSolution(model, test, train, responses.error, responses.weight, verdict(model, train));
    }

    /**
     * Test loss at steps 0 … steps of the mean prediction of infinitely many students that share the training set and have
     * projections A of their own; E students have (C_0(one student) + (E - 1) this)/E.
     */
    public static double[] ensembleLoss(LinearFeatureModel model, int steps) {
        return shared(model, steps, Shared.DATA);
    }

    /** The same for students that share the projection and have training sets of their own (bagging). */
    public static double[] baggedLoss(LinearFeatureModel model, int steps) {
        return shared(model, steps, Shared.FEATURES);
    }

    private static double[] shared(LinearFeatureModel model, int steps, Shared shared) {
        int times = Require.atLeast("steps", steps, 0) + 1;
        if (model.isDeterministic()) {
            return withoutDisorder(model, times).testLoss();
        }
        ScalingResponses responses = ScalingResponses.of(model, times);
        return diagonal(new ScalingCorrelations(model, responses).solve(shared).test(), times);
    }

    private static ScalingSolution withoutDisorder(LinearFeatureModel model, int times) {
        KernelSpectrum spectrum = model.spectrum();
        double[] test = new double[times];
        double[] train = new double[times];
        double[] error = new double[times];
        double[] weight = new double[times];
        error[0] = 1;
        double[] decay = new double[spectrum.modes()]; // (1 - η λ_k)^t
        Arrays.fill(decay, 1);
        for (int t = 0; t < times; t++) {
            for (int k = 0; k < decay.length; k++) {
                test[t] += spectrum.targetEnergy(k) * decay[k] * decay[k];
                decay[k] *= 1 - model.learningRate() * spectrum.eigenvalue(k);
            }
            train[t] = test[t] + model.noiseVariance();
            weight[t] = t == 0 ? 0 : model.learningRate();
        }
        return new ScalingSolution(model, test, train, error, weight, verdict(model, train));
    }

    private static Convergence verdict(LinearFeatureModel model, double[] train) {
        for (int t = 0; t < train.length; t++) {
            if (!(train[t] <= GROWTH * train[0])) {
                String detail = "the loss grows: learning rate " + model.learningRate()
                        + " is above the largest stable one, first seen at step " + t;
                return Convergence.failed(Status.DIVERGED, t, train[t], detail);
            }
        }
        return Convergence.converged(train.length, 0, Double.NaN);
    }

    private static double[] diagonal(double[] matrix, int times) {
        double[] result = new double[times];
        for (int t = 0; t < times; t++) {
            result[t] = matrix[t * times + t];
        }
        return result;
    }
}
