package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.experiments.SizeList;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link SplinesExperiment}.
 *
 * @param function f
 * @param degree k
 * @param cells G, ascending
 */
public record SplineCurve(
        @Parameter(meaning = "function to approximate, on its interval")
        StandardFunction function,

        @Parameter(symbol = "k", meaning = "degree of the splines", range = "[0, 10]")
        int degree,

        @Parameter(symbol = "G", meaning = "cells of the grid, ascending", range = "[1, 1024]")
        List<Integer> cells) {
    /** Checks every range. */
    public SplineCurve {
        Require.present("function", function);
        SizeList.between("degree", degree, 0, 10);
        cells = SizeList.ascending("cells", cells, 1, 1024);
    }
}
