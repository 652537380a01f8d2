package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.data.DataSet;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.FiniteNetwork;
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
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.grokking.modular.FourierMeasure;
import meanfield.grokking.modular.FourierSolution;
import meanfield.grokking.modular.ModularAddition;

/**
 * Grokking of modular addition: a quadratic network learns to add modulo p from some of the pairs.
 *
 * <p>Simulation rows are every step of full-batch gradient descent from the published start of {@code dataSeed}. The theory row (at
 * the last step) is the closed-form solution of this width: its accuracy on the same pairs, its frequencies, and its loss at
 * the best output scale; where the modulus is not a prime, for which it is stated, the row says so.
 *
 * <p>Losses are mean squares over examples and outputs in units of α². {@code inverseParticipationRatio} is 1 when every neuron
 * has one frequency. Summary: {@code memorizationStep} and {@code generalizationStep} (accuracy 95 %), {@code grokkingDelay}, and of
 * the losses {@code grokkingGap}, {@code label}, {@code crossings} at θ = 0.1. Source: [Gromov2023].
 */
public final class ModularExperiment implements Experiment<ModularSetting> {
    private static final double ACCURACY = 0.95;
    private static final double THRESHOLD = 0.1;

    @Override
    public String id() {
        return "grokking.modular-addition";
    }

    @Override
    public String claim() {
        return "A quadratic network that adds modulo p fits its examples first and finds the periodic features that"
                + " generalize later; a closed-form solution has one frequency a neuron (Gromov 2023).";
    }

    @Override
    public ModularSetting defaults() {
        return new ModularSetting(23, 0.7, 200, 2000, 8000, 1, 5);
    }

    @Override
    public ModularSetting quick() {
        return new ModularSetting(11, 0.8, 100, 400, 1500, 1, 5);
    }

    @Override
    public List<Showcase<ModularSetting>> showcases(Effort effort) {
        int steps = effort == Effort.FULL ? 8000 : 5000;
        return List.of(new Showcase<>(new ModularSetting(23, 0.7, 200, 2000, steps, 1, 5), List.of()));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("epoch", "t", "gradient steps taken"),
                Column.number("trainLoss", "", "mean squared error on training pairs")
                        .withTolerance(1e-5),
                Column.number("testLoss", "", "mean squared error on the other pairs")
                        .withTolerance(1e-5),
                Column.number("trainAccuracy", "", "share of training pairs added correctly")
                        .withTolerance(0.01),
                Column.number("testAccuracy", "", "share of other pairs added correctly")
                        .withTolerance(0.01),
                Column.number("inverseParticipationRatio", "", "concentration of neurons on single frequencies")
                        .withTolerance(1e-4),
                Column.number("weightNorm", "|\\theta|", "Euclidean norm of all weights")
                        .withTolerance(1e-6));
    }

    /** What one step shows. */
    private record Reading(
            double trainLoss, double testLoss, double trainAccuracy, double testAccuracy, double ratio, double norm) {
        double[] toNumbers() {
            return new double[] {trainLoss, testLoss, trainAccuracy, testAccuracy, ratio, norm};
        }

        static Reading ofNumbers(double[] n) {
            return new Reading(n[0], n[1], n[2], n[3], n[4], n[5]);
        }
    }

    @Override
    public void run(ModularSetting p, RunContext context, Rows rows) {
        ModularAddition task = ModularAddition.portable(p.modulus(), p.trainFraction(), p.dataSeed());
        LinearAlgebra algebra = context.linearAlgebra();
        FourierMeasure measure = FourierMeasure.of(p.modulus());
        addSolution(p, task, measure, algebra, rows);
        FiniteNetwork start = task.portableNetwork(p.width(), p.outputScale(), p.dataSeed(), algebra);
        GradientDescent descent = GradientDescent.withDefaults()
                .withLearningRate(2 * p.learningRate() / p.width())
                .withSteps(p.steps());
        RecordLog<Reading> log = new RecordLog<>(Reading::toNumbers, Reading::ofNumbers);
        TrainingObserver watching = step -> {
            if (step.step() % 16 == 0) {
                context.checkCancelled();
                context.progress(step.step() / (p.steps() + 1.0), "epoch " + step.step());
            }
            log.add(read(p, task, step, measure, algebra));
        };
        TrainingObserver observer = watching.keptIn(context.checkpoints().at("training"), log);
        TrainedNetwork trained =
                descent.train(start, task.train().inputs(), task.train().targets(), observer);
        List<Reading> readings = log.entries();
        for (int t = 0; t < readings.size(); t++) {
            add(t, readings.get(t), rows.row(Source.SIMULATION)).add();
        }
        AccuracySteps.addDivergence(trained, p.learningRate(), "epoch", rows);
        double[] trainAccuracy =
                readings.stream().mapToDouble(Reading::trainAccuracy).toArray();
        double[] testAccuracy =
                readings.stream().mapToDouble(Reading::testAccuracy).toArray();
        AccuracySteps.summarize(trainAccuracy, testAccuracy, ACCURACY, ACCURACY, rows);
        AccuracySteps.summarizeLosses(
                readings.stream().mapToDouble(Reading::trainLoss).toArray(),
                readings.stream().mapToDouble(Reading::testLoss).toArray(),
                THRESHOLD,
                rows);
    }

    private static Reading read(
            ModularSetting p, ModularAddition task, TrainingStep step, FourierMeasure measure, LinearAlgebra algebra) {
        double unit = p.outputScale() * p.outputScale();
        var outputs = step.outputs();
        DataSet test = task.test();
        var others = test == null ? null : step.outputs(test.inputs());
        FiniteNetwork network = step.network();
        return new Reading(
                task.train().meanSquaredError(outputs) / unit,
                test == null ? Double.NaN : test.meanSquaredError(others) / unit,
                task.train().accuracy(outputs),
                test == null ? Double.NaN : test.accuracy(others),
                measure.inverseParticipationRatio(network, algebra),
                Math.sqrt(network.parameters().dot(network.parameters())));
    }

    private static Rows.Row add(int epoch, Reading reading, Rows.Row row) {
        return row.set("epoch", epoch)
                .set("trainLoss", reading.trainLoss())
                .set("testLoss", reading.testLoss())
                .set("trainAccuracy", reading.trainAccuracy())
                .set("testAccuracy", reading.testAccuracy())
                .set("inverseParticipationRatio", reading.ratio())
                .set("weightNorm", reading.norm());
    }

    private static void addSolution(
            ModularSetting p, ModularAddition task, FourierMeasure measure, LinearAlgebra algebra, Rows rows) {
        Rows.Row row = rows.row(Source.THEORY).set("epoch", p.steps());
        if (!task.isPrime() || p.modulus() < 3) {
            row.failed("modulus " + p.modulus() + " is not a prime >= 3: the closed-form solution is stated for those;"
                            + " training goes on without it")
                    .add();
            return;
        }
        FourierSolution solution = FourierSolution.portable(task, p.width(), p.dataSeed(), algebra);
        FiniteNetwork network = solution.network();
        DataSet test = task.test();
        row.set("trainLoss", solution.bestLoss())
                .set("testLoss", solution.bestLoss())
                .set(
                        "trainAccuracy",
                        task.train().accuracy(network.outputs(task.train().inputs())))
                .set("testAccuracy", test == null ? Double.NaN : test.accuracy(network.outputs(test.inputs())))
                .set("inverseParticipationRatio", measure.inverseParticipationRatio(network, algebra))
                .set("weightNorm", Double.NaN)
                .add();
    }

    @Override
    public List<Figure> figures(ModularSetting p, List<Axis> axes) {
        Figure accuracy = curves("modular-addition", "trainAccuracy", "testAccuracy")
                .withLabels("epoch", "accuracy")
                .withTitle("Addition modulo " + p.modulus())
                .withCaption("(a) Accuracy and (b) loss of a quadratic network of width " + p.width()
                        + " on the pairs it was shown (" + Math.round(100 * p.trainFraction())
                        + " %) and on the others. (c) Neurons turn into single frequencies: the inverse participation ratio"
                        + " of their input weights, 1 for the closed-form solution (theory).");
        Figure loss = curves("modular-loss", "trainLoss", "testLoss").withLogY().withLabels("epoch", "loss");
        Figure ratio = Figure.xy("modular-frequencies", "epoch", "inverseParticipationRatio")
                .with(Layer.points("inverseParticipationRatio")
                        .where("source", "theory")
                        .labelled("closed form"))
                .with(Layer.line("inverseParticipationRatio")
                        .where("source", "simulation")
                        .labelled("network"))
                .withLogX()
                .withYRange(0, 1.05)
                .withLabels("epoch", "inverse participation ratio")
                .withTitle("Frequencies");
        return List.of(accuracy.beside(loss.withTitle("Loss")).beside(ratio));
    }

    private static Figure curves(String name, String train, String test) {
        return Figure.xy(name, "epoch", train)
                .with(Layer.line(train).where("source", "simulation").labelled("shown pairs"))
                .with(Layer.line(test).where("source", "simulation").labelled("other pairs"))
                .withLogX();
    }

    @Override
    public List<String> references() {
        return List.of("Gromov2023");
    }

    @Override
    public Cost cost(ModularSetting p) {
        double pairs = p.modulus() * (double) p.modulus();
        double products = pairs * p.width() * 8.0 * p.modulus();
        return new Cost((p.steps() + 1) * (products * 1.2e-10 + 1e-4), 100 * pairs * p.width());
    }
}
