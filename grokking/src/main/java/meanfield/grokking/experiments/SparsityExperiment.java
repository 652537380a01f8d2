package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.data.DataSet;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingObserver;
import meanfield.core.network.TrainingStep;
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
import meanfield.grokking.training.AdamTraining;
import meanfield.grokking.training.SparsityTask;
import org.ejml.data.DMatrixRMaj;

/**
 * Activation sparsity of a two-layer ReLU network, at the start and in training.
 *
 * <p>Simulation rows are every step; the loss is the mean squared error to one-hot labels over examples and outputs. The theory
 * row (step 0) holds the slope C σ_v² of the gradient against activations, to be compared with the measured
 * {@code gradientSlope} of the first simulation row. Whether sparsity follows depends on the set-up: with positive inputs and Adam
 * the active fraction falls to about 0.2 on random labels; with centred inputs and gradient descent it stays at one half.
 *
 * <p>Summary: {@code activeFractionStart}, {@code activeFractionEnd}. Source: [Li2023].
 */
public final class SparsityExperiment implements Experiment<SparsitySetting> {
    private static final List<String> MEASURES =
            List.of("trainLoss", "trainAccuracy", "activeFraction", "deadFraction", "meanActivation");

    @Override
    public String id() {
        return "grokking.sparsity";
    }

    @Override
    public String claim() {
        return "Descent pushes active units down at the start of training; whether activations become sparse depends on inputs"
                + " and optimizer (Li et al. 2023).";
    }

    private static SparsitySetting setting(SparsityOptimizer optimizer, int steps) {
        boolean adam = optimizer == SparsityOptimizer.ADAM;
        return new SparsitySetting(
                32,
                256,
                10,
                256,
                SparsityTask.Inputs.POSITIVE,
                SparsityTask.Labels.RANDOM,
                adam ? 1.0 / 256 : 0.0625,
                optimizer,
                adam ? 0.01 : 0.001,
                steps,
                2001);
    }

    @Override
    public SparsitySetting defaults() {
        return setting(SparsityOptimizer.ADAM, 1000);
    }

    @Override
    public SparsitySetting quick() {
        return setting(SparsityOptimizer.ADAM, 60);
    }

    @Override
    public List<Showcase<SparsitySetting>> showcases(Effort effort) {
        int steps = effort == Effort.FULL ? 1000 : 400;
        return List.of(new Showcase<>(
                setting(SparsityOptimizer.ADAM, steps), List.of(Axis.of("inputs", "positive", "centred"))));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("step", "t", "training steps taken"),
                Column.number("trainLoss", "", "mean squared error").withTolerance(1e-3),
                Column.number("trainAccuracy", "", "share of examples classified right")
                        .withTolerance(0.02),
                Column.number("activeFraction", "", "share of positive preactivations")
                        .withTolerance(0.01),
                Column.number("deadFraction", "", "share of units active for no example")
                        .withTolerance(0.02),
                Column.number("meanActivation", "", "mean activation").withTolerance(0.01),
                Column.number("gradientSlope", "", "slope of the loss gradient against activations at the start")
                        .withTolerance(1e-6));
    }

    @Override
    public void run(SparsitySetting p, RunContext context, Rows rows) {
        if (p.trainSize() == 0) {
            rows.row(Source.SIMULATION)
                    .failed("trainSize is 0: there is nothing to train on")
                    .add();
            return;
        }
        SparsityTask task = SparsityTask.portable(
                new SparsityTask.Sizes(p.inputDimension(), p.width(), p.classes(), p.trainSize()),
                p.inputs(),
                p.labels(),
                Math.sqrt(p.readoutVariance()),
                p.dataSeed(),
                context.linearAlgebra());
        rows.row(Source.THEORY)
                .set("step", 0)
                .set("gradientSlope", p.classes() * p.readoutVariance())
                .add();
        DataSet data = DataSet.of("random", task.inputs(), task.targets(), List.of());
        GradientDescent training = p.optimizer() == SparsityOptimizer.ADAM
                ? AdamTraining.of(p.learningRate(), 0, p.steps())
                : GradientDescent.withDefaults()
                        .withLearningRate(2 * p.learningRate())
                        .withSteps(p.steps());
        RecordLog<double[]> readings = RecordLog.ofArrays();
        TrainingObserver watching = step -> {
            if (step.step() % 16 == 0) {
                context.checkCancelled();
                context.progress(step.step() / (p.steps() + 1.0), "step " + step.step());
            }
            readings.add(read(task, data, step));
        };
        TrainingObserver observer = watching.keptIn(context.checkpoints().at("training"), readings);
        TrainedNetwork trained = training.train(task.network(), task.inputs(), task.targets(), observer);
        List<double[]> read = readings.entries();
        for (int t = 0; t < read.size(); t++) {
            Rows.Row row = rows.row(Source.SIMULATION).set("step", t);
            for (int i = 0; i < MEASURES.size(); i++) {
                row.set(MEASURES.get(i), read.get(t)[i]);
            }
            row.set("gradientSlope", t == 0 ? task.gradientSlope() : Double.NaN).add();
        }
        AccuracySteps.addDivergence(trained, p.learningRate(), "step", rows);
        int active = MEASURES.indexOf("activeFraction");
        rows.summary("activeFractionStart", read.isEmpty() ? Double.NaN : read.get(0)[active]);
        rows.summary("activeFractionEnd", read.isEmpty() ? Double.NaN : read.get(read.size() - 1)[active]);
    }

    /** {@link #MEASURES} of one step. */
    private static double[] read(SparsityTask task, DataSet data, TrainingStep step) {
        DMatrixRMaj outputs = step.outputs();
        SparsityTask.Activity activity = task.activity(step.network());
        return new double[] {
            data.meanSquaredError(outputs),
            data.accuracy(outputs),
            activity.activeFraction(),
            activity.deadFraction(),
            activity.meanActivation()
        };
    }

    @Override
    public List<Figure> figures(SparsitySetting p, List<Axis> axes) {
        String by = axes.size() == 1 && axes.get(0).values().size() <= 6
                ? axes.get(0).parameter()
                : "";
        Figure active =
                panel("sparsity", "activeFraction", by, "active fraction").withTitle("Activity");
        Figure loss = panel("sparsity-loss", "trainLoss", by, "mean squared error")
                .withLogY()
                .withTitle("Training loss");
        return List.of(active.beside(loss)
                .withCaption("(a) Share of active hidden units and (b) training loss of a ReLU network on "
                        + Spelling.of(p.labels()) + " labels, " + Spelling.of(p.optimizer())
                        + ". Sparsity is not universal: it comes with inputs of positive mean."));
    }

    private static Figure panel(String name, String column, String by, String label) {
        Layer line = Layer.line(column).where("source", "simulation");
        return Figure.xy(name, "step", column)
                .with(by.isEmpty() ? line.labelled("network") : line.by(by))
                .withLogX()
                .withLabels("step", label);
    }

    @Override
    public List<String> references() {
        return List.of("Li2023");
    }

    @Override
    public Cost cost(SparsitySetting p) {
        double products = 4.0 * p.trainSize() * p.width() * (p.inputDimension() + p.classes());
        return new Cost(
                p.steps() * (products * 2e-10 + 5e-9 * p.trainSize() * p.width()), 40.0 * p.trainSize() * p.width());
    }
}
