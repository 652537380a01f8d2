package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.core.Require;

/** Rules that parameter records share. */
final class Lists {
    private Lists() {}

    /** A list of whole numbers in a range, ascending, at least one. */
    static List<Integer> ascending(String name, List<Integer> values, int low, int high) {
        Require.present(name, values);
        Require.that(!values.isEmpty(), name, "have at least one entry", values);
        for (int i = 0; i < values.size(); i++) {
            int value = Require.present(name, values.get(i));
            Require.that(value >= low && value <= high, name, "be in [" + low + ", " + high + "]", value);
            Require.that(i == 0 || value > values.get(i - 1), name, "ascend", values);
        }
        return List.copyOf(values);
    }

    /** A whole number in [low, high]. */
    static void between(String name, int value, int low, int high) {
        Require.that(value >= low && value <= high, name, "be in [" + low + ", " + high + "]", value);
    }
}
