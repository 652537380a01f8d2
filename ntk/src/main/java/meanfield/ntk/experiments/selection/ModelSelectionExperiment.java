package meanfield.ntk.experiments.selection;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSet;
import meanfield.core.data.TrainTestData;
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
import meanfield.ntk.experiments.DataChoice;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.prediction.LinearizedTraining;
import meanfield.ntk.prediction.Ridge;
import meanfield.ntk.selection.CrossValidation;
import meanfield.ntk.selection.MarginalLikelihood;
import org.ejml.data.DMatrixRMaj;

/**
 * One setting of a wide network judged without test data, by its marginal likelihood and by cross-validation, and with it.
 *
 * <pre>
 *   logMarginalLikelihood = dataFit + complexity - (NK/2) ln 2π,   of the NNGP with label noise λ s              (1)
 *   scaledLogMarginalLikelihood: the same at the best overall scale ({@code amplitude}) of kernel and noise          (2)
 * </pre>
 *
 * Rows of kernel = ntk have no likelihood (NaN): the NTK is no prior covariance of the trained function.
 *
 * <p>Edge cases: a singular kernel without ridge gives a row that is not converged. Source: [Rasmussen2006], [Lee2018].
 */
public final class ModelSelectionExperiment implements Experiment<ModelSelection> {
    private static final List<String> SWEPT = List.of("ridge", "depth", "weightVariance", "biasVariance");

    @Override
    public String id() {
        return "ntk.model-selection";
    }

    @Override
    public String claim() {
        return "The marginal likelihood of the NNGP and cross-validation choose depth, variances and ridge of a wide network"
                + " without test data (Rasmussen and Williams 2006; Lee et al. 2018).";
    }

    @Override
    public ModelSelection defaults() {
        return new ModelSelection("mnist", StandardActivation.RELU, 3, 2, 0.1, 0.01, 1000, 500, 10);
    }

    @Override
    public ModelSelection quick() {
        return new ModelSelection("mnist", StandardActivation.RELU, 2, 2, 0.1, 0.01, 250, 250, 5);
    }

    @Override
    public Schema schema() {
        Column error = Column.number("crossValidationError", "", "mean squared error on held-out folds");
        return Schema.of(
                Column.text("kernel", "nngp or ntk"),
                Column.integer("depth", "L", "hidden layers"),
                Column.number("weightVariance", "\\sigma_w^2", "weight variance"),
                Column.number("biasVariance", "\\sigma_b^2", "bias variance"),
                Column.number("ridge", "\\lambda", "ridge over the mean of the kernel's diagonal"),
                Column.number("logMarginalLikelihood", "\\ln p", "logarithm of the density of the training targets")
                        .withUnit("nats"),
                Column.number("dataFit", "", "part of it that measures the fit").withUnit("nats"),
                Column.number("complexity", "", "part of it that punishes large function classes")
                        .withUnit("nats"),
                Column.number("amplitude", "a", "overall scale of kernel and noise of largest likelihood"),
                Column.number("scaledLogMarginalLikelihood", "", "log marginal likelihood at that scale")
                        .withUnit("nats"),
                error,
                error.standardError(),
                Column.number("crossValidationAccuracy", "", "share of held-out examples classified right"),
                Column.number("accuracy", "", "share of test examples classified right"),
                Column.number("meanSquaredError", "", "mean squared error on the test examples"));
    }

    @Override
    public void run(ModelSelection parameters, RunContext context, Rows rows) {
        Require.that(
                parameters.folds() <= parameters.trainSize(),
                "folds",
                "be at most trainSize = " + parameters.trainSize(),
                parameters.folds());
        TrainTestData data =
                DataChoice.read(parameters.dataSet(), parameters.trainSize(), parameters.testSize(), context);
        KernelRecursion recursion = KernelRecursion.of(parameters.network())
                .withWorkers(context.workers())
                .withLinearAlgebra(context.linearAlgebra());
        KernelPair train = recursion.kernels(data.train().inputs());
        KernelPair cross = recursion.kernels(data.test().inputs(), data.train().inputs());
        for (KernelKind kind : KernelKind.values()) {
            context.checkCancelled();
            judge(parameters, new Judged(kind, train.get(kind), cross.get(kind)), data, context, rows);
        }
    }

    private record Judged(KernelKind kind, DMatrixRMaj train, DMatrixRMaj cross) {}

    private static void judge(
            ModelSelection parameters, Judged kernel, TrainTestData data, RunContext context, Rows rows) {
        Ridge ridge = Ridge.relative(parameters.ridge());
        DMatrixRMaj targets = data.train().targets();
        CrossValidation.Result held = CrossValidation.of(kernel.train, targets)
                .withFolds(parameters.folds())
                .withRidge(ridge)
                .withLinearAlgebra(context.linearAlgebra())
                .run();
        Rows.Row row = rows.row(Source.THEORY)
                .set("kernel", kernel.kind)
                .set("depth", parameters.depth())
                .set("weightVariance", parameters.weightVariance())
                .set("biasVariance", parameters.biasVariance())
                .set("ridge", parameters.ridge())
                .verdict(held.convergence());
        if (held.convergence().isConverged()) {
            row.set("crossValidationError", held.meanSquaredError())
                    .set("crossValidationErrorStdErr", held.standardError())
                    .set("crossValidationAccuracy", accuracy(data.train(), held.outputs()));
            DMatrixRMaj outputs = LinearizedTraining.of(kernel.train, targets)
                    .withRidge(ridge)
                    .withLinearAlgebra(context.linearAlgebra())
                    .predict(kernel.cross, Double.POSITIVE_INFINITY);
            row.set("accuracy", accuracy(data.test(), outputs))
                    .set("meanSquaredError", data.test().meanSquaredError(outputs));
            if (kernel.kind == KernelKind.NNGP) {
                likelihood(MarginalLikelihood.of(kernel.train, targets, ridge, context.linearAlgebra()), row);
            }
        }
        row.add();
    }

    private static void likelihood(MarginalLikelihood likelihood, Rows.Row row) {
        row.set("logMarginalLikelihood", likelihood.value())
                .set("dataFit", likelihood.dataFit())
                .set("complexity", likelihood.complexity())
                .set("amplitude", likelihood.amplitude())
                .set("scaledLogMarginalLikelihood", likelihood.valueAtAmplitude())
                .verdict(likelihood.convergence());
    }

    /** NaN for targets that are no classes. */
    static double accuracy(DataSet data, DMatrixRMaj outputs) {
        return data.targets().numCols < 2 ? Double.NaN : data.accuracy(outputs);
    }

    @Override
    public List<Figure> figures(ModelSelection parameters, List<Axis> axes) {
        List<String> swept =
                axes.stream().map(Axis::parameter).filter(SWEPT::contains).toList();
        String name = DataChoice.title(parameters.dataSet());
        String caption = "First " + parameters.trainSize() + " examples of " + name + ", "
                + Spelling.of(parameters.activation()) + ", " + parameters.folds()
                + " folds. The likelihood and the held-out error use training examples only.";
        if (swept.size() >= 2) {
            Figure evidence = Figure.heatmap(
                            "model-selection", swept.get(0), swept.get(1), "scaledLogMarginalLikelihood")
                    .withTitle("Log marginal likelihood at the best scale, " + name)
                    .withCaption(caption);
            Figure error = Figure.heatmap("model-selection-error", swept.get(0), swept.get(1), "crossValidationError")
                    .withTitle("Cross-validation error");
            return List.of(
                    logarithmic(evidence, swept).where("kernel", "nngp"),
                    logarithmic(error, swept).where("kernel", "nngp"));
        }
        List<String> across = swept.isEmpty() ? List.of("ridge") : swept;
        String x = across.get(0);
        Figure evidence = Figure.xy("model-selection", x, "scaledLogMarginalLikelihood")
                .with(Layer.line("scaledLogMarginalLikelihood")
                        .where("kernel", "nngp")
                        .labelled("at the best scale"))
                .with(Layer.dashed("logMarginalLikelihood")
                        .where("kernel", "nngp")
                        .labelled("at scale 1"))
                .withLabels("", "log marginal likelihood (nats)")
                .withTitle("Evidence, " + name)
                .withCaption(caption + " (a) marginal likelihood of the NNGP, (b) held-out (points) and test error"
                        + " (lines).");
        Figure error = Figure.xy("model-selection-error", x, "meanSquaredError")
                .with(Layer.line("meanSquaredError").by("kernel").labelled("{by}, test"))
                .with(Layer.points("crossValidationError").by("kernel").labelled("{by}, held out"))
                .withLabels("", "mean squared error")
                .withTitle("Error");
        return List.of(logarithmic(evidence, across).beside(logarithmic(error, across)));
    }

    /** A ridge is shown on a logarithmic axis. */
    private static Figure logarithmic(Figure figure, List<String> swept) {
        Figure result = swept.get(0).equals("ridge") ? figure.withLogX() : figure;
        return swept.size() > 1 && swept.get(1).equals("ridge") ? result.withLogY() : result;
    }

    @Override
    public List<Showcase<ModelSelection>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        ModelSelection base = full ? defaults() : quick();
        return List.of(
                new Showcase<>(base, List.of(Axis.logarithmic("ridge", 1e-4, 1, full ? 17 : 9))),
                new Showcase<>(base, List.of(Axis.of("depth", 1, 2, 3, 4, 6, 8, 12, 16, 24, 32))),
                new Showcase<>(
                        base,
                        List.of(
                                Axis.linear("weightVariance", 0.4, 4, full ? 19 : 10),
                                Axis.linear("biasVariance", 0, 2, full ? 11 : 6))));
    }

    @Override
    public List<String> references() {
        return List.of("LeCun1998", "Lee2018", "Rasmussen2006", "Xiao2017");
    }

    @Override
    public Cost cost(ModelSelection parameters) {
        double n = parameters.trainSize();
        double pairs = n * n / 2 + n * parameters.testSize();
        return new Cost(
                pairs * (784 / 10e9 + 4e-9 * parameters.depth()) + 2 * 2.5 * n * n * n / 20e9,
                8 * (8 * n * n + 2 * n * parameters.testSize() + 784 * (n + parameters.testSize())));
    }
}
