package meanfield.approximation.experiments.certified;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import meanfield.approximation.certified.Bounds;
import meanfield.approximation.certified.LinearRegions;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * The range of a random ReLU network over boxes around the origin: certified, exact and sampled.
 *
 * <pre>
 *   sampled ⊆ exact ⊆ CROWN ∩ intervals                                                                     (1)
 * </pre>
 *
 * Widths of the range of the single output. Exact by enumerating linear pieces, for up to 24 hidden units and 3 inputs.
 * Pairs of units that are sorted or reflected keep lengths, so that their bounds grow slower with depth. Source: [Zhang2018],
 * [Gowal2018], [Singla2022].
 */
public final class CertifiedBoundsExperiment implements Experiment<CertifiedBox> {
    private static final Map<CertifiedBox.Activation, String> NAMES = Map.of(
            CertifiedBox.Activation.RELU, "ReLU",
            CertifiedBox.Activation.MAXMIN, "MaxMin",
            CertifiedBox.Activation.HOUSEHOLDER, "Householder");
    private static final int EXACT_UNITS = 24;
    private static final int EXACT_INPUTS = 3;

    @Override
    public String id() {
        return "approximation.certified-bounds";
    }

    @Override
    public String claim() {
        return "Linear bounds carried backwards (CROWN) beat intervals at small radii but not always at large ones, so that"
                + " both are to be intersected.";
    }

    @Override
    public CertifiedBox defaults() {
        return new CertifiedBox(
                2,
                List.of(8, 8),
                CertifiedBox.Activation.RELU,
                List.of(0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0),
                20_000);
    }

    @Override
    public CertifiedBox quick() {
        return new CertifiedBox(
                2, List.of(5, 4), CertifiedBox.Activation.RELU, List.of(0.05, 0.1, 0.2, 0.5, 1.0, 2.0), 2000);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.number("radius", "\\epsilon", "half-width of the box"),
                Column.number("intervalWidth", "", "width of the range by intervals"),
                Column.number("crownWidth", "", "width of the range by CROWN"),
                Column.number("crownIntervalWidth", "", "width by CROWN on interval bounds of hidden units"),
                Column.number("intersectedWidth", "", "width of the intersection of intervals and CROWN"),
                Column.number("exactWidth", "", "exact width, for small networks")
                        .withTolerance(1e-7),
                Column.integer("pieces", "", "linear pieces in the box as a ReLU network, for small networks"),
                Column.number("sampledWidth", "", "width of the range of drawn points"));
    }

    @Override
    public void run(CertifiedBox parameters, RunContext context, Rows rows) {
        Certified network = Certified.draw(parameters, context.random("network"));
        boolean small = parameters.inputs() <= EXACT_INPUTS && network.asRelu().hiddenUnits() <= EXACT_UNITS;
        for (double radius : parameters.radii()) {
            context.checkCancelled();
            Bounds.Range box = Bounds.Range.around(new double[parameters.inputs()], radius);
            Bounds.Range last = network.intervals(box);
            Bounds.Range crown = network.crown(box);
            Rows.Row row = rows.row(Source.THEORY)
                    .set("radius", radius)
                    .set("intervalWidth", width(last))
                    .set("crownWidth", width(crown))
                    .set("crownIntervalWidth", width(network.crownOnIntervals(box)))
                    .set("intersectedWidth", width(last.intersect(crown)));
            if (small && radius > 0) {
                LinearRegions regions = LinearRegions.of(network.asRelu(), Optional.of(box));
                row.set("exactWidth", width(regions.range())).set("pieces", regions.size());
            }
            row.add();
        }
        for (double radius : parameters.radii()) {
            rows.row(Source.SIMULATION)
                    .set("radius", radius)
                    .set("sampledWidth", sampledWidth(network, radius, parameters.samples(), context))
                    .add();
        }
    }

    private static double width(Bounds.Range range) {
        return range.upper()[0] - range.lower()[0];
    }

    private static double sampledWidth(Certified network, double radius, int samples, RunContext context) {
        RandomStream random = context.random("points");
        double[] x = new double[network.asRelu().inputs()];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < samples; n++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = radius * (2 * random.nextDouble() - 1);
            }
            double y = network.value(x);
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        return high - low;
    }

    @Override
    public List<Figure> figures(CertifiedBox parameters, List<Axis> axes) {
        return List.of(Figure.xy("certified-bounds", "radius", "exactWidth")
                .with(Layer.dashed("intervalWidth").where("source", "theory").labelled("intervals"))
                .with(Layer.dashed("crownWidth").where("source", "theory").labelled("CROWN"))
                .with(Layer.line("exactWidth").where("source", "theory").labelled("exact"))
                .with(Layer.points("sampledWidth").where("source", "simulation").labelled("drawn points"))
                .withLogX()
                .withLogY()
                .withLabels("radius of the box \\epsilon", "width of the output's range")
                .withTitle("Certified ranges of a " + NAMES.get(parameters.activation()) + " network")
                .withCaption(
                        "Width of the range of the output over boxes around the origin: certified by intervals and by"
                                + " CROWN, exact by enumeration of linear pieces, and seen on drawn points."));
    }

    @Override
    public List<Showcase<CertifiedBox>> showcases(Effort effort) {
        CertifiedBox base = effort == Effort.FULL ? defaults() : quick();
        CertifiedBox pairs = new CertifiedBox(
                base.inputs(), List.of(4, 4), CertifiedBox.Activation.MAXMIN, base.radii(), base.samples());
        return List.of(new Showcase<>(base, List.of()), new Showcase<>(pairs, List.of()));
    }

    @Override
    public List<String> references() {
        return List.of("Zhang2018", "Gowal2018", "Anil2019", "Singla2022");
    }
}
