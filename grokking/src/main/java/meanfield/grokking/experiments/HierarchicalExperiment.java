package meanfield.grokking.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * and of the best kernel ridge regression on both stages' samples. Theory rows hold the overlap in the limit of many samples.
 * Streams of draw k: signs, test, stage 1, stage 2 and biases from {@code dataSeed} + 1000 k + d, + 10, + 20, + 30 and + 50. The
 * data are portable, so that rows do not depend on the run's seed. Rows are means over draws with standard errors; theory is
 * that of draw 0.
 *
 * <p>Summary: {@code sampleExponent}, from a line through ln n against ln d where the squared overlap passes one half (NaN with fewer
 * than two dimensions where it does); 2 for large d, 1.4 to 1.9 for d of 10 to 30, where d(d+3)/2 features are not yet d² and small
 * d has the lower limit. Source: [Wang2024].
 */
public final class HierarchicalExperiment implements Experiment<HierarchicalSetting> {
    @Override
    public String id() {
        return "grokking.hierarchical";
    }

    @Override
    public String claim() {
        return "Layer by layer, a polynomial of a quadratic is learned from about d² samples, where kernels need d⁴"
                + " (Wang, Nichani and Lee 2024).";
    }

    @Override
    public HierarchicalSetting defaults() {
        return new HierarchicalSetting(
                List.of(12, 16, 24, 32),
                List.of(0.25, 0.5, 1.0, 2.0, 4.0),
                64,
                2000,
                List.of(1e-3, 1e-2, 1e-1, 1.0),
                1500,
                6,
                900);
    }

    @Override
    public HierarchicalSetting quick() {
        return new HierarchicalSetting(
                List.of(8, 16), List.of(0.5, 1.0, 2.0, 4.0), 64, 1000, List.of(1e-2, 1.0), 600, 3, 900);
    }

    @Override
    public List<Showcase<HierarchicalSetting>> showcases(Effort effort) {
        HierarchicalSetting few = new HierarchicalSetting(
                List.of(16, 28), List.of(0.5, 1.0, 2.0, 4.0), 64, 1000, List.of(0.1, 1.0), 3200, 2, 900);
        return List.of(new Showcase<>(effort == Effort.FULL ? defaults() : few, List.of()));
    }

    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.integer("inputDimension", "d", "input dimension"),
                Column.number("sampleRatio", "n/d^2", "samples of a stage per squared dimension"),
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
                number("targetVariance", "variance of the target on the test samples"));
    }

    private static Column number(String name, String meaning) {
        return Column.number(name, "", meaning).withTolerance(1e-5);
    }

    @Override
    public void run(HierarchicalSetting parameters, RunContext context, Rows rows) {
        List<double[]> halfway = new ArrayList<>();
        for (int d : parameters.inputDimensions()) {
            HierarchicalTarget target = HierarchicalTarget.portable(d, parameters.dataSeed() + d);
            for (double ratio : parameters.sampleRatios()) {
                rows.row(Source.THEORY)
                        .set("inputDimension", d)
                        .set("sampleRatio", ratio)
                        .set("sampleSize", size(d, ratio))
                        .set("overlap", target.limitOverlap())
                        .add();
            }
        }
        int done = 0;
        int total =
                parameters.inputDimensions().size() * parameters.sampleRatios().size();
        for (int d : parameters.inputDimensions()) {
            double[] sizes = new double[parameters.sampleRatios().size()];
            double[] overlaps = new double[sizes.length];
            for (int i = 0; i < sizes.length; i++) {
                context.checkCancelled();
                double ratio = parameters.sampleRatios().get(i);
                overlaps[i] = point(parameters, d, ratio, context, rows);
                sizes[i] = size(d, ratio);
                context.progress(++done / (double) total, "d = " + d + ", n = " + size(d, ratio));
            }
            double crossing = crossing(sizes, overlaps);
            if (Double.isFinite(crossing)) {
                halfway.add(new double[] {Math.log(d), crossing});
            }
        }
        rows.summary("sampleExponent", slope(halfway));
    }

    private static int size(int dimension, double ratio) {
        return Math.max(2, (int) Math.round(ratio * dimension * dimension));
    }

    /** One row; returns the mean overlap. */
    private static double point(HierarchicalSetting p, int d, double ratio, RunContext context, Rows rows) {
        int n = size(d, ratio);
        List<double[]> drawn = context.workers().map(p.draws(), k -> {
            context.checkCancelled();
            return draw(p, d, n, p.dataSeed() + 1000L * k + d, context.linearAlgebra());
        });
        Rows.Row row = rows.row(Source.SIMULATION)
                .set("inputDimension", d)
                .set("sampleRatio", ratio)
                .set("sampleSize", n);
        List<Column> columns = measures();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            Estimate estimate = Estimate.mean(
                    drawn.stream().mapToDouble(values -> values[index]).toArray());
            row.set(columns.get(i).name(), estimate.value())
                    .set(columns.get(i).name() + "StdErr", estimate.standardError());
        }
        row.add();
        return drawn.stream().mapToDouble(values -> values[0]).average().orElse(Double.NaN);
    }

    /** The measures of one draw. */
    private static double[] draw(HierarchicalSetting p, int d, int n, long seed, LinearAlgebra algebra) {
        HierarchicalTarget target = HierarchicalTarget.portable(d, seed);
        DMatrixRMaj test = normals(p.testSize(), d, seed + 10);
        DMatrixRMaj first = normals(n, d, seed + 20);
        DMatrixRMaj second = normals(n, d, seed + 30);
        ThreeLayerLearner learner =
                ThreeLayerLearner.train(target, first, second, p.scalarFeatures(), seed + 50, algebra);
        double kernelError = Double.NaN;
        if (!p.kernelRidges().isEmpty() && 2 * n <= p.kernelLimit()) {
            DMatrixRMaj both = new DMatrixRMaj(2 * n, d);
            System.arraycopy(first.data, 0, both.data, 0, n * d);
            System.arraycopy(second.data, 0, both.data, n * d, n * d);
            double[] errors = KernelBaseline.errors(target, both, test, p.kernelRidges(), algebra);
            kernelError = Arrays.stream(errors).min().orElse(Double.NaN);
        }
        return new double[] {
            learner.overlap(target, test, algebra),
            learner.error(target, test, algebra),
            kernelError,
            variance(target.values(test))
        };
    }

    private static DMatrixRMaj normals(int rows, int columns, long seed) {
        return DMatrixRMaj.wrap(rows, columns, PortableRandom.gaussians(seed, rows * columns));
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }

    /** ln n where overlap² first passes one half, linear in ln n between sizes; NaN when it does not. */
    private static double crossing(double[] sizes, double[] overlaps) {
        for (int i = 1; i < sizes.length; i++) {
            double before = overlaps[i - 1] * overlaps[i - 1];
            double after = overlaps[i] * overlaps[i];
            if (before < 0.5 && after >= 0.5) {
                double share = (0.5 - before) / (after - before);
                return Math.log(sizes[i - 1]) + share * (Math.log(sizes[i]) - Math.log(sizes[i - 1]));
            }
        }
        return Double.NaN;
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
        Figure overlap = Figure.xy("hierarchical", "sampleRatio", "overlap")
                .with(Layer.points("overlap").where("source", "simulation").by("inputDimension"))
                .with(Layer.dashed("overlap").where("source", "theory").by("inputDimension"))
                .withLogX()
                .withLabels("samples of a stage n/d^2", "overlap of the feature with p")
                .withTitle("The feature")
                .withCaption(
                        "(a) Overlap of the feature that the first stage finds with the inner polynomial p, against"
                                + " samples per squared dimension; dashed: its limit for many samples. (b) Error of the three-layer"
                                + " learner and of the best kernel regression on as many samples. The sample size at which the squared"
                                + " overlap is one half grows like d^{{sampleExponent}}.");
        Figure error = Figure.xy("hierarchical-error", "sampleRatio", "threeLayerError")
                .with(Layer.points("threeLayerError")
                        .where("source", "simulation")
                        .by("inputDimension")
                        .labelled("three layers, d = {by}"))
                .with(Layer.dashed("kernelError")
                        .where("source", "simulation")
                        .by("inputDimension")
                        .labelled("kernel, d = {by}"))
                .withLogX()
                .withLabels("samples of a stage n/d^2", "mean squared error")
                .withYRange(0, 2)
                .withTitle("The function");
        return List.of(overlap.beside(error));
    }

    @Override
    public List<String> references() {
        return List.of("Wang2024");
    }

    @Override
    public Cost cost(HierarchicalSetting p) {
        double seconds = 0;
        double largest = 0;
        for (int d : p.inputDimensions()) {
            for (double ratio : p.sampleRatios()) {
                double n = size(d, ratio);
                double q = d + d * (d + 1) / 2.0;
                seconds += p.draws() * n * q * q * 2e-10;
                if (2 * n <= p.kernelLimit()) {
                    seconds += p.draws() * p.kernelRidges().size() * 8 * n * n * n / 3 * 1.5e-10;
                    largest = Math.max(largest, 8 * 12 * n * n);
                }
            }
        }
        return new Cost(seconds + 0.2, largest + 1e7);
    }
}
