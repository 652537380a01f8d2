package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.feature.TwoLayerQuadrature;
import meanfield.dmft.linear.DeepLinearDynamics;
import meanfield.dmft.sampler.CausalSampler;
import meanfield.dmft.sampler.SampledDynamics;

/**
 * The theory of a learning problem by the best method that there is for it: closed equations for linear layers, quadrature
 * for two smooth layers and few samples, the causal sampler otherwise.
 *
 * @param method {@code closed}, {@code quadrature} or {@code sampled}
 * @param draws one trajectory, or one for each draw of the sampler
 * @param convergence the verdict
 */
record RichTheory(String method, List<LearningTrajectory> draws, Convergence convergence) {
    private static final double QUADRATURE = 1e-6;
    private static final int NODES = 300_000;
    private static final int DIMENSIONS = 3;

    static RichTheory of(LearningProblem problem, CausalSampler sampler, RandomStream random, Workers workers) {
        if (problem.activation() == StandardActivation.LINEAR) {
            return exact("closed", DeepLinearDynamics.of(problem).trajectory());
        }
        if (byQuadrature(problem)) {
            int nodes = TwoLayerQuadrature.dimensions(problem) == 2 ? 4 * NODES : NODES;
            LearningTrajectory trajectory = TwoLayerQuadrature.withDefaults()
                    .withTolerance(QUADRATURE)
                    .withNodeLimit(nodes)
                    .solve(problem, workers);
            if (trajectory.convergence().status() != Convergence.Status.ITERATION_LIMIT) {
                return exact("quadrature", trajectory);
            }
        }
        SampledDynamics dynamics = sampler.solve(problem, random, workers);
        return new RichTheory("sampled", dynamics.trajectories(), dynamics.convergence());
    }

    private static boolean byQuadrature(LearningProblem problem) {
        return problem.hiddenLayers() == 1
                && problem.activation().kinks().length == 0
                && TwoLayerQuadrature.dimensions(problem) <= DIMENSIONS;
    }

    private static RichTheory exact(String method, LearningTrajectory trajectory) {
        return new RichTheory(method, List.of(trajectory), trajectory.convergence());
    }

    /** Seconds on one core. */
    static double seconds(LearningProblem problem, CausalSampler sampler) {
        double size = (problem.steps() + 1.0) * problem.samples();
        if (problem.activation() == StandardActivation.LINEAR) {
            return 3e-9 * problem.hiddenLayers() * size * size * size;
        }
        if (byQuadrature(problem)) {
            return 2e-7 * NODES * size;
        }
        double sites = (double) sampler.sites() * sampler.draws();
        double responses = 2e-10 * (problem.hiddenLayers() - 1.0) * size * size * size;
        return sites * (responses + problem.hiddenLayers() * (3e-7 * size + 2e-9 * size * size));
    }
}
