package meanfield.approximation.target;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.solve.MaximumSearch;

/**
 * A function of one variable with all its derivatives: what targets of several variables are made of.
 *
 * <p>Suprema of derivatives are closed forms where there is one, and otherwise measured: the largest of 2,001 points in every
 * smooth piece, polished by {@link MaximumSearch} beside it (relative 1e-13 for functions that vary on the scale of the interval).
 */
public interface Profile {
    /** The derivative of this order at x; order 0 is the value. */
    double derivative(int order, double x);

    /** Largest n with bounded n-th derivative; {@link Integer#MAX_VALUE} where all are bounded. */
    int smoothness();

    /** Points where a derivative jumps, ascending. */
    default List<Double> breaks() {
        return List.of();
    }

    /** sup of the derivative's modulus over [low, high]. */
    default double supremum(int order, double low, double high) {
        Require.that(high > low, "high", "be > low = " + low, high);
        double largest = 0;
        double from = low;
        for (int piece = 0; piece <= breaks().size(); piece++) {
            double to = piece < breaks().size() ? Math.min(high, Math.max(low, breaks().get(piece))) : high;
            if (to > from) {
                largest = Math.max(largest, pieceSupremum(order, from, to));
                from = to;
            }
        }
        return largest;
    }

    private double pieceSupremum(int order, double from, double to) {
        int steps = 2000;
        double largest = -1;
        int where = 0;
        for (int i = 0; i <= steps; i++) {
            double size = Math.abs(derivative(order, inside(from, to, (double) i / steps)));
            if (size > largest) {
                largest = size;
                where = i;
            }
        }
        double low = (double) Math.max(0, where - 1) / steps;
        double high = (double) Math.min(steps, where + 1) / steps;
        double best = MaximumSearch.withDefaults()
                .find(u -> Math.abs(derivative(order, inside(from, to, u))), low, high)
                .location();
        return Math.max(largest, Math.abs(derivative(order, inside(from, to, best))));
    }

    /** A point of the open piece, so that one-sided limits are taken at jumps. */
    private static double inside(double from, double to, double u) {
        double margin = 1e-15 * (to - from);
        return Math.min(to - margin, Math.max(from + margin, from + u * (to - from)));
    }
}
