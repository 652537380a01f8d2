package meanfield.dmft.experiments;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Mean over independently drawn systems.
 *
 * @param value the mean
 * @param standardError of the mean; NaN for fewer than two systems
 */
record SampleMean(double value, double standardError) {
    /** The mean of a number of each system. */
    static <T> SampleMean of(List<T> systems, ToDoubleFunction<T> number) {
        int count = systems.size();
        double mean = systems.stream().mapToDouble(number).sum() / count;
        double squares = systems.stream()
                .mapToDouble(number)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return new SampleMean(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count));
    }
}
