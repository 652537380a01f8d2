package meanfield.core.pairs;

import java.util.List;
import meanfield.core.Require;

/**
 * Kernels of all pairs of two lists of inputs.
 *
 * @param rows inputs that index rows
 * @param columns inputs that index columns; the same object for a symmetric kernel, of which only entries with j &le; i are computed
 * @param steps formulas in order
 */
public record PairProblem(PairInputs rows, PairInputs columns, List<PairStep> steps) {
    /** Below this gap or antigap (angles below 0.045 from 0 or π) a pair is looked at again, through its difference. */
    public static final double NEARLY_PARALLEL = 1e-3;

    public PairProblem {
        Require.present("rows", rows);
        Require.present("columns", columns);
        Require.that(
                rows.dimension() == columns.dimension(),
                "columns",
                "have as many features as rows (" + rows.dimension() + ")",
                columns.dimension());
        steps = List.copyOf(Require.present("steps", steps));
        for (PairStep step : steps) {
            for (PairFactor factor : step.factors()) {
                PairInputs.requireSize("a factor's row values", factor.rows(), rows.size());
                PairInputs.requireSize("a factor's column values", factor.columns(), columns.size());
            }
        }
    }

    /** Whether inputs are paired with themselves. */
    public boolean symmetric() {
        return rows == columns;
    }

    /** Number of pairs that are computed. */
    public double pairs() {
        double n = rows.size();
        return symmetric() ? n * (n + 1) / 2 : n * columns.size();
    }
}
