package meanfield.core.solve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import meanfield.core.Convergence;
import meanfield.core.Require;

/**
 * Local minimum of a smooth function of many variables from its gradient: quasi-Newton steps of limited memory (L-BFGS).
 *
 * <pre>
 *   x ← x - s H g,   H from the last m pairs of steps and gradient changes;   f(x - s H g) ≤ f(x) - 10⁻⁴ s gᵀH g
 * </pre>
 *
 * The step is halved until f falls enough; pairs without positive curvature are left out. f may be infinite or NaN outside its
 * domain, except at the start. Converged when max |g| falls below the tolerance times max(1, |f|). Source: [Liu1989].
 *
 * @param tolerance of the gradient
 * @param iterations at most
 * @param memory pairs kept, m
 * @param largestStep bound on the change of one variable in one iteration
 */
public record LimitedMemoryMinimizer(double tolerance, int iterations, int memory, double largestStep) {
    private static final double DECREASE = 1e-4;
    private static final int HALVINGS = 40;

    /** Checks every setting. */
    public LimitedMemoryMinimizer {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterations", iterations, 0);
        Require.atLeast("memory", memory, 1);
        Require.that(largestStep > 0, "largestStep", "be positive", largestStep);
    }

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Objective {
        /** f(x); writes the gradient into the second array. */
        double valueAndGradient(double[] x, double[] gradient);
    }

    /**
     * Where the search ended.
     *
     * @param point x
     * @param value f(x)
     * @param convergence verdict; the residual is max |g|
     */
    public record Minimum(double[] point, double value, Convergence convergence) {}

    /** Tolerance 1e-6, 200 iterations, ten pairs, steps without bound. */
    public static LimitedMemoryMinimizer withDefaults() {
        return new LimitedMemoryMinimizer(1e-6, 200, 10, Double.POSITIVE_INFINITY);
    }

    /** With another tolerance. */
    public LimitedMemoryMinimizer withTolerance(double newTolerance) {
        return new LimitedMemoryMinimizer(newTolerance, iterations, memory, largestStep);
    }

    /** With another limit of iterations. */
    public LimitedMemoryMinimizer withIterations(int newIterations) {
        return new LimitedMemoryMinimizer(tolerance, newIterations, memory, largestStep);
    }

    /** With another bound on the step. */
    public LimitedMemoryMinimizer withLargestStep(double newLargestStep) {
        return new LimitedMemoryMinimizer(tolerance, iterations, memory, newLargestStep);
    }

    /** The minimum reached from this start. */
    public Minimum minimize(Objective objective, double[] start) {
        Require.present("objective", objective);
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = Require.finite("objective at the start", objective.valueAndGradient(x, gradient));
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; ; iteration++) {
            double residual = largest(gradient);
            if (residual <= tolerance * Math.max(1, Math.abs(value))) {
                return new Minimum(x, value, Convergence.converged(iteration, residual, Double.NaN));
            }
            if (iteration == iterations) {
                return stopped(x, value, iteration, residual, "the gradient is still above its tolerance");
            }
            double[] direction = direction(gradient, pairs);
            double[] trial = new double[x.length];
            double[] trialGradient = new double[x.length];
            double trialValue = search(objective, x, value, gradient, direction, trial, trialGradient);
            if (Double.isNaN(trialValue)) {
                if (pairs.isEmpty()) {
                    return stopped(x, value, iteration, residual, "no step lowers the function");
                }
                pairs.clear();
                continue;
            }
            Pair pair = Pair.of(x, trial, gradient, trialGradient);
            if (pair.curvature() > 0) {
                pairs.addLast(pair);
                if (pairs.size() > memory) {
                    pairs.removeFirst();
                }
            }
            x = trial;
            gradient = trialGradient;
            value = trialValue;
        }
    }

    private static Minimum stopped(double[] x, double value, int iteration, double residual, String why) {
        return new Minimum(x, value, Convergence.failed(Convergence.Status.ITERATION_LIMIT, iteration, residual, why));
    }

    /** Halves the step until f falls enough; fills the trial point and its gradient; NaN when no step does. */
    private double search(
            Objective objective,
            double[] x,
            double value,
            double[] gradient,
            double[] direction,
            double[] trial,
            double[] trialGradient) {
        double slope = inner(gradient, direction);
        double step = Math.min(1, largestStep / largest(direction));
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int i = 0; i < x.length; i++) {
                trial[i] = x[i] - step * direction[i];
            }
            double trialValue = objective.valueAndGradient(trial, trialGradient);
            if (trialValue < value && trialValue <= value - DECREASE * step * slope) {
                return trialValue;
            }
            step /= 2;
        }
        return Double.NaN;
    }

    /** H g by two loops over the pairs; without pairs g scaled to unit length where it is longer. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
        if (pairs.isEmpty()) {
            double length = Math.sqrt(inner(q, q));
            add(q, 1 / Math.max(1, length) - 1, gradient);
            return q;
        }
        double[] weights = new double[pairs.size()];
        int at = pairs.size();
        for (Iterator<Pair> backwards = pairs.descendingIterator(); backwards.hasNext(); ) {
            Pair pair = backwards.next();
            weights[--at] = inner(pair.step(), q) / pair.curvature();
            add(q, -weights[at], pair.change());
        }
        Pair newest = pairs.getLast();
        double scale = newest.curvature() / inner(newest.change(), newest.change());
        for (int i = 0; i < q.length; i++) {
            q[i] *= scale;
        }
        for (Pair pair : pairs) {
            add(q, weights[at++] - inner(pair.change(), q) / pair.curvature(), pair.step());
        }
        return q;
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }

    private static double inner(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private record Pair(double[] step, double[] change, double curvature) {
        static Pair of(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
            double[] step = to.clone();
            double[] change = gradientTo.clone();
            add(step, -1, from);
            add(change, -1, gradientFrom);
            return new Pair(step, change, inner(step, change));
        }
    }
}
