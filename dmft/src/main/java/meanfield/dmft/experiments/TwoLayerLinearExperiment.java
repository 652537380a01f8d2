package meanfield.dmft.experiments;

import java.util.List;
import java.util.stream.IntStream;
import meanfield.core.Convergence;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.feature.DrawnTwoLayers;
import meanfield.dmft.feature.TwoLayerLinearFlow;
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
 * A two-layer linear network learns one sample by gradient flow: the closed form of infinite width beside drawn networks.
 *
 * <p>Theory is {@link TwoLayerLinearFlow}, exact; simulated networks have every weight integrated, without a step size.
 * Rows: one for every time and source; simulation rows one for every width and time, {@code width} naming it. The sample
 * has |x|² = D (inputKernel 1). Source: [Bordelon2022], [Saxe2014].
 */
public final class TwoLayerLinearExperiment implements Experiment<TwoLayerLinear> {
    @Override
    public String id() {
        return "dmft.two-layer-linear";
    }

    @Override
    public String claim() {
        return "A two-layer linear network that learns features speeds up while it learns, as the exact solution of"
                + " infinite width says (Saxe et al. 2014; Bordelon and Pehlevan 2022).";
    }

    @Override
    public TwoLayerLinear defaults() {
        return new TwoLayerLinear(2, 1, spread(2.5, 51), List.of(100, 1000), 64);
    }

    @Override
    public TwoLayerLinear quick() {
        return new TwoLayerLinear(2, 1, spread(2.5, 26), List.of(100), 32);
    }

    private static List<Double> spread(double last, int count) {
        return IntStream.range(0, count).mapToObj(i -> last * i / (count - 1)).toList();
    }

    @Override
    public Schema schema() {
        Column output = Column.number("output1", "f", "output on the sample, centred");
        Column ntk = Column.number("ntk", "K", "neural tangent kernel of the sample");
        return Schema.of(
                Column.number("time", "t", "time of gradient flow, learning rate × steps"),
                Column.integer("width", "N", "width of the simulated networks; empty for theory"),
                output,
                output.standardError(),
                ntk,
                ntk.standardError());
    }

    @Override
    public void run(TwoLayerLinear parameters, RunContext context, Rows rows) {
        TwoLayerLinearFlow flow = TwoLayerLinearFlow.of(parameters.gamma0(), parameters.target());
        for (double time : parameters.times()) {
            rows.row(Source.THEORY)
                    .set("time", time)
                    .set("output1", flow.output(time))
                    .set("ntk", flow.ntk(time))
                    .add();
        }
        for (int width : parameters.simulationWidths()) {
            if (parameters.networks() > 0) {
                simulate(parameters, width, context, rows);
            }
        }
    }

    private static void simulate(TwoLayerLinear parameters, int width, RunContext context, Rows rows) {
        TimeGrid times = parameters.grid();
        RandomStream random = context.random("networks").child(width);
        context.progress(0, "width " + width);
        List<DrawnTwoLayers> networks = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return DrawnTwoLayers.train(parameters.gamma0(), parameters.target(), width, times, random.child(m));
        });
        Convergence verdict = networks.stream()
                .map(DrawnTwoLayers::convergence)
                .filter(each -> !each.isConverged())
                .findFirst()
                .orElse(networks.get(0).convergence());
        for (int i = 0; i < times.size(); i++) {
            int at = i;
            SampleMean output = SampleMean.of(networks, network -> network.outputs()[at]);
            SampleMean ntk = SampleMean.of(networks, network -> network.ntk()[at]);
            rows.row(Source.SIMULATION)
                    .set("time", times.at(i))
                    .set("width", width)
                    .set("output1", output.value())
                    .set("output1StdErr", output.standardError())
                    .set("ntk", ntk.value())
                    .set("ntkStdErr", ntk.standardError())
                    .verdict(verdict)
                    .add();
        }
    }

    @Override
    public List<Figure> figures(TwoLayerLinear parameters, List<Axis> axes) {
        if (!axes.isEmpty()) {
            return List.of(Figure.xy("two-layer-linear-sweep", "time", "output1")
                    .with(Layer.line("output1")
                            .where("source", "theory")
                            .by(axes.get(0).parameter())));
        }
        Figure ntk = panel("two-layer-linear-ntk", "ntk").withLabels("time t", "tangent kernel K");
        return List.of(panel("two-layer-linear", "output1")
                .withLabels("time t", "output f")
                .withCaption("One sample learned by two linear layers at \\gamma_0 = " + parameters.gamma0()
                        + ". Lines: exact solution of infinite width. Points: mean of " + parameters.networks()
                        + " networks trained by gradient flow, with standard errors; the mean differs from the line"
                        + " by order 1/N. (a) output, (b) tangent kernel, which lazy learning would leave at 2.")
                .beside(ntk));
    }

    private static Figure panel(String name, String column) {
        return Figure.xy(name, "time", column)
                .with(Layer.line(column).where("source", "theory").labelled("theory, N = ∞"))
                .with(Layer.points(column)
                        .where("source", "simulation")
                        .by("width")
                        .labelled("networks, N = {by}"));
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2022", "Saxe2014");
    }

    @Override
    public Cost cost(TwoLayerLinear parameters) {
        double last = parameters.times().get(parameters.times().size() - 1);
        double evaluations = 300 + 20 * last * (1 + parameters.gamma0() * Math.abs(parameters.target()));
        double seconds = 0;
        for (int width : parameters.simulationWidths()) {
            seconds += 1e-8 * parameters.networks() * width * evaluations;
        }
        return new Cost(
                seconds, 16.0 * parameters.networks() * parameters.times().size());
    }
}
