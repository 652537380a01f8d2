package meanfield.replica.diagram.experiments;

import meanfield.experiment.Parameter;
import meanfield.replica.experiments.ParameterChecks;
import meanfield.replica.hebbian.SupervisedNetwork;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Storage;

/**
 * Parameters of {@link SupervisedDiagramExperiment}.
 *
 * @param interactionOrder P
 * @param examples M for each archetype
 * @param quality r
 * @param maximumLoad right end of the diagram
 * @param maximumTemperature upper end of the diagram
 * @param cells of the raster along each axis
 * @param temperatures at which lines are traced
 * @param simulationSize N of the heated samples, and N/2; 0 turns them off
 * @param samples heated samples for each point
 */
public record SupervisedDiagram(
        @Parameter(symbol = "P", meaning = "spins in an interaction", range = ParameterChecks.ORDER)
        int interactionOrder,

        @Parameter(symbol = "M", meaning = "examples of each archetype", range = ParameterChecks.EXAMPLES)
        int examples,

        @Parameter(symbol = "r", meaning = "quality: mean of example times archetype", range = ParameterChecks.QUALITY)
        double quality,

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
    public SupervisedDiagram {
        ParameterChecks.interactionOrder(interactionOrder);
        ParameterChecks.examples(examples);
        ParameterChecks.quality(quality);
        new DiagramWindow(maximumLoad, maximumTemperature, cells, temperatures);
        new HeatedSamples(simulationSize, samples);
    }

    HeatedSamples simulation() {
        return HeatedSamples.of(simulationSize, samples, interactionOrder);
    }

    DiagramWindow window() {
        return new DiagramWindow(maximumLoad, maximumTemperature, cells, temperatures);
    }

    FiniteMemory model() {
        int order = Math.min(interactionOrder, FiniteMemory.LARGEST_ORDER);
        return FiniteMemory.of(order, order).withStorage(new Storage.Supervised(examples, quality));
    }

    SupervisedNetwork network() {
        return SupervisedNetwork.of(interactionOrder, examples, quality);
    }
}
