package meanfield.dmft.langevin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import org.ejml.data.DMatrixRMaj;

/**
 * N noisy neurons, by the Euler-Maruyama method: deviations from the density are O(N^-1/2) plus O(dt).
 *
 * <pre>
 *   θ_i ← θ_i - Ψ′(θ_i) dt + √(2τ dt) ζ_i,   Ψ of the N neurons' own output                                  (1)
 * </pre>
 *
 * The free energy of a finite sample has no entropy: NaN unless τ = 0.
 *
 * @param particles N
 * @param timeStep largest dt
 */
public record ParticleSimulation(int particles, double timeStep) {
    /** Checked. */
    public ParticleSimulation {
        Require.atLeast("particles", particles, 1);
        Require.positive("timeStep", timeStep);
    }

    /** Neurons tanh(θ x) from θ ~ N(mean, variance). */
    public List<NeuronState> run(
            TanhNeurons neurons, double mean, double variance, TimeGrid times, RandomStream random) {
        double[] theta = new double[particles];
        for (int i = 0; i < particles; i++) {
            theta[i] = mean + Math.sqrt(variance) * random.nextGaussian();
        }
        double[] weights = new double[particles];
        Arrays.fill(weights, 1.0 / particles);
        double[] inputs = new double[neurons.examples()];
        for (int mu = 0; mu < inputs.length; mu++) {
            inputs[mu] = neurons.input(mu);
        }
        List<NeuronState> states = new ArrayList<>(times.size());
        double time = 0;
        for (int k = 0; k < times.size(); k++) {
            int steps = (int) Math.ceil((times.at(k) - time) / timeStep);
            double dt = steps == 0 ? 0 : (times.at(k) - time) / steps;
            double kick = Math.sqrt(2 * neurons.temperature() * dt);
            for (int n = 0; n < steps; n++) {
                double[] errors =
                        NoiselessFlow.state(neurons, time, theta, weights).outputs();
                for (int mu = 0; mu < errors.length; mu++) {
                    errors[mu] = (errors[mu] - neurons.target(mu)) / errors.length;
                }
                for (int i = 0; i < particles; i++) {
                    double noise = kick == 0 ? 0 : kick * random.nextGaussian();
                    theta[i] += dt * DensityKernels.drift(theta[i], inputs, errors, neurons.ridge()) + noise;
                }
            }
            time = times.at(k);
            states.add(withoutEntropy(NoiselessFlow.state(neurons, time, theta, weights), neurons.temperature()));
        }
        return states;
    }

    private static NeuronState withoutEntropy(NeuronState state, double temperature) {
        double free = temperature == 0 ? state.freeEnergy() : Double.NaN;
        return new NeuronState(state.time(), state.outputs(), state.risk(), state.variance(), free);
    }

    /** Linear neurons with inputs of this covariance from θ ~ N(mean, variance 1). */
    public List<NeuronState> run(
            LinearProblem problem, double[] mean, double variance, TimeGrid times, RandomStream random) {
        int p = mean.length;
        double[][] theta = new double[particles][p];
        for (double[] each : theta) {
            for (int a = 0; a < p; a++) {
                each[a] = mean[a] + Math.sqrt(variance) * random.nextGaussian();
            }
        }
        List<NeuronState> states = new ArrayList<>(times.size());
        double time = 0;
        for (int k = 0; k < times.size(); k++) {
            int steps = (int) Math.ceil((times.at(k) - time) / timeStep);
            double dt = steps == 0 ? 0 : (times.at(k) - time) / steps;
            double kick = Math.sqrt(2 * problem.temperature() * dt);
            for (int n = 0; n < steps; n++) {
                double[] force = problem.force(average(theta));
                for (double[] each : theta) {
                    for (int a = 0; a < p; a++) {
                        double noise = kick == 0 ? 0 : kick * random.nextGaussian();
                        each[a] += -dt * (force[a] + problem.ridge() * each[a]) + noise;
                    }
                }
            }
            time = times.at(k);
            states.add(problem.state(time, theta, average(theta)));
        }
        return states;
    }

    private static double[] average(double[][] theta) {
        double[] mean = new double[theta[0].length];
        for (double[] each : theta) {
            for (int a = 0; a < mean.length; a++) {
                mean[a] += each[a] / theta.length;
            }
        }
        return mean;
    }

    /**
     * Population risk ½ (m-β)ᵀ Σ (m-β) of linear neurons.
     *
     * @param inputCovariance Σ
     * @param target β
     * @param ridge λ
     * @param temperature τ
     */
    public record LinearProblem(DMatrixRMaj inputCovariance, double[] target, double ridge, double temperature) {
        /** Σ (m - β). */
        double[] force(double[] mean) {
            double[] result = new double[mean.length];
            for (int a = 0; a < mean.length; a++) {
                for (int b = 0; b < mean.length; b++) {
                    result[a] += inputCovariance.get(a, b) * (mean[b] - target[b]);
                }
            }
            return result;
        }

        NeuronState state(double time, double[][] theta, double[] mean) {
            int p = mean.length;
            double[] force = force(mean);
            double risk = 0;
            double square = 0;
            double spread = 0;
            for (int a = 0; a < p; a++) {
                risk += 0.5 * force[a] * (mean[a] - target[a]);
                for (double[] each : theta) {
                    square += each[a] * each[a] / theta.length;
                    spread += (each[a] - mean[a]) * (each[a] - mean[a]) / theta.length / p;
                }
            }
            double free = temperature == 0 ? risk + 0.5 * ridge * square : Double.NaN;
            return new NeuronState(time, mean, risk, spread, free);
        }
    }
}
