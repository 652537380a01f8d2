package meanfield.replica.diagram.experiments;

import java.util.List;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.replica.hebbian.HebbianTheory;
import meanfield.replica.hebbian.HopfieldNetwork;
import meanfield.replica.memory.FiniteMemory;

/**
 * The phase diagram of the Hopfield network: regions as a raster, the lines that divide them over it.
 *
 * <p>Summary: criticalLoad, the capacity at T = 0, and firstOrderLoad, the load up to which patterns are the ground states. Source:
 * [Amit1987].
 */
public final class HopfieldDiagramExperiment implements Experiment<HopfieldDiagram> {
    @Override
    public String id() {
        return "replica.hopfield-diagram";
    }

    @Override
    public String claim() {
        return "Load and temperature decide whether a Hopfield network remembers, freezes without a memory, or does neither (Amit,"
                + " Gutfreund and Sompolinsky 1987).";
    }

    @Override
    public HopfieldDiagram defaults() {
        return new HopfieldDiagram(0.2, 1.4, 200, 80, 1000, 20);
    }

    @Override
    public HopfieldDiagram quick() {
        return new HopfieldDiagram(0.2, 1.4, 80, 40, 300, 10);
    }

    @Override
    public Schema schema() {
        return DiagramRows.schema(Column.number("load", "\\alpha", "load K/N"));
    }

    @Override
    public void run(HopfieldDiagram parameters, RunContext context, Rows rows) {
        DiagramRows.Heated heated = new DiagramRows.Heated(parameters.simulation(), FiniteMemory.of(2, 2));
        DiagramRows.run(HebbianTheory.of(new HopfieldNetwork()), parameters.window(), heated, context, rows);
    }

    @Override
    public List<Figure> figures(HopfieldDiagram parameters, List<Axis> axes) {
        Figure figure = DiagramRows.figure(
                "hopfield-diagram",
                "load",
                "Hopfield network: \\alpha_c = {criticalLoad:.4f}",
                "Left of the first line patterns have the lowest free energy; between it and the second they are metastable and"
                        + " still retrieved; beyond, the network forgets all of them. At zero temperature it does so at"
                        + " \\alpha_c.",
                DiagramRows.SYMMETRY_BREAKS);
        return List.of(DiagramRows.withSimulation(names(figure, parameters), parameters.simulation()));
    }

    /** Names of the regions where they have room in the usual window. */
    private static Figure names(Figure figure, HopfieldDiagram parameters) {
        boolean usual = parameters.maximumLoad() >= 0.19
                && parameters.maximumLoad() <= 0.4
                && parameters.maximumTemperature() >= 1.2
                && parameters.maximumTemperature() <= 2;
        return usual
                ? figure.with(Layer.text(0.018, 0.25, "retrieval"))
                        .with(Layer.text(0.075, 0.25, "metastable"))
                        .with(Layer.text(0.6 * parameters.maximumLoad(), 0.8, "spin glass"))
                        .with(Layer.text(0.25 * parameters.maximumLoad(), 1.3, "paramagnet"))
                        .with(Layer.text(
                                0.138 + 0.16 * parameters.maximumLoad(), 0.05, "\\alpha_c = {criticalLoad:.4f}"))
                : figure;
    }

    @Override
    public List<String> references() {
        return List.of("Amit1987");
    }

    @Override
    public Cost cost(HopfieldDiagram parameters) {
        return new Cost(0.03 * parameters.temperatures() + 1e-5 * parameters.cells() * parameters.cells(), 1e8);
    }
}
