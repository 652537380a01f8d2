package meanfield.replica.diagram.experiments;

import java.util.List;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.chart.Figure;
import meanfield.replica.diagram.UltraDetectionDiagram;

/**
 * The phase diagram of ultra-detection at one load a = K/N, in the plane of tensor noise and temperature.
 *
 * <p>Summary: criticalNoise, the largest tolerated noise at T = 0. Source: [Agliari2023].
 */
public final class UltraDetectionDiagramExperiment implements Experiment<UltraDetectionWindow> {
    private static final String NOISE = "noiseVariance";

    @Override
    public String id() {
        return "replica.ultra-detection-diagram";
    }

    @Override
    public String claim() {
        return "Retrieval from tensors survives noise up to a sharp threshold, and more of it at moderate temperature than at zero"
                + " (Agliari, Albanese et al. 2023).";
    }

    @Override
    public UltraDetectionWindow defaults() {
        return new UltraDetectionWindow(4, 0.2, 0.5, 0.6, 200, 40, 128, 16);
    }

    @Override
    public UltraDetectionWindow quick() {
        return new UltraDetectionWindow(4, 0.2, 0.5, 0.6, 80, 30, 60, 16);
    }

    @Override
    public Schema schema() {
        return DiagramRows.schema(Column.number(NOISE, "\\kappa", "noise of the tensors"));
    }

    @Override
    public void run(UltraDetectionWindow p, RunContext context, Rows rows) {
        UltraDetectionDiagram diagram =
                UltraDetectionDiagram.trace(p.interactionOrder(), p.load(), p.temperatures(), context.workers());
        double[] temperatures = DiagramRows.centres(p.maximumTemperature(), p.cells());
        double[] noises = DiagramRows.centres(p.maximumNoise(), p.cells());
        DiagramRows.cells(rows, NOISE, noises, temperatures, diagram.raster(temperatures, noises));
        for (UltraDetectionDiagram.Line line : diagram.lines()) {
            within(rows, p, DiagramRows.RETRIEVAL_ENDS, line.spinodalNoise(), line.temperature());
        }
        for (UltraDetectionDiagram.Line line : diagram.lines()) {
            within(rows, p, DiagramRows.EQUAL_FREE_ENERGIES, line.stableTo(), line.temperature());
        }
        // back on the side where retrieval becomes stable with noise
        for (int k = diagram.lines().size() - 1; k >= 0; k--) {
            UltraDetectionDiagram.Line line = diagram.lines().get(k);
            if (line.stableFrom() > 0) {
                within(rows, p, DiagramRows.EQUAL_FREE_ENERGIES, line.stableFrom(), line.temperature());
            }
        }
        within(rows, p, DiagramRows.EQUAL_FREE_ENERGIES, 0, diagram.stableTemperatureWithoutNoise());
        for (double noise : noises) {
            double temperature = diagram.glassTemperature(noise);
            if (!diagram.region(temperature, noise).remembers()) {
                within(rows, p, DiagramRows.GLASS, noise, temperature);
            }
        }
        p.simulation()
                .write(
                        new HeatedSamples.Setting(
                                NOISE,
                                diagram.lines().get(0).spinodalNoise(),
                                p.window(),
                                p.model(),
                                p.load(),
                                diagram::retrievalEnd),
                        context,
                        rows);
        rows.summary("criticalNoise", diagram.lines().get(0).spinodalNoise());
    }

    private static void within(Rows rows, UltraDetectionWindow p, String curve, double noise, double temperature) {
        if (noise <= p.maximumNoise() && temperature <= p.maximumTemperature()) {
            DiagramRows.point(rows, curve, NOISE, noise, temperature);
        }
    }

    @Override
    public List<Figure> figures(UltraDetectionWindow parameters, List<Axis> axes) {
        Figure figure = DiagramRows.figure(
                "ultra-detection-diagram",
                NOISE,
                "Ultra-detection, P = " + parameters.interactionOrder() + ", K = " + parameters.load()
                        + " N: \\kappa_c = {criticalNoise:.4f}",
                "Phases of a network that knows each of its patterns only through a tensor of P/2 indices with noise; its variance"
                        + " is \\kappa N^{P/2-1}/(P/2-1)!.");
        return List.of(DiagramRows.withSimulation(figure, parameters.simulation()));
    }

    @Override
    public List<String> references() {
        return List.of("Agliari2023");
    }

    @Override
    public Cost cost(UltraDetectionWindow parameters) {
        return new Cost(0.4 * parameters.temperatures() + 1e-5 * parameters.cells() * parameters.cells(), 1e8);
    }
}
