package meanfield.dmft.sampler;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Require;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;

/**
 * What a {@link CausalSampler} found: trajectories of every draw, and kernels and responses averaged over the draws.
 *
 * <p>Kernels and responses are those of the steps that all draws reached.
 */
public final class SampledDynamics {
    private final LearningProblem problem;
    private final List<Draw> draws;

    /** The kernels and the trajectory of one draw. */
    record Draw(KernelState state, LearningTrajectory trajectory) {}

    SampledDynamics(LearningProblem problem, List<Draw> draws) {
        this.problem = problem;
        this.draws = List.copyOf(draws);
    }

    /** What was learned. */
    public LearningProblem problem() {
        return problem;
    }

    /** One trajectory a draw: their spread is the sampling error. */
    public List<LearningTrajectory> trajectories() {
        return draws.stream().map(Draw::trajectory).toList();
    }

    /** The first verdict that is not converged, or converged. */
    public Convergence convergence() {
        return draws.stream()
                .map(draw -> draw.trajectory.convergence())
                .filter(each -> !each.isConverged())
                .findFirst()
                .orElse(draws.get(0).trajectory.convergence());
    }

    /** The last step that all draws reached. */
    public int last() {
        return draws.stream().mapToInt(draw -> draw.trajectory.last()).min().orElse(-1);
    }

    /** f_μ at a step, mean over the draws. */
    public double output(int step, int mu) {
        return draws.stream()
                .mapToDouble(draw -> draw.trajectory.output(step, mu))
                .average()
                .orElse(Double.NaN);
    }

    /** Standard error of {@link #output}; NaN for one draw. */
    public double outputStandardError(int step, int mu) {
        double mean = output(step, mu);
        double squares = draws.stream()
                .mapToDouble(draw -> draw.trajectory.output(step, mu) - mean)
                .map(x -> x * x)
                .sum();
        return draws.size() < 2 ? Double.NaN : Math.sqrt(squares / (draws.size() - 1.0) / draws.size());
    }

    /** Φ^l for l = 0 … L. */
    public TwoTimeFunction featureKernel(int l) {
        requireLayer(l, 0, problem.hiddenLayers());
        return mean(TwoTimeFunction.symmetric(problem.samples()), state -> state.features[l]);
    }

    /** G^l for l = 1 … L + 1. */
    public TwoTimeFunction gradientKernel(int l) {
        requireLayer(l, 1, problem.hiddenLayers() + 1);
        return mean(TwoTimeFunction.symmetric(problem.samples()), state -> state.gradient(l));
    }

    /** A^l for l = 1 … L - 1: how φ(h^l) answers to r^l. */
    public TwoTimeFunction featureResponse(int l) {
        requireLayer(l, 1, problem.hiddenLayers() - 1);
        return mean(TwoTimeFunction.causal(problem.samples()), state -> state.featureResponses[l]);
    }

    /** B^l for l = 1 … L - 1: how g^{l+1} answers to u^{l+1}, with its part at equal times. */
    public TwoTimeFunction gradientResponse(int l) {
        requireLayer(l, 1, problem.hiddenLayers() - 1);
        return mean(TwoTimeFunction.causal(problem.samples()), state -> state.gradientResponses[l]);
    }

    private static void requireLayer(int l, int low, int high) {
        Require.that(l >= low && l <= high, "l", "be in [" + low + ", " + high + "]", l);
    }

    private interface Entries {
        double[] of(KernelState state);
    }

    private TwoTimeFunction mean(TwoTimeFunction empty, Entries entries) {
        int samples = problem.samples();
        int size = (problem.steps() + 1) * samples;
        for (int t = 0; t <= last(); t++) {
            int length = (t + 1) * samples;
            double[] rows = new double[samples * length];
            for (Draw draw : draws) {
                double[] from = entries.of(draw.state);
                for (int i = 0; i < rows.length; i++) {
                    rows[i] += from[(t * samples + i / length) * size + i % length] / draws.size();
                }
            }
            empty.append(rows);
        }
        return empty;
    }

    @Override
    public String toString() {
        return "sampled dynamics: " + convergence() + ", " + draws.size() + " draws, steps 0 to " + last();
    }
}
