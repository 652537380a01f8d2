package meanfield.approximation.rates;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.special.StudentLaw;

/**
 * A power law fitted by least squares in logarithms, with what it is worth.
 *
 * <pre>
 *   ln ε = ln C + s ln W,   halfWidth = t_{0.975, k-2} √(RSS/((k-2) S_xx)),   R² = 1 - RSS/S_yy              (1)
 * </pre>
 *
 * Symbols: s slope (negative for a falling error), k points. Residuals of a deterministic construction are bias, not noise: the
 * interval measures curvature and should be quoted as such. Edge cases: errors that are not positive and finite, or at most the
 * floor, are left out and counted; fewer than four points give no interval, fewer than two no slope, and {@link #message} says so.
 *
 * @param slope s, NaN with fewer than two points
 * @param halfWidth half the 95 % interval, NaN with fewer than four points
 * @param intercept ln C
 * @param rSquared R²
 * @param residual RSS, the residual sum of squares
 * @param points k, those used
 * @param localSlopes slopes between neighbouring points used
 * @param message what is wrong, empty if nothing
 */
public record RateFit(
        double slope,
        double halfWidth,
        double intercept,
        double rSquared,
        double residual,
        int points,
        List<Double> localSlopes,
        String message) {
    /** Fewest points that give an interval. */
    public static final int FEWEST_POINTS = 4;

    private static final double CONFIDENCE = 0.95;

    /** Checked. */
    public RateFit {
        localSlopes = List.copyOf(localSlopes);
        Require.present("message", message);
    }

    /**
     * The fit of ε against W.
     *
     * @param size W, positive
     * @param error ε, as many
     * @param floor errors up to here are rounding noise
     */
    public static RateFit of(double[] size, double[] error, double floor) {
        Require.that(size.length == error.length, "error", "have " + size.length + " entries", error.length);
        Require.nonNegative("floor", floor);
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < size.length; i++) {
            Require.positive("size", size[i]);
            if (error[i] > floor && Double.isFinite(error[i])) {
                x.add(Math.log(size[i]));
                y.add(Math.log(error[i]));
            }
        }
        return fit(x, y, message(x.size(), size.length));
    }

    private static String message(int points, int all) {
        String dropped = points == all ? "" : (all - points) + " of " + all + " errors at the rounding floor left out";
        String few = points >= FEWEST_POINTS
                ? ""
                : "slope unresolved: " + points + (points == 1 ? " point" : " points") + ", an interval needs "
                        + FEWEST_POINTS;
        return dropped + (dropped.isEmpty() || few.isEmpty() ? "" : "; ") + few;
    }

    private static RateFit fit(List<Double> x, List<Double> y, String message) {
        int k = x.size();
        List<Double> local = new ArrayList<>();
        for (int i = 1; i < k; i++) {
            local.add((y.get(i) - y.get(i - 1)) / (x.get(i) - x.get(i - 1)));
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < k; i++) {
            double dx = x.get(i) - meanX;
            double dy = y.get(i) - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        if (k < 2 || !(xx > 0)) {
            double none = Double.NaN;
            return new RateFit(none, none, none, none, none, k, List.of(), message);
        }
        double slope = xy / xx;
        double residual = 0;
        for (int i = 0; i < k; i++) {
            double r = y.get(i) - meanY - slope * (x.get(i) - meanX);
            residual += r * r;
        }
        double halfWidth = k < FEWEST_POINTS
                ? Double.NaN
                : StudentLaw.halfWidth(CONFIDENCE, k - 2) * Math.sqrt(residual / ((k - 2) * xx));
        double rSquared = yy > 0 ? 1 - residual / yy : Double.NaN;
        return new RateFit(slope, halfWidth, meanY - slope * meanX, rSquared, residual, k, local, message);
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    /** True when there is an interval. */
    public boolean resolved() {
        return points >= FEWEST_POINTS && Double.isFinite(slope);
    }
}
