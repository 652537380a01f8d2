package meanfield.approximation.multigrid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * The V-cycle as a layer of a network: every ingredient is a convolution with weights of its own, on every level.
 *
 * <pre>
 *   u ← S f, then u ← u + S (f - A u);   u' = R_u u,  f' = R_f f  or  R_f (f - A_r u);   u ← u + P u'_done;   u ← u + S (f - A u)
 *   weights, c channels:  c² [9 (2 Σ_l (ν₁ + ν₂)_l - 1 + 2 (J-1)) + 16 (J-1)],  with residual restriction + 9 c² (J-1)         (1)
 * </pre>
 *
 * A and S are 3 × 3, R 3 × 3 of stride 2, P 4 × 4 transposed; no bias, no nonlinearity: the block is a linear operator on grid
 * functions of d = 2. Without {@code residualRestriction} f itself is restricted, as published; with it, the block with the
 * stencils of {@link #classical} is the V-cycle (1) of {@link MultigridCycle} to rounding. Source: [He2024].
 */
public final class MultigridBlock {
    private final boolean residualRestriction;
    private final List<Level> levels;

    /** A step of smoothing; the first of the block has no A. */
    private record Step(Convolution smoother, Convolution operator) {}

    /** One level; restrictions and prolongation lead to the next coarser one and are null on the coarsest. */
    private record Level(List<Step> before, List<Step> after, Transfer transfer) {}

    private record Transfer(Convolution solution, Convolution source, Convolution operator, Convolution prolongation) {}

    private MultigridBlock(boolean residualRestriction, List<Level> levels) {
        this.residualRestriction = residualRestriction;
        this.levels = List.copyOf(levels);
    }

    /**
     * A block with independent Gaussian weights.
     *
     * @param steps smoothing steps (ν₁, ν₂) of every level, finest first; ν₁ of the finest at least 1, ν₂ of the coarsest 0
     * @param deviation standard deviation of a weight
     */
    public static MultigridBlock gaussian(
            int channels, List<Smoothing> steps, boolean residualRestriction, double deviation, RandomStream random) {
        check(channels, steps);
        return build(
                steps,
                residualRestriction,
                level -> Convolution.gaussian(channels, 3, deviation, random),
                level -> Convolution.gaussian(channels, 3, deviation, random),
                level -> new Transfer(
                        Convolution.gaussian(channels, 3, deviation, random),
                        Convolution.gaussian(channels, 3, deviation, random),
                        residualRestriction ? Convolution.gaussian(channels, 3, deviation, random) : null,
                        Convolution.gaussian(channels, 4, deviation, random)));
    }

    /** Smoothing steps of one level. */
    public record Smoothing(int before, int after) {
        /** Checks both. */
        public Smoothing {
            Require.atLeast("before", before, 0);
            Require.atLeast("after", after, 0);
        }
    }

    /**
     * The block with the stencils of the V-cycle down to one point on this grid, on one channel, ν₁ at least 1. With residual
     * restriction it is the V-cycle; without it the coarse grids see f in place of the residual and correct too much.
     */
    public static MultigridBlock classical(
            Grid grid, double damping, int preSmoothing, int postSmoothing, boolean residualRestriction) {
        Require.that(grid.dimension() == 2, "dimension", "be 2 for a block", grid.dimension());
        Require.atLeast("preSmoothing", preSmoothing, 1);
        Require.atLeast("postSmoothing", postSmoothing, 0);
        Require.that(damping > 0 && damping <= 2, "damping", "be in (0, 2]", damping);
        List<Smoothing> steps = new ArrayList<>();
        List<Grid> grids = new ArrayList<>();
        for (Grid each = grid; ; each = each.coarser()) {
            grids.add(each);
            steps.add(each.coarsens() ? new Smoothing(preSmoothing, postSmoothing) : new Smoothing(1, 0));
            if (!each.coarsens()) {
                break;
            }
        }
        Convolution restriction = Convolution.diagonal(1, 3, scaled(16, 1, 2, 1, 2, 4, 2, 1, 2, 1));
        Convolution prolongation =
                Convolution.diagonal(1, 4, scaled(4, 1, 2, 1, 0, 2, 4, 2, 0, 1, 2, 1, 0, 0, 0, 0, 0));
        return build(
                steps,
                residualRestriction,
                level -> {
                    double damped = grids.get(level).coarsens() ? damping : 1;
                    double scale = grids.get(level).diagonal() / damped;
                    return Convolution.diagonal(1, 3, scaled(scale, 0, 0, 0, 0, 1, 0, 0, 0, 0));
                },
                level -> laplacian(grids.get(level)),
                level -> new Transfer(
                        Convolution.diagonal(1, 3, new double[9]),
                        restriction,
                        residualRestriction ? laplacian(grids.get(level)) : null,
                        prolongation));
    }

    private static Convolution laplacian(Grid grid) {
        double h = grid.spacing();
        return Convolution.diagonal(1, 3, scaled(h * h, 0, -1, 0, -1, 4, -1, 0, -1, 0));
    }

    private static double[] scaled(double divisor, double... kernel) {
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= divisor;
        }
        return kernel;
    }

    private static void check(int channels, List<Smoothing> steps) {
        Require.atLeast("channels", channels, 1);
        Require.present("steps", steps);
        Require.that(!steps.isEmpty() && steps.size() <= 12, "steps", "have 1 to 12 levels", steps.size());
        Require.that(steps.get(0).before() >= 1, "steps", "begin with a step on the finest level", steps);
        Require.that(steps.get(steps.size() - 1).after() == 0, "steps", "end without steps after the coarsest", steps);
    }

    private static MultigridBlock build(
            List<Smoothing> steps,
            boolean residualRestriction,
            IntFunction<Convolution> smoother,
            IntFunction<Convolution> operator,
            IntFunction<Transfer> transfer) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < steps.size(); level++) {
            List<Step> before = new ArrayList<>();
            List<Step> after = new ArrayList<>();
            for (int i = 0; i < steps.get(level).before(); i++) {
                boolean first = level == 0 && i == 0;
                before.add(new Step(smoother.apply(level), first ? null : operator.apply(level)));
            }
            for (int i = 0; i < steps.get(level).after(); i++) {
                after.add(new Step(smoother.apply(level), operator.apply(level)));
            }
            levels.add(new Level(before, after, level < steps.size() - 1 ? transfer.apply(level) : null));
        }
        return new MultigridBlock(residualRestriction, levels);
    }

    /** Number of weights by formula (1). */
    public static long parameterCount(int channels, List<Smoothing> steps, boolean residualRestriction) {
        check(channels, steps);
        long transfers = steps.size() - 1L;
        long convolutions = -1 + (residualRestriction ? 3 : 2) * transfers;
        for (Smoothing each : steps) {
            convolutions += 2L * (each.before() + each.after());
        }
        return (long) channels * channels * (9 * convolutions + 16 * transfers);
    }

    /** Weights that this block holds, counted one by one. */
    public long parameters() {
        long count = 0;
        for (Level level : levels) {
            List<Step> steps = new ArrayList<>(level.before());
            steps.addAll(level.after());
            for (Step step : steps) {
                count += count(step.smoother()) + count(step.operator());
            }
            if (level.transfer() != null) {
                Transfer transfer = level.transfer();
                count += count(transfer.solution()) + count(transfer.source());
                count += count(transfer.operator()) + count(transfer.prolongation());
            }
        }
        return count;
    }

    private static long count(Convolution convolution) {
        return convolution == null ? 0 : convolution.parameters();
    }

    /** The block applied to channels × n² values, n = 2^k - 1 with as many halvings as the block has. */
    public double[][] apply(double[][] f, int points) {
        Require.present("f", f);
        Require.that(
                points >= 1 && (points + 1) % (1 << (levels.size() - 1)) == 0 && points + 1 >= 1 << levels.size(),
                "points",
                "halve " + (levels.size() - 1) + " times",
                points);
        for (double[] channel : f) {
            Require.that(channel.length == points * points, "f", "have points² values", channel.length);
        }
        return cycle(0, null, f, points);
    }

    private double[][] cycle(int index, double[][] start, double[][] f, int n) {
        Level level = levels.get(index);
        double[][] u = smooth(start, f, level.before(), n);
        Transfer transfer = level.transfer();
        if (transfer != null) {
            double[][] source = residualRestriction ? sum(f, transfer.operator().same(u, n), -1) : f;
            double[][] coarse = cycle(
                    index + 1,
                    transfer.solution().strided(u, n),
                    transfer.source().strided(source, n),
                    (n - 1) / 2);
            u = sum(u, transfer.prolongation().transposed(coarse, (n - 1) / 2), 1);
        }
        return smooth(u, f, level.after(), n);
    }

    private static double[][] smooth(double[][] start, double[][] f, List<Step> steps, int n) {
        double[][] u = start;
        for (Step step : steps) {
            UnaryOperator<double[][]> smoother = r -> step.smoother().same(r, n);
            u = step.operator() == null
                    ? smoother.apply(f)
                    : sum(u, smoother.apply(sum(f, step.operator().same(u, n), -1)), 1);
        }
        return u;
    }

    private static double[][] sum(double[][] x, double[][] y, double factor) {
        double[][] result = new double[x.length][x[0].length];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < x[c].length; i++) {
                result[c][i] = x[c][i] + factor * y[c][i];
            }
        }
        return result;
    }
}
