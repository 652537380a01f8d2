package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.target.TargetFunction;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link DerivativeRatesExperiment}.
 *
 * @param target f
 * @param smoothness n ≥ 2
 * @param dimension d
 * @param activation units
 * @param cells N, ascending; one fit
 */
public record DerivativeRatesSetting(
        @Parameter(meaning = "function to approximate, divided by its Sobolev norm")
        TargetFunction target,

        @Parameter(symbol = "n", meaning = "smoothness: bounded derivatives of order n", range = "[2, 8]")
        int smoothness,

        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 3]")
        int dimension,

        @Parameter(meaning = "units of the network") NetworkKind activation,

        @Parameter(symbol = "N", meaning = "cells an axis, ascending; one fit", range = "[1, 4096]", lone = true)
        List<Integer> cells) {
    /** Checks every range. */
    public DerivativeRatesSetting {
        Require.present("target", target);
        Require.present("activation", activation);
        SizeList.between("smoothness", smoothness, 2, 8);
        SizeList.between("dimension", dimension, 1, 3);
        cells = SizeList.ascending("cells", cells, 1, 4096);
        target.of(dimension, smoothness);
        int most = cells.get(cells.size() - 1);
        double points = Math.pow(most * (dimension == 1 ? 60.0 : dimension == 2 ? 12.0 : 6.0), dimension);
        Require.that(points <= 2e7, "cells", "give at most 2e7 grid points in " + dimension + " dimensions", most);
    }
}
