package meanfield.approximation.experiments.baselines;

import meanfield.approximation.experiments.SizeList;
import meanfield.approximation.greedy.RidgeDictionary;
import meanfield.approximation.greedy.SampledTarget;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link GreedyExperiment}.
 *
 * @param target f
 * @param power k
 * @param steps units at most
 * @param angles T directions in two dimensions; without effect in one
 * @param offsets B offsets of each direction
 * @param cells quadrature cells along an axis
 * @param nodes Gauss-Legendre nodes along the side of a cell
 */
public record GreedyRun(
        @Parameter(meaning = "function to approximate on [0,1]^d")
        GreedyTarget target,

        @Parameter(symbol = "k", meaning = "units are max(t, 0)^k", range = "[1, 8]")
        int power,

        @Parameter(symbol = "n", meaning = "units at most", range = "[1, 1024]")
        int steps,

        @Parameter(symbol = "T", meaning = "directions in two dimensions; without effect in one", range = "[1, 1024]")
        int angles,

        @Parameter(symbol = "B", meaning = "offsets of each direction", range = "[1, 20000]")
        int offsets,

        @Parameter(meaning = "quadrature cells along an axis", range = "[1, 20000]")
        int cells,

        @Parameter(meaning = "Gauss-Legendre nodes along the side of a cell", range = "[1, 16]")
        int nodes) {
    /** Checks every range. */
    public GreedyRun {
        Require.present("target", target);
        SizeList.between("power", power, 1, 8);
        SizeList.between("steps", steps, 1, 1024);
        SizeList.between("angles", angles, 1, 1024);
        SizeList.between("offsets", offsets, 1, 20_000);
        SizeList.between("cells", cells, 1, 20_000);
        SizeList.between("nodes", nodes, 1, 16);
        double points = Math.pow((double) cells * nodes, target.dimension());
        Require.that(points <= 1e6, "cells", "give at most a million quadrature points", cells);
    }

    /** The published setting: 2048 knots and cells with 4 nodes in one dimension, 64 × 96 atoms and 48² points in two. */
    static GreedyRun published(GreedyTarget target, int power) {
        return target.dimension() == 1
                ? new GreedyRun(target, power, 64, 64, 2048, 2048, 4)
                : new GreedyRun(target, power, 128, 64, 96, 8, 6);
    }

    SampledTarget sampled() {
        return SampledTarget.of(target, target.dimension(), cells, nodes);
    }

    RidgeDictionary dictionary() {
        return target.dimension() == 1
                ? RidgeDictionary.onInterval(power, offsets)
                : RidgeDictionary.onSquare(power, angles, offsets);
    }

    /** Of the class, -1/2 - (2k+1)/(2d). */
    double classSlope() {
        return -0.5 - (2 * power + 1.0) / (2 * target.dimension());
    }
}
