package meanfield.replica.diagram.experiments;

import meanfield.core.Require;
import meanfield.experiment.Parameter;
import meanfield.replica.experiments.ParameterChecks;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Storage;

/**
 * Parameters of {@link UltraDetectionDiagramExperiment}.
 *
 * @param interactionOrder P, even
 * @param load a = K/N
 * @param maximumNoise right end of the diagram
 * @param maximumTemperature upper end of the diagram
 * @param cells of the raster along each axis
 * @param temperatures at which lines are traced
 * @param simulationSize N of the heated samples, and N/2; 0 turns them off
 * @param samples heated samples for each point
 */
public record UltraDetectionWindow(
        @Parameter(symbol = "P", meaning = "spins in an interaction, even", range = "[4, 60]")
        int interactionOrder,

        @Parameter(symbol = "a", meaning = "load K/N", range = ParameterChecks.LOAD)
        double load,

        @Parameter(symbol = "\\kappa", meaning = "largest noise shown", range = "[1e-6, 100]")
        double maximumNoise,

        @Parameter(symbol = "T", meaning = "highest temperature shown", range = "[1e-6, 100]")
        double maximumTemperature,

        @Parameter(meaning = "cells of the raster along each axis", range = DiagramRows.CELLS)
        int cells,

        @Parameter(meaning = "temperatures at which lines are traced", range = DiagramRows.NODES)
        int temperatures,

        @Parameter(symbol = "N", meaning = HeatedSamples.SIZE_MEANING, range = HeatedSamples.SIZE)
        int simulationSize,

        @Parameter(meaning = "heated samples for each point", range = HeatedSamples.SAMPLES)
        int samples) {
    /** Checks every range. */
    public UltraDetectionWindow {
        ParameterChecks.between("interactionOrder", interactionOrder, 4, 60);
        Require.that(interactionOrder % 2 == 0, "interactionOrder", "be even", interactionOrder);
        ParameterChecks.load(load);
        Require.inRange("maximumNoise", maximumNoise, 1e-6, 100);
        new DiagramWindow(maximumNoise, maximumTemperature, cells, temperatures);
        new HeatedSamples(simulationSize, samples);
    }

    DiagramWindow window() {
        return new DiagramWindow(maximumNoise, maximumTemperature, cells, temperatures);
    }

    FiniteMemory model() {
        return FiniteMemory.of(4, 4).withStorage(new Storage.NoisyTensors(0));
    }

    HeatedSamples simulation() {
        return new HeatedSamples(interactionOrder == 4 ? simulationSize : 0, samples);
    }
}
