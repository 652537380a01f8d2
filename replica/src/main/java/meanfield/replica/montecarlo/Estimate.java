package meanfield.replica.montecarlo;

import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.core.special.GammaFunctions;

/**
 * A mean or a median over independent samples.
 *
 * @param value mean or median
 * @param standardError its standard error; NaN for fewer than two samples
 */
public record Estimate(double value, double standardError) {
    /**
     * The median, robust where some samples are far off, and the standard error of Maritz and Jarrett: that of the medians of
     * samples redrawn from the observed ones.
     *
     * <pre>
     *   w_i = I_{i/n}(b, b) - I_{(i-1)/n}(b, b),  b = (n+1)/2,   s.e.² = Σ w_i x_(i)² - (Σ w_i x_(i))²           (1)
     * </pre>
     *
     * Source: [Maritz1978].
     */
    public static Estimate median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN);
        }
        double median = 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
        double half = 0.5 * (n + 1);
        double before = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double law = GammaFunctions.regularizedBeta((i + 1.0) / n, half, half);
            double x = sorted[i] - median;
            mean += (law - before) * x;
            squares += (law - before) * x * x;
            before = law;
        }
        return new Estimate(median, n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - mean * mean)));
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
