package meanfield.dmft.experiments;

import java.util.List;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.linear.DeepLinearDynamics;
import meanfield.experiment.Axis;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * Deep linear networks trained by gradient descent: the closed mean-field theory beside trained networks, step by step.
 *
 * <p>Theory is {@link DeepLinearDynamics}, exact at infinite width for finite learning rates. Simulation rows are means over
 * networks with centred outputs, one set for every width. Loss (1/2P) Σ (y - f)². Edge cases: where the loss leaves every
 * bound the rows are marked not converged and their values NaN; steps = 0 gives the start. Source: [Bordelon2022].
 */
public final class DeepLinearExperiment implements Experiment<DeepLinear> {
    @Override
    public String id() {
        return "dmft.deep-linear";
    }

    @Override
    public String claim() {
        return "Deep linear networks in the rich regime follow closed equations for kernels and responses of two times"
                + " (Bordelon and Pehlevan 2022).";
    }

    @Override
    public DeepLinear defaults() {
        return of(2, List.of(100, 400), 24);
    }

    @Override
    public DeepLinear quick() {
        return of(2, List.of(100), 16);
    }

    private static DeepLinear of(int hiddenLayers, List<Integer> widths, int networks) {
        List<List<Double>> kernel = List.of(List.of(1.0, 0.3), List.of(0.3, 1.0));
        return new DeepLinear(hiddenLayers, kernel, List.of(1.0, -0.5), 1.5, 0.05, 60, widths, networks);
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(DeepLinear parameters) {
        return LearningColumns.ofKernels(parameters.targets().size()).schema();
    }

    @Override
    public void run(DeepLinear parameters, RunContext context, Rows rows) {
        LearningColumns columns = LearningColumns.ofKernels(parameters.targets().size());
        LearningProblem problem = parameters.problem();
        columns.theory(DeepLinearDynamics.of(problem).trajectory(), rows);
        columns.simulate(problem, parameters.simulationWidths(), parameters.networks(), context, rows);
    }

    @Override
    public List<Figure> figures(DeepLinear parameters, List<Axis> axes) {
        if (!axes.isEmpty()) {
            return List.of(Figure.xy("deep-linear-sweep", "time", "trainLoss")
                    .withLogY()
                    .with(Layer.line("trainLoss")
                            .where("source", "theory")
                            .by(axes.get(0).parameter())));
        }
        Figure kernel = panel("deep-linear-ntk", "ntk11").withLabels("time \\eta t", "tangent kernel K_{11}");
        return List.of(panel("deep-linear", "output1")
                .withLabels("time \\eta t", "output f_1")
                .withCaption(parameters.hiddenLayers() + " hidden linear layers, \\gamma_0 = " + parameters.gamma0()
                        + ". Lines: the closed equations of infinite width. Points: mean of " + parameters.networks()
                        + " networks trained by gradient descent, with standard errors. (a) output on the first"
                        + " sample, (b) its tangent kernel.")
                .beside(kernel));
    }

    private static Figure panel(String name, String column) {
        return Figure.xy(name, "time", column)
                .with(Layer.line(column).where("source", "theory").labelled("theory, N = ∞"))
                .with(Layer.points(column)
                        .where("source", "simulation")
                        .where("marker", "yes")
                        .by("width")
                        .labelled("networks, N = {by}"));
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2022");
    }

    @Override
    public Cost cost(DeepLinear parameters) {
        double size = (parameters.steps() + 1.0) * parameters.targets().size();
        double theory = 3e-9 * parameters.hiddenLayers() * size * size * size;
        Cost networks =
                LearningColumns.cost(parameters.problem(), parameters.simulationWidths(), parameters.networks());
        double bytes = 24 * parameters.hiddenLayers() * size * size;
        return new Cost(theory + networks.seconds(), bytes + networks.bytes());
    }
}
