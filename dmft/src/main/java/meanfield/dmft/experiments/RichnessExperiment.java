package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.sampler.CausalSampler;
import meanfield.dmft.sampler.LearningTheory;
import meanfield.experiment.Axis;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Spelling;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * Lazy or rich: what a network of any depth and activation does while it learns, as a function of the richness γ₀.
 *
 * <p>Theory: closed equations for linear layers, quadrature for two smooth layers and one or two samples, otherwise the
 * causal sampler, whose rows carry the standard error over its draws (summary {@code method} says which). Simulation rows
 * are means over networks with centred outputs, one set for every width. Loss (1/2P) Σ (y - f)².
 *
 * <p>Edge cases: where the loss leaves every bound, the rows are marked not converged and their values NaN; a kernel that
 * loses positivity does the same. Source: [Bordelon2022]; [Atanasov2022] for the alignment.
 */
public final class RichnessExperiment implements Experiment<Richness> {
    @Override
    public String id() {
        return "dmft.richness";
    }

    @Override
    public String claim() {
        return "The output scale alone decides between lazy training and feature learning, and mean-field theory predicts"
                + " loss and kernels of both (Bordelon and Pehlevan 2022).";
    }

    @Override
    public Richness defaults() {
        return of(3, 600, 8, List.of(100, 500), 16);
    }

    @Override
    public Richness quick() {
        return of(3, 240, 8, List.of(200), 8);
    }

    private static Richness of(double gamma0, int sites, int draws, List<Integer> widths, int networks) {
        List<List<Double>> kernel = List.of(List.of(1.0, 0.4), List.of(0.4, 1.0));
        List<Double> targets = List.of(1.0, -0.5);
        return new Richness(
                StandardActivation.TANH, 2, kernel, targets, gamma0, 0.1, 50, sites, draws, widths, networks);
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(Richness parameters) {
        return LearningColumns.ofFeatures(parameters.targets().size()).schema();
    }

    @Override
    public void run(Richness parameters, RunContext context, Rows rows) {
        LearningColumns columns =
                LearningColumns.ofFeatures(parameters.targets().size());
        LearningProblem problem = parameters.problem();
        context.progress(0, "theory");
        LearningTheory theory =
                LearningTheory.of(problem, sampler(parameters), context.random("sites"), context.workers());
        rows.summary("method", Spelling.of(theory.method()));
        columns.theory(theory.draws(), theory.convergence(), rows);
        columns.simulate(problem, parameters.simulationWidths(), parameters.networks(), context, rows);
    }

    private static CausalSampler sampler(Richness parameters) {
        return CausalSampler.withDefaults().withSites(parameters.sites()).withDraws(parameters.draws());
    }

    @Override
    public List<Showcase<Richness>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        Richness base = of(1, full ? 600 : 240, 8, List.of(full ? 500 : 200), full ? 12 : 8);
        return List.of(
                new Showcase<>(base, List.of(Axis.of("gamma0", 0.1, 1, 4))),
                new Showcase<>(base, List.of(Axis.logarithmic("gamma0", 0.01, 10, full ? 13 : 7))));
    }

    @Override
    public List<Figure> figures(Richness parameters, List<Axis> axes) {
        if (axes.isEmpty()) {
            return List.of(single(parameters));
        }
        Axis axis = axes.get(0);
        return axis.values().size() <= 4 && axes.size() == 1
                ? List.of(courses(parameters, axis.parameter()), alignment(parameters, axis.parameter()))
                : List.of(against(parameters, axis));
    }

    private static Figure single(Richness parameters) {
        Figure output = pointsOverLine("richness", "time", "output1").withLabels("time \\eta t", "output f_1");
        Figure change = pointsOverLine("richness-features", "time", "featureKernelChange")
                .withLabels("time \\eta t", "change of the feature kernel");
        return output.withCaption(network(parameters) + " at \\gamma_0 = " + parameters.gamma0()
                        + ". Lines: mean-field theory. Points: mean of " + parameters.networks()
                        + " networks of each width, with standard errors. (a) output on the first sample, (b) relative"
                        + " change of the last hidden layer's kernel since the start.")
                .beside(change);
    }

    private static Figure pointsOverLine(String name, String x, String column) {
        return Figure.xy(name, x, column)
                .with(Layer.line(column).where("source", "theory").labelled("theory, N = ∞"))
                .with(Layer.points(column)
                        .where("source", "simulation")
                        .where("marker", "yes")
                        .by("width")
                        .labelled("networks, N = {by}"));
    }

    /** A few values of γ₀: courses in time. */
    private static Figure courses(Richness parameters, String by) {
        Figure loss = course("richness-courses", "trainLoss", by)
                .withLogY()
                .withLabels("time \\eta t", "loss")
                .withCaption(network(parameters) + ". Lines: mean-field theory of infinite width. Points: mean of "
                        + parameters.networks()
                        + " networks, with standard errors. (a) loss, (b) relative change of the"
                        + " last hidden layer's kernel since the start.");
        return loss.beside(course("richness-change", "featureKernelChange", by)
                .withLabels("time \\eta t", "change of the feature kernel"));
    }

    /** How the tangent kernel turns. */
    private static Figure alignment(Richness parameters, String by) {
        return course("richness-alignment", "kernelTargetAlignment", by)
                .withLabels("time \\eta t", "cosine of tangent kernel and y y^T")
                .withCaption(network(parameters) + ": the tangent kernel stands still when lazy and turns when rich."
                        + " Lines: mean-field theory. Points: mean of " + parameters.networks()
                        + " networks, with standard errors.");
    }

    private static Figure course(String name, String column, String by) {
        return Figure.xy(name, "time", column)
                .with(Layer.line(column).where("source", "theory").by(by).labelled("theory, N = ∞"))
                .with(Layer.points(column)
                        .where("source", "simulation")
                        .where("marker", "yes")
                        .by(by)
                        .labelled("networks"));
    }

    /** Many values of γ₀: what is left at the end. */
    private static Figure against(Richness parameters, Axis axis) {
        Figure loss = ending("lazy-to-rich", "trainLoss", parameters, axis)
                .withLogY()
                .withLabels("richness \\gamma_0", "loss at time " + parameters.learningRate() * parameters.steps())
                .withCaption(network(parameters) + " after " + parameters.steps() + " steps of "
                        + parameters.learningRate() + ". Line: mean-field theory of infinite width. Points: mean of "
                        + parameters.networks() + " networks of finite width, with standard errors. (a) loss, (b)"
                        + " relative change of the last hidden layer's kernel: \\gamma_0^2 in the lazy regime of infinite width; one finite network"
                        + " moves by order \\gamma_0/\\sqrt{N} beside that.");
        Figure change = ending("lazy-to-rich-features", "featureKernelChange", parameters, axis)
                .withLogY()
                .with(Layer.slopeGuide("featureKernelChange", 2)
                        .where("source", "theory")
                        .where("step", parameters.steps())
                        .labelled("\\gamma_0^2"))
                .withLabels("richness \\gamma_0", "change of the feature kernel");
        return loss.beside(change);
    }

    private static Figure ending(String name, String column, Richness parameters, Axis axis) {
        Figure figure = Figure.xy(name, axis.parameter(), column)
                .with(Layer.line(column)
                        .where("source", "theory")
                        .where("step", parameters.steps())
                        .labelled("theory, N = ∞"))
                .with(Layer.points(column)
                        .where("source", "simulation")
                        .where("step", parameters.steps())
                        .by("width")
                        .labelled("networks, N = {by}"));
        return axis.logarithmic() ? figure.withLogX() : figure;
    }

    private static String network(Richness parameters) {
        return "Networks of " + parameters.hiddenLayers() + " hidden " + Spelling.of(parameters.activation())
                + " layers on " + parameters.targets().size() + " samples";
    }

    private static String widest(Richness parameters) {
        return parameters.simulationWidths().stream()
                .reduce((a, b) -> b)
                .map(Object::toString)
                .orElse("N");
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2022", "Atanasov2022");
    }

    @Override
    public Cost cost(Richness parameters) {
        LearningProblem problem = parameters.problem();
        Cost networks = LearningColumns.cost(problem, parameters.simulationWidths(), parameters.networks());
        CausalSampler sampler = sampler(parameters);
        return new Cost(
                LearningTheory.seconds(problem, sampler) + networks.seconds(),
                sampler.bytes(problem) + networks.bytes());
    }
}
