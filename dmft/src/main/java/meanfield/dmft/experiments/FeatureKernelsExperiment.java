package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningSimulation;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.sampler.CausalSampler;
import meanfield.dmft.sampler.LearningTheory;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.Spelling;
import meanfield.experiment.chart.Figure;

/**
 * What feature learning does to the features: the kernel of the last hidden layer before and after, of theory and of one
 * network.
 *
 * <pre>
 *   Φ^L_μν = φ(h^L_μ)·φ(h^L_ν)/N,   inputs on a circle, K_μν = (1 + cos(θ_μ - θ_ν))/2, y = ±1 by sectors          (1)
 * </pre>
 *
 * Rows: one for every pair of samples, before and after; {@code stage} says which. Summary: {@code startLoss},
 * {@code endLoss}, {@code featureKernelChange} of the theory. Source: [Bordelon2022].
 */
public final class FeatureKernelsExperiment implements Experiment<FeatureKernels> {
    @Override
    public String id() {
        return "dmft.feature-kernels";
    }

    @Override
    public String claim() {
        return "A network in the rich regime groups its samples by their targets, in one network as in mean-field theory"
                + " (Bordelon and Pehlevan 2022).";
    }

    @Override
    public FeatureKernels defaults() {
        return new FeatureKernels(StandardActivation.TANH, 2, 8, 4, 2, 0.6, 20, 1000, 4, 2000);
    }

    @Override
    public FeatureKernels quick() {
        return new FeatureKernels(StandardActivation.TANH, 1, 16, 4, 4, 0.2, 80, 3000, 1, 3000);
    }

    @Override
    public Schema schema() {
        Column kernel = Column.number("featureKernel", "\\Phi_{\\mu\\nu}", "kernel of the last hidden layer");
        return Schema.of(
                Column.text("stage", "before or after training"),
                Column.integer("row", "\\mu", "sample"),
                Column.integer("column", "\\nu", "other sample"),
                kernel,
                kernel.standardError());
    }

    @Override
    public void run(FeatureKernels parameters, RunContext context, Rows rows) {
        LearningProblem problem = parameters.problem();
        context.progress(0, "theory");
        LearningTheory theory =
                LearningTheory.of(problem, sampler(parameters), context.random("sites"), context.workers());
        addRows(Source.THEORY, theory.draws(), theory.convergence(), rows);
        LearningTrajectory first = theory.draws().get(0);
        boolean done = theory.convergence().isConverged();
        rows.summary("startLoss", done ? first.loss(0) : Double.NaN);
        rows.summary("endLoss", done ? first.loss(first.last()) : Double.NaN);
        rows.summary("featureKernelChange", done ? first.featureKernelChange(first.last()) : Double.NaN);
        if (parameters.simulationWidth() > 0) {
            context.checkCancelled();
            context.progress(0.5, "a network of width " + parameters.simulationWidth());
            LearningTrajectory network = LearningSimulation.of(
                            problem, parameters.simulationWidth(), context.linearAlgebra())
                    .withCheckpoints(context.checkpoints())
                    .run(context.random("network"));
            addRows(Source.SIMULATION, List.of(network), network.convergence(), rows);
        }
    }

    private static CausalSampler sampler(FeatureKernels parameters) {
        return CausalSampler.withDefaults().withSites(parameters.sites()).withDraws(parameters.draws());
    }

    private static void addRows(Source source, List<LearningTrajectory> all, Convergence verdict, Rows rows) {
        LearningProblem problem = all.get(0).problem();
        for (String stage : List.of("before", "after")) {
            int step = stage.equals("before") ? 0 : problem.steps();
            boolean reached = all.stream().allMatch(each -> each.last() >= step);
            for (int mu = 0; mu < problem.samples(); mu++) {
                for (int nu = 0; nu < problem.samples(); nu++) {
                    Rows.Row row = rows.row(source)
                            .set("stage", stage)
                            .set("row", mu + 1)
                            .set("column", nu + 1);
                    int first = mu;
                    int second = nu;
                    if (reached) {
                        SampleMean mean = SampleMean.of(
                                all, each -> each.featureKernel(step).get(first, second));
                        row.set("featureKernel", mean.value()).set("featureKernelStdErr", mean.standardError());
                    }
                    row.verdict(reached ? Convergence.converged(step, 0, Double.NaN) : verdict)
                            .add();
                }
            }
        }
    }

    @Override
    public List<Figure> figures(FeatureKernels parameters, List<Axis> axes) {
        Figure start = panel("feature-kernels", "theory", "before", "before, theory")
                .withCaption(
                        "Feature kernel of " + parameters.samples() + " samples on a circle whose targets change sign "
                                + parameters.sectors() + " times around it; " + parameters.hiddenLayers() + " hidden "
                                + Spelling.of(parameters.activation()) + " layers, \\gamma_0 = " + parameters.gamma0()
                                + ". Theory before and after training (loss {startLoss:.2f} to {endLoss:.3f}), and one network"
                                + " of width " + parameters.simulationWidth() + " after.");
        Figure after = panel("feature-kernels-after", "theory", "after", "after, theory");
        return List.of(
                parameters.simulationWidth() == 0
                        ? start.beside(after)
                        : start.beside(after)
                                .beside(panel("feature-kernels-network", "simulation", "after", "after, one network")));
    }

    private static Figure panel(String name, String source, String stage, String title) {
        return Figure.heatmap(name, "column", "row", "featureKernel")
                .where("source", source)
                .where("stage", stage)
                .withLabels("sample \\nu", "sample \\mu")
                .withTitle(title);
    }

    @Override
    public List<String> references() {
        return List.of("Bordelon2022");
    }

    @Override
    public Cost cost(FeatureKernels parameters) {
        LearningProblem problem = parameters.problem();
        Cost network = LearningColumns.cost(
                problem, List.of(Math.max(1, parameters.simulationWidth())), parameters.simulationWidth() > 0 ? 1 : 0);
        return new Cost(
                LearningTheory.seconds(problem, sampler(parameters)) + network.seconds(),
                sampler(parameters).bytes(problem) + network.bytes());
    }
}
