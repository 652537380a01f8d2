package meanfield.dmft.experiments;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/** Rules that parameter records share. */
final class ListChecks {
    private ListChecks() {}

    /** A whole number in [low, high]. */
    static void between(String name, int value, int low, int high) {
        Require.that(value >= low && value <= high, name, "be in [" + low + ", " + high + "]", value);
    }

    /** Strictly ascending times in [0, high], at least one. */
    static List<Double> times(List<Double> times, double high) {
        List<Double> checked = numbers("times", times, 0, high);
        Require.that(!checked.isEmpty(), "times", "have at least one entry", times);
        for (int i = 1; i < checked.size(); i++) {
            Require.that(
                    checked.get(i) > checked.get(i - 1),
                    "times[" + i + "]",
                    "be > " + checked.get(i - 1),
                    checked.get(i));
        }
        return checked;
    }

    /** Finite numbers in [low, high]. */
    static List<Double> numbers(String name, List<Double> values, double low, double high) {
        Require.present(name, values);
        for (int i = 0; i < values.size(); i++) {
            double value = Require.finite(name + "[" + i + "]", Require.present(name + "[" + i + "]", values.get(i)));
            Require.inRange(name + "[" + i + "]", value, low, high);
        }
        return List.copyOf(values);
    }

    /** A matrix of finite numbers in [-bound, bound] as rows of equal length. */
    static List<List<Double>> matrix(String name, List<List<Double>> rows, double bound) {
        Require.present(name, rows);
        Require.that(!rows.isEmpty(), name, "have at least one row", rows);
        List<List<Double>> checked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            checked.add(numbers(name + "[" + i + "]", rows.get(i), -bound, bound));
            int width = checked.get(0).size();
            Require.that(
                    checked.get(i).size() == width, name + "[" + i + "]", "have " + width + " entries", rows.get(i));
        }
        return List.copyOf(checked);
    }

    /** Simulated systems: none, or enough for a standard error. */
    static void networks(int value, int high) {
        between("networks", value, 0, high);
        Require.that(value != 1, "networks", "be 0 (no simulation) or at least 2 (for a standard error)", value);
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
