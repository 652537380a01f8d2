package meanfield.approximation.experiments.baselines;

import meanfield.approximation.experiments.SizeList;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link ZolotarevExperiment}.
 *
 * @param stages largest number of factors
 * @param degree r of each factor
 */
public record ZolotarevStages(
        @Parameter(symbol = "k", meaning = "largest number of composed factors", range = "[1, 6]")
        int stages,

        @Parameter(symbol = "r", meaning = "degree of each factor: 3 or 5", range = "[3, 5]")
        int degree) {
    /** Checks every range. */
    public ZolotarevStages {
        SizeList.between("stages", stages, 1, 6);
        SizeList.between("degree", degree, 3, 5);
        meanfield.core.Require.that(degree % 2 == 1, "degree", "be odd", degree);
        meanfield.core.Require.that(Math.pow(degree, stages) <= 729, "stages", "keep the degree below 730", stages);
    }
}
