package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.rates.RateFit;
import meanfield.core.Require;
import meanfield.experiment.Rows;

/** What experiments over a list of sizes share: checks of the list, and fits that say when they are worth nothing. */
public final class SizeList {
    private SizeList() {}

    /** A list of whole numbers in a range, ascending, at least one. */
    public static List<Integer> ascending(String name, List<Integer> values, int low, int high) {
        Require.present(name, values);
        Require.that(!values.isEmpty(), name, "have at least one entry", values);
        for (int i = 0; i < values.size(); i++) {
            Require.present(name, values.get(i));
            int value = values.get(i);
            Require.that(value >= low && value <= high, name, "be in [" + low + ", " + high + "]", value);
            Require.that(i == 0 || value > values.get(i - 1), name, "ascend", values);
        }
        return List.copyOf(values);
    }

    /** 1 … m for a lone m, otherwise the list. */
    static List<Integer> upTo(List<Integer> values) {
        return values.size() > 1
                ? values
                : java.util.stream.IntStream.rangeClosed(1, values.get(0))
                        .boxed()
                        .toList();
    }

    /** A whole number in [low, high]. */
    public static void between(String name, int value, int low, int high) {
        Require.that(value >= low && value <= high, name, "be in [" + low + ", " + high + "]", value);
    }

    /** Slope, half width of its interval, R² and words of a fit as {@code name}, {@code nameHalfWidth}, …. */
    static void summarize(Rows rows, String name, RateFit fit) {
        rows.summary(name, fit.slope());
        rows.summary(name + "HalfWidth", fit.halfWidth());
        rows.summary(name + "RSquared", fit.rSquared());
        rows.summary(name + "Points", fit.points());
        rows.summary(name + "Message", fit.message().isEmpty() ? "resolved" : fit.message());
    }
}
