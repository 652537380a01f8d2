package meanfield.grokking.experiments;

import java.util.ArrayList;
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
import meanfield.experiment.chart.Layer;
import meanfield.experiment.table.CellText;
import meanfield.grokking.gap.GrokkingGap;
import meanfield.grokking.polynomial.Epoch;
import meanfield.grokking.polynomial.PolynomialRun;

/**
 * Grokking in polynomial regression: a quadratic network learns a quadratic target, every epoch of the run.
 *
 * <p>Theory is the infinitely wide network, by the exact recursion of its moments; simulation is the network of width N on
 * the same data, exact as well. Data and initial weights are the published draws of {@code dataSeed}, whatever the run's
 * seed. With a learning rate of 0 a stable one is found: that of {@link meanfield.grokking.polynomial.StableRate}, halved
 * until no training loss rises.
 *
 * <p>Losses are mean squares without a factor ½, of centred outputs. {@code testLoss} is over all inputs, in closed form, and
 * the sum of {@code varianceLoss}, {@code misalignmentLoss} and {@code linearLoss}. {@code kernelAlignment} is that of what the
 * kernel learned, {@code targetAlignment} that of the whole kernel; both and {@code kernelDistance} are over all inputs.
 *
 * <p>Summary: {@code grokkingGap}, {@code label}, {@code crossings} (words), the epochs {@code trainCrossing} and
 * {@code testCrossing} (NaN when never), {@code kernelDistanceAtTrainCrossing} and {@code …AtTestCrossing}, {@code memorizationExcess},
 * {@code area} and {@code learningRate}: of the simulation if there is one, otherwise of theory; {@code theoryGap} always of theory.
 * Source: [Kumar2024].
 */
public final class PolynomialExperiment implements Experiment<PolynomialSetting> {
    @Override
    public String id() {
        return "grokking.polynomial";
    }

    @Override
    public String claim() {
        return "Generalization comes late when training begins lazy: the data are fitted with the initial kernel first, and the"
                + " features that generalize are learned afterwards (Kumar, Bordelon, Gershman and Pehlevan 2024).";
    }

    private static PolynomialSetting setting(double alpha, double learningRate, int steps) {
        return new PolynomialSetting(40, 280, 200, alpha, 0.05, 1, learningRate, steps, 11, 0.1);
    }

    @Override
    public PolynomialSetting defaults() {
        return setting(16, 13, 16_000);
    }

    @Override
    public PolynomialSetting quick() {
        return setting(0.05, 4, 800);
    }

    @Override
    public List<Showcase<PolynomialSetting>> showcases(Effort effort) {
        int steps = effort == Effort.FULL ? 30_000 : 12_000;
        return List.of(new Showcase<>(setting(16, 0, steps), List.of(Axis.of("alpha", 16, 0.05))));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("epoch", "t", "gradient steps taken"),
                number("trainLoss", "L_{train}", "mean squared residual of the training set"),
                number("testLoss", "L_{test}", "mean squared error over all inputs"),
                number("varianceLoss", "", "part of the test loss: constant"),
                number("misalignmentLoss", "", "part of the test loss: features away from the target"),
                number("linearLoss", "", "part of the test loss: linear functions"),
                number("kernelDistance", "", "distance of the tangent kernel from its start, relative"),
                number("kernelAlignment", "", "alignment of what the kernel learned with the target"),
                number("targetAlignment", "", "centred alignment of the whole kernel with the target"),
                number("grokkingGap", "\\Gamma", "decades of epochs from train to test crossing, of the whole run"),
                Column.text("label", "kind of run: grokking, intermediate, tracking, memorising, unfinished"));
    }

    private static Column number(String name, String symbol, String meaning) {
        return Column.number(name, symbol, meaning).withTolerance(1e-6);
    }

    @Override
    public void run(PolynomialSetting parameters, RunContext context, Rows rows) {
        if (parameters.trainSize() == 0) {
            String message =
                    "trainSize is 0: there is nothing to train on, and the test loss stays at its start of 0.75";
            rows.row(Source.THEORY).failed(message).add();
            return;
        }
        PolynomialRuns runs = PolynomialRuns.of(parameters, PolynomialRuns.whole(), context);
        GrokkingGap theory = add(parameters, runs.theory(), Source.THEORY, rows);
        GrokkingGap gap =
                runs.simulation() == null ? theory : add(parameters, runs.simulation(), Source.SIMULATION, rows);
        PolynomialRun shown = runs.simulation() == null ? runs.theory() : runs.simulation();
        rows.summary("grokkingGap", gap == null ? Double.NaN : gap.gap());
        rows.summary("label", gap == null ? "diverged" : Spelling.of(gap.label()));
        rows.summary("crossings", gap == null ? shown.convergence().detail() : gap.inWords());
        rows.summary("trainCrossing", gap == null ? Double.NaN : epochOrNaN(gap.trainCrossing()));
        rows.summary("testCrossing", gap == null ? Double.NaN : epochOrNaN(gap.testCrossing()));
        rows.summary("kernelDistanceAtTrainCrossing", distanceAt(shown, gap == null ? -1 : gap.trainCrossing()));
        rows.summary("kernelDistanceAtTestCrossing", distanceAt(shown, gap == null ? -1 : gap.testCrossing()));
        rows.summary("memorizationExcess", gap == null ? Double.NaN : gap.memorizationExcess());
        rows.summary("area", gap == null ? Double.NaN : gap.area());
        rows.summary("learningRate", runs.learningRate());
        rows.summary("theoryGap", theory == null ? Double.NaN : theory.gap());
    }

    static double epochOrNaN(int epoch) {
        return epoch < 0 ? Double.NaN : epoch;
    }

    static double distanceAt(PolynomialRun run, int epoch) {
        return epoch < 0 ? Double.NaN : run.epochs().get(epoch).kernelDistance();
    }

    /** Rows of one run; null when it diverged, because then no label is meant. */
    private static GrokkingGap add(PolynomialSetting parameters, PolynomialRun run, Source source, Rows rows) {
        boolean complete = run.convergence().isConverged();
        GrokkingGap gap = complete ? run.gap(parameters.threshold()) : null;
        for (Epoch epoch : run.epochs()) {
            rows.row(source)
                    .set("epoch", epoch.epoch())
                    .set("trainLoss", epoch.trainLoss())
                    .set("testLoss", epoch.testLoss().total())
                    .set("varianceLoss", epoch.testLoss().variance())
                    .set("misalignmentLoss", epoch.testLoss().misalignment())
                    .set("linearLoss", epoch.testLoss().linear())
                    .set("kernelDistance", epoch.kernelDistance())
                    .set("kernelAlignment", epoch.featureAlignment())
                    .set("targetAlignment", epoch.targetAlignment())
                    .set("grokkingGap", complete ? gap.gap() : Double.NaN)
                    .set("label", complete ? Spelling.of(gap.label()) : "diverged")
                    .add();
        }
        if (!complete) {
            rows.row(source)
                    .set("epoch", run.epochs().size())
                    .set("label", "diverged")
                    .failed(run.convergence().detail())
                    .add();
        }
        return gap;
    }

    @Override
    public List<Figure> figures(PolynomialSetting parameters, List<Axis> axes) {
        List<Axis> lines =
                axes.stream().filter(axis -> axis.values().size() <= 3).toList();
        if (axes.size() == 1 && lines.size() == 1) {
            return List.of(compared(parameters, lines.get(0)));
        }
        return List.of(single(parameters));
    }

    private static Figure losses(String name) {
        return Figure.xy(name, "epoch", "trainLoss")
                .with(Layer.line("trainLoss").where("source", "theory").labelled("train, N = ∞"))
                .with(Layer.line("testLoss").where("source", "theory").labelled("test, N = ∞"))
                .with(Layer.points("trainLoss").where("source", "simulation").labelled("train, network"))
                .with(Layer.points("testLoss").where("source", "simulation").labelled("test, network"))
                .withLogX()
                .withLogY()
                .withLabels("epoch", "loss");
    }

    private static Figure single(PolynomialSetting parameters) {
        Figure parts = Figure.xy("polynomial-parts", "epoch", "misalignmentLoss")
                .withLogX()
                .withLogY()
                .withLabels("epoch", "part of the test loss")
                .withTitle("Test loss in parts");
        for (String part : List.of("misalignmentLoss", "linearLoss", "varianceLoss")) {
            String label = part.replace("Loss", "");
            parts = parts.with(Layer.line(part).where("source", "theory").labelled(label + ", N = ∞"))
                    .with(Layer.points(part).where("source", "simulation").labelled(label + ", network"));
        }
        Figure kernel = Figure.xy("polynomial-kernel", "epoch", "kernelAlignment")
                .with(Layer.line("kernelAlignment").where("source", "theory").labelled("alignment, N = ∞"))
                .with(Layer.points("kernelAlignment")
                        .where("source", "simulation")
                        .labelled("alignment, network"))
                .withLogX()
                .withLabels("epoch", "alignment of learned features")
                .withTitle("Features");
        return losses("polynomial")
                .withTitle("\\alpha = " + number(parameters.alpha()) + ": {label}")
                .withCaption("(a) Training and test loss of a quadratic network of width " + parameters.width()
                        + " (points) and of the infinitely wide one (lines) on the same " + parameters.trainSize()
                        + " examples in " + parameters.inputDimension() + " dimensions: {crossings}. (b) The test loss"
                        + " in its parts. (c) How far what the kernel has learned points along the target.")
                .beside(parts)
                .beside(kernel);
    }

    private static Figure compared(PolynomialSetting parameters, Axis axis) {
        List<Figure> panels = new ArrayList<>();
        for (Object value : axis.values()) {
            panels.add(losses("polynomial-" + panels.size())
                    .with(Layer.horizontal(0.75 * parameters.threshold())
                            .labelled(number(parameters.threshold()) + " of the start"))
                    .where(axis.parameter(), number(value))
                    .withXRange(1, Math.max(10, parameters.steps()))
                    .withYRange(5e-4, 2)
                    .withTitle(title(axis, value)));
        }
        Figure features = Figure.xy("polynomial-features", "epoch", "kernelAlignment")
                .with(Layer.line("kernelAlignment").where("source", "theory").by(axis.parameter()))
                .with(Layer.points("kernelAlignment")
                        .where("source", "simulation")
                        .by(axis.parameter()))
                .withLogX()
                .withXRange(1, Math.max(10, parameters.steps()))
                .withLabels("epoch", "learned features along the target")
                .withTitle("When features are learned");
        Figure all = panels.get(0);
        for (Figure panel : panels.subList(1, panels.size())) {
            all = all.beside(panel);
        }
        return all.withName("polynomial")
                .beside(features)
                .withCaption("One network (width " + parameters.width() + ") and the same " + parameters.trainSize()
                        + " examples, at two output scales \\alpha. (a) Lazy: the network fits the data with the features"
                        + " it was born with, and the test loss falls a decade of epochs after the training loss. (b) Rich:"
                        + " features turn to the target while the data are being fitted, and both losses fall together."
                        + " (c) The cause: alignment of what the kernel has learned with the target. Lines: infinite width;"
                        + " points: network.");
    }

    static String number(Object value) {
        return value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e6
                ? Long.toString(real.longValue())
                : CellText.of(value);
    }

    private static String title(Axis axis, Object value) {
        if (!axis.parameter().equals("alpha")) {
            return axis.parameter() + " = " + number(value);
        }
        double largest =
                axis.values().stream().mapToDouble(v -> (Double) v).max().orElseThrow();
        double smallest =
                axis.values().stream().mapToDouble(v -> (Double) v).min().orElseThrow();
        String word =
                largest == smallest ? "" : value.equals(largest) ? "Lazy: " : value.equals(smallest) ? "Rich: " : "";
        return word + "\\alpha = " + number(value);
    }

    @Override
    public List<String> references() {
        return List.of("Kumar2024");
    }

    @Override
    public Cost cost(PolynomialSetting p) {
        double d = p.inputDimension();
        double step = 2e-10 * (p.trainSize() * d * d + 2 * d * d * d) + 2e-5;
        return new Cost(p.steps() * step * (p.width() > 0 ? 2 : 1), 200.0 * p.steps() * 2);
    }
}
