package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.target.TargetFunction;
import meanfield.approximation.trained.HiddenUnit;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link OptimalLineExperiment}.
 *
 * @param target f
 * @param smoothness n
 * @param dimension d
 * @param cells N of the constructions, ascending; polynomials have degree 2N
 * @param widths widths of the trained networks, ascending
 * @param activation hidden units of the trained networks
 * @param replicates starts of each trained network; 0 for none
 */
public record OptimalLineSetting(
        @Parameter(meaning = "function to approximate, divided by its Sobolev norm")
        TargetFunction target,

        @Parameter(symbol = "n", meaning = "smoothness: bounded derivatives of order n", range = "[1, 8]")
        int smoothness,

        @Parameter(symbol = "d", meaning = "input dimension", range = "[1, 3]")
        int dimension,

        @Parameter(
                symbol = "N",
                meaning = "cells an axis of the constructions, ascending; polynomials have degree 2N",
                range = "[1, 1024]",
                lone = true)
        List<Integer> cells,

        @Parameter(symbol = "h", meaning = "widths of trained networks, ascending", range = "[1, 128]", lone = true)
        List<Integer> widths,

        @Parameter(meaning = "hidden units of trained networks")
        HiddenUnit activation,

        @Parameter(meaning = "starts of each trained network; 0 for none", range = "[0, 1000]")
        int replicates) {
    /** Checks every range. */
    public OptimalLineSetting {
        Require.present("target", target);
        Require.present("activation", activation);
        SizeList.between("smoothness", smoothness, 1, 8);
        SizeList.between("dimension", dimension, 1, 3);
        cells = SizeList.ascending("cells", cells, 1, 1024);
        widths = SizeList.ascending("widths", widths, 1, 128);
        SizeList.between("replicates", replicates, 0, 1000);
        target.of(dimension, smoothness);
        int most = cells.get(cells.size() - 1);
        double points = Math.pow(most * (dimension == 1 ? 60.0 : dimension == 2 ? 12.0 : 6.0), dimension);
        Require.that(points <= 2e7, "cells", "give at most 2e7 grid points in " + dimension + " dimensions", most);
    }
}
