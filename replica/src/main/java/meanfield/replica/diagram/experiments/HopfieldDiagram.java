package meanfield.replica.diagram.experiments;

import meanfield.experiment.Parameter;

/**
 * Parameters of {@link HopfieldDiagramExperiment}.
 *
 * @param maximumLoad right end of the diagram
 * @param maximumTemperature upper end of the diagram
 * @param cells of the raster along each axis
 * @param temperatures at which lines are traced
 * @param simulationSize N of the heated samples, and N/2; 0 turns them off
 * @param samples heated samples for each point
 */
public record HopfieldDiagram(
        @Parameter(symbol = "\\alpha", meaning = "largest load shown", range = "[1e-6, 100]")
        double maximumLoad,

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
    public HopfieldDiagram {
        new DiagramWindow(maximumLoad, maximumTemperature, cells, temperatures);
        new HeatedSamples(simulationSize, samples);
    }

    HeatedSamples simulation() {
        return new HeatedSamples(simulationSize, samples);
    }

    DiagramWindow window() {
        return new DiagramWindow(maximumLoad, maximumTemperature, cells, temperatures);
    }
}
