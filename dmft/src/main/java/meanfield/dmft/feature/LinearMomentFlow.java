package meanfield.dmft.feature;

import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;

/**
 * Gradient flow of a two-layer linear network on any training set, by its closed system of moments.
 *
 * <pre>
 *   V_μ = ⟨z h_μ⟩,  M_μν = ⟨h_μ h_ν⟩,  q = ⟨z²⟩ over neurons,   b = K Δ/P                                         (1)
 *   V' = γ₀ (M Δ/P + q b),   M' = γ₀ (V bᵀ + b Vᵀ),   q' = 2 γ₀ V·Δ/P                                            (2)
 *   f = (V - V(0))/γ₀,   NTK = M + q K                                                                         (3)
 * </pre>
 *
 * Symbols of {@link LearningProblem}; its learning rate and steps do not enter, time is that of the flow. The system is
 * exact at every width: infinite width starts from V = 0, M = K, q = 1, a network of N neurons from its own moments.
 *
 * <p>Accuracy and cost: {@link OdeSolver} at the given tolerance, P² + P + 1 unknowns. Source: [Saxe2014].
 *
 * @param problem training set, γ₀; two linear layers
 * @param correlations V(0), P entries
 * @param features M(0), P × P row by row
 * @param readout q(0) ≥ 0
 */
public record LinearMomentFlow(LearningProblem problem, double[] correlations, double[] features, double readout) {
    /** Checks the shapes. */
    public LinearMomentFlow {
        Require.present("problem", problem);
        Require.that(
                problem.activation() == StandardActivation.LINEAR && problem.hiddenLayers() == 1,
                "problem",
                "have one hidden layer and a linear activation",
                problem);
        int samples = problem.samples();
        Require.that(
                correlations.length == samples, "correlations", "have " + samples + " entries", correlations.length);
        Require.that(
                features.length == samples * samples,
                "features",
                "have " + samples + " x " + samples + " entries",
                features.length);
        Require.nonNegative("readout", readout);
        correlations = correlations.clone();
        features = features.clone();
    }

    /**
     * Outputs and kernels at the requested times.
     *
     * @param outputs outputs[i][μ] = f_μ, centred
     * @param ntk ntk[i][μ P + ν]
     * @param solution the differential equation's own record, with the verdict
     */
    public record Solution(double[][] outputs, double[][] ntk, OdeSolution solution) {}

    /** Infinite width. */
    public static LinearMomentFlow infiniteWidth(LearningProblem problem) {
        return new LinearMomentFlow(problem, new double[problem.samples()], problem.inputKernel().data, 1);
    }

    /**
     * The network with these weights: its preactivations and readout at the start.
     *
     * @param h N × P, h[i][μ] the preactivation of neuron i on sample μ
     * @param z N readout weights
     */
    public static LinearMomentFlow ofNetwork(LearningProblem problem, double[][] h, double[] z) {
        int samples = problem.samples();
        double[] correlations = new double[samples];
        double[] features = new double[samples * samples];
        double readout = 0;
        for (int i = 0; i < z.length; i++) {
            readout += z[i] * z[i] / z.length;
            for (int mu = 0; mu < samples; mu++) {
                correlations[mu] += z[i] * h[i][mu] / z.length;
                for (int nu = 0; nu < samples; nu++) {
                    features[mu * samples + nu] += h[i][mu] * h[i][nu] / z.length;
                }
            }
        }
        return new LinearMomentFlow(problem, correlations, features, readout);
    }

    /** Solves (2) to the last of these times, the first of which is at least 0. */
    public Solution solve(TimeGrid times, OdeSolver solver) {
        int samples = problem.samples();
        double[] start = new double[samples + samples * samples + 1];
        System.arraycopy(correlations, 0, start, 0, samples);
        System.arraycopy(features, 0, start, samples, features.length);
        start[start.length - 1] = readout;
        OdeSolution solution = solver.solve((time, state, velocity) -> velocity(state, velocity), 0, start, times);
        double[][] outputs = new double[times.size()][samples];
        double[][] ntk = new double[times.size()][samples * samples];
        for (int i = 0; i < times.size(); i++) {
            double[] state = solution.states()[i];
            for (int mu = 0; mu < samples; mu++) {
                outputs[i][mu] = (state[mu] - correlations[mu]) / problem.gamma0();
                for (int nu = 0; nu < samples; nu++) {
                    int at = mu * samples + nu;
                    ntk[i][at] = state[samples + at] + state[start.length - 1] * problem.inputKernel(mu, nu);
                }
            }
        }
        return new Solution(outputs, ntk, solution);
    }

    /** The right-hand sides of (2). */
    private void velocity(double[] state, double[] velocity) {
        int samples = problem.samples();
        double gamma0 = problem.gamma0();
        double q = state[state.length - 1];
        double[] error = new double[samples];
        double[] drive = new double[samples];
        for (int mu = 0; mu < samples; mu++) {
            error[mu] = (problem.target(mu) - (state[mu] - correlations[mu]) / gamma0) / samples;
        }
        double sum = 0;
        for (int mu = 0; mu < samples; mu++) {
            for (int nu = 0; nu < samples; nu++) {
                drive[mu] += problem.inputKernel(mu, nu) * error[nu];
            }
            sum += state[mu] * error[mu];
        }
        for (int mu = 0; mu < samples; mu++) {
            double move = q * drive[mu];
            for (int nu = 0; nu < samples; nu++) {
                int at = samples + mu * samples + nu;
                move += state[at] * error[nu];
                velocity[at] = gamma0 * (state[mu] * drive[nu] + drive[mu] * state[nu]);
            }
            velocity[mu] = gamma0 * move;
        }
        velocity[state.length - 1] = 2 * gamma0 * sum;
    }
}
