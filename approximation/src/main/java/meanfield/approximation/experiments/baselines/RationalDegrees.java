package meanfield.approximation.experiments.baselines;

import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.experiments.SizeList;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link RationalMinimaxExperiment}.
 *
 * @param function f
 * @param numeratorDegree m
 * @param denominatorDegree n; -1 stands for m
 */
public record RationalDegrees(
        @Parameter(meaning = "function to approximate, on its interval")
        StandardFunction function,

        @Parameter(symbol = "m", meaning = "degree of the numerator", range = "[0, 100]")
        int numeratorDegree,

        @Parameter(
                symbol = "n",
                meaning = "degree of the denominator; -1 for that of the numerator",
                range = "[-1, 100]")
        int denominatorDegree) {
    /** Checks every range. */
    public RationalDegrees {
        Require.present("function", function);
        SizeList.between("numeratorDegree", numeratorDegree, 0, 100);
        SizeList.between("denominatorDegree", denominatorDegree, -1, 100);
    }

    int denominator() {
        return denominatorDegree < 0 ? numeratorDegree : denominatorDegree;
    }
}
