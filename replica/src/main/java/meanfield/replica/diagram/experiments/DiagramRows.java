package meanfield.replica.diagram.experiments;

import java.util.List;
import meanfield.experiment.Column;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.replica.diagram.PhaseDiagram;
import meanfield.replica.diagram.Region;
import meanfield.replica.hebbian.HebbianTheory;
import meanfield.replica.hebbian.PhaseLines;
import meanfield.replica.memory.FiniteMemory;

/** What the diagram experiments share: a raster of regions, lines over it, the figure. */
final class DiagramRows {
    static final String CELLS = "[2, 1000]";
    static final String NODES = "[3, 1000]";
    static final String RETRIEVAL_ENDS = "retrieval ends";
    static final String EQUAL_FREE_ENERGIES = "equal free energies";
    static final String SYMMETRY_BREAKS = "replica symmetry breaks";
    static final String LAST_STATE = "last state, on another branch";
    static final String GLASS = "glass";
    static final String DYNAMIC_GLASS = "dynamic glass";
    static final String SIMULATION = "simulation";
    private static final Column TEMPERATURE = Column.number("temperature", "T", "temperature");
    private static final int CURVE_POINTS = 201;

    private DiagramRows() {}

    static Schema schema(Column across) {
        return Schema.of(
                Column.text("part", "raster, line or simulation"),
                Column.text("region", "region of the diagram, in a cell of the raster"),
                Column.text("curve", "name of the line"),
                across,
                TEMPERATURE,
                TEMPERATURE.standardError(),
                Column.integer("size", "N", "spins of the simulated networks"));
    }

    /** The raster's cell centres on [0, high]. */
    static double[] centres(double high, int cells) {
        double[] centres = new double[cells];
        for (int k = 0; k < cells; k++) {
            centres[k] = high * (k + 0.5) / cells;
        }
        return centres;
    }

    /** The cells, region by region, so that every diagram gives a region the same colour. */
    static void cells(Rows rows, String across, double[] x, double[] temperatures, Region[][] raster) {
        for (Region region : Region.values()) {
            for (int i = 0; i < temperatures.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    if (raster[i][j] == region) {
                        rows.row(Source.THEORY)
                                .set("part", "raster")
                                .set("region", region)
                                .set(across, x[j])
                                .set("temperature", temperatures[i])
                                .add();
                    }
                }
            }
        }
    }

    static void point(Rows rows, String curve, String across, double x, double temperature) {
        rows.row(Source.THEORY)
                .set("part", "line")
                .set("curve", curve)
                .set(across, x)
                .set("temperature", temperature)
                .add();
    }

    /** Theory and simulation of a Hebbian network over its load, and the summary. */
    static void run(HebbianTheory theory, DiagramWindow window, Heated heated, RunContext context, Rows rows) {
        PhaseDiagram diagram = PhaseDiagram.trace(theory, window.temperatures(), context.workers());
        write(diagram, theory, window, rows);
        double critical = diagram.lines().get(0).spinodalLoad();
        HeatedSamples.Setting setting =
                new HeatedSamples.Setting("load", critical, window, heated.model(), Double.NaN, diagram::retrievalEnd);
        heated.samples().write(setting, context, rows);
        rows.summary("criticalLoad", critical);
        rows.summary("firstOrderLoad", diagram.lines().get(0).firstOrderLoad());
    }

    /**
     * What is simulated beside the theory.
     *
     * @param samples how many, of which size
     * @param model one archetype, of any size
     */
    record Heated(HeatedSamples samples, FiniteMemory model) {}

    /** Raster and lines of a Hebbian network. */
    private static void write(PhaseDiagram diagram, HebbianTheory theory, DiagramWindow window, Rows rows) {
        double[] loads = centres(window.maximumLoad(), window.cells());
        double[] temperatures = centres(window.maximumTemperature(), window.cells());
        cells(rows, "load", loads, temperatures, diagram.raster(temperatures, loads));
        List<PhaseLines> lines = diagram.lines();
        List<Double> stable = diagram.stableLoads();
        for (PhaseLines line : lines) {
            double load = line.spinodal().exists() ? line.spinodalLoad() : 0;
            within(rows, window, RETRIEVAL_ENDS, load, line.temperature());
        }
        for (int k = 0; k < lines.size(); k++) {
            if (k == 0 || stable.get(k) > 0 || stable.get(k - 1) > 0) {
                within(
                        rows,
                        window,
                        "equal free energies",
                        stable.get(k),
                        lines.get(k).temperature());
            }
        }
        for (PhaseLines line : lines) {
            within(rows, window, SYMMETRY_BREAKS, line.firstInstabilityLoad(), line.temperature());
        }
        for (PhaseLines line : lines) {
            if (line.existenceLoad() > line.spinodalLoad() * (1 + 1e-6)) {
                within(rows, window, LAST_STATE, line.existenceLoad(), line.temperature());
            }
        }
        glass(diagram, theory, window, rows);
    }

    /** Glass transitions, where no memory hides them. */
    private static void glass(PhaseDiagram diagram, HebbianTheory theory, DiagramWindow window, Rows rows) {
        boolean dynamic = theory.uncondensed().dynamicTemperature(1)
                > theory.uncondensed().transitionTemperature(1);
        for (int k = 0; k < CURVE_POINTS; k++) {
            double load = curveLoad(window, k);
            bare(rows, diagram, window, GLASS, load, theory.uncondensed().transitionTemperature(load));
        }
        for (int k = 0; dynamic && k < CURVE_POINTS; k++) {
            double load = curveLoad(window, k);
            bare(
                    rows,
                    diagram,
                    window,
                    DYNAMIC_GLASS,
                    load,
                    theory.uncondensed().dynamicTemperature(load));
        }
    }

    /** Dense near 0, where glass temperatures grow like the root of the load. */
    private static double curveLoad(DiagramWindow window, int k) {
        double share = k / (CURVE_POINTS - 1.0);
        return window.maximumLoad() * share * share;
    }

    private static void bare(
            Rows rows, PhaseDiagram diagram, DiagramWindow window, String curve, double load, double temperature) {
        if (Double.isFinite(temperature) && !diagram.region(temperature, load).remembers()) {
            within(rows, window, curve, load, temperature);
        }
    }

    private static void within(Rows rows, DiagramWindow window, String curve, double load, double temperature) {
        if (load <= window.maximumLoad() && temperature <= window.maximumTemperature()) {
            point(rows, curve, "load", load, temperature);
        }
    }

    /** Raster and borders, and dashed those of the other lines that this diagram has. */
    static Figure figure(String name, String across, String title, String caption, String... dashed) {
        Figure figure = Figure.xy(name, across, "temperature")
                .with(Layer.heat("region").where("part", "raster"))
                .with(border(Layer.line("temperature"), RETRIEVAL_ENDS))
                .with(border(Layer.line("temperature"), EQUAL_FREE_ENERGIES))
                .with(border(Layer.line("temperature"), GLASS))
                .with(border(Layer.line("temperature"), DYNAMIC_GLASS));
        for (String curve : dashed) {
            figure = figure.with(
                    Layer.dashed("temperature").where("curve", curve).labelled(curve));
        }
        return figure.withTitle(title).withCaption(caption);
    }

    /** A diagram with the points of heated samples on top. */
    static Figure withSimulation(Figure figure, HeatedSamples simulation) {
        if (simulation.size() == 0) {
            return figure;
        }
        Figure simulated = figure.with(heated(HeatedSamples.HALF, "{halfSimulationSize:.0f}"))
                .with(heated(HeatedSamples.WHOLE, "{simulationSize:.0f}"));
        return simulated.withCaption(figure.caption() + " Points: the temperature at which half of "
                + simulation.samples()
                + " samples of N spins forget when heated, with its standard error (Monte Carlo from the pattern,"
                + " 60 sweeps at each temperature).");
    }

    private static Layer heated(String curve, String size) {
        return Layer.points("temperature")
                .where("part", SIMULATION)
                .where("curve", curve)
                .labelled("heated samples, N = " + size);
    }

    /** The regions on both sides name a border. */
    private static Layer border(Layer layer, String curve) {
        return layer.where("curve", curve).labelled("border of two phases");
    }
}
