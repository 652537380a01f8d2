package meanfield.approximation.target;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;
import meanfield.core.parallel.Workers;

/**
 * The largest modulus of a function on a uniform grid of [0,1]^d, the reference protocol of every sup error here.
 *
 * <pre>
 *   x_k = j_k/(sN),  j_k = 0 … sN       (nodes of the cells included)                                      (1)
 *   x_k = (j_k + ½)/(sN)                (midpoints, for derivatives that jump at nodes)
 *   s = 60 for d = 1, 12 for d = 2, 6 for d ≥ 3                                                            (2)
 * </pre>
 *
 * Symbols: N cells, s subintervals of a cell. It is a lower bound of the sup and is called so. The number of subintervals must
 * never be a power of two: ReLU gates are exact at dyadic points, and a dyadic grid hides their whole error (a factor 3.5 with 64
 * in place of 60); 60, 12 and 6 contain midpoint and third points.
 *
 * <p>The result does not depend on the number of threads: the first of equal maxima in row-major order is kept.
 *
 * @param cells N
 * @param subintervals s, even and no power of two
 * @param midpoints whether the points are the midpoints
 */
public record GridSup(int cells, int subintervals, boolean midpoints) {
    /** Checked. */
    public GridSup {
        Require.atLeast("cells", cells, 1);
        Require.that(
                subintervals >= 3 && Integer.bitCount(subintervals) > 1,
                "subintervals",
                "be >= 3 and no power of two, which would hide the error of dyadic gates",
                subintervals);
    }

    /** The reference protocol of this dimension. */
    public static GridSup of(int dimension, int cells) {
        Require.atLeast("dimension", dimension, 1);
        return new GridSup(cells, dimension == 1 ? 60 : dimension == 2 ? 12 : 6, false);
    }

    /** The midpoints of the same subintervals. */
    public GridSup atMidpoints() {
        return new GridSup(cells, subintervals, true);
    }

    /** 1/(sN). */
    public double step() {
        return 1.0 / ((double) subintervals * cells);
    }

    int points() {
        return subintervals * cells + (midpoints ? 0 : 1);
    }

    double point(int index) {
        double total = (double) subintervals * cells;
        return (midpoints ? index + 0.5 : index) / total;
    }

    /** The largest |e| on the grid of [0,1]^d. */
    public SupEstimate measure(ScalarField e, int dimension, Workers workers) {
        Require.present("e", e);
        Require.atLeast("dimension", dimension, 1);
        int count = points();
        int blocks = Math.min(count, 64);
        List<double[]> best = workers.map(blocks, block -> {
            int from = (int) ((long) count * block / blocks);
            int to = (int) ((long) count * (block + 1) / blocks);
            return largest(e, dimension, from, to);
        });
        double[] first = best.get(0);
        for (double[] other : best) {
            first = other[0] > first[0] || Double.isNaN(other[0]) ? other : first;
        }
        double[] location = java.util.Arrays.copyOfRange(first, 1, dimension + 1);
        return new SupEstimate(first[0], Double.POSITIVE_INFINITY, location, SupEstimate.Method.GRID);
    }

    /** The same on the caller's thread. */
    public SupEstimate measure(ScalarField e, int dimension) {
        return measure(e, dimension, Workers.serial());
    }

    /** Largest value and its point, first coordinate between two indices. */
    private double[] largest(ScalarField e, int dimension, int from, int to) {
        int count = points();
        double[] best = new double[dimension + 1];
        best[0] = -1;
        if (dimension == 1) {
            along(e, new double[0], from, to, best);
            return best;
        }
        int[] index = new int[dimension - 1];
        double[] leading = new double[dimension - 1];
        index[0] = from;
        java.util.Arrays.setAll(leading, k -> point(index[k]));
        while (index[0] < to && !Double.isNaN(best[0])) {
            along(e, leading, 0, count, best);
            int axis = dimension - 2;
            while (axis > 0 && ++index[axis] == count) {
                index[axis] = 0;
                leading[axis] = point(0);
                axis--;
            }
            if (axis == 0) {
                index[0]++;
            }
            leading[axis] = point(index[axis]);
        }
        return best;
    }

    /** One line of the grid along the last coordinate. */
    private void along(ScalarField e, double[] leading, int from, int to, double[] best) {
        int last = leading.length;
        double[] x = java.util.Arrays.copyOf(leading, last + 1);
        DoubleUnaryOperator line = e instanceof SlicedField sliced
                ? sliced.slice(leading)
                : u -> {
                    x[last] = u;
                    return e.value(x);
                };
        for (int j = from; j < to; j++) {
            double u = point(j);
            double size = Math.abs(line.applyAsDouble(u));
            if (size > best[0] || Double.isNaN(size)) {
                best[0] = size;
                System.arraycopy(leading, 0, best, 1, last);
                best[last + 1] = u;
                if (Double.isNaN(size)) {
                    return;
                }
            }
        }
    }
}
