package meanfield.grokking.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.RecordLog;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.PortableRandom;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.grokking.hierarchical.HierarchicalTarget;
import meanfield.grokking.hierarchical.KernelBaseline;
import meanfield.grokking.hierarchical.ThreeLayerLearner;
import meanfield.ntk.experiments.Estimate;
import org.ejml.data.DMatrixRMaj;

/**
 * Hierarchical polynomials, learned layer by layer and by a kernel.
 *
 * <p>One row for every dimension and sample ratio: overlap of the first stage's feature with p, errors of the three-layer learner
 * and of the best kernel ridge regression on both stages' samples, and both in units of the target's variance. Theory rows
 * hold the overlap in the limit of many samples, for the surrogate ({@code method=solved}); gradient descent
 * ({@code method=descended}) has the same limit after many steps, and a lower one after few. Streams of draw k: signs, test, stage 1,
 * stage 2, random features and biases from {@code dataSeed} + 1000 k + d, + 10, + 20, + 30, + 40 and + 50. The
 * data are portable, so that rows do not depend on the run's seed. Rows are means over draws with standard errors; theory is
 * that of draw 0.
 *
 * <p>Summary: {@code sampleExponent}, from a line through ln n against ln d where the squared overlap passes one half, and
 * {@code kernelExponent}, where the kernel's error passes a quarter of the variance (NaN with fewer
 * than two dimensions where it does). They are 2 and 4 for large d; here 1.4 to 1.9 and about 3, because d(d+3)/2 and
 * (d+4)(d+3)(d+2)(d+1)/24 features are not yet d² and d⁴. Source: [Wang2024], [Nichani2023].
 */
public final class HierarchicalExperiment implements Experiment<HierarchicalSetting> {
    private static final double LEARNED = 0.5;
    private static final double KERNEL_LEARNED = 0.25;

    @Override
    public String id() {
        return "grokking.hierarchical";
    }

    @Override
    public String claim() {
        return "Layer by layer, a polynomial of a quadratic is learned from about d² samples, where kernels need d⁴"
                + " (Wang, Nichani and Lee 2024).";
    }

    private static HierarchicalSetting setting(
            LayerwiseMethod method, List<Integer> dimensions, List<Double> ratios, int kernelLimit, int draws) {
        return new HierarchicalSetting(
                dimensions, ratios, method, 64, 0, 300, 5000, 2000, List.of(1e-2, 1e-1, 1.0), kernelLimit, draws, 900);
    }

    @Override
    public HierarchicalSetting defaults() {
        return setting(
                LayerwiseMethod.SOLVED,
                List.of(8, 10, 12, 16, 24, 32),
                List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0),
                2400,
                6);
    }

    @Override
    public HierarchicalSetting quick() {
        return setting(LayerwiseMethod.SOLVED, List.of(8, 16), List.of(0.5, 1.0, 2.0, 4.0), 600, 3);
    }

    @Override
    public List<Showcase<HierarchicalSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Integer> dimensions = full ? defaults().inputDimensions() : List.of(8, 12, 24);
        List<Double> ratios = defaults().sampleRatios();
        return List.of(
                new Showcase<>(
                        setting(LayerwiseMethod.SOLVED, dimensions, ratios, full ? 2400 : 1200, full ? 6 : 3),
                        List.of()),
                new Showcase<>(
                        setting(
                                LayerwiseMethod.DESCENDED,
                                List.of(full ? 24 : 16),
                                List.of(0.5, 1.0, 2.0, 4.0, 8.0),
                                0,
                                full ? 6 : 3),
                        List.of(Axis.of("featureSteps", 1, 5, 20, 100))));
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.integer("inputDimension", "d", "input dimension"),
                Column.number("sampleRatio", "n/d^2", "samples of a stage per squared dimension"),
                Column.number("quarticRatio", "2n/d^4", "samples of both stages per fourth power of the dimension"),
                Column.integer("sampleSize", "n", "samples of a stage")));
        for (Column column : measures()) {
            columns.add(column);
            columns.add(column.standardError());
        }
        return new Schema(columns);
    }

    private static List<Column> measures() {
        return List.of(
                number("overlap", "overlap of the learned feature with p"),
                number("threeLayerError", "mean squared error, three layers"),
                number("kernelError", "mean squared error, kernel at its best ridge"),
                number("targetVariance", "variance of the target on the test samples"),
                number("threeLayerUnexplained", "three-layer error in units of the variance"),
                number("kernelUnexplained", "kernel error in units of the variance"));
    }

    private static Column number(String name, String meaning) {
        return Column.number(name, "", meaning).withTolerance(1e-5);
    }

    @Override
    public void run(HierarchicalSetting parameters, RunContext context, Rows rows) {
        List<int[]> points = new ArrayList<>();
        for (int d : parameters.inputDimensions()) {
            HierarchicalTarget target = HierarchicalTarget.portable(d, parameters.dataSeed() + d);
            for (int i = 0; i < parameters.sampleRatios().size(); i++) {
                points.add(new int[] {d, i});
                place(parameters, d, i, rows.row(Source.THEORY))
                        .set("overlap", target.limitOverlap())
                        .add();
            }
        }
        Checkpoint checkpoint = context.checkpoints().at("points");
        RecordLog<double[]> means = RecordLog.ofArrays();
        checkpoint.restore(means);
        while (means.entries().size() < points.size()) {
            checkpoint.offer(means);
            context.checkCancelled();
            int[] point = points.get(means.entries().size());
            means.add(point(parameters, point[0], size(parameters, point), context));
            context.progress(
                    means.entries().size() / (double) points.size(),
                    "d = " + point[0] + ", n = " + size(parameters, point));
        }
        List<Column> columns = measures();
        for (int k = 0; k < points.size(); k++) {
            Rows.Row row = place(parameters, points.get(k)[0], points.get(k)[1], rows.row(Source.SIMULATION));
            for (int i = 0; i < columns.size(); i++) {
                row.set(columns.get(i).name(), means.entries().get(k)[2 * i])
                        .set(columns.get(i).name() + "StdErr", means.entries().get(k)[2 * i + 1]);
            }
            row.add();
        }
        int kernel = columns.size() - 1;
        rows.summary("sampleExponent", exponent(parameters, means.entries(), v -> v[0] * v[0] - LEARNED));
        rows.summary("kernelExponent", exponent(parameters, means.entries(), v -> KERNEL_LEARNED - v[2 * kernel]));
    }

    private static Rows.Row place(HierarchicalSetting p, int d, int ratio, Rows.Row row) {
        int n = size(p, new int[] {d, ratio});
        return row.set("inputDimension", d)
                .set("sampleRatio", p.sampleRatios().get(ratio))
                .set("quarticRatio", 2.0 * n / Math.pow(d, 4))
                .set("sampleSize", n);
    }

    private static int size(HierarchicalSetting p, int[] point) {
        return size(point[0], p.sampleRatios().get(point[1]));
    }

    private static int size(int dimension, double ratio) {
        return Math.max(2, (int) Math.round(ratio * dimension * dimension));
    }

    /** Mean and standard error of every measure. */
    private static double[] point(HierarchicalSetting p, int d, int n, RunContext context) {
        List<double[]> drawn = context.workers().map(p.draws(), k -> {
            context.checkCancelled();
            return draw(p, d, n, p.dataSeed() + 1000L * k + d, context.linearAlgebra());
        });
        double[] all = new double[2 * measures().size()];
        for (int i = 0; i < all.length / 2; i++) {
            int index = i;
            Estimate estimate = Estimate.mean(
                    drawn.stream().mapToDouble(values -> values[index]).toArray());
            all[2 * i] = estimate.value();
            all[2 * i + 1] = estimate.standardError();
        }
        return all;
    }

    /** The measures of one draw. */
    private static double[] draw(HierarchicalSetting p, int d, int n, long seed, LinearAlgebra algebra) {
        HierarchicalTarget target = HierarchicalTarget.portable(d, seed);
        DMatrixRMaj test = normals(p.testSize(), d, seed + 10);
        DMatrixRMaj first = normals(n, d, seed + 20);
        DMatrixRMaj second = normals(n, d, seed + 30);
        ThreeLayerLearner learner = ThreeLayerLearner.train(
                target, new ThreeLayerLearner.Samples(first, second), p.training(d), seed, algebra);
        double kernelError = Double.NaN;
        if (!p.kernelRidges().isEmpty() && 2 * n <= p.kernelLimit()) {
            DMatrixRMaj both = new DMatrixRMaj(2 * n, d);
            System.arraycopy(first.data, 0, both.data, 0, n * d);
            System.arraycopy(second.data, 0, both.data, n * d, n * d);
            double[] errors = KernelBaseline.errors(target, both, test, p.kernelRidges(), algebra);
            kernelError = Arrays.stream(errors).min().orElse(Double.NaN);
        }
        double error = learner.error(target, test, algebra);
        double variance = variance(target.values(test));
        return new double[] {
            learner.overlap(target, test, algebra),
            error,
            kernelError,
            variance,
            error / variance,
            kernelError / variance
        };
    }

    private static DMatrixRMaj normals(int rows, int columns, long seed) {
        return DMatrixRMaj.wrap(rows, columns, PortableRandom.gaussians(seed, rows * columns));
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }

    /** Slope of ln n against ln d where a criterion of the means first turns positive; NaN with fewer than two d. */
    private static double exponent(HierarchicalSetting p, List<double[]> means, ToDoubleFunction<double[]> criterion) {
        List<double[]> crossings = new ArrayList<>();
        int ratios = p.sampleRatios().size();
        for (int k = 0; k < p.inputDimensions().size(); k++) {
            int d = p.inputDimensions().get(k);
            double crossing = Double.NaN;
            for (int i = 1; i < ratios && Double.isNaN(crossing); i++) {
                double before = criterion.applyAsDouble(means.get(k * ratios + i - 1));
                double after = criterion.applyAsDouble(means.get(k * ratios + i));
                if (before < 0 && after >= 0) {
                    double low = Math.log(size(d, p.sampleRatios().get(i - 1)));
                    double high = Math.log(size(d, p.sampleRatios().get(i)));
                    crossing = low + before / (before - after) * (high - low);
                }
            }
            if (!Double.isNaN(crossing)) {
                crossings.add(new double[] {Math.log(d), crossing});
            }
        }
        return slope(crossings);
    }

    private static double slope(List<double[]> points) {
        double meanX = points.stream().mapToDouble(q -> q[0]).average().orElse(Double.NaN);
        double meanY = points.stream().mapToDouble(q -> q[1]).average().orElse(Double.NaN);
        double square = points.stream()
                .mapToDouble(q -> (q[0] - meanX) * (q[0] - meanX))
                .sum();
        double product = points.stream()
                .mapToDouble(q -> (q[0] - meanX) * (q[1] - meanY))
                .sum();
        return points.size() < 2 ? Double.NaN : product / square;
    }

    @Override
    public List<Figure> figures(HierarchicalSetting p, List<Axis> axes) {
        if (axes.size() == 1 && axes.get(0).values().size() <= 6) {
            return List.of(compared(axes.get(0)));
        }
        Figure overlap = Figure.xy("hierarchical", "sampleRatio", "overlap")
                .with(Layer.points("overlap").where("source", "simulation").by("inputDimension"))
                .with(Layer.dashed("overlap").where("source", "theory").by("inputDimension"))
                .withLogX()
                .withLabels("samples of a stage n/d^2", "overlap of the feature with p")
                .withTitle("The feature")
                .withCaption(
                        "(a) Overlap of the feature that the first stage finds with the inner polynomial p, against"
                                + " samples per squared dimension; dashed: its limit for many samples. (b) Unexplained share of the"
                                + " target's variance for the three-layer learner, against the same ratio, and (c) for the best kernel regression"
                                + " on as many samples, against samples per fourth power of the dimension. Sample sizes grow like"
                                + " d^{{sampleExponent}} for the feature and like d^{{kernelExponent}} for the kernel.");
        Figure error = unexplained("hierarchical-error", "sampleRatio", "threeLayerUnexplained")
                .withLabels("samples of a stage n/d^2", "unexplained variance")
                .withTitle("Three layers");
        Figure kernel = unexplained("hierarchical-kernel", "quarticRatio", "kernelUnexplained")
                .withLabels("samples 2n/d^4", "unexplained variance")
                .withTitle("Kernel");
        return List.of(p.kernelLimit() > 0 ? overlap.beside(error).beside(kernel) : overlap.beside(error));
    }

    private static Figure unexplained(String name, String x, String column) {
        return Figure.xy(name, x, column)
                .with(Layer.line(column).where("source", "simulation").by("inputDimension"))
                .with(Layer.points(column).where("source", "simulation").by("inputDimension"))
                .withLogX()
                .withYRange(0, 1.2);
    }

    private static Figure compared(Axis axis) {
        Figure overlap = curves("hierarchical-compared", "overlap", axis)
                .withYRange(0, 1)
                .withLabels("samples of a stage n/d^2", "overlap of the feature with p")
                .withTitle("The feature");
        Figure error = curves("hierarchical-compared-error", "threeLayerUnexplained", axis)
                .withYRange(0, 1.2)
                .withLabels("samples of a stage n/d^2", "unexplained variance")
                .withTitle("The function");
        String steps = axis.parameter().equals("featureSteps")
                ? " T_1: gradient steps on the middle layer. One step finds a feature that is dominated by |x|^2 - d; after more"
                        + " steps the others have grown."
                : "";
        return overlap.beside(error)
                .withCaption("Layerwise gradient descent on a three-layer network. (a) Overlap of the feature that the"
                        + " middle layer learns with the inner polynomial p. (b) Unexplained share of the target's"
                        + " variance after the last layer has learned." + steps);
    }

    private static Figure curves(String name, String column, Axis axis) {
        Layer line = Layer.line(column).where("source", "simulation").by(axis.parameter());
        Layer points = Layer.points(column).where("source", "simulation").by(axis.parameter());
        return Figure.xy(name, "sampleRatio", column).with(line).with(points).withLogX();
    }

    @Override
    public List<String> references() {
        return List.of("Nichani2023", "Wang2024");
    }

    @Override
    public Cost cost(HierarchicalSetting p) {
        double seconds = 0;
        double largest = 0;
        for (int d : p.inputDimensions()) {
            for (double ratio : p.sampleRatios()) {
                double n = size(d, ratio);
                double q = d + d * (d + 1) / 2.0;
                if (p.method() == LayerwiseMethod.DESCENDED) {
                    q = p.firstLayer(d);
                    seconds += p.draws() * 1e-9 * (p.featureSteps() * q * q + 4000.0 * p.readoutSteps());
                }
                seconds += p.draws() * n * q * q * 2e-10;
                largest = Math.max(largest, 8 * 3 * n * q);
                if (2 * n <= p.kernelLimit()) {
                    seconds += p.draws() * p.kernelRidges().size() * 8 * n * n * n / 3 * 5e-11;
                    largest = Math.max(largest, 8 * 12 * n * n);
                }
            }
        }
        return new Cost(seconds + 0.2, largest + 1e7);
    }
}
