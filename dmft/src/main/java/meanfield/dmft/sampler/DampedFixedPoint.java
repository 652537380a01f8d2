package meanfield.dmft.sampler;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;

/**
 * The equations of {@link CausalSampler} by iteration: sites in given kernels, kernels from the sites, again.
 *
 * <pre>
 *   κ ← (1 - d) κ + d κ[sites in κ],     κ = (Φ, G, A, B, f)  at the times of a window                           (1)
 * </pre>
 *
 * Starts from kernels that stand still and iterates on windows of time, each begun when the one before has converged:
 * iterating all times at once from the lazy kernels blows up when γ₀ t is large. The sites keep their sources, so that the
 * fixed point is that of the causal pass with the same stream: a check of it, and the way published code works. Stops
 * when the errors Δ move by less than the tolerance, undamped.
 *
 * <p>Cost: sweeps × the cost of the causal sampler on the window; a window of w steps needs about w sweeps without
 * damping. Source: [Bordelon2022].
 *
 * @param sampler sites, draws, moments, responses
 * @param damping d in (0, 1]; 1 is none
 * @param window steps iterated together
 * @param tolerance accepted change of Δ
 * @param sweepLimit sweeps of one window
 */
public record DampedFixedPoint(CausalSampler sampler, double damping, int window, double tolerance, int sweepLimit) {
    /** Checked. */
    public DampedFixedPoint {
        Require.present("sampler", sampler);
        Require.that(damping > 0 && damping <= 1, "damping", "be in (0, 1]", damping);
        Require.atLeast("window", window, 1);
        Require.positive("tolerance", tolerance);
        Require.atLeast("sweepLimit", sweepLimit, 1);
    }

    /** The default sampler, no damping, windows of 8 steps, tolerance 1e-9, 200 sweeps. */
    public static DampedFixedPoint withDefaults() {
        return new DampedFixedPoint(CausalSampler.withDefaults(), 1, 8, 1e-9, 200);
    }

    /** With these sites. */
    public DampedFixedPoint withSampler(CausalSampler sampler) {
        return new DampedFixedPoint(sampler, damping, window, tolerance, sweepLimit);
    }

    /** With this d. */
    public DampedFixedPoint withDamping(double damping) {
        return new DampedFixedPoint(sampler, damping, window, tolerance, sweepLimit);
    }

    /** With windows of so many steps. */
    public DampedFixedPoint withWindow(int window) {
        return new DampedFixedPoint(sampler, damping, window, tolerance, sweepLimit);
    }

    /** With this accepted change. */
    public DampedFixedPoint withTolerance(double tolerance) {
        return new DampedFixedPoint(sampler, damping, window, tolerance, sweepLimit);
    }

    /** With at most so many sweeps a window. */
    public DampedFixedPoint withSweepLimit(int sweepLimit) {
        return new DampedFixedPoint(sampler, damping, window, tolerance, sweepLimit);
    }

    /** All draws, one after the other, each on all workers. */
    public SampledDynamics solve(LearningProblem problem, RandomStream random, Workers workers) {
        Require.present("problem", problem);
        Require.present("random", random);
        List<SampledDynamics.Draw> draws = new ArrayList<>();
        for (int draw = 0; draw < sampler.draws(); draw++) {
            draws.add(draw(problem, new SiteProcess(problem, sampler, random.child(draw), workers)));
        }
        return new SampledDynamics(problem, draws);
    }

    private SampledDynamics.Draw draw(LearningProblem problem, SiteProcess process) {
        KernelState state = new KernelState(problem);
        KernelState measured = new KernelState(problem);
        process.advance(state, state, 0);
        measured.blend(state, 1, 0, 0);
        LearningTrajectory.Recorder recorder = LearningTrajectory.recorder(problem);
        boolean bounded = state.record(0, recorder);
        Convergence verdict = Convergence.converged(0, 0, Double.NaN);
        for (int from = 1; bounded && from <= problem.steps() && verdict.isConverged(); from += window) {
            int to = Math.min(problem.steps(), from + window - 1);
            verdict = iterate(process, state, measured, from, to);
            for (int t = from; bounded && t <= to && verdict.isConverged(); t++) {
                bounded = state.record(t, recorder);
            }
        }
        return new SampledDynamics.Draw(state, recorder.finish(verdict));
    }

    /** (1) for times from … to. */
    private Convergence iterate(SiteProcess process, KernelState state, KernelState measured, int from, int to) {
        for (int t = from; t <= to; t++) {
            state.continueTo(t);
        }
        double change = Double.NaN;
        for (int sweep = 1; sweep <= sweepLimit; sweep++) {
            process.rewind(state, from);
            for (int t = from; t <= to; t++) {
                process.advance(state, measured, t);
            }
            change = state.distance(measured, from, to);
            if (!(change < LearningTrajectory.DIVERGENCE)) {
                String detail = "the iteration left every bound in the window of steps " + from + " to " + to;
                return Convergence.failed(Status.DIVERGED, sweep, change, detail);
            }
            state.blend(measured, damping, from, to);
            if (change <= tolerance) {
                return Convergence.converged(sweep, change, Double.NaN);
            }
        }
        String detail = "window of steps " + from + " to " + to;
        return Convergence.failed(Status.ITERATION_LIMIT, sweepLimit, change, detail);
    }
}
