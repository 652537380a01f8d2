package meanfield.approximation.process;

import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;

/**
 * -u″ + λu³ = f by a Gaussian process: the function of least norm that satisfies the equation at the collocation points.
 *
 * <pre>
 *   min ‖u‖²_K   subject to   -u″(x_j) + λu(x_j)³ = f(x_j),  u(0), u(1) given                                (1)
 *   Gauss and Newton:  v ← (mean of the process conditioned on -u″ + 3λv²u = f + 2λv³ at the points)          (2)
 * </pre>
 *
 * The minimizer is a combination of the n + 2 functions L_j k(·, x_j), so that (1) is a problem over the values at the points; each
 * step (2) is one linear conditioning, O(n³). Starts at v = 0; some five to twenty steps. They are whole steps without a line
 * search: under a prior that does not fit the solution they may cycle, and the verdict says so. Where λ = 0 the first step is
 * exact. Source: [Chen2021].
 *
 * @param tolerance largest change of a value, relative to the largest value
 * @param iterationLimit steps at most
 */
public record NonlinearProcess(double tolerance, int iterationLimit) {
    /** Checked. */
    public NonlinearProcess {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterationLimit", iterationLimit, 1);
    }

    /** 1e-8, 100 steps. */
    public static NonlinearProcess withDefaults() {
        return new NonlinearProcess(1e-8, 100);
    }

    /**
     * Where the steps ended.
     *
     * @param process the equation linearized at the solution
     * @param posterior that process, conditioned: its mean is u
     * @param steps Gauss-Newton steps
     * @param convergence the verdict; its residual is the last relative change
     */
    public record Solution(
            PoissonProcess process, PoissonProcess.Posterior posterior, int steps, Convergence convergence) {}

    /** The solution (1) under this prior, from the values at which the process is linearized. */
    public Solution solve(PoissonProcess start, SpectralMixture kernel) {
        PoissonProcess process = Require.present("start", start);
        double[] values = start.linearizationValues();
        for (int step = 1; ; step++) {
            PoissonProcess.Posterior posterior = process.condition(kernel);
            if (!posterior.convergence().isConverged()) {
                return new Solution(process, posterior, step, posterior.convergence());
            }
            double[] next = process.innerValues(posterior);
            double change = 0;
            double largest = 0;
            for (int j = 0; j < next.length; j++) {
                change = Math.max(change, Math.abs(next[j] - values[j]));
                largest = Math.max(largest, Math.abs(next[j]));
            }
            double relative = largest > 0 ? change / largest : 0;
            if (relative <= tolerance || process.isLinear()) {
                return new Solution(process, posterior, step, Convergence.converged(step, relative, change));
            }
            if (step == iterationLimit || !Double.isFinite(relative)) {
                Convergence verdict = Convergence.failed(
                        Double.isFinite(relative) ? Status.ITERATION_LIMIT : Status.DIVERGED,
                        step,
                        relative,
                        "the values at the points still change");
                return new Solution(process, posterior, step, verdict);
            }
            values = next;
            process = process.linearizedAt(values);
        }
    }
}
