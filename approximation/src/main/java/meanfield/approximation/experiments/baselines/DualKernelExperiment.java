package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.core.activation.PolyRelu;
import meanfield.core.activation.dual.PolyReluDual;
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
 * The dual kernel of PolyReLU at one correlation; swept over correlations, the kernel.
 *
 * <pre>
 *   dual = E φ(u) φ(v),   dualDerivative = E φ′(u) φ′(v),   (u, v) Gaussian, deviations σ_u, σ_v, correlation ρ   (1)
 * </pre>
 *
 * Exact theory: {@link PolyReluDual}, 1e-14 down to ρ = -1. Simulation: means over {@code samples} pairs with their
 * standard errors. Source: [Zhuo2025], [Cho2009].
 */
public final class DualKernelExperiment implements Experiment<DualKernel> {
    @Override
    public String id() {
        return "approximation.dual-kernel";
    }

    @Override
    public String claim() {
        return "The kernel of a wide PolyReLU layer is elementary, not homogeneous, and strictly positive definite without"
                + " biases (Zhuo et al. 2025).";
    }

    @Override
    public DualKernel defaults() {
        return new DualKernel(List.of(0.0, 1 / 3.0, 1 / 3.0, 1 / 3.0), 0.5, 1, 1, 0);
    }

    @Override
    public DualKernel quick() {
        return new DualKernel(List.of(0.1, 0.5, -0.25, 0.125), -0.3, 0.8, 1.7, 1000);
    }

    @Override
    public Schema schema() {
        Column dual = Column.number("dual", "E[\\phi(u)\\phi(v)]", "kernel of the layer");
        Column derivative =
                Column.number("dualDerivative", "E[\\phi'(u)\\phi'(v)]", "derivative of the kernel by the covariance");
        return Schema.of(
                Column.number("correlation", "\\rho", "correlation of the two inputs"),
                dual,
                dual.standardError(),
                derivative,
                derivative.standardError(),
                Column.number("normalizedDual", "", "kernel over the geometric mean of its diagonal values"));
    }

    @Override
    public void run(DualKernel parameters, RunContext context, Rows rows) {
        PolyRelu activation = new PolyRelu(parameters.coefficients());
        PolyReluDual dual = activation.dual();
        double u = parameters.sigmaU();
        double v = parameters.sigmaV();
        double rho = parameters.correlation();
        double diagonal = Math.sqrt(dual.secondMoment(u * u)) * Math.sqrt(dual.secondMoment(v * v));
        double value = dual.valueAtCorrelation(u, v, rho);
        rows.row(Source.THEORY)
                .set("correlation", rho)
                .set("dual", value)
                .set("dualDerivative", dual.derivativeAtCorrelation(u, v, rho))
                .set("normalizedDual", value / diagonal)
                .add();
        if (parameters.samples() > 0) {
            simulate(parameters, activation, context, rows);
        }
    }

    private static void simulate(DualKernel parameters, PolyRelu activation, RunContext context, Rows rows) {
        RandomStream random = context.random("pairs");
        double rho = parameters.correlation();
        double rest = Math.sqrt((1 - rho) * (1 + rho));
        double[] sum = new double[4];
        int count = parameters.samples();
        double[] pair = new double[2];
        for (int i = 0; i < count; i++) {
            if (i % 65_536 == 0) {
                context.checkCancelled();
            }
            random.fillGaussian(pair);
            double u = parameters.sigmaU() * pair[0];
            double v = parameters.sigmaV() * (rho * pair[0] + rest * pair[1]);
            double value = activation.value(u) * activation.value(v);
            double slope = activation.derivative(u) * activation.derivative(v);
            sum[0] += value;
            sum[1] += value * value;
            sum[2] += slope;
            sum[3] += slope * slope;
        }
        rows.row(Source.SIMULATION)
                .set("correlation", rho)
                .set("dual", sum[0] / count)
                .set("dualStdErr", standardError(sum[0], sum[1], count))
                .set("dualDerivative", sum[2] / count)
                .set("dualDerivativeStdErr", standardError(sum[2], sum[3], count))
                .add();
    }

    private static double standardError(double sum, double squares, int count) {
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean) / (count - 1));
    }

    @Override
    public List<Figure> figures(DualKernel parameters, List<Axis> axes) {
        String x = axes.isEmpty() ? "correlation" : axes.get(0).parameter();
        return List.of(panel("dual-kernel", x, "dual", "E \\phi(u)\\phi(v)")
                .withTitle("Kernel of PolyReLU")
                .withCaption(
                        "Dual kernel of a wide PolyReLU layer and its derivative by the covariance: exact (lines) and"
                                + " over drawn pairs (points, one standard error).")
                .beside(panel("dual-derivative", x, "dualDerivative", "E \\phi'(u)\\phi'(v)")
                        .withTitle("Derivative")));
    }

    private static Figure panel(String name, String x, String column, String label) {
        return Figure.xy(name, x, column)
                .with(Layer.line(column).where("source", "theory").labelled("exact"))
                .with(Layer.points(column).where("source", "simulation").labelled("drawn pairs"))
                .withLabels("", label);
    }

    @Override
    public List<Showcase<DualKernel>> showcases(Effort effort) {
        int count = effort == Effort.FULL ? 41 : 21;
        int samples = effort == Effort.FULL ? 200_000 : 20_000;
        return List.of(new Showcase<>(
                new DualKernel(List.of(0.0, 1 / 3.0, 1 / 3.0, 1 / 3.0), 0, 1, 1, samples),
                List.of(Axis.linear("correlation", -1, 1, count))));
    }

    @Override
    public List<String> references() {
        return List.of("Zhuo2025", "Cho2009");
    }
}
