package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.target.TargetFunction;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link SobolevRatesExperiment}.
 *
 * @param target f
 * @param smoothness n
 * @param dimension d
 * @param activation units
 * @param cells N, ascending; one fit
 * @param gateLevels m of ReLU gates, 0 for the levels that the accuracy needs
 */
public record SobolevRatesSetting(
        @Parameter(meaning = "function to approximate, divided by its Sobolev norm")
        TargetFunction target,

        @Parameter(symbol = "n", meaning = "smoothness: bounded derivatives of order n", range = "[1, 8]")
        int smoothness,

        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 4]")
        int dimension,

        @Parameter(meaning = "units of the network") NetworkKind activation,

        @Parameter(symbol = "N", meaning = "cells an axis, ascending; one fit", range = "[1, 4096]", lone = true)
        List<Integer> cells,

        @Parameter(
                symbol = "m",
                meaning = "levels of ReLU gates; 0 for those that the accuracy needs",
                range = "[0, 50]")
        int gateLevels) {
    /** Checks every range, and that the target exists in this dimension. */
    public SobolevRatesSetting {
        Require.present("target", target);
        Require.present("activation", activation);
        SizeList.between("smoothness", smoothness, 1, 8);
        SizeList.between("dimension", dimension, 1, 4);
        cells = SizeList.ascending("cells", cells, 1, 4096);
        SizeList.between("gateLevels", gateLevels, 0, 50);
        target.of(dimension, smoothness);
        int most = cells.get(cells.size() - 1);
        double points = Math.pow(most * (dimension == 1 ? 60.0 : dimension == 2 ? 12.0 : 6.0), dimension);
        Require.that(points <= 1e8, "cells", "give at most 1e8 grid points in " + dimension + " dimensions", most);
    }

    SobolevNetwork network(int size) {
        return SobolevNetwork.of(activation, smoothness, dimension, size).withLevels(gateLevels);
    }
}
