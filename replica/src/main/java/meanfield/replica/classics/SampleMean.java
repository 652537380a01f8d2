package meanfield.replica.classics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.replica.montecarlo.Estimate;

/**
 * A mean over independent disorders and its standard error; disorders where the quantity does not exist (NaN) are left out.
 *
 * @param value the mean, NaN without samples
 * @param standardError of the mean, NaN below two samples
 */
record SampleMean(double value, double standardError) {
    static <T> SampleMean of(List<T> samples, ToDoubleFunction<T> quantity) {
        double[] values = samples.stream()
                .mapToDouble(quantity)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double count = values.length;
        return new SampleMean(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count * (count - 1))));
    }

    /** The median and its standard error, see {@link Estimate#median}. */
    static <T> SampleMean median(List<T> samples, ToDoubleFunction<T> quantity) {
        Estimate median =
                Estimate.median(samples.stream().map(quantity::applyAsDouble).toList());
        return new SampleMean(median.value(), median.standardError());
    }
}
