package meanfield.ntk.experiments;

import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.Spelling;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.HeatColors;
import meanfield.experiment.chart.Layer;
import meanfield.ntk.finitewidth.DeepSignals;
import meanfield.ntk.meanfield.LengthMap;
import meanfield.ntk.meanfield.SignalPropagation;

/**
 * One point of the order-to-chaos diagram of deep wide networks; swept over both variances it is the diagram.
 *
 * <pre>
 *   q* = V(q*),   c* = C(c*),   χ₁ = σ_w² E φ′(√q* z)²,   ξ_c⁻¹ = -ln C′(c*),   ξ_q⁻¹ = -ln V′(q*)              (1)
 * </pre>
 *
 * Theory: one row of {@link SignalPropagation}, whose edge cases hold here: at q* = 0 c* and ξ_c are NaN, a diverging
 * length is infinite with the status not-converged and its χ₁ where the activation is scale-invariant, and where every
 * length is fixed the initial one is kept and the summary {@code remark} says so. Simulation: finite networks of
 * {@code simulationWidth} units with two inputs of correlation ½; length, correlation and χ₁ averaged over the last third
 * of the layers, mean and standard error over networks. Depth scales: how fast networks started beside the fixed point of theory forget
 * the difference ({@code DepthScales}); NaN where it does not decay within {@code simulationDepth} layers, as on the critical line.
 *
 * <p>Source: [Poole2016], [Schoenholz2017].
 */
public final class OrderChaosExperiment implements Experiment<OrderChaos> {
    private static final double INITIAL_CORRELATION = 0.5;

    @Override
    public String id() {
        return "ntk.order-chaos";
    }

    @Override
    public String claim() {
        return "Random deep networks are ordered (all inputs become alike) or chaotic (neighbouring inputs separate),"
                + " with diverging depth scales on the critical line in between (Poole et al. 2016; Schoenholz et al."
                + " 2017).";
    }

    @Override
    public OrderChaos defaults() {
        return new OrderChaos(StandardActivation.TANH, 2, 0.05, 1, 1000, 60, 20);
    }

    @Override
    public OrderChaos quick() {
        return new OrderChaos(StandardActivation.TANH, 2, 0.05, 1, 400, 45, 10);
    }

    @Override
    public Schema schema() {
        Column length = Column.number("fixedPointLength", "q^*", "length of deep layers");
        Column correlation = Column.number("fixedPointCorrelation", "c^*", "correlation of two inputs in deep layers");
        Column chi1 = Column.number("chi1", "\\chi_1", "growth of small differences in a layer");
        Column correlationDepth = Column.number("correlationDepth", "\\xi_c", "layers over which correlations settle")
                .withUnit("layers");
        Column lengthDepth = Column.number("lengthDepth", "\\xi_q", "layers over which lengths settle")
                .withUnit("layers");
        return Schema.of(
                Column.number("weightVariance", "\\sigma_w^2", "weight variance"),
                Column.number("biasVariance", "\\sigma_b^2", "bias variance"),
                length,
                length.standardError(),
                correlation,
                correlation.standardError(),
                chi1,
                chi1.standardError(),
                correlationDepth,
                correlationDepth.standardError(),
                lengthDepth,
                lengthDepth.standardError(),
                Column.text("phase", "ordered, critical, chaotic or unbounded"));
    }

    @Override
    public void run(OrderChaos parameters, RunContext context, Rows rows) {
        LengthMap map = LengthMap.of(parameters.activation(), parameters.weightVariance(), parameters.biasVariance());
        SignalPropagation point = SignalPropagation.of(map, parameters.initialLength());
        rows.row(Source.THEORY)
                .set("weightVariance", parameters.weightVariance())
                .set("biasVariance", parameters.biasVariance())
                .set("fixedPointLength", point.length())
                .set("fixedPointCorrelation", point.correlation())
                .set("chi1", point.chi1())
                .set("correlationDepth", point.correlationDepth())
                .set("lengthDepth", point.lengthDepth())
                .set("phase", point.phase())
                .verdict(point.convergence())
                .add();
        if (!point.convergence().detail().isEmpty()) {
            rows.summary("remark", point.convergence().detail());
        }
        if (parameters.simulates()) {
            simulate(parameters, point, context, rows);
        }
    }

    private static void simulate(OrderChaos parameters, SignalPropagation point, RunContext context, Rows rows) {
        DeepSignals network = DeepSignals.of(
                parameters.activation(),
                parameters.weightVariance(),
                parameters.biasVariance(),
                parameters.simulationWidth());
        RandomStream random = context.random("networks");
        List<double[]> measured = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return lastThird(network.propagate(
                    parameters.initialLength(), INITIAL_CORRELATION, parameters.simulationDepth(), random.child(m)));
        });
        Estimate[] estimates = new Estimate[3];
        for (int i = 0; i < 3; i++) {
            int which = i;
            estimates[i] =
                    Estimate.mean(measured.stream().mapToDouble(m -> m[which]).toArray());
        }
        Estimate correlationDepth = DepthScales.correlation(network, point, parameters, context);
        Estimate lengthDepth = DepthScales.length(network, point, parameters, context);
        Rows.Row row = rows.row(Source.SIMULATION)
                .set("weightVariance", parameters.weightVariance())
                .set("biasVariance", parameters.biasVariance())
                .set("fixedPointLength", estimates[0].value())
                .set("fixedPointLengthStdErr", estimates[0].standardError())
                .set("fixedPointCorrelation", estimates[1].value())
                .set("fixedPointCorrelationStdErr", estimates[1].standardError())
                .set("chi1", estimates[2].value())
                .set("chi1StdErr", estimates[2].standardError())
                .set("correlationDepth", correlationDepth.value())
                .set("correlationDepthStdErr", correlationDepth.standardError())
                .set("lengthDepth", lengthDepth.value())
                .set("lengthDepthStdErr", lengthDepth.standardError());
        if (!Double.isFinite(estimates[0].value())) {
            row.failed("the length of a simulated network left the range of numbers");
        }
        row.add();
    }

    /** Length, correlation and χ₁ averaged over the last third of the layers. */
    private static double[] lastThird(DeepSignals.Layer[] layers) {
        int from = layers.length - Math.max(1, layers.length / 3);
        double[] sums = new double[3];
        for (int l = from; l < layers.length; l++) {
            sums[0] += layers[l].length();
            sums[1] += layers[l].correlation();
            sums[2] += layers[l].chi1();
        }
        for (int i = 0; i < 3; i++) {
            sums[i] /= layers.length - from;
        }
        return sums;
    }

    @Override
    public List<Figure> figures(OrderChaos parameters, List<Axis> axes) {
        List<String> swept = axes.stream().map(Axis::parameter).toList();
        if (swept.contains("weightVariance") && swept.contains("biasVariance")) {
            return diagrams(parameters);
        }
        String x = swept.contains("biasVariance") ? "biasVariance" : "weightVariance";
        String fixed = x.equals("weightVariance")
                ? "\\sigma_b^2 = " + parameters.biasVariance()
                : "\\sigma_w^2 = " + parameters.weightVariance();
        return List.of(curves(parameters, x, fixed), depths(parameters, x, fixed));
    }

    private static List<Figure> diagrams(OrderChaos parameters) {
        String activation = Spelling.of(parameters.activation());
        Figure correlation = Figure.heatmap(
                        "order-chaos-correlation", "weightVariance", "biasVariance", "fixedPointCorrelation")
                .withContour("chi1", 1, "critical line \\chi_1 = 1")
                .withTitle("Order and chaos, " + activation)
                .withCaption("Correlation c* that any two inputs approach with depth. Left of the critical line all"
                        + " inputs become alike (c* = 1), right of it neighbouring inputs separate.");
        Layer depth = Layer.heat("correlationDepth").withColors(HeatColors.logarithmic());
        Figure scale = Figure.xy("order-chaos-depth", "weightVariance", "biasVariance")
                .with(depth.where("source", "theory"))
                .withContour("chi1", 1, "critical line \\chi_1 = 1")
                .withTitle("Depth scale of correlations, " + activation)
                .withCaption("Layers over which a correlation settles; information about the input survives to about"
                        + " that depth. It diverges on the critical line.");
        return List.of(correlation.where("source", "theory"), scale.where("source", "theory"));
    }

    private static Figure curves(OrderChaos parameters, String x, String fixed) {
        Figure figure = Figure.xy("order-chaos-curves", x, "chi1")
                .with(Layer.horizontal(1).labelled("critical"))
                .withTitle(Spelling.of(parameters.activation()) + ", " + fixed)
                .withCaption("Fixed points of the mean-field maps (lines) and finite networks of "
                        + parameters.simulationWidth() + " units (points, mean over networks).");
        return both(figure, "chi1", "\\chi_1")
                .withLabels("", "growth of small differences \\chi_1")
                .beside(both(
                                Figure.xy("order-chaos-correlation", x, "fixedPointCorrelation"),
                                "fixedPointCorrelation",
                                "c^*")
                        .withTitle("Correlation")
                        .withLabels("", "correlation c^*"))
                .beside(both(Figure.xy("order-chaos-length", x, "fixedPointLength"), "fixedPointLength", "q^*")
                        .withTitle("Length")
                        .withLabels("", "length q^*"));
    }

    private static Figure both(Figure figure, String column, String symbol) {
        return figure.with(Layer.line(column).where("source", "theory").labelled(symbol + " theory"))
                .with(Layer.points(column).where("source", "simulation").labelled(symbol + " simulation"));
    }

    private static Figure depths(OrderChaos parameters, String x, String fixed) {
        return Figure.xy("order-chaos-depths", x, "correlationDepth")
                .with(Layer.line("correlationDepth").where("source", "theory").labelled("correlations, \\xi_c"))
                .with(Layer.points("correlationDepth")
                        .where("source", "simulation")
                        .labelled("correlations, simulated"))
                .with(Layer.dashed("lengthDepth").where("source", "theory").labelled("lengths, \\xi_q"))
                .with(Layer.points("lengthDepth").where("source", "simulation").labelled("lengths, simulated"))
                .withLogY()
                .withLabels("", "depth scale (layers)")
                .withTitle(Spelling.of(parameters.activation()) + ", " + fixed)
                .withCaption(
                        "Layers per factor e of the distance to the fixed point: theory (lines) and how fast networks of "
                                + parameters.simulationWidth() + " units forget where they started (points).");
    }

    @Override
    public List<Showcase<OrderChaos>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        OrderChaos theoryOnly = new OrderChaos(StandardActivation.TANH, 2, 0.05, 1, 0, 3, 0);
        OrderChaos curve = full
                ? new OrderChaos(StandardActivation.TANH, 2, 0.05, 1, 1000, 90, 20)
                : new OrderChaos(StandardActivation.TANH, 2, 0.05, 1, 500, 60, 20);
        return List.of(
                new Showcase<>(
                        theoryOnly,
                        List.of(
                                Axis.linear("weightVariance", 0.5, 4, full ? 57 : 29),
                                Axis.linear("biasVariance", 0.005, 0.3, full ? 41 : 21))),
                new Showcase<>(curve, List.of(Axis.linear("weightVariance", 0.5, 4, full ? 57 : 29))));
    }

    @Override
    public List<String> references() {
        return List.of("Poole2016", "Schoenholz2017");
    }

    @Override
    public Cost cost(OrderChaos parameters) {
        double units = (double) parameters.simulationWidth() * parameters.simulationDepth() * parameters.networks();
        return new Cost(0.02 + 5e-7 * units, 1e6);
    }
}
