package meanfield.approximation.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.solve.MaximumSearch;

/**
 * The extrema of an error curve, and the alternating ones among them that an exchange keeps.
 *
 * <pre>
 *   x_0 &lt; x_1 &lt; …,   e(x_i) e(x_{i+1}) &lt; 0,   |e(x_i)| as large as possible
 * </pre>
 *
 * The curve is sampled in every gap of given points, which must be about as dense as its oscillations; local maxima of |e|
 * are then refined by golden section within the neighbouring samples, one-sided at points where the function is not
 * smooth.
 */
public final class ErrorExtrema {
    private static final MaximumSearch SEARCH = MaximumSearch.withDefaults().withTolerance(1e-8);

    private ErrorExtrema() {}

    /** One extremum: where, and the signed error there. */
    public record Extremum(double x, double error) {}

    /**
     * Local extrema of e.
     *
     * @param error e
     * @param points ends, breaks and the old reference, ascending and distinct
     * @param samples samples in every gap
     */
    public static List<Extremum> find(DoubleUnaryOperator error, double[] points, int samples) {
        int count = (points.length - 1) * samples + 1;
        double[] x = new double[count];
        double[] e = new double[count];
        for (int k = 0; k < count; k++) {
            int gap = Math.min(k / samples, points.length - 2);
            double fraction = (double) (k - gap * samples) / samples;
            // denser towards both ends of the gap
            double bent = 0.5 * (1 - Math.cos(Math.PI * fraction));
            x[k] = fraction == 1 ? points[gap + 1] : points[gap] + bent * (points[gap + 1] - points[gap]);
            e[k] = error.applyAsDouble(x[k]);
        }
        List<Extremum> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double left = k == 0 ? Double.NEGATIVE_INFINITY : Math.signum(e[k]) * e[k - 1];
            double right = k == count - 1 ? Double.NEGATIVE_INFINITY : Math.signum(e[k]) * e[k + 1];
            double here = Math.abs(e[k]);
            if (here >= left && here >= right) {
                found.add(refine(error, x, e, k));
            }
        }
        return found;
    }

    private static Extremum refine(DoubleUnaryOperator error, double[] x, double[] e, int k) {
        Extremum best = new Extremum(x[k], e[k]);
        double sign = Math.signum(e[k]);
        if (k > 0) {
            best = better(best, error, sign, x[k - 1], x[k]);
        }
        if (k < x.length - 1) {
            best = better(best, error, sign, x[k], x[k + 1]);
        }
        return best;
    }

    private static Extremum better(Extremum best, DoubleUnaryOperator error, double sign, double low, double high) {
        double width = high - low;
        double u = SEARCH.find(t -> sign * error.applyAsDouble(low + t * width), 0, 1)
                .location();
        double at = low + u * width;
        double value = Double.isNaN(u) ? 0 : error.applyAsDouble(at);
        return sign * value > sign * best.error ? new Extremum(at, value) : best;
    }

    /** The largest of every run of one sign, in order. */
    public static List<Extremum> alternating(List<Extremum> all) {
        List<Extremum> kept = new ArrayList<>();
        for (Extremum each : all) {
            int last = kept.size() - 1;
            if (last >= 0 && Math.signum(kept.get(last).error) * each.error >= 0) {
                if (Math.abs(each.error) > Math.abs(kept.get(last).error)) {
                    kept.set(last, each);
                }
            } else if (each.error != 0) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** This many of an alternating list, the smallest left out: single ones at the ends, pairs inside. */
    public static List<Extremum> select(List<Extremum> alternating, int count) {
        List<Extremum> kept = new ArrayList<>(alternating);
        while (kept.size() > count) {
            int last = kept.size() - 1;
            boolean leftSmaller = size(kept, 0) < size(kept, last);
            if (kept.size() == count + 1) {
                kept.remove(leftSmaller ? 0 : last);
                continue;
            }
            int smallest = 0;
            for (int i = 1; i <= last; i++) {
                smallest = size(kept, i) < size(kept, smallest) ? i : smallest;
            }
            if (smallest == 0 || smallest == last) {
                kept.remove(smallest);
            } else {
                int neighbour = size(kept, smallest - 1) < size(kept, smallest + 1) ? smallest - 1 : smallest + 1;
                kept.remove(Math.max(smallest, neighbour));
                kept.remove(Math.min(smallest, neighbour));
            }
        }
        return kept;
    }

    private static double size(List<Extremum> list, int i) {
        return Math.abs(list.get(i).error);
    }

    /** Points and further ones inside (low, high), with both ends, ascending and distinct. */
    public static double[] merge(double low, double high, double[] points, double[] more) {
        TreeSet<Double> all = new TreeSet<>();
        all.add(low);
        all.add(high);
        for (double point : points) {
            all.add(Math.min(high, Math.max(low, point)));
        }
        for (double point : more) {
            if (point > low && point < high) {
                all.add(point);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
