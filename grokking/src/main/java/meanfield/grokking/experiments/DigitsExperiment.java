package meanfield.grokking.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.activation.StandardActivation;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.data.DataSet;
import meanfield.core.data.DataSets;
import meanfield.core.data.EmbeddedDataSet;
import meanfield.core.data.TrainTestData;
import meanfield.core.network.Batching;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.GradientDescent;
import meanfield.core.network.NetworkParameters;
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
import meanfield.grokking.training.AdamTraining;
import meanfield.grokking.training.ImageTask;
import meanfield.grokking.training.PortableStart;
import meanfield.ntk.experiments.DataChoice;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Grokking of real digits: a ReLU network with a scaled initialization, trained with Adam and decoupled weight decay.
 *
 * <p>The target is one-hot, the loss the mean of (α f - y)² over examples and outputs, in which α is trained as a fixed factor of
 * the output (gradients are those of the mean of (f - y/α)²; Adam does not see the difference). Split of the 8 × 8 digits and
 * initial parameters are the published draws of {@code dataSeed}; of other data the first examples are taken, pixels in [0, 1].
 * Batches are drawn epoch by epoch from the run's seed. ReLU networks under Adam amplify rounding: after some thousand steps
 * only statistics agree between platforms.
 *
 * <p>Summary: {@code memorizationStep} (training accuracy 90 %), {@code generalizationStep} (test accuracy 80 %), {@code grokkingDelay}, in
 * steps that have rows; {@code accuracyCrossings} (the same in words); {@code finalTestAccuracy}. Sources: [Liu2023]; data [Alpaydin1998], [LeCun1998], [Xiao2017].
 */
public final class DigitsExperiment implements Experiment<DigitsSetting> {
    private static final double MEMORIZED = 0.9;
    private static final double GENERALIZED = 0.8;

    @Override
    public String id() {
        return "grokking.digits";
    }

    @Override
    public String claim() {
        return "Digits are generalized late when training begins with large weights, and at once when it begins with usual ones"
                + " (Liu, Michaud and Tegmark 2023).";
    }

    private static DigitsSetting setting(double scale, int steps, int recordEvery) {
        return new DigitsSetting("digits", List.of(64, 64), scale, 1, 150, 10_000, 0.1, 1e-3, 0, steps, recordEvery, 3);
    }

    @Override
    public DigitsSetting defaults() {
        return setting(6, 9000, 1);
    }

    @Override
    public DigitsSetting quick() {
        return setting(1, 200, 2);
    }

    @Override
    public List<Showcase<DigitsSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        return List.of(new Showcase<>(
                setting(6, full ? 15_000 : 8000, full ? 5 : 20), List.of(Axis.of("initialScale", 6, 1))));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("step", "t", "training steps taken"),
                Column.number("trainLoss", "", "mean squared error on training digits")
                        .withTolerance(0.05),
                Column.number("testLoss", "", "mean squared error on test digits")
                        .withTolerance(0.05),
                Column.number("trainAccuracy", "", "share of training digits recognized")
                        .withTolerance(0.05),
                Column.number("testAccuracy", "", "share of test digits recognized")
                        .withTolerance(0.05),
                Column.number("weightNorm", "|\\theta|", "Euclidean norm of all parameters")
                        .withTolerance(0.01));
    }

    /** What one recorded step shows. */
    private record Reading(
            int step, double trainLoss, double testLoss, double trainAccuracy, double testAccuracy, double norm) {
        double[] toNumbers() {
            return new double[] {step, trainLoss, testLoss, trainAccuracy, testAccuracy, norm};
        }

        static Reading ofNumbers(double[] n) {
            return new Reading((int) n[0], n[1], n[2], n[3], n[4], n[5]);
        }
    }

    @Override
    public void run(DigitsSetting p, RunContext context, Rows rows) {
        if (p.trainSize() == 0) {
            rows.row(Source.SIMULATION)
                    .failed("trainSize is 0: there is nothing to train on")
                    .add();
            return;
        }
        ImageTask task = task(p, context);
        List<Integer> sizes = new ArrayList<>(List.of(task.train().inputDimension()));
        sizes.addAll(p.hiddenWidths());
        sizes.add(task.train().targets().numCols);
        FiniteNetwork start = PortableStart.network(
                sizes, StandardActivation.RELU, p.initialScale(), p.dataSeed() + 10, context.linearAlgebra());
        GradientDescent adam = AdamTraining.of(p.learningRate(), p.weightDecay(), p.steps());
        DMatrixRMaj targets = task.train().targets().copy();
        CommonOps_DDRM.scale(1 / p.outputScale(), targets);
        RecordLog<Reading> readings = new RecordLog<>(Reading::toNumbers, Reading::ofNumbers);
        TrainingObserver watching = step -> {
            if (step.step() % 16 == 0) {
                context.checkCancelled();
                context.progress(step.step() / (p.steps() + 1.0), "step " + step.step());
            }
            if (step.step() % p.recordEvery() == 0 || step.step() == p.steps()) {
                readings.add(read(p, task, step));
            }
        };
        TrainingObserver observer = watching.keptIn(context.checkpoints().at("training"), readings);
        TrainedNetwork trained = p.batchSize() == 0 || p.batchSize() == p.trainSize()
                ? adam.train(start, task.train().inputs(), targets, observer)
                : adam.withBatching(Batching.epochs(p.batchSize()))
                        .train(start, task.train().inputs(), targets, context.random("batches"), observer);
        write(readings.entries(), trained, p.learningRate(), rows);
    }

    private static ImageTask task(DigitsSetting p, RunContext context) {
        ImageTask task;
        if (DigitsSetting.isSmall(p.dataSet())) {
            task = ImageTask.smallDigits(p.trainSize(), p.testSize(), p.dataSeed());
        } else {
            Optional<EmbeddedDataSet> embedded = DataChoice.embedded(p.dataSet());
            TrainTestData data =
                    embedded.isPresent() ? DataSets.embedded(embedded.get()) : DataSets.read(Path.of(p.dataSet()));
            task = ImageTask.of(data, p.trainSize(), p.testSize());
        }
        task.sources().forEach(source -> context.input(source.name(), source.sha256()));
        return task;
    }

    private static Reading read(DigitsSetting p, ImageTask task, TrainingStep step) {
        DMatrixRMaj train = scaled(step.outputs(), p.outputScale());
        DMatrixRMaj test = scaled(step.outputs(task.test().inputs()), p.outputScale());
        DataSet trainSet = task.train();
        NetworkParameters parameters = step.network().parameters();
        return new Reading(
                step.step(),
                trainSet.meanSquaredError(train),
                task.test().meanSquaredError(test),
                trainSet.accuracy(train),
                task.test().accuracy(test),
                Math.sqrt(parameters.dot(parameters)));
    }

    private static DMatrixRMaj scaled(DMatrixRMaj outputs, double factor) {
        CommonOps_DDRM.scale(factor, outputs);
        return outputs;
    }

    private static void write(List<Reading> readings, TrainedNetwork trained, double learningRate, Rows rows) {
        double memorized = Double.NaN;
        double generalized = Double.NaN;
        for (Reading reading : readings) {
            rows.row(Source.SIMULATION)
                    .set("step", reading.step())
                    .set("trainLoss", reading.trainLoss())
                    .set("testLoss", reading.testLoss())
                    .set("trainAccuracy", reading.trainAccuracy())
                    .set("testAccuracy", reading.testAccuracy())
                    .set("weightNorm", reading.norm())
                    .add();
            memorized = Double.isNaN(memorized) && reading.trainAccuracy() >= MEMORIZED ? reading.step() : memorized;
            generalized =
                    Double.isNaN(generalized) && reading.testAccuracy() >= GENERALIZED ? reading.step() : generalized;
        }
        AccuracySteps.addDivergence(trained, learningRate, "step", rows);
        rows.summary("memorizationStep", memorized);
        rows.summary("generalizationStep", generalized);
        rows.summary("grokkingDelay", generalized - memorized);
        rows.summary("accuracyCrossings", AccuracySteps.inWords(memorized, MEMORIZED, generalized, GENERALIZED));
        rows.summary(
                "finalTestAccuracy",
                readings.isEmpty()
                        ? Double.NaN
                        : readings.get(readings.size() - 1).testAccuracy());
    }

    @Override
    public List<Figure> figures(DigitsSetting p, List<Axis> axes) {
        boolean swept = axes.size() == 1 && axes.get(0).values().size() <= 4;
        String by = swept ? axes.get(0).parameter() : "";
        String what =
                p.trainSize() + " examples of " + (DigitsSetting.isSmall(p.dataSet()) ? "8 x 8 digits" : "images");
        if (!swept) {
            return List.of(accuracies("digits", "", "")
                    .withTitle("Scale " + PolynomialExperiment.number(p.initialScale()))
                    .withCaption("Accuracy of a ReLU network trained on " + what
                            + " with Adam and weight decay, on training and test examples: {accuracyCrossings}."));
        }
        Figure all = null;
        for (Object value : axes.get(0).values()) {
            String number = PolynomialExperiment.number(value);
            Figure panel = accuracies("digits", by, number)
                    .withTitle((by.equals("initialScale") ? "Initial scale " : by + " ") + number);
            all = all == null ? panel : all.beside(panel);
        }
        Figure norm = Figure.xy("digits-norm", "step", "weightNorm")
                .with(Layer.line("weightNorm").by(by))
                .withLogX()
                .withLogY()
                .withLabels("step", "weight norm")
                .withTitle("Weight norm");
        return List.of(all.beside(norm)
                .withCaption("A ReLU network trained on " + what
                        + " with Adam and weight decay. (a) From large initial weights it fits the training digits long before"
                        + " it recognizes others; (b) from usual ones both come together; (c) weights shrink until features can"
                        + " be learned."));
    }

    private static Figure accuracies(String name, String by, String value) {
        Figure figure = Figure.xy(name, "step", "trainAccuracy")
                .with(Layer.line("trainAccuracy").labelled("training digits"))
                .with(Layer.line("testAccuracy").labelled("test digits"))
                .withLogX()
                .withYRange(0, 1.05)
                .withLabels("step", "accuracy");
        return by.isEmpty() ? figure : figure.where(by, value);
    }

    @Override
    public List<String> references() {
        return List.of("Alpaydin1998", "LeCun1998", "Liu2023", "Loshchilov2019", "Xiao2017");
    }

    @Override
    public Cost cost(DigitsSetting p) {
        double weights = 0;
        double last = DigitsSetting.isSmall(p.dataSet()) ? 64 : 784;
        for (int width : p.hiddenWidths()) {
            weights += last * width;
            last = width;
        }
        weights += last * 10;
        double batch = p.batchSize() == 0 ? p.trainSize() : p.batchSize();
        double tests = DigitsSetting.isSmall(p.dataSet()) ? 1647 : p.testSize();
        double step = 3 * batch * weights * 3.5e-11 + 5e-9 * weights + 3e-4;
        double reading = (tests + p.trainSize()) * weights * 7e-11;
        return new Cost(p.steps() * (step + reading / p.recordEvery()), 8 * (weights * 6 + tests * 2000));
    }
}
