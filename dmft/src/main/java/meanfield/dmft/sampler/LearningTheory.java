package meanfield.dmft.sampler;

import java.util.List;
import java.util.stream.IntStream;
import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.feature.TwoLayerQuadrature;
import meanfield.dmft.linear.DeepLinearDynamics;

/**
 * The theory of a learning problem by the best method that there is for it: closed equations for linear layers, quadrature
 * for two smooth layers and few samples, the causal sampler otherwise.
 *
 * <p>Quadrature that does not reach 1e-6 within its nodes gives way to the sampler.
 *
 * @param method how it was solved
 * @param draws one trajectory, or one for each draw of the sampler
 * @param convergence the verdict
 */
public record LearningTheory(Method method, List<LearningTrajectory> draws, Convergence convergence) {
    /** How a theory was solved. */
    public enum Method {
        /** {@link DeepLinearDynamics}. */
        CLOSED,
        /** {@link TwoLayerQuadrature}. */
        QUADRATURE,
        /** {@link CausalSampler}, or independent neurons where one hidden layer makes responses unnecessary. */
        SAMPLED
    }

    private static final double QUADRATURE = 1e-6;
    private static final int NODES = 300_000;
    private static final int DIMENSIONS = 3;

    /** The theory of a problem; the sampler and the stream are used only where it has to be sampled. */
    public static LearningTheory of(
            LearningProblem problem, CausalSampler sampler, RandomStream random, Workers workers) {
        if (problem.activation() == StandardActivation.LINEAR) {
            return exact(Method.CLOSED, DeepLinearDynamics.of(problem).trajectory());
        }
        if (byQuadrature(problem)) {
            int nodes = TwoLayerQuadrature.dimensions(problem) == 2 ? 4 * NODES : NODES;
            LearningTrajectory trajectory = TwoLayerQuadrature.withDefaults()
                    .withTolerance(QUADRATURE)
                    .withNodeLimit(nodes)
                    .solve(problem, workers);
            if (trajectory.convergence().status() != Convergence.Status.ITERATION_LIMIT) {
                return exact(Method.QUADRATURE, trajectory);
            }
        }
        if (problem.hiddenLayers() == 1) {
            List<LearningTrajectory> draws = IntStream.range(0, sampler.draws())
                    .mapToObj(draw -> twoLayers(problem, sampler, random.child(draw), workers))
                    .toList();
            return sampled(draws);
        }
        return sampled(sampler.solve(problem, random, workers).trajectories());
    }

    /** One hidden layer has no responses, so that its neurons need no past: time by time, not two times. */
    private static LearningTrajectory twoLayers(
            LearningProblem problem, CausalSampler sampler, RandomStream random, Workers workers) {
        boolean exact = sampler.moments() == SourceMoments.EXACT;
        int sites = exact ? (sampler.sites() + 1) / 2 * 2 : sampler.sites();
        SiteSources sources =
                SiteSources.draw(problem.samples(), 1, problem.samples(), sites, sampler.moments(), random);
        return TwoLayerQuadrature.overNeurons(problem, sources.all(), workers);
    }

    private static LearningTheory sampled(List<LearningTrajectory> draws) {
        Convergence verdict = draws.stream()
                .map(LearningTrajectory::convergence)
                .filter(each -> !each.isConverged())
                .findFirst()
                .orElse(draws.get(0).convergence());
        return new LearningTheory(Method.SAMPLED, draws, verdict);
    }

    private static boolean byQuadrature(LearningProblem problem) {
        return problem.hiddenLayers() == 1
                && problem.activation().kinks().length == 0
                && TwoLayerQuadrature.dimensions(problem) <= DIMENSIONS;
    }

    private static LearningTheory exact(Method method, LearningTrajectory trajectory) {
        return new LearningTheory(method, List.of(trajectory), trajectory.convergence());
    }

    /** Rough cost: seconds on one core. */
    public static double seconds(LearningProblem problem, CausalSampler sampler) {
        double size = (problem.steps() + 1.0) * problem.samples();
        if (problem.activation() == StandardActivation.LINEAR) {
            return 3e-9 * problem.hiddenLayers() * size * size * size;
        }
        if (byQuadrature(problem)) {
            return 2e-7 * NODES * size;
        }
        double sites = (double) sampler.sites() * sampler.draws();
        if (problem.hiddenLayers() == 1) {
            return sites * size * (2e-7 + 3e-9 * problem.samples());
        }
        double responses = 2e-10 * (problem.hiddenLayers() - 1.0) * size * size * size;
        return sites * (responses + problem.hiddenLayers() * (3e-7 * size + 2e-9 * size * size));
    }
}
