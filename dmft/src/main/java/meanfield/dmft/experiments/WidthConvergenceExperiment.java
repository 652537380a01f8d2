package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.feature.DrawnTwoLayers;
import meanfield.dmft.feature.FiniteWidthLaw;
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
 * How fast learning networks approach infinite width: one network like N^(-1/2), the mean over networks like 1/N.
 *
 * <pre>
 *   runDeviation = √Var f(t),   meanDeviation = |E f(t) - f_∞(t)|                                               (1)
 * </pre>
 *
 * Theory rows are exact at every width ({@link FiniteWidthLaw}: two linear layers, one sample, gradient flow). Simulated
 * networks have every weight integrated; their mean is measured with two control variates of known mean, ⟨z h⟩ and
 * ⟨z² + h²⟩ at the start, which take the noise of order N^(-1/2) out of it. Source: [Bordelon2022].
 */
public final class WidthConvergenceExperiment implements Experiment<WidthConvergence> {
    @Override
    public String id() {
        return "dmft.width-convergence";
    }

    @Override
    public String claim() {
        return "Networks that learn features deviate from mean-field theory by order 1/√N each, and by order 1/N in the"
                + " mean (Bordelon and Pehlevan 2022).";
    }

    @Override
    public WidthConvergence defaults() {
        return new WidthConvergence(2, 1, 0.4, List.of(8, 16, 32, 64, 128, 256, 512, 1024), 4000);
    }

    @Override
    public WidthConvergence quick() {
        return new WidthConvergence(2, 1, 0.4, List.of(8, 16, 32, 64, 128, 256), 1000);
    }

    @Override
    public Schema schema() {
        Column run = Column.number("runDeviation", "", "standard deviation of the output over networks");
        Column mean = Column.number("meanDeviation", "", "distance of the mean output from infinite width");
        return Schema.of(
                Column.integer("width", "N", "width of the hidden layer"),
                run,
                run.standardError(),
                mean,
                mean.standardError());
    }

    @Override
    public void run(WidthConvergence parameters, RunContext context, Rows rows) {
        TwoLayerLinearFlow flow = TwoLayerLinearFlow.of(parameters.gamma0(), parameters.target());
        double limit = flow.output(parameters.time());
        for (int width : parameters.widths()) {
            FiniteWidthLaw.Moments moments = new FiniteWidthLaw(flow, width).output(parameters.time());
            rows.row(Source.THEORY)
                    .set("width", width)
                    .set("runDeviation", moments.deviation())
                    .set("meanDeviation", Math.abs(moments.mean() - limit))
                    .add();
        }
        for (int width : parameters.widths()) {
            if (parameters.networks() > 0) {
                simulate(parameters, width, limit, context, rows);
            }
        }
    }

    private static void simulate(WidthConvergence parameters, int width, double limit, RunContext context, Rows rows) {
        TimeGrid times = TimeGrid.of(0, parameters.time());
        RandomStream random = context.random("networks").child(width);
        context.progress(0, "width " + width);
        List<DrawnTwoLayers> networks = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            return DrawnTwoLayers.train(parameters.gamma0(), parameters.target(), width, times, random.child(m));
        });
        Fit fit = Fit.of(networks);
        rows.row(Source.SIMULATION)
                .set("width", width)
                .set("runDeviation", fit.deviation)
                .set("runDeviationStdErr", fit.deviation / Math.sqrt(2.0 * parameters.networks()))
                .set("meanDeviation", Math.abs(fit.mean - limit))
                .set("meanDeviationStdErr", fit.standardError)
                .verdict(networks.get(0).convergence())
                .add();
    }

    /** Mean of f at c₀ = 0, κ₀ = 2 by a least-squares plane f = a + b c₀ + c (κ₀ - 2), and the spread of f itself. */
    private record Fit(double mean, double standardError, double deviation) {
        static Fit of(List<DrawnTwoLayers> networks) {
            int count = networks.size();
            double[] means = new double[3];
            for (DrawnTwoLayers network : networks) {
                double[] values = values(network);
                for (int i = 0; i < 3; i++) {
                    means[i] += values[i] / count;
                }
            }
            double[][] covariance = new double[3][3];
            for (DrawnTwoLayers network : networks) {
                double[] values = values(network);
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        covariance[i][j] += (values[i] - means[i]) * (values[j] - means[j]) / count;
                    }
                }
            }
            double determinant = covariance[1][1] * covariance[2][2] - covariance[1][2] * covariance[1][2];
            double b = (covariance[0][1] * covariance[2][2] - covariance[0][2] * covariance[1][2]) / determinant;
            double c = (covariance[0][2] * covariance[1][1] - covariance[0][1] * covariance[1][2]) / determinant;
            double left = covariance[0][0] - b * covariance[0][1] - c * covariance[0][2];
            return new Fit(
                    means[0] - b * means[1] - c * means[2],
                    Math.sqrt(Math.max(0, left) / (count - 3.0)),
                    Math.sqrt(covariance[0][0] * count / (count - 1.0)));
        }

        private static double[] values(DrawnTwoLayers network) {
            return new double[] {network.outputs()[1], network.correlation(), network.ntk()[0] - 2};
        }
    }

    @Override
    public List<Figure> figures(WidthConvergence parameters, List<Axis> axes) {
        Figure figure = Figure.xy("width-convergence", "width", "runDeviation")
                .withLogX()
                .withLogY()
                .with(Layer.line("runDeviation").where("source", "theory").labelled("one network, exact"))
                .with(Layer.line("meanDeviation").where("source", "theory").labelled("mean, exact"))
                .with(Layer.points("runDeviation").where("source", "simulation").labelled("one network, drawn"))
                .with(Layer.points("meanDeviation")
                        .where("source", "simulation")
                        .labelled("mean, drawn"))
                .with(Layer.slopeGuide("runDeviation", -0.5)
                        .where("source", "theory")
                        .labelled("N^{-1/2}"))
                .with(Layer.slopeGuide("meanDeviation", -1)
                        .where("source", "theory")
                        .labelled("N^{-1}"))
                .withLabels("width N", "deviation of the output from N = ∞")
                .withCaption("Two linear layers learn one sample at \\gamma_0 = " + parameters.gamma0()
                        + "; output at time " + parameters.time() + ". Lines: exact law of every width. Points: "
                        + parameters.networks() + " networks of each width, standard errors.");
        return List.of(figure);
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2022");
    }

    @Override
    public Cost cost(WidthConvergence parameters) {
        double seconds = 0;
        for (int width : parameters.widths()) {
            seconds += 0.01 + 2e-6 * parameters.networks() * (width + 20);
        }
        return new Cost(seconds, 100.0 * parameters.networks());
    }
}
