package meanfield.approximation.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import meanfield.core.Require;

/**
 * The sup of |e| on [0,1]^d with grid maxima polished: still a lower bound, closer to the sup where e is smooth between points.
 *
 * <pre>
 *   d = 1:  golden section between the neighbours of a grid maximum, 60 steps                              (1)
 *   d ≥ 2:  compass search from it, first step that of the grid, halved 40 times
 * </pre>
 *
 * The 32 largest local maxima of the grid are polished; a point is a local maximum when no neighbour along an axis is larger.
 * Cost: the grid, held in memory, and some 2,000 (d = 1) or 32·40·2d (d ≥ 2) evaluations more.
 *
 * @param grid where it starts
 */
public record RefinedSup(GridSup grid) {
    private static final int CANDIDATES = 32;
    private static final int GOLDEN_STEPS = 60;
    private static final int HALVINGS = 40;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

    /** Checked. */
    public RefinedSup {
        Require.present("grid", grid);
    }

    /** The estimate. */
    public SupEstimate measure(ScalarField e, int dimension) {
        int count = grid.points();
        double size = Math.pow(count, dimension);
        Require.that(size <= 1 << 26, "grid", "have at most 2^26 points to be refined", size);
        double[] values = new double[(int) size];
        for (int flat = 0; flat < values.length; flat++) {
            values[flat] = Math.abs(e.value(point(flat, dimension)));
        }
        double best = -1;
        double[] where = new double[dimension];
        for (int flat : candidates(values, dimension)) {
            double[] x = point(flat, dimension);
            double found = dimension == 1 ? golden(e, x) : compass(e, x);
            if (found > best || Double.isNaN(found)) {
                best = found;
                where = x;
            }
        }
        return new SupEstimate(best, Double.POSITIVE_INFINITY, where, SupEstimate.Method.REFINED);
    }

    private double[] point(int flat, int dimension) {
        int count = grid.points();
        double[] x = new double[dimension];
        int rest = flat;
        for (int axis = dimension - 1; axis >= 0; axis--) {
            x[axis] = grid.point(rest % count);
            rest /= count;
        }
        return x;
    }

    private List<Integer> candidates(double[] values, int dimension) {
        List<Integer> local = new ArrayList<>();
        for (int flat = 0; flat < values.length; flat++) {
            if (Double.isNaN(values[flat])) {
                return List.of(flat);
            }
            if (isLocalMaximum(values, flat, dimension)) {
                local.add(flat);
            }
        }
        local.sort(
                Comparator.comparingDouble((Integer flat) -> -values[flat]).thenComparing(Comparator.naturalOrder()));
        return local.subList(0, Math.min(CANDIDATES, local.size()));
    }

    private boolean isLocalMaximum(double[] values, int flat, int dimension) {
        int count = grid.points();
        int stride = 1;
        for (int axis = dimension - 1; axis >= 0; axis--) {
            int index = flat / stride % count;
            boolean below = index > 0 && values[flat - stride] > values[flat];
            boolean above = index < count - 1 && values[flat + stride] > values[flat];
            if (below || above) {
                return false;
            }
            stride *= count;
        }
        return true;
    }

    /** Moves x to the best point found and returns the value there. */
    private double golden(ScalarField e, double[] x) {
        double start = Math.abs(e.value(x));
        double from = Math.max(0, x[0] - grid.step());
        double to = Math.min(1, x[0] + grid.step());
        double a = to - GOLDEN * (to - from);
        double b = from + GOLDEN * (to - from);
        double[] probe = new double[1];
        double left = at(e, probe, a);
        double right = at(e, probe, b);
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            if (left >= right) {
                to = b;
                b = a;
                right = left;
                a = to - GOLDEN * (to - from);
                left = at(e, probe, a);
            } else {
                from = a;
                a = b;
                left = right;
                b = from + GOLDEN * (to - from);
                right = at(e, probe, b);
            }
        }
        double found = Math.max(left, right);
        if (!(found > start)) {
            return start;
        }
        x[0] = left >= right ? a : b;
        return found;
    }

    private static double at(ScalarField e, double[] probe, double x) {
        probe[0] = x;
        return Math.abs(e.value(probe));
    }

    private double compass(ScalarField e, double[] x) {
        double best = Math.abs(e.value(x));
        double step = grid.step();
        for (int halving = 0; halving < HALVINGS; ) {
            boolean moved = false;
            for (int axis = 0; axis < x.length; axis++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double old = x[axis];
                    x[axis] = Math.min(1, Math.max(0, old + sign * step));
                    double value = Math.abs(e.value(x));
                    if (value > best) {
                        best = value;
                        moved = true;
                    } else {
                        x[axis] = old;
                    }
                }
            }
            if (!moved) {
                step /= 2;
                halving++;
            }
        }
        return best;
    }
}
