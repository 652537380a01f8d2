package meanfield.approximation.experiments.baselines;

import meanfield.approximation.classical.StandardFunction;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link PolynomialMinimaxExperiment}.
 *
 * @param function f
 * @param degree n
 */
public record PolynomialMinimax(
        @Parameter(meaning = "function to approximate, on its interval")
        StandardFunction function,

        @Parameter(symbol = "n", meaning = "degree of the polynomial", range = "[0, 500]")
        int degree) {
    /** Checks every range. */
    public PolynomialMinimax {
        Require.present("function", function);
        Require.that(degree >= 0 && degree <= 500, "degree", "be in [0, 500]", degree);
    }
}
