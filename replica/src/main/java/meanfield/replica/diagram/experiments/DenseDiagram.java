package meanfield.replica.diagram.experiments;

import meanfield.experiment.Parameter;
import meanfield.replica.experiments.ParameterChecks;
import meanfield.replica.hebbian.DenseNetwork;
import meanfield.replica.memory.FiniteMemory;
import meanfield.replica.memory.Interaction;

/**
 * Parameters of {@link DenseDiagramExperiment}.
 *
 * @param interactionOrder P
 * @param fullPower whether coincident indices are kept, H = -(N/P) Σ m^P
 * @param maximumLoad right end of the diagram
 * @param maximumTemperature upper end of the diagram
 * @param cells of the raster along each axis
 * @param temperatures at which lines are traced
 * @param simulationSize N of the heated samples, and N/2; 0 turns them off
 * @param samples heated samples for each point
 */
public record DenseDiagram(
        @Parameter(symbol = "P", meaning = "spins in an interaction", range = ParameterChecks.ORDER)
        int interactionOrder,

        @Parameter(meaning = "keep coincident indices, H = -(N/P) Σ m^P")
        boolean fullPower,

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
    public DenseDiagram {
        ParameterChecks.interactionOrder(interactionOrder);
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
        Interaction interaction = fullPower ? Interaction.FULL_POWER : Interaction.DISTINCT;
        int order = Math.min(interactionOrder, FiniteMemory.LARGEST_ORDER);
        return FiniteMemory.of(order, order).withInteraction(interaction);
    }

    DenseNetwork network() {
        return fullPower ? DenseNetwork.fullPower(interactionOrder) : DenseNetwork.of(interactionOrder);
    }
}
