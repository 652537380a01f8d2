package meanfield.app.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import meanfield.app.console.Console;
import meanfield.app.console.Progress;
import meanfield.app.console.UserError;
import meanfield.app.console.Words;
import meanfield.app.session.Session;
import meanfield.core.NonConvergenceException;
import meanfield.core.Require;
import meanfield.core.data.ArrayData;
import meanfield.core.data.ArrayFile;
import meanfield.core.parallel.Workers;
import meanfield.core.tiles.TileEngine;
import meanfield.experiment.Spelling;
import meanfield.experiment.store.AtomicFiles;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.large.LargeKernelRegression;
import meanfield.ntk.large.LargeSolution;
import meanfield.ntk.prediction.Diagnosis;
import meanfield.ntk.prediction.KernelPrediction;
import meanfield.ntk.prediction.OnSingular;
import meanfield.ntk.prediction.Prediction;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code predict}: what a trained infinitely wide network says of the user's own data. */
@Command(
        name = "predict",
        description = "Predictions of an ensemble of infinitely wide networks after training on the squared loss.",
        sortOptions = false,
        footer = {
            "",
            "Rows of the result are those of --test: one column of means for each column of the targets,",
            "then the variance. Time is learning rate times steps; the loss is (1/2N) times the sum of",
            "squares, N the number of target entries. CSV files have no header: one row a line, comma",
            "separated. --mean-only leaves the variance out."
        })
final class PredictCommand implements Callable<Integer> {
    @ParentCommand
    private MeanfieldCommand root;

    @Mixin
    private NetworkOptions network;

    @Option(names = "--inputs", required = true, paramLabel = "X", description = "Training inputs, one a row.")
    private Path inputs;

    @Option(names = "--targets", required = true, paramLabel = "T", description = "Training targets, same rows.")
    private Path targets;

    @Option(names = "--test", required = true, paramLabel = "Y", description = "Inputs to predict, one a row.")
    private Path test;

    @Option(names = "--time", required = true, paramLabel = "T", description = "Training time, a number or 'infinity'.")
    private String time;

    @Option(
            names = "--ridge",
            paramLabel = "R",
            description = "What is added to the diagonal of the training kernel (default: 0).")
    private double ridge;

    @Option(
            names = "--ridge-scale",
            paramLabel = "SCALE",
            defaultValue = "relative",
            description = "relative (times the mean of the diagonal) or absolute (default: ${DEFAULT-VALUE}).")
    private String ridgeScale;

    @Option(
            names = "--on-singular",
            paramLabel = "WHAT",
            defaultValue = "refuse",
            description = "refuse a singular kernel, or minimum-norm: where gradient flow from zero goes (default:"
                    + " ${DEFAULT-VALUE}).")
    private String onSingular;

    @Mixin
    private MemoryOptions memory;

    @Mixin
    private RunnerOption runner;

    @Option(names = "--out", required = true, paramLabel = "P", description = "File to write.")
    private Path out;

    @Override
    public Integer call() {
        Session session = root.session();
        KernelKind kind = network.kind();
        double endTime = time(time);
        Ridge added = ridge();
        OnSingular singular = Choice.of("answer to a singular kernel", OnSingular.class, onSingular);
        memory.check();
        ArrayData array = ArrayFile.read(inputs);
        DMatrixRMaj trainInputs = array.matrix();
        DMatrixRMaj trainTargets = ArrayFile.read(targets).matrix();
        DMatrixRMaj testInputs = MatrixFiles.readLike(test, array, inputs);
        MatrixFiles.requireRows(targets, trainTargets, trainInputs.numRows, inputs);
        MatrixFiles.requireWritable(out);
        Training training = new Training(kind, added, endTime, array, trainTargets, testInputs);
        Prediction prediction;
        try (Workers workers = session.workers();
                Elsewhere elsewhere = new Elsewhere(runner.open(session))) {
            prediction = elsewhere.engine().isPresent() || memory.isExceededBy(trainInputs.numRows, testInputs.numRows)
                    ? predictInTiles(session, workers, training, singular, elsewhere)
                    : predict(session, workers, training, singular);
        }
        MatrixFiles.write(out, memory.meanOnly() ? prediction.mean() : withVariance(prediction), session);
        return report(prediction.diagnosis(), session.console());
    }

    private Prediction predict(Session session, Workers workers, Training training, OnSingular singular) {
        double rows = (double) training.size() + training.test.numRows;
        MatrixFiles.requireArray(rows * training.size(), session.console());
        // pairs of the training set count once, those with the test set too
        double share = training.size() / (training.size() + 2.0 * training.test.numRows);
        try (Progress bar = Progress.on(session.console(), "predict")) {
            KernelRecursion recursion = network.recursion(session, workers, training.inputs);
            KernelPair train = recursion
                    .withListener(fraction -> bar.update(share * fraction, "training kernel"))
                    .kernels(training.inputs.matrix());
            KernelPrediction ensemble = KernelPrediction.of(training.kind, train, training.targets)
                    .withRidge(training.ridge)
                    .onSingular(singular)
                    .withLinearAlgebra(session.linearAlgebra());
            KernelRecursion tests = recursion
                    .exchanged()
                    .withListener(fraction -> bar.update(share + (1 - share) * fraction, "test kernel"));
            KernelPair cross = tests.kernels(training.test, training.inputs.matrix());
            double[] variances = tests.variances(training.test).nngp();
            bar.update(1, "solving");
            return helped(training, () -> ensemble.predict(cross, variances, training.time));
        }
    }

    /** Another engine for tiles, if there is one. */
    private record Elsewhere(Optional<TileEngine> engine) implements AutoCloseable {
        @Override
        public void close() {
            engine.ifPresent(TileEngine::close);
        }
    }

    /** With tiles in a scratch file, or on a cluster, in place of the kernel matrix. */
    private Prediction predictInTiles(
            Session session, Workers workers, Training training, OnSingular singular, Elsewhere elsewhere) {
        if (training.time != Double.POSITIVE_INFINITY || singular != OnSingular.REFUSE) {
            if (elsewhere.engine().isPresent()) {
                throw new UserError("--runner must be local for finite times and minimum norm, got another one");
            }
            double bytes = 32.0 * training.size() * training.size();
            throw new UserError("the kernel matrix must fit into memory for finite times and minimum norm, got "
                    + Words.bytes(bytes) + " (--memory, or MEANFIELD_JAVA_OPTS=-Xmx..., gives more)");
        }
        AtomicFiles.createFolder(memory.scratch(out));
        try (Progress bar = Progress.on(session.console(), "predict")) {
            LargeKernelRegression here = LargeKernelRegression.of(
                            training.kind,
                            network.recursion(session, workers, training.inputs),
                            training.inputs.matrix())
                    .withRidge(training.ridge)
                    .withMemory(memory.forTiles())
                    .withScratch(memory.scratch(out))
                    .withWorkers(workers)
                    .withLinearAlgebra(session.linearAlgebra())
                    .withListener(bar::update);
            LargeKernelRegression regression =
                    elsewhere.engine().map(here::withEngine).orElse(here);
            return helped(training, () -> {
                if (!memory.meanOnly()) {
                    return regression.predict(training.targets, training.test);
                }
                LargeSolution solution = regression.solve(training.targets).orThrow();
                return new Prediction(regression.means(solution, training.test), new double[0], solution.diagnosis());
            });
        }
    }

    private static Prediction helped(Training training, Supplier<Prediction> prediction) {
        try {
            return prediction.get();
        } catch (NonConvergenceException e) {
            throw new NonConvergenceException(
                    e.getMessage() + (training.ridge.value() == 0 ? "; --ridge 1e-10 makes it solvable" : ""));
        }
    }

    private record Training(
            KernelKind kind, Ridge ridge, double time, ArrayData inputs, DMatrixRMaj targets, DMatrixRMaj test) {
        int size() {
            return inputs.matrix().numRows;
        }
    }

    private static double time(String text) {
        if (text.equalsIgnoreCase("infinity") || text.equalsIgnoreCase("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Require.nonNegative("--time", Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new UserError("--time must be a number or infinity, got " + text);
        }
    }

    private Ridge ridge() {
        Ridge.Scale scale = Choice.of("ridge scale", Ridge.Scale.class, ridgeScale);
        return new Ridge(Require.nonNegative("--ridge", ridge), scale);
    }

    private static DMatrixRMaj withVariance(Prediction prediction) {
        DMatrixRMaj mean = prediction.mean();
        DMatrixRMaj rows = new DMatrixRMaj(mean.numRows, mean.numCols + 1);
        for (int i = 0; i < mean.numRows; i++) {
            for (int j = 0; j < mean.numCols; j++) {
                rows.set(i, j, mean.get(i, j));
            }
            rows.set(i, mean.numCols, prediction.variance()[i]);
        }
        return rows;
    }

    private int report(Diagnosis diagnosis, Console console) {
        String residual = String.format(Locale.ROOT, ", residual %.1g", diagnosis.residual());
        console.note(String.format(
                Locale.ROOT,
                "condition about %.3g, effective rank %.1f, ridge %.3g%s, %s; wrote %s",
                diagnosis.conditionEstimate(),
                diagnosis.effectiveRank(),
                diagnosis.ridge(),
                residual,
                Spelling.of(diagnosis.verdict().status()),
                out));
        if (diagnosis.verdict().isConverged()) {
            return ExitCode.DONE;
        }
        console.error("the training kernel cannot be solved reliably: " + diagnosis.verdict());
        return ExitCode.INCOMPLETE;
    }
}
