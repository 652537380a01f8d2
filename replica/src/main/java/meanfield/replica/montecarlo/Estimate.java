package meanfield.replica.montecarlo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A mean or a median over independent samples.
 *
 * @param value mean or median
 * @param standardError its standard error; NaN for fewer than two samples
 */
public record Estimate(double value, double standardError) {
    /**
     * The median, with half the width of the interval between the order statistics √n/2 ranks below and above it as its standard
     * error: robust where some samples are far off.
     */
    public static Estimate median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double middle = 0.5 * (n - 1);
        double ranks = 0.5 * Math.sqrt(n);
        double low = at(sorted, Math.max(0, middle - ranks));
        double high = at(sorted, Math.min(n - 1, middle + ranks));
        return new Estimate(at(sorted, middle), n < 2 ? Double.NaN : 0.5 * (high - low));
    }

    /** Between two ranks, linear. */
    private static double at(double[] sorted, double rank) {
        int below = (int) rank;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** The mean of one quantity over samples; NaN for none. */
    public static <T> Estimate of(List<T> samples, ToDoubleFunction<T> quantity) {
        double[] values = samples.stream().mapToDouble(quantity).toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / (values.length - 1.0);
        return new Estimate(mean, values.length < 2 ? Double.NaN : Math.sqrt(variance / values.length));
    }
}
