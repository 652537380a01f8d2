package meanfield.dmft.langevin;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;

/**
 * Infinitely many neurons at τ = 0: each follows its own trajectory, and averages over the Gaussian start are a trapezoid
 * sum over trajectories.
 *
 * <pre>
 *   θ_z′ = -Ψ′(θ_z),   θ_z(0) = m₀ + s₀ z,   f_μ = Σ_z w_z tanh(θ_z x_μ),   z = -8 … 8                        (1)
 * </pre>
 *
 * Accuracy: rounding at early times; gradient flow drives the trajectories apart into steps, and the sum loses digits when a
 * step is narrower than the spacing 0.01 of z. Cost: 1601 P hyperbolic tangents a velocity.
 */
public final class NoiselessFlow {
    private static final double RANGE = 8;
    private static final int NODES = 1601;

    private NoiselessFlow() {}

    /**
     * States at the requested times.
     *
     * @param states one for each time
     * @param convergence of the differential equation
     */
    public record Solution(List<NeuronState> states, Convergence convergence) {}

    /** The density from a Gaussian start, whose variance may be 0; the temperature of the neurons must be 0. */
    public static Solution solve(TanhNeurons neurons, double initialMean, double initialVariance, TimeGrid times) {
        Require.that(neurons.temperature() == 0, "temperature", "be 0", neurons.temperature());
        Require.finite("initialMean", initialMean);
        Require.nonNegative("initialVariance", initialVariance);
        Require.that(times.at(0) >= 0, "times[0]", "be >= 0", times.at(0));
        int nodes = initialVariance == 0 ? 1 : NODES;
        double[] start = new double[nodes];
        double[] weights = new double[nodes];
        double spacing = nodes == 1 ? 0 : 2 * RANGE / (nodes - 1);
        double total = 0;
        for (int j = 0; j < nodes; j++) {
            double z = nodes == 1 ? 0 : -RANGE + j * spacing;
            start[j] = initialMean + Math.sqrt(initialVariance) * z;
            weights[j] = Math.exp(-0.5 * z * z);
            total += weights[j];
        }
        for (int j = 0; j < nodes; j++) {
            weights[j] /= total;
        }
        double[] inputs = new double[neurons.examples()];
        for (int mu = 0; mu < inputs.length; mu++) {
            inputs[mu] = neurons.input(mu);
        }
        OdeSolution solution = OdeSolver.withDefaults()
                .solve(
                        (t, theta, velocity) -> {
                            double[] errors = outputs(neurons, theta, weights);
                            for (int mu = 0; mu < errors.length; mu++) {
                                errors[mu] = (errors[mu] - neurons.target(mu)) / errors.length;
                            }
                            for (int j = 0; j < theta.length; j++) {
                                velocity[j] = DensityKernels.drift(theta[j], inputs, errors, neurons.ridge());
                            }
                        },
                        0,
                        start,
                        times);
        List<NeuronState> states = new ArrayList<>(times.size());
        for (int k = 0; k < times.size(); k++) {
            states.add(state(neurons, times.at(k), solution.states()[k], weights));
        }
        return new Solution(List.copyOf(states), solution.convergence());
    }

    private static double[] outputs(TanhNeurons neurons, double[] theta, double[] weights) {
        double[] f = new double[neurons.examples()];
        for (int mu = 0; mu < f.length; mu++) {
            for (int j = 0; j < theta.length; j++) {
                f[mu] += weights[j] * Math.tanh(theta[j] * neurons.input(mu));
            }
        }
        return f;
    }

    /** State of weighted particles; the free energy has no entropy. */
    static NeuronState state(TanhNeurons neurons, double time, double[] theta, double[] weights) {
        double[] f = outputs(neurons, theta, weights);
        double mean = 0;
        double square = 0;
        for (int j = 0; j < theta.length; j++) {
            mean += weights[j] * theta[j];
            square += weights[j] * theta[j] * theta[j];
        }
        double risk = neurons.risk(f);
        return new NeuronState(time, f, risk, square - mean * mean, risk + 0.5 * neurons.ridge() * square);
    }
}
