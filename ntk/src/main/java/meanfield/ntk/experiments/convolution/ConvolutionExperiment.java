package meanfield.ntk.experiments.convolution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSet;
import meanfield.core.data.InputNormalization;
import meanfield.core.data.TrainTestData;
import meanfield.core.random.RandomStream;
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
import meanfield.experiment.chart.text.NumberText;
import meanfield.ntk.experiments.DataChoice;
import meanfield.ntk.experiments.Estimate;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.prediction.Diagnosis;
import meanfield.ntk.prediction.LinearizedTraining;
import meanfield.ntk.prediction.OnSingular;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernel regression on real images with the kernels of dense, flattened and pooled convolutional networks of the same depth.
 *
 * <p>Theory rows: regression with both infinite-width kernels of each {@link ImageArchitecture}. Simulation rows, kernel nngp:
 * networks of {@code channels} channels C (dense ones of C filterSize² units) whose hidden layers stay random and whose last layer is trained ({@code RandomFeatures}), mean
 * and standard error over networks; {@code relativeError} is the distance |k̂ - k|_F/|k|_F of their kernel on the training set.
 * Finite convolutional networks are not trained in all layers here.
 *
 * <p>Convention: images are averaged to {@code imageSize}² pixels first, which costs accuracy, then brought to |x|² = D each by
 * itself; first examples in file order; centred one-hot targets; nothing is tuned on the test set. Sweep {@code trainSize} for the
 * learning curve.
 *
 * <p>Edge cases: a singular kernel (duplicate images without ridge, or fewer features than examples) is regressed with the solution
 * of minimum norm. Data without rows and columns of pixels are refused, and images smaller than {@code imageSize}.
 *
 * <p>Cost: pooling takes about 15 ns of one core for each layer and pair of positions, n²/2 imageSize⁴ pairs. Source: [Novak2019], [Arora2019]; data
 * [LeCun1998], [Xiao2017].
 */
public final class ConvolutionExperiment implements Experiment<Convolution> {
    @Override
    public String id() {
        return "ntk.convolution";
    }

    @Override
    public String claim() {
        return "Convolution with global pooling knows more about images than a dense network, flattening hardly"
                + " more: weights shared between places matter to infinite networks only where places are averaged"
                + " (Novak et al. 2019; Arora et al. 2019).";
    }

    @Override
    public Convolution defaults() {
        return new Convolution("mnist", StandardActivation.RELU, 2, 3, 2, 0.01, 200, 300, 10, 1e-4, 4, 128);
    }

    @Override
    public Convolution quick() {
        return new Convolution("mnist", StandardActivation.RELU, 1, 3, 2, 0.01, 40, 100, 8, 1e-4, 3, 64);
    }

    @Override
    public Schema schema() {
        Column accuracy = Column.number("accuracy", "", "share of test examples classified right");
        Column error = Column.number("meanSquaredError", "", "mean squared error on the test examples");
        Column distance = Column.number("relativeError", "", "relative error of a finite network's kernel");
        return Schema.of(
                Column.integer("trainSize", "n", "training examples"),
                Column.text("architecture", "dense, flatten (convolution, flattening) or pool (convolution, pooling)"),
                Column.text("kernel", "nngp (last layer trained) or ntk (all layers trained)"),
                accuracy,
                accuracy.standardError(),
                error,
                error.standardError(),
                distance,
                distance.standardError());
    }

    @Override
    public void run(Convolution parameters, RunContext context, Rows rows) {
        TrainTestData read =
                DataChoice.read(parameters.dataSet(), parameters.trainSize(), parameters.testSize(), context);
        TrainTestData data = new TrainTestData(
                        ImageScaling.to(parameters.imageSize(), read.train()),
                        ImageScaling.to(parameters.imageSize(), read.test()))
                .normalized(InputNormalization.SPHERE);
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            context.checkCancelled();
            context.progress(0.1 * architecture.ordinal(), "kernels, " + Spelling.of(architecture));
            KernelRecursion recursion = KernelRecursion.of(architecture.architecture(parameters))
                    .withWorkers(context.workers())
                    .withLinearAlgebra(context.linearAlgebra());
            KernelPair train = recursion.kernels(data.train().inputs());
            KernelPair cross =
                    recursion.kernels(data.test().inputs(), data.train().inputs());
            for (KernelKind kind : KernelKind.values()) {
                Judged judged = judge(train.get(kind), cross.get(kind), data, parameters, context);
                addTheory(parameters, architecture, kind, judged, rows);
            }
            if (parameters.networks() > 0) {
                simulate(parameters, architecture, train.nngp(), data, context, rows);
            }
        }
    }

    /** Accuracy and error of regression with a kernel; NaN where the kernel could not be solved. */
    private record Judged(double accuracy, double meanSquaredError, Diagnosis diagnosis) {}

    private static Judged judge(
            DMatrixRMaj train, DMatrixRMaj cross, TrainTestData data, Convolution parameters, RunContext context) {
        LinearizedTraining training = LinearizedTraining.of(train, data.train().targets())
                .withRidge(Ridge.relative(parameters.ridge()))
                .onSingular(OnSingular.MINIMUM_NORM)
                .withLinearAlgebra(context.linearAlgebra());
        Diagnosis diagnosis = training.diagnosis(Double.POSITIVE_INFINITY);
        if (!diagnosis.verdict().isConverged()) {
            return new Judged(Double.NaN, Double.NaN, diagnosis);
        }
        DMatrixRMaj outputs = training.predict(cross, Double.POSITIVE_INFINITY);
        DataSet test = data.test();
        double accuracy = test.targets().numCols < 2 ? Double.NaN : test.accuracy(outputs);
        return new Judged(accuracy, test.meanSquaredError(outputs), diagnosis);
    }

    private static void addTheory(
            Convolution parameters, ImageArchitecture architecture, KernelKind kind, Judged judged, Rows rows) {
        rows.row(Source.THEORY)
                .set("trainSize", parameters.trainSize())
                .set("architecture", architecture)
                .set("kernel", kind)
                .set("accuracy", judged.accuracy)
                .set("meanSquaredError", judged.meanSquaredError)
                .verdict(judged.diagnosis.verdict())
                .add();
        String name = Spelling.of(kind).toLowerCase(Locale.ROOT) + "Accuracy" + name(architecture);
        rows.summary(name, judged.accuracy);
    }

    private static String name(ImageArchitecture architecture) {
        String word = architecture.name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static void simulate(
            Convolution parameters,
            ImageArchitecture architecture,
            DMatrixRMaj limit,
            TrainTestData data,
            RunContext context,
            Rows rows) {
        RandomStream random = context.random("networks").child(architecture.ordinal());
        List<double[]> measured = context.workers().map(parameters.networks(), m -> {
            context.checkCancelled();
            RandomFeatures network =
                    new RandomFeatures(architecture, parameters, random.child(m), context.linearAlgebra());
            DMatrixRMaj features = network.of(data.train().inputs());
            DMatrixRMaj train = network.kernel(features, features);
            DMatrixRMaj cross = network.kernel(network.of(data.test().inputs()), features);
            Judged judged = judge(train, cross, data, parameters, context);
            return new double[] {judged.accuracy, judged.meanSquaredError, distance(train, limit)};
        });
        Rows.Row row = rows.row(Source.SIMULATION)
                .set("trainSize", parameters.trainSize())
                .set("architecture", architecture)
                .set("kernel", KernelKind.NNGP);
        List<String> columns = List.of("accuracy", "meanSquaredError", "relativeError");
        for (int i = 0; i < columns.size(); i++) {
            int which = i;
            double[] values = measured.stream().mapToDouble(m -> m[which]).toArray();
            Estimate estimate = Estimate.mean(values);
            row.set(columns.get(i), estimate.value()).set(columns.get(i) + "StdErr", estimate.standardError());
        }
        if (measured.stream().anyMatch(m -> Double.isNaN(m[1]))) {
            row.failed("the kernel of a finite network could not be solved");
        }
        row.add();
    }

    private static double distance(DMatrixRMaj kernel, DMatrixRMaj limit) {
        double difference = 0;
        for (int i = 0; i < limit.data.length; i++) {
            difference += (kernel.data[i] - limit.data[i]) * (kernel.data[i] - limit.data[i]);
        }
        double norm = Arrays.stream(limit.data).map(k -> k * k).sum();
        return Math.sqrt(difference / norm);
    }

    @Override
    public List<Figure> figures(Convolution parameters, List<Axis> axes) {
        String x = axes.isEmpty() ? "trainSize" : axes.get(0).parameter();
        boolean logarithmic = x.equals("trainSize") || x.equals("ridge") || x.equals("channels");
        String finite = parameters.networks() == 0
                ? ""
                : " Points: networks of only " + parameters.channels() + " channels, last layer trained (dense: "
                        + parameters.channels() * parameters.filterSize() * parameters.filterSize()
                        + " units), mean and standard error over " + parameters.networks() + " networks.";
        Figure gaussian = panel("convolution", x, "nngp")
                .with(Layer.points("accuracy").where("source", "simulation").by("architecture"))
                .withTitle("NNGP, " + DataChoice.title(parameters.dataSet()))
                .withCaption("Kernel regression with the infinite-width kernels of three architectures of "
                        + parameters.depth() + " hidden layers (lines, " + Spelling.of(parameters.activation()) + ", "
                        + parameters.filterSize() + " x " + parameters.filterSize() + " windows)." + finite
                        + " Images averaged to " + parameters.imageSize() + " x " + parameters.imageSize()
                        + " pixels, first examples in file order, " + parameters.testSize() + " test examples, ridge "
                        + NumberText.significant(parameters.ridge(), 4) + ".");
        Figure tangent = panel("convolution-ntk", x, "ntk").withTitle("NTK");
        return List.of(logarithmic ? gaussian.withLogX().beside(tangent.withLogX()) : gaussian.beside(tangent));
    }

    private static Figure panel(String name, String x, String kernel) {
        String label = x.equals("trainSize") ? "training examples n" : "";
        return Figure.xy(name, x, "accuracy")
                .with(Layer.line("accuracy").where("source", "theory").by("architecture"))
                .withLabels(label, "test accuracy")
                .where("kernel", kernel);
    }

    @Override
    public List<Showcase<Convolution>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        int imageSize = full ? 12 : 9;
        Convolution base = new Convolution(
                "mnist",
                StandardActivation.RELU,
                2,
                3,
                2,
                0.01,
                50,
                200,
                imageSize,
                1e-4,
                full ? 4 : 3,
                full ? 384 : 224);
        List<Object> sizes = full ? List.of(12, 25, 50, 100, 200) : List.of(6, 12, 25, 50);
        return List.of(new Showcase<>(base, List.of(Axis.of("trainSize", sizes.toArray()))));
    }

    @Override
    public List<String> references() {
        return List.of("Arora2019", "LeCun1998", "Novak2019", "Novak2020", "Xiao2017");
    }

    @Override
    public Cost cost(Convolution parameters) {
        double n = parameters.trainSize();
        double pairs = n * n / 2 + n * parameters.testSize();
        double positions = Math.pow(parameters.imageSize(), 2);
        double window = Math.pow(parameters.filterSize(), 2);
        double kernels = pairs * parameters.depth() * 15e-9 * (positions * positions + positions + 1);
        double channels = parameters.channels();
        double hidden = positions * window * channels * (1 + (parameters.depth() - 1) * channels);
        double networks = 2.0 * parameters.networks() * (n + parameters.testSize()) * hidden * 2 / 15e9;
        return new Cost(
                kernels + networks + 6 * n * n * n / 20e9,
                8
                        * (8 * n * n
                                + 6 * n * parameters.testSize()
                                + 2 * positions * channels * (n + parameters.testSize())));
    }
}
