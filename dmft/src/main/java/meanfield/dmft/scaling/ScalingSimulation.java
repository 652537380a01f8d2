package meanfield.dmft.scaling;

import meanfield.core.Require;
import meanfield.core.learningcurve.KernelSpectrum;
import meanfield.core.random.RandomStream;

/**
 * One draw of {@link LinearFeatureModel}, trained step by step: projection, training set and label noise from the children
 * {@code features} and {@code data} of a stream. An infinite P or N replaces the matrix by its mean. Cost of a step: 2 M (P + N).
 */
public final class ScalingSimulation {
    private final LinearFeatureModel model;
    /** √λ_k, one for each single feature. */
    private final double[] deviation;
    /** w*_k. */
    private final double[] target;

    private ScalingSimulation(LinearFeatureModel model, double[] deviation, double[] target) {
        this.model = model;
        this.deviation = deviation;
        this.target = target;
    }

    /** Finite P and N must be whole; multiplicities too, and eigenvalues positive. */
    public static ScalingSimulation of(LinearFeatureModel model) {
        whole("trainSize", model.trainSize());
        whole("width", model.width());
        KernelSpectrum spectrum = model.spectrum();
        double[] deviation = new double[(int) spectrum.rank()];
        double[] target = new double[deviation.length];
        int at = 0;
        for (int k = 0; k < spectrum.modes(); k++) {
            int count = (int) spectrum.multiplicity(k);
            double lambda = spectrum.eigenvalue(k);
            Require.that(count == spectrum.multiplicity(k), "multiplicity", "be whole", spectrum.multiplicity(k));
            Require.positive("eigenvalue", lambda);
            for (int j = 0; j < count; j++) {
                deviation[at] = Math.sqrt(lambda);
                target[at++] = Math.sqrt(spectrum.targetEnergy(k) / count / lambda);
            }
        }
        return new ScalingSimulation(model, deviation, target);
    }

    private static void whole(String name, double value) {
        Require.that(Double.isInfinite(value) || value == Math.rint(value), name, "be whole or infinite", value);
    }

    /**
     * What happened to one draw.
     *
     * @param testLoss at steps 0 …
     * @param trainLoss at steps 0 …
     * @param error v at the last step
     */
    public record Trajectory(double[] testLoss, double[] trainLoss, double[] error) {}

    /** One draw whose projection and data come from one stream. */
    public Trajectory run(int steps, RandomStream random) {
        return run(steps, random.child("features"), random.child("data"));
    }

    /** One draw with the projection of one stream and the data of another: what ensembles share. */
    public Trajectory run(int steps, RandomStream features, RandomStream data) {
        int m = target.length;
        double[] projection = Double.isInfinite(model.width()) ? null : matrix((int) model.width(), features, null);
        double[] samples =
                Double.isInfinite(model.trainSize()) ? null : matrix((int) model.trainSize(), data, deviation);
        double[] noise = new double[samples == null ? 0 : (int) model.trainSize()];
        for (int mu = 0; mu < noise.length; mu++) {
            noise[mu] = Math.sqrt(model.noiseVariance()) * data.nextGaussian();
        }
        double[] delta = new double[noise.length];
        double[] hidden = new double[projection == null ? 0 : (int) model.width()];
        double[] gradient = new double[m];
        double[] change = new double[m];
        double[] error = target.clone();
        double[] test = new double[steps + 1];
        double[] train = new double[steps + 1];
        for (int t = 0; t <= steps; t++) {
            test[t] = testLoss(error);
            train[t] = test[t] + model.noiseVariance();
            if (samples == null) { // the mean over data of Ψᵀ Δ/P
                for (int k = 0; k < m; k++) {
                    gradient[k] = deviation[k] * deviation[k] * error[k];
                }
            } else {
                train[t] = residual(samples, error, noise, delta);
                SimulationKernels.transposedProduct(samples, delta, gradient);
                for (int k = 0; k < m; k++) {
                    gradient[k] /= delta.length;
                }
            }
            if (projection == null) { // the mean of AᵀA/N
                System.arraycopy(gradient, 0, change, 0, m);
            } else {
                SimulationKernels.product(projection, gradient, hidden);
                SimulationKernels.transposedProduct(projection, hidden, change);
                for (int k = 0; k < m; k++) {
                    change[k] /= hidden.length;
                }
            }
            for (int k = 0; k < m && t < steps; k++) {
                error[k] -= model.learningRate() * change[k];
            }
        }
        return new Trajectory(test, train, error);
    }

    /** Σ_k λ_k v_k². */
    public double testLoss(double[] error) {
        double sum = 0;
        for (int k = 0; k < error.length; k++) {
            double scaled = deviation[k] * error[k];
            sum += scaled * scaled;
        }
        return sum;
    }

    /** Δ = Ψ v + σ ε, and |Δ|²/P. */
    private static double residual(double[] samples, double[] error, double[] noise, double[] delta) {
        SimulationKernels.product(samples, error, delta);
        double sum = 0;
        for (int mu = 0; mu < delta.length; mu++) {
            delta[mu] += noise[mu];
            sum += delta[mu] * delta[mu];
        }
        return sum / delta.length;
    }

    private double[] matrix(int rows, RandomStream random, double[] scale) {
        double[] result = new double[Math.multiplyExact(rows, target.length)];
        random.fillGaussian(result);
        for (int i = 0; scale != null && i < rows; i++) {
            for (int k = 0; k < scale.length; k++) {
                result[i * scale.length + k] *= scale[k];
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return "simulation of " + model;
    }
}
