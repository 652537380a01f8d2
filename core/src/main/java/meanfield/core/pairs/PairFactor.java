package meanfield.core.pairs;

import meanfield.core.Require;

/**
 * A factor f_i g_j of a pair, f a value of the row input and g one of the column input.
 *
 * @param rows f_i; not copied, never changed
 * @param columns g_j; the same array where inputs are paired with themselves and f = g
 */
public record PairFactor(double[] rows, double[] columns) {
    public PairFactor {
        Require.present("rows", rows);
        Require.present("columns", columns);
    }

    /** f_i g_j. */
    double product(int i, int j) {
        return rows[i] * columns[j];
    }

    /** ½ (f_i - g_j)². */
    double halfSquaredDifference(int i, int j) {
        double difference = rows[i] - columns[j];
        return 0.5 * difference * difference;
    }
}
