package meanfield.approximation.classical;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;

/**
 * Remez's exchange for max |g - ω s| over polynomials s of a degree, ω &gt; 0: the linear problem behind best polynomials
 * and behind the last digits of best rational functions.
 *
 * <pre>
 *   g(x_i) - ω(x_i) s(x_i) = (-1)^i h,   i = 0 … n+1                                                        (1)
 *   |h| ≤ E ≤ max |g - ω s|                                                                                 (2)
 * </pre>
 *
 * A step solves (1) in barycentric form, finds every extremum of the error and takes the alternating ones as the next
 * reference. Converged when both bounds of (2) agree to the tolerance; (2) is what the verdict's error estimate states.
 *
 * @param tolerance of (max|e| - |h|)/max|e|
 * @param iterationLimit exchanges at most
 * @param samples samples between neighbouring points of the reference
 */
public record LinearExchange(double tolerance, int iterationLimit, int samples) {
    /** Relative error of E from which rounding leaves nothing to report. */
    private static final double WORTHLESS = 1e-2;

    /** Checked. */
    public LinearExchange {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterationLimit", iterationLimit, 1);
        Require.atLeast("samples", samples, 2);
    }

    /** Tolerance 1e-12, 60 exchanges, 8 samples. */
    public static LinearExchange withDefaults() {
        return new LinearExchange(1e-12, 60, 8);
    }

    /**
     * The problem.
     *
     * @param g what is approximated
     * @param weight ω
     * @param low left end
     * @param high right end
     * @param breaks where g is not smooth
     * @param floor size of the rounding errors in g
     */
    public record Problem(
            DoubleUnaryOperator g,
            DoubleUnaryOperator weight,
            double low,
            double high,
            double[] breaks,
            double floor) {}

    /**
     * The solution.
     *
     * @param levelled |h| of the last reference
     * @param largest max |e| found
     * @param reference x_0 … x_{n+1}
     * @param polynomial s
     * @param convergence the verdict; its residual is max|e| - |h|, its error estimate that of the error E
     */
    public record Solution(
            double levelled,
            double largest,
            double[] reference,
            DoubleUnaryOperator polynomial,
            Convergence convergence) {}

    /** Solves from a reference of degree + 2 points. */
    public Solution solve(Problem problem, int degree, double[] start) {
        double[] x = start.clone();
        double best = Double.POSITIVE_INFINITY;
        for (int iteration = 1; ; iteration++) {
            Level level = Level.of(problem, x);
            List<ErrorExtrema.Extremum> alternating = ErrorExtrema.alternating(ErrorExtrema.find(
                    level::error, ErrorExtrema.merge(problem.low, problem.high, x, problem.breaks), samples));
            double largest = alternating.stream()
                    .mapToDouble(each -> Math.abs(each.error()))
                    .max()
                    .orElse(0);
            double gap = largest - level.size();
            double rounding = problem.floor * (8 + 0.25 * degree);
            if (!Double.isFinite(largest) || !Double.isFinite(level.h)) {
                return solution(
                        level,
                        Double.NaN,
                        Convergence.failed(Status.DIVERGED, iteration, Double.NaN, "points of the reference have met"));
            }
            if (largest <= rounding) {
                return solution(
                        level,
                        largest,
                        Convergence.failed(
                                Status.ILL_POSED, iteration, gap, "the error is at the rounding floor " + rounding));
            }
            if (gap <= Math.max(tolerance * largest, Math.min(rounding, WORTHLESS * largest))
                    && alternating.size() >= degree + 2) {
                return solution(
                        level, largest, Convergence.converged(iteration, Math.max(0, gap), Math.max(gap, rounding)));
            }
            boolean tooFew = alternating.size() < degree + 2;
            if (tooFew || iteration == iterationLimit) {
                String detail = tooFew
                        ? "the error alternates at " + alternating.size() + " of " + (degree + 2) + " points"
                        : "the error is between " + level.size() + " and " + Math.min(best, largest);
                return solution(
                        level,
                        largest,
                        Convergence.failed(tooFew ? Status.ILL_POSED : Status.ITERATION_LIMIT, iteration, gap, detail));
            }
            best = Math.min(best, largest);
            x = ErrorExtrema.select(alternating, degree + 2).stream()
                    .mapToDouble(ErrorExtrema.Extremum::x)
                    .toArray();
        }
    }

    private static Solution solution(Level level, double largest, Convergence verdict) {
        return new Solution(level.size(), largest, level.x, level::polynomial, verdict);
    }

    /** The levelled polynomial of a reference. */
    private record Level(Problem problem, double[] x, double[] w, double[] s, double h) {
        static Level of(Problem problem, double[] x) {
            int count = x.length;
            double[] w = new double[count];
            double[] g = new double[count];
            double[] omega = new double[count];
            for (int i = 0; i < count; i++) {
                g[i] = problem.g.applyAsDouble(x[i]);
                omega[i] = problem.weight.applyAsDouble(x[i]);
            }
            BarycentricKernels.weights(x, w);
            double h = BarycentricKernels.levelled(w, g, omega);
            double[] s = new double[count];
            for (int i = 0; i < count; i++) {
                s[i] = (g[i] - (i % 2 == 0 ? h : -h)) / omega[i];
            }
            return new Level(problem, x, w, s, h);
        }

        double size() {
            return Math.abs(h);
        }

        double polynomial(double at) {
            return BarycentricKernels.interpolate(x, w, s, at);
        }

        double error(double at) {
            return problem.g.applyAsDouble(at) - problem.weight.applyAsDouble(at) * polynomial(at);
        }
    }
}
