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
 * The phase diagram of a dense network that learned archetypes from the means of noisy examples; exact law of the examples.
 *
 * <p>Summary: criticalLoad, the capacity at T = 0, and firstOrderLoad there (NaN where patterns stay the ground states up to it).
 * Source: [Agliari2023].
 */
public final class SupervisedDiagramExperiment implements Experiment<SupervisedDiagram> {
    @Override
    public String id() {
        return "replica.supervised-diagram";
    }

    @Override
    public String claim() {
        return "Noise of the examples shrinks the region in which a dense network retrieves archetypes, most of all at low"
                + " temperature (Agliari, Albanese et al. 2023).";
    }

    @Override
    public SupervisedDiagram defaults() {
        return new SupervisedDiagram(4, 20, 0.4, 0.26, 0.6, 200, 32, 100, 24);
    }

    @Override
    public SupervisedDiagram quick() {
        return new SupervisedDiagram(4, 10, 0.5, 0.26, 0.6, 80, 20, 60, 12);
    }

    @Override
    public List<Showcase<SupervisedDiagram>> showcases(Effort effort) {
        SupervisedDiagram small = new SupervisedDiagram(4, 20, 0.4, 0.26, 0.6, 80, 20, 60, 48);
        return List.of(new Showcase<>(effort == Effort.FULL ? defaults() : small, List.of()));
    }

    @Override
    public Schema schema() {
        return DiagramRows.schema(Column.number("load", "\\alpha", "load (P-1)! K/N^{P-1}"));
    }

    @Override
    public void run(SupervisedDiagram parameters, RunContext context, Rows rows) {
        DiagramRows.Heated heated = new DiagramRows.Heated(parameters.simulation(), parameters.model());
        DiagramRows.run(HebbianTheory.of(parameters.network()), parameters.window(), heated, context, rows);
    }

    @Override
    public List<Figure> figures(SupervisedDiagram parameters, List<Axis> axes) {
        Figure figure = DiagramRows.figure(
                "supervised-diagram",
                "load",
                "Supervised, P = " + parameters.interactionOrder() + ", M = " + parameters.examples() + ", r = "
                        + parameters.quality() + ": \\alpha_c = {criticalLoad:.4f}",
                "Phases of a dense network that stores the mean of M examples of each archetype, each pixel right with probability"
                        + " (1+r)/2. Retrieval is that of the archetype; left of the dashed line replica symmetry holds.",
                DiagramRows.SYMMETRY_BREAKS,
                DiagramRows.LAST_STATE);
        return List.of(DiagramRows.withSimulation(figure, parameters.simulation()));
    }

    @Override
    public List<String> references() {
        return List.of("Agliari2023");
    }

    @Override
    public Cost cost(SupervisedDiagram parameters) {
        return new Cost(0.3 * parameters.temperatures() + 1e-5 * parameters.cells() * parameters.cells(), 1e8);
    }
}
