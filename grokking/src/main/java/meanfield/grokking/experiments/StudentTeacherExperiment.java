package meanfield.grokking.experiments;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.network.TrainedNetwork;
import meanfield.core.network.TrainingObserver;
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
import meanfield.grokking.training.AdamTraining;
import meanfield.grokking.training.LinearStudent;
import meanfield.grokking.training.StudentTeacher;
import org.ejml.data.DMatrixRMaj;

/**
 * Student and teacher: how a threshold makes a smooth curve look like grokking.
 *
 * <p>Every step: mean squared errors on training and test examples, and "accuracies", the shares of examples whose squared error
 * (mean over outputs) is below each threshold; {@code trainAccuracy0} belongs to the first one. The test loss may fall by
 * decades, without any delay, while the accuracy of a strict threshold stands at zero.
 *
 * <p>{@code network}: tanh networks, published draws of {@code dataSeed}, Adam with decoupled weight decay; simulation rows alone.
 * {@code linear}: a linear student of scale s; theory rows are the Marchenko-Pastur law with D/P, simulation rows one draw of the
 * run's seed.
 *
 * <p>Summary: {@code memorizationStepI}, {@code generalizationStepI} for threshold I (accuracy 95 %) with {@code accuracyCrossingsI} in words, {@code grokkingGap} and {@code label} of the
 * losses at θ = 0.1. Sources: [Liu2023], [Levi2024].
 */
public final class StudentTeacherExperiment implements Experiment<StudentSetting> {
    private static final double ACCURACY = 0.95;

    @Override
    public String id() {
        return "grokking.student-teacher";
    }

    @Override
    public String claim() {
        return "A thresholded accuracy manufactures grokking where the loss falls smoothly, even in linear regression"
                + " (Levi, Beck and Bar-Sinai 2024; setting of Liu, Michaud and Tegmark 2023).";
    }

    @Override
    public StudentSetting defaults() {
        return new StudentSetting(
                StudentModel.NETWORK, 5, 60, 5, 2, 100, 500, 3e-4, 0.05, 8000, List.of(1e-3, 1e-2, 1e-1), 7);
    }

    @Override
    public StudentSetting quick() {
        return new StudentSetting(StudentModel.LINEAR, 200, 1, 1, 1, 250, 1, 0.1, 0, 800, List.of(1e-4, 1e-2), 7);
    }

    @Override
    public List<Showcase<StudentSetting>> showcases(Effort effort) {
        StudentSetting network = new StudentSetting(
                StudentModel.NETWORK,
                5,
                60,
                5,
                2,
                100,
                500,
                3e-4,
                0.05,
                effort == Effort.FULL ? 8000 : 3000,
                List.of(1e-3, 1e-2, 1e-1),
                7);
        StudentSetting linear = new StudentSetting(
                StudentModel.LINEAR, 400, 1, 1, 1, 500, 1, 0.1, 0, 2000, List.of(1e-5, 1e-3, 1e-1), 7);
        return List.of(new Showcase<>(network, List.of()), new Showcase<>(linear, List.of()));
    }

    @Override
    public Schema schema() {
        return schema(defaults());
    }

    @Override
    public Schema schema(StudentSetting parameters) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("step", "t", "training steps taken"));
        columns.add(Column.number("trainLoss", "", "mean squared error on training examples")
                .withTolerance(1e-4));
        columns.add(Column.number("testLoss", "", "mean squared error on test examples")
                .withTolerance(1e-4));
        for (int i = 0; i < parameters.thresholds().size(); i++) {
            String limit = CellText.of(parameters.thresholds().get(i));
            columns.add(Column.number("trainAccuracy" + i, "", "share of training examples with error below " + limit)
                    .withTolerance(0.02));
            columns.add(Column.number("testAccuracy" + i, "", "share of test examples with error below " + limit)
                    .withTolerance(0.02));
        }
        return new Schema(columns);
    }

    /** Losses and accuracies of every step: training and test loss, then both accuracies of every threshold. */
    private static final class Curves {
        final RecordLog<double[]> log = RecordLog.ofArrays();

        void add(double train, double test, double[] accuracy) {
            double[] all = new double[accuracy.length + 2];
            all[0] = train;
            all[1] = test;
            System.arraycopy(accuracy, 0, all, 2, accuracy.length);
            log.add(all);
        }

        double[] loss(int part) {
            return log.entries().stream().mapToDouble(all -> all[part]).toArray();
        }

        double[] accuracy(int column) {
            return loss(column + 2);
        }
    }

    @Override
    public void run(StudentSetting parameters, RunContext context, Rows rows) {
        if (parameters.trainSize() == 0) {
            rows.row(Source.SIMULATION)
                    .failed("trainSize is 0: there is nothing to train on")
                    .add();
            return;
        }
        Curves curves = parameters.model() == StudentModel.LINEAR
                ? linear(parameters, context, rows)
                : network(parameters, context, rows);
        for (int i = 0; i < parameters.thresholds().size(); i++) {
            double memorized = AccuracySteps.first(curves.accuracy(2 * i), ACCURACY);
            double generalized = AccuracySteps.first(curves.accuracy(2 * i + 1), ACCURACY);
            rows.summary("memorizationStep" + i, memorized);
            rows.summary("generalizationStep" + i, generalized);
            rows.summary("accuracyCrossings" + i, AccuracySteps.inWords(memorized, ACCURACY, generalized, ACCURACY));
        }
        AccuracySteps.summarizeLosses(curves.loss(0), curves.loss(1), 0.1, rows);
    }

    private static void write(Curves curves, Source source, Rows rows) {
        List<double[]> steps = curves.log.entries();
        for (int t = 0; t < steps.size(); t++) {
            double[] all = steps.get(t);
            Rows.Row row =
                    rows.row(source).set("step", t).set("trainLoss", all[0]).set("testLoss", all[1]);
            for (int i = 2; i < all.length; i++) {
                row.set((i % 2 == 0 ? "trainAccuracy" : "testAccuracy") + (i / 2 - 1), all[i]);
            }
            row.add();
        }
    }

    private static Curves network(StudentSetting p, RunContext context, Rows rows) {
        StudentTeacher task = StudentTeacher.portable(
                List.of(p.inputDimension(), p.width(), p.width(), p.outputs()),
                p.studentScale(),
                p.trainSize(),
                p.testSize(),
                p.dataSeed(),
                context.linearAlgebra());
        Curves curves = new Curves();
        TrainingObserver watching = step -> {
            if (step.step() % 16 == 0) {
                context.checkCancelled();
                context.progress(step.step() / (p.steps() + 1.0), "step " + step.step());
            }
            DMatrixRMaj train = step.outputs();
            DMatrixRMaj test = step.outputs(task.testInputs());
            double[] accuracy = new double[2 * p.thresholds().size()];
            for (int i = 0; i < p.thresholds().size(); i++) {
                double limit = p.thresholds().get(i);
                accuracy[2 * i] = StudentTeacher.accuracy(train, task.trainTargets(), limit);
                accuracy[2 * i + 1] = StudentTeacher.accuracy(test, task.testTargets(), limit);
            }
            curves.add(
                    StudentTeacher.meanSquare(train, task.trainTargets()),
                    StudentTeacher.meanSquare(test, task.testTargets()),
                    accuracy);
        };
        TrainingObserver observer = watching.keptIn(context.checkpoints().at("training"), curves.log);
        TrainedNetwork trained = AdamTraining.of(p.learningRate(), p.weightDecay(), p.steps())
                .train(task.student(), task.trainInputs(), task.trainTargets(), observer);
        write(curves, Source.SIMULATION, rows);
        AccuracySteps.addDivergence(trained, p.learningRate(), "step", rows);
        return curves;
    }

    private static Curves linear(StudentSetting p, RunContext context, Rows rows) {
        LinearStudent student = new LinearStudent(
                (double) p.inputDimension() / p.trainSize(), 1 + p.studentScale() * p.studentScale(), p.learningRate());
        Curves theory = new Curves();
        if (p.learningRate() >= student.largestStableRate()) {
            rows.row(Source.THEORY)
                    .failed("learningRate " + p.learningRate() + " diverges: it must be below "
                            + student.largestStableRate() + ", two over the largest eigenvalue")
                    .add();
            return theory;
        }
        for (int t = 0; t <= p.steps(); t++) {
            if (t % 16 == 0) {
                context.checkCancelled();
                context.progress(t / (p.steps() + 1.0), "step " + t);
            }
            add(theory, student.trainLoss(t), student.testLoss(t), p);
        }
        write(theory, Source.THEORY, rows);
        double[][] losses =
                student.simulate(p.inputDimension(), p.steps(), context.random("linear"), context.linearAlgebra());
        Curves measured = new Curves();
        for (double[] pair : losses) {
            add(measured, pair[0], pair[1], p);
        }
        write(measured, Source.SIMULATION, rows);
        return theory;
    }

    private static void add(Curves curves, double train, double test, StudentSetting p) {
        double[] accuracy = new double[2 * p.thresholds().size()];
        for (int i = 0; i < p.thresholds().size(); i++) {
            accuracy[2 * i] = LinearStudent.accuracy(train, p.thresholds().get(i));
            accuracy[2 * i + 1] = LinearStudent.accuracy(test, p.thresholds().get(i));
        }
        curves.add(train, test, accuracy);
    }

    @Override
    public List<Figure> figures(StudentSetting p, List<Axis> axes) {
        boolean linear = p.model() == StudentModel.LINEAR;
        String source = linear ? "theory" : "simulation";
        Figure losses = Figure.xy("student-teacher", "step", "trainLoss")
                .with(Layer.line("trainLoss").where("source", source).labelled("training"))
                .with(Layer.line("testLoss").where("source", source).labelled("test"))
                .withLogX()
                .withLogY()
                .withLabels("step", "mean squared error")
                .withTitle(
                        linear
                                ? "Linear student"
                                : "Student of scale " + PolynomialExperiment.number(p.studentScale()));
        if (linear) {
            losses = losses.with(Layer.points("trainLoss")
                            .where("source", "simulation")
                            .labelled("training, D = " + p.inputDimension()))
                    .with(Layer.points("testLoss")
                            .where("source", "simulation")
                            .labelled("test, D = " + p.inputDimension()));
        }
        Figure all = losses;
        for (int i = 0; i < Math.min(2, p.thresholds().size()); i++) {
            int which = i == 0 ? 0 : p.thresholds().size() - 1;
            all = all.beside(Figure.xy("student-accuracy-" + i, "step", "trainAccuracy" + which)
                    .with(Layer.line("trainAccuracy" + which)
                            .where("source", source)
                            .labelled("training"))
                    .with(Layer.line("testAccuracy" + which)
                            .where("source", source)
                            .labelled("test"))
                    .withLogX()
                    .withYRange(0, 1.05)
                    .withLabels("step", "share of examples right")
                    .withTitle("Error below " + CellText.of(p.thresholds().get(which))));
        }
        return List.of(all.withCaption("(a) Mean squared error of a " + Spelling.of(p.model())
                + " student on training and test examples. (b), (c) The same run as share of examples with an error below a"
                + " threshold: a strict one shows delayed generalization, a loose one shows none."));
    }

    @Override
    public List<String> references() {
        return List.of("Levi2024", "Liu2023", "Loshchilov2019");
    }

    @Override
    public Cost cost(StudentSetting p) {
        if (p.model() == StudentModel.LINEAR) {
            double d = p.inputDimension();
            return new Cost(p.steps() * (1.2e-3 + d * d * 1e-9), 8 * d * (d + p.trainSize()));
        }
        double weights = p.width() * (p.inputDimension() + p.width() + p.outputs());
        double step = weights * (3.0 * p.trainSize() + p.trainSize() + p.testSize()) * 2e-10 + 1e-4;
        return new Cost(p.steps() * step, 8 * weights * 5);
    }
}
