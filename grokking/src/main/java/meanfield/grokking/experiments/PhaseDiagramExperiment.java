package meanfield.grokking.experiments;

import java.util.Arrays;
import java.util.List;
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
import meanfield.grokking.gap.GrokkingGap;
import meanfield.grokking.gap.GrokkingLabel;
import meanfield.grokking.polynomial.PolynomialRun;

/**
 * One point of the diagram of grokking: how long after the training loss the test loss falls.
 *
 * <p>The run is that of {@code grokking.polynomial}, ended as soon as both losses have crossed the threshold. Three controls:
 * the output scale α (lazy or rich), ε (how much of the target the initial kernel can express) and P/D (whether the data pin
 * down the features); the scale of the initial weights is both of the first at once. The solution asks for δM = ββᵀ/(α ε), so that
 * laziness is the product α ε: at fixed α the gap grows with ε. At fixed α ε and α/ε ≫ 1 it does not depend on ε at all, because linear
 * functions, which learn α/ε times faster, are fitted at once; only a larger ε closes it, when the initial kernel knows
 * the target well. The learning rate is only a unit of time while it is stable, and Γ does not depend on it.
 *
 * <p>Around α of ε/10 single cells stand out of the rich region with a wide gap. They are not rounding and not the learning rate: the run
 * passes a saddle where linear functions have fitted the training set to about a tenth of its loss ({@code linearLoss} of
 * {@code grokking.polynomial}), and the threshold lies on that plateau. How close it passes depends on the draw. They are intermediate,
 * because the test loss has fallen on the way to the plateau, and {@code verdict} says so.
 *
 * <p>Γ is NaN, and {@code verdict} says why, where a loss never crossed in the steps given. Source: [Kumar2024].
 */
public final class PhaseDiagramExperiment implements Experiment<PhasePoint> {
    @Override
    public String id() {
        return "grokking.phase-diagram";
    }

    @Override
    public String claim() {
        return "Delayed generalization is dialled by laziness, by the match of the initial kernel to the target and by the number"
                + " of examples (Kumar, Bordelon, Gershman and Pehlevan 2024).";
    }

    @Override
    public PhasePoint defaults() {
        return new PhasePoint(7, 4, 0.05, 1, 40, 200, 13, 6000, 11, 0.1);
    }

    @Override
    public PhasePoint quick() {
        return new PhasePoint(7, 1, 0.05, 1, 20, 100, 0, 3000, 11, 0.1);
    }

    @Override
    public List<Showcase<PhasePoint>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        int dimension = full ? 40 : 20;
        PhasePoint base = new PhasePoint(7, 1, 0.05, 1, dimension, 0, 0, full ? 20_000 : 10_000, 11, 0.1);
        Axis laziness = Axis.logarithmic("alpha", 0.02, 20, full ? 13 : 10);
        Axis kernel = Axis.logarithmic("epsilon", 0.02, 1, full ? 12 : 9);
        Axis samples = Axis.linear("sampleRatio", 3, 12, full ? 19 : 10);
        return List.of(
                new Showcase<>(base, List.of(samples, laziness)), new Showcase<>(base, List.of(kernel, laziness)));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                number("grokkingGap", "\\Gamma", "grokking gap in decades of epochs"),
                Column.text("label", "kind of run: grokking, intermediate, tracking, memorising, unfinished"),
                number("memorizationExcess", "", "largest test loss in units of its start"),
                number("trainCrossing", "t_{tr}", "first epoch with training loss below the threshold"),
                number("testCrossing", "t_{te}", "first epoch with test loss below the threshold"),
                number(
                        "kernelDistanceAtTrain",
                        "",
                        "relative distance of the kernel from its start when training crosses"),
                number("kernelDistanceAtTest", "", "the same when the test loss crosses"),
                number("usedLearningRate", "\\eta_0", "learning rate of the run"),
                Column.text("verdict", "the crossings in words"));
    }

    private static Column number(String name, String symbol, String meaning) {
        return Column.number(name, symbol, meaning).withTolerance(1e-6);
    }

    @Override
    public void run(PhasePoint parameters, RunContext context, Rows rows) {
        if (parameters.trainSize() == 0) {
            String message = "sampleRatio * inputDimension rounds to 0: there is nothing to train on";
            rows.row(Source.THEORY).set("verdict", message).failed(message).add();
            return;
        }
        double threshold = parameters.threshold();
        PolynomialRuns runs = PolynomialRuns.of(
                parameters.setting(), (train, test) -> train <= threshold && test <= threshold, context);
        add(runs.theory(), runs.learningRate(), threshold, rows.row(Source.THEORY));
        if (runs.simulation() != null) {
            add(runs.simulation(), runs.learningRate(), threshold, rows.row(Source.SIMULATION));
        }
    }

    private static void add(PolynomialRun run, double learningRate, double threshold, Rows.Row row) {
        row.set("usedLearningRate", learningRate);
        if (!run.convergence().isConverged()) {
            row.set("label", "diverged")
                    .set("verdict", run.convergence().detail())
                    .failed(run.convergence().detail())
                    .add();
            return;
        }
        GrokkingGap gap = run.gap(threshold);
        row.set("grokkingGap", gap.gap())
                .set("label", Spelling.of(gap.label()))
                .set("memorizationExcess", gap.memorizationExcess())
                .set("trainCrossing", PolynomialExperiment.epochOrNaN(gap.trainCrossing()))
                .set("testCrossing", PolynomialExperiment.epochOrNaN(gap.testCrossing()))
                .set("kernelDistanceAtTrain", PolynomialExperiment.distanceAt(run, gap.trainCrossing()))
                .set("kernelDistanceAtTest", PolynomialExperiment.distanceAt(run, gap.testCrossing()))
                .set("verdict", gap.inWords())
                .add();
    }

    @Override
    public List<Figure> figures(PhasePoint parameters, List<Axis> axes) {
        if (axes.size() == 2) {
            return List.of(diagram(axes.get(0), axes.get(1)));
        }
        String x = axes.size() == 1 ? axes.get(0).parameter() : "memorizationExcess";
        Figure curve = Figure.xy("grokking-gap", x, "grokkingGap")
                .with(Layer.points("grokkingGap").where("source", "simulation").labelled("network"))
                .with((axes.isEmpty() ? Layer.points("grokkingGap") : Layer.line("grokkingGap"))
                        .where("source", "theory")
                        .labelled("infinite width"))
                .withTitle("Delay of generalization")
                .withCaption("Decades of epochs between the fall of the training loss and that of the test loss to "
                        + parameters.threshold() + " of their start.");
        return List.of(axes.size() == 1 && axes.get(0).logarithmic() ? curve.withLogX() : curve);
    }

    private static Figure diagram(Axis across, Axis up) {
        String x = across.parameter();
        Figure gap = Figure.heatmap("grokking-gap", x, up.parameter(), "grokkingGap")
                .withContour("grokkingGap", 0.6, "\\Gamma = 0.6")
                .withTitle("Grokking gap");
        List<String> labels =
                Arrays.stream(GrokkingLabel.values()).map(Spelling::of).toList();
        Figure kinds = Figure.xy("grokking-kinds", x, up.parameter())
                .with(Layer.heat("label").withColors(HeatColors.ofWords(labels)))
                .withTitle("Kind of run");
        String reading =
                switch (x) {
                    case "sampleRatio" ->
                        "More examples than P/D of about 4 are needed to generalize at all; the"
                                + " gap closes with more examples and opens with laziness.";
                    case "epsilon" ->
                        "Larger \\epsilon is lazier: the weights then need to move only by"
                                + " \\beta\\beta^T/(\\alpha\\epsilon). The gap is constant along curves of constant \\alpha\\epsilon."
                                + " Single intermediate cells at small \\alpha pass a saddle where linear functions fit the data.";
                    default -> "";
                };
        return scaled(gap, across, up)
                .beside(scaled(kinds, across, up))
                .where("source", "theory")
                .withCaption(
                        "(a) Decades of epochs from the fall of the training loss to that of the test loss, infinite"
                                + " width; hatched where the test loss never falls. (b) The kind of run: training and test loss fall"
                                + " together (tracking), far apart (grokking), or the test loss stays (memorising). "
                                + reading);
    }

    private static Figure scaled(Figure figure, Axis across, Axis up) {
        Figure wide = across.logarithmic() ? figure.withLogX() : figure;
        Figure both = up.logarithmic() ? wide.withLogY() : wide;
        return both.withLabels(label(across), label(up));
    }

    private static String label(Axis axis) {
        return switch (axis.parameter()) {
            case "sampleRatio" -> "examples per dimension P/D";
            case "alpha" -> "laziness \\alpha";
            case "epsilon" -> "match of the initial kernel \\epsilon";
            default -> "";
        };
    }

    @Override
    public List<String> references() {
        return List.of("Kumar2024");
    }

    @Override
    public Cost cost(PhasePoint p) {
        double d = p.inputDimension();
        double step = 2e-10 * (p.trainSize() * d * d + 2 * d * d * d) + 2e-5;
        return new Cost(p.steps() * step * (p.width() > 0 ? 2 : 1), 200.0 * p.steps() * 2);
    }
}
