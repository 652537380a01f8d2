package meanfield.ntk.learning;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.learningcurve.LearningCurvePoint;
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
import meanfield.ntk.experiments.Estimate;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.learning.KernelRegression.Errors;
import meanfield.ntk.spectrum.NetworkSpectrum;
import meanfield.ntk.spectrum.SphericalHarmonics;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Generalization error of kernel regression on the sphere against the number of examples, from the spectrum alone, beside
 * regressions on random samples.
 *
 * <p>The target is a random harmonic of one degree with unit variance; labels carry noise. Theory: the self-consistent
 * equations of {@link meanfield.core.learningcurve.KernelLearningCurve} on the spectrum of the network's kernel. Simulation: random inputs, target and noise
 * in every draw, error over the whole sphere in closed form.
 *
 * <p>Columns: {@code generalizationError} against the noise-free target, without a factor ½; {@code modeError} its part that the
 * target causes and {@code noiseError} its part that the noise causes; {@code coefficientErrorK} what is found in degree K.
 * Units of the kernel as in {@code ntk.spectrum}: with ReLU, σ_w² = 2 and no bias the tangent kernel is L + 1 on the diagonal.
 *
 * <p>Validity: the theory takes the values of the harmonics on the sample for independent Gaussians. On the sphere of few dimensions
 * they are not, and the difference does not vanish with n: the error that the target causes lies above theory by about 2 % for d = 20, 5
 * to 10 % for d = 10, 20 % for d = 6, 40 % for d = 4 (ReLU NTK of depth 2, 16 &le; n &le; 2048), the part caused by noise by at most
 * 10 % below it. Theory is claimed within three standard errors of 50 samples from {@value #MANY_DIMENSIONS} dimensions on;
 * below, the summary {@code remark} says so. Samples of Gaussian features with the same spectrum agree with theory in every d.
 *
 * <p>Theory rows stand at further sizes between those listed too, for the lines of the figure.
 *
 * <p>Summary: {@code peakTrainSize}, where theory has its largest interior maximum over the listed sizes (NaN without one), and
 * {@code largestDeviation}, the largest |simulation - theory| in standard errors. Source: [Canatar2021].
 */
public final class LearningCurveExperiment implements Experiment<LearningCurve> {
    /** Degrees with a column of their own. */
    private static final int REPORTED = 4;
    /** From here on the sphere is as good as Gaussian features. */
    private static final int MANY_DIMENSIONS = 20;
    /** Steps of a line between two listed sizes. */
    private static final int BETWEEN = 6;

    @Override
    public String id() {
        return "ntk.learning-curve";
    }

    @Override
    public String claim() {
        return "Regression with the tangent kernel learns one degree of harmonics after another, and its error follows from the"
                + " spectrum by one self-consistent ridge (Canatar, Bordelon and Pehlevan 2021).";
    }

    private static LearningCurve setting(List<Integer> trainSizes, int draws) {
        return new LearningCurve(StandardActivation.RELU, KernelKind.NTK, 2, 20, 1, 0.5, 0, trainSizes, 2, 0, 1, draws);
    }

    @Override
    public LearningCurve defaults() {
        return setting(List.of(16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048), 50);
    }

    @Override
    public LearningCurve quick() {
        return setting(List.of(16, 32, 64, 128, 256), 20);
    }

    @Override
    public List<Showcase<LearningCurve>> showcases(Effort effort) {
        LearningCurve base = effort == Effort.FULL ? defaults() : quick();
        List<Integer> sizes = List.of(8, 12, 16, 20, 24, 28, 32, 40, 44, 48, 60, 64, 72, 96, 128, 192, 256);
        LearningCurve peak = new LearningCurve(
                StandardActivation.SQUARE, KernelKind.NTK, 1, 10, 2, 0.1, 0, sizes, 1, 0, 1, base.draws());
        return List.of(new Showcase<>(base, List.of()), new Showcase<>(peak, List.of()));
    }

    @Override
    public Schema schema() {
        Column total = number("generalizationError", "E_g", "mean squared error on the noise-free target");
        Column mode = number("modeError", "E_t", "part of the error that the target causes");
        Column noise = number("noiseError", "", "part of the error that label noise causes");
        Column[] columns = new Column[10 + 2 * REPORTED];
        columns[0] = Column.integer("trainSize", "n", "training examples");
        columns[1] = total;
        columns[2] = total.standardError();
        columns[3] = mode;
        columns[4] = mode.standardError();
        columns[5] = noise;
        columns[6] = noise.standardError();
        for (int k = 0; k < REPORTED; k++) {
            Column found = number("coefficientError" + k, "\\epsilon_" + k, "error found in degree " + k);
            columns[7 + 2 * k] = found;
            columns[8 + 2 * k] = found.standardError();
        }
        columns[7 + 2 * REPORTED] =
                number("trainingError", "E_{train}", "mean squared residual on the training labels");
        columns[8 + 2 * REPORTED] = number("effectiveRidge", "\\kappa", "self-consistent ridge that a mode feels");
        columns[9 + 2 * REPORTED] = number("noiseAmplification", "\\gamma", "1 at the interpolation peak");
        return Schema.of(columns);
    }

    private static Column number(String name, String symbol, String meaning) {
        return Column.number(name, symbol, meaning).withTolerance(1e-7);
    }

    @Override
    public void run(LearningCurve parameters, RunContext context, Rows rows) {
        int d = parameters.inputDimension();
        int degrees = Math.max(SphereLearningCurve.degrees(d), parameters.targetDegree());
        NetworkSpectrum spectrum =
                NetworkSpectrum.of(parameters.network(), parameters.kernel(), parameters.inputVariance(), d, degrees);
        spectrum.unit().convergence().orThrow("spectrum of the kernel");
        SphereLearningCurve curve = SphereLearningCurve.of(
                spectrum, parameters.targetDegree(), parameters.ridge(), parameters.noiseVariance());
        List<LearningCurvePoint> points =
                parameters.trainSizes().stream().map(curve::at).toList();
        for (int n : lineSizes(parameters.trainSizes())) {
            int listed = parameters.trainSizes().indexOf(n);
            addTheory(curve, listed >= 0 ? points.get(listed) : curve.at(n), rows);
        }
        rows.summary("peakTrainSize", peak(points));
        if (d < MANY_DIMENSIONS) {
            rows.summary(
                    "remark",
                    "in " + d + " dimensions theory is approximate: harmonics of few dimensions are not independent"
                            + " Gaussians, and samples differ from it by more than their errors");
        }
        double deviation = Double.NaN;
        KernelRegression.Spectrum terms = KernelRegression.Spectrum.of(curve, parameters.targetDegree());
        for (int i = 0; parameters.draws() > 0 && i < points.size(); i++) {
            context.checkCancelled();
            deviation = Math.max(
                    Double.isNaN(deviation) ? 0 : deviation,
                    simulate(parameters, parameters.trainSizes().get(i), points.get(i), terms, context, rows));
            context.progress(
                    (i + 1.0) / points.size(), "n = " + parameters.trainSizes().get(i));
        }
        rows.summary("largestDeviation", deviation);
    }

    private static void addTheory(SphereLearningCurve curve, LearningCurvePoint point, Rows rows) {
        Rows.Row row = rows.row(Source.THEORY)
                .set("trainSize", (long) point.trainSize())
                .set("generalizationError", point.generalizationError())
                .set("modeError", point.bias())
                .set("noiseError", point.variance())
                .set("trainingError", point.trainingError())
                .set("effectiveRidge", point.effectiveRidge())
                .set("noiseAmplification", point.noiseAmplification())
                .verdict(point.convergence());
        for (int k = 0; k < Math.min(REPORTED, curve.curve().spectrum().modes()); k++) {
            row.set("coefficientError" + k, curve.curve().coefficientError(k, point));
        }
        row.add();
    }

    /** The listed sizes and others between them, evenly spaced in ln n. */
    private static List<Integer> lineSizes(List<Integer> sizes) {
        List<Integer> all = new ArrayList<>(sizes.subList(0, 1));
        for (int i = 1; i < sizes.size(); i++) {
            double ratio = sizes.get(i) / (double) sizes.get(i - 1);
            for (int step = 1; step <= BETWEEN; step++) {
                int n = (int) Math.round(sizes.get(i - 1) * Math.pow(ratio, step / (double) BETWEEN));
                if (n > all.get(all.size() - 1)) {
                    all.add(n);
                }
            }
        }
        return all;
    }

    /** n of the largest point above both neighbors. */
    private static double peak(List<LearningCurvePoint> points) {
        double best = Double.NEGATIVE_INFINITY;
        double size = Double.NaN;
        for (int i = 1; i + 1 < points.size(); i++) {
            double error = points.get(i).generalizationError();
            boolean above = error > points.get(i - 1).generalizationError()
                    && error > points.get(i + 1).generalizationError();
            if (above && error > best) {
                best = error;
                size = points.get(i).trainSize();
            }
        }
        return size;
    }

    private static Errors draw(
            LearningCurve parameters, int n, KernelRegression.Spectrum terms, RunContext context, RandomStream random) {
        int d = parameters.inputDimension();
        DMatrixRMaj points = Sphere.draw(n, d, random.child("inputs"));
        double size = SphericalHarmonics.multiplicity(d, parameters.targetDegree());
        double[] target = HarmonicTarget.draw(parameters.targetDegree(), d, size, random.child("target"))
                .values(points);
        DMatrixRMaj labels = new DMatrixRMaj(n, 2);
        RandomStream noise = random.child("noise");
        double deviation = Math.sqrt(parameters.noiseVariance());
        for (int i = 0; i < n; i++) {
            labels.data[2 * i] = target[i];
            labels.data[2 * i + 1] = deviation * noise.nextGaussian();
        }
        DMatrixRMaj inputs = points.copy();
        CommonOps_DDRM.scale(Math.sqrt(d * parameters.inputVariance()), inputs);
        DMatrixRMaj kernel = KernelRecursion.of(parameters.network())
                .withLinearAlgebra(context.linearAlgebra())
                .kernel(parameters.kernel(), inputs);
        DMatrixRMaj weights = KernelRegression.solve(kernel, parameters.ridge(), labels, context.linearAlgebra());
        return KernelRegression.errors(weights, target, context.linearAlgebra().gram(points), terms, REPORTED);
    }

    /** One row; returns |simulation - theory| in standard errors. */
    private static double simulate(
            LearningCurve parameters,
            int n,
            LearningCurvePoint point,
            KernelRegression.Spectrum terms,
            RunContext context,
            Rows rows) {
        RandomStream random = context.random("samples").child(n);
        List<Errors> drawn = context.workers().map(parameters.draws(), m -> {
            context.checkCancelled();
            return draw(parameters, n, terms, context, random.child(m));
        });
        Rows.Row row = rows.row(Source.SIMULATION).set("trainSize", n);
        Estimate total = set(
                row,
                "generalizationError",
                drawn.stream().mapToDouble(Errors::total).toArray());
        set(row, "modeError", drawn.stream().mapToDouble(Errors::fromTarget).toArray());
        set(row, "noiseError", drawn.stream().mapToDouble(Errors::fromNoise).toArray());
        for (int k = 0; k < REPORTED; k++) {
            int degree = k;
            set(
                    row,
                    "coefficientError" + k,
                    drawn.stream().mapToDouble(e -> e.byDegree()[degree]).toArray());
        }
        row.add();
        return Math.abs(total.value() - point.generalizationError()) / total.standardError();
    }

    private static Estimate set(Rows.Row row, String column, double[] values) {
        Estimate estimate = Estimate.mean(values);
        row.set(column, estimate.value()).set(column + "StdErr", estimate.standardError());
        return estimate;
    }

    @Override
    public List<Figure> figures(LearningCurve parameters, List<Axis> axes) {
        String noise = parameters.noiseVariance() > 0 ? ", label noise " + parameters.noiseVariance() : "";
        Figure total = Figure.xy("learning-curve", "trainSize", "generalizationError")
                .with(Layer.line("generalizationError")
                        .where("source", "theory")
                        .labelled("theory"))
                .with(Layer.points("generalizationError")
                        .where("source", "simulation")
                        .labelled("regressions"))
                .with(Layer.dashed("modeError").where("source", "theory").labelled("caused by the target"))
                .withLogX()
                .withLogY()
                .withLabels("training examples n", "generalization error")
                .withTitle(Spelling.of(parameters.activation()) + " "
                        + Spelling.of(parameters.kernel()).toUpperCase(java.util.Locale.ROOT) + ", d = "
                        + parameters.inputDimension())
                .withCaption("(a) Error of kernel regression against the number of examples: theory from the spectrum"
                        + " (lines), means over " + parameters.draws()
                        + " samples with standard errors (points), no fit;"
                        + " target of degree " + parameters.targetDegree() + noise + ", ridge " + parameters.ridge()
                        + ". (b) Error found in each degree.");
        Figure degrees = Figure.xy("learning-curve-by-degree", "trainSize", "coefficientError0")
                .withLogX()
                .withLogY()
                .withLabels("training examples n", "error found in degree k")
                .withTitle("By degree");
        for (int k = 0; k < REPORTED; k++) {
            degrees = degrees.with(Layer.line("coefficientError" + k)
                            .where("source", "theory")
                            .labelled("k = " + k))
                    .with(Layer.points("coefficientError" + k)
                            .where("source", "simulation")
                            .labelled("k = " + k));
        }
        return List.of(total.beside(degrees));
    }

    @Override
    public List<String> references() {
        return List.of("Canatar2021");
    }

    @Override
    public Cost cost(LearningCurve parameters) {
        double seconds = 0.1;
        double largest = 0;
        for (int n : parameters.trainSizes()) {
            seconds += parameters.draws() * (1.5e-11 * n * n * (double) n + 1e-7 * n * n + 1e-5 * n);
            largest = Math.max(largest, 8.0 * 4 * n * n);
        }
        return new Cost(seconds, largest);
    }
}
