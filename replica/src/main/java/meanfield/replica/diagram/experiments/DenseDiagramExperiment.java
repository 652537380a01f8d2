package meanfield.replica.diagram.experiments;

import java.util.List;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.chart.Figure;
import meanfield.replica.hebbian.HebbianTheory;

/**
 * The phase diagram of a dense network of P-body interactions without data noise.
 *
 * <p>Summary: criticalLoad, the capacity at T = 0, and firstOrderLoad there (NaN where patterns stay the ground states up to it).
 * Source: [Gardner1987].
 */
public final class DenseDiagramExperiment implements Experiment<DenseDiagram> {
    @Override
    public String id() {
        return "replica.dense-diagram";
    }

    @Override
    public String claim() {
        return "Retrieval in a dense network ends on a line that bends back at low temperature, where replica symmetry breaks first"
                + " (Gardner 1987).";
    }

    @Override
    public DenseDiagram defaults() {
        return new DenseDiagram(4, false, 0.26, 0.6, 200, 60, 100, 16);
    }

    @Override
    public DenseDiagram quick() {
        return new DenseDiagram(4, false, 0.26, 0.6, 80, 24, 60, 12);
    }

    @Override
    public Schema schema() {
        return DiagramRows.schema(Column.number("load", "\\alpha", "load (P-1)! K/N^{P-1}"));
    }

    @Override
    public void run(DenseDiagram parameters, RunContext context, Rows rows) {
        DiagramRows.Heated heated = new DiagramRows.Heated(parameters.simulation(), parameters.model());
        DiagramRows.run(HebbianTheory.of(parameters.network()), parameters.window(), heated, context, rows);
    }

    @Override
    public List<Figure> figures(DenseDiagram parameters, List<Axis> axes) {
        Figure figure = DiagramRows.figure(
                "dense-diagram",
                "load",
                "Dense network, P = " + parameters.interactionOrder() + ": \\alpha_c = {criticalLoad:.4f}",
                "Phases of a network with P-body interactions; the load is (P-1)! K/N^{P-1}. Patterns have the lowest free energy, or"
                        + " are metastable, or forgotten; beyond, the network is a P-spin glass or a paramagnet. Left of the dashed line"
                        + " replica symmetry holds.",
                DiagramRows.SYMMETRY_BREAKS);
        return List.of(DiagramRows.withSimulation(figure, parameters.simulation()));
    }

    @Override
    public List<String> references() {
        return List.of("Gardner1985", "Gardner1987");
    }

    @Override
    public Cost cost(DenseDiagram parameters) {
        return new Cost(0.06 * parameters.temperatures() + 1e-5 * parameters.cells() * parameters.cells(), 1e8);
    }
}
