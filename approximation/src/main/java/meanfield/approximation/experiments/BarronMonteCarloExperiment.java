package meanfield.approximation.experiments;

import java.util.List;
import java.util.stream.IntStream;
import meanfield.approximation.barron.BarronNorm;
import meanfield.approximation.barron.CircleSampling;
import meanfield.approximation.barron.CosineFeatures;
import meanfield.approximation.barron.FeatureModel;
import meanfield.approximation.barron.SphereFeatures;
import meanfield.approximation.experiments.BarronSetting.Features;
import meanfield.approximation.rates.RateFit;
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

/**
 * Random features: error N^(-1/2) in every dimension, with the constant that theory gives.
 *
 * <pre>
 *   rootMeanSquareError = √(E ‖f_N - f‖²),   theory √(variance/N);   constant = N E‖f_N - f‖²                 (1)
 * </pre>
 *
 * Standard errors are over draws, or the known one where it is larger: in high dimension rare pairs of features carry the variance.
 * Distances of a draw are closed forms (no inputs are sampled), on the circle a grid of 4,000 angles. On the circle
 * {@code circle-plain} has theory rows; {@code circle-stratified} and {@code circle-equispaced} are measured only, they are to show the
 * exponents -3/2 and -2; equispaced features have nothing random. Summary: {@code slope} of the measured errors against N with its
 * 95 % interval, {@code constantDeviation}: the largest distance of a measured mean square from theory in standard errors.
 *
 * <p>Source: [Barron1993].
 */
public final class BarronMonteCarloExperiment implements Experiment<BarronSetting> {
    private static final int ANGLES = 4000;

    @Override
    public String id() {
        return "approximation.barron-monte-carlo";
    }

    @Override
    public String claim() {
        return "Random ridge features approximate functions of the Barron class with error N^(-1/2) in every dimension"
                + " (Barron 1993), with an exactly known constant.";
    }

    @Override
    public BarronSetting defaults() {
        return new BarronSetting(Features.COSINE_GAUSSIAN, 10, 2, List.of(8, 16, 32, 64, 128, 256, 512), 200);
    }

    @Override
    public BarronSetting quick() {
        return new BarronSetting(Features.COSINE_GAUSSIAN, 10, 2, List.of(8, 16, 32, 64, 128), 100);
    }

    @Override
    public Schema schema() {
        Column error = Column.number("rootMeanSquareError", "\\epsilon", "root mean square of the L2 distance");
        Column constant = Column.number("constant", "", "units times mean square distance");
        return Schema.of(
                Column.integer("units", "N", "random features"),
                error,
                error.standardError(),
                constant,
                constant.standardError(),
                Column.number("barronBound", "", "2 C_f/sqrt(N) on the unit ball, for the Gaussian"));
    }

    @Override
    public void run(BarronSetting parameters, RunContext context, Rows rows) {
        FeatureModel model = model(parameters);
        double variance = model == null ? Double.NaN : model.variance();
        for (int units : parameters.units()) {
            if (model != null) {
                rows.row(Source.THEORY)
                        .set("units", units)
                        .set("rootMeanSquareError", Math.sqrt(variance / units))
                        .set("constant", variance)
                        .set("barronBound", bound(parameters, units))
                        .add();
            }
        }
        rows.summary("constant", variance);
        if (parameters.replicates() == 0) {
            rows.summary("slopeMessage", "theory alone");
            return;
        }
        simulate(parameters, variance, context, rows);
    }

    private static FeatureModel model(BarronSetting parameters) {
        int d = parameters.inputDimension();
        return switch (parameters.features()) {
            case COSINE_GAUSSIAN -> new CosineFeatures(d, CosineFeatures.Measure.GAUSSIAN);
            case COSINE_CUBE -> new CosineFeatures(d, CosineFeatures.Measure.CUBE);
            case RELU_SPHERE -> new SphereFeatures(d, parameters.degree());
            case CIRCLE_PLAIN -> new SphereFeatures(2, 2);
            default -> null;
        };
    }

    private static double bound(BarronSetting parameters, int units) {
        boolean gaussian =
                parameters.features() == Features.COSINE_GAUSSIAN || parameters.features() == Features.COSINE_CUBE;
        return gaussian ? BarronNorm.bound(BarronNorm.ofGaussian(parameters.inputDimension()), 1, units) : Double.NaN;
    }

    private static void simulate(BarronSetting parameters, double variance, RunContext context, Rows rows) {
        List<Integer> sizes = parameters.units();
        double[] errors = new double[sizes.size()];
        double[][] moments = new double[sizes.size()][];
        double worst = 0;
        for (int i = 0; i < errors.length; i++) {
            context.checkCancelled();
            int units = sizes.get(i);
            moments[i] = moments(squares(parameters, units, context));
            FeatureModel model = model(parameters);
            double known = model == null ? Double.NaN : model.distanceVariance(units) / parameters.replicates();
            moments[i][1] = known > moments[i][1] * moments[i][1] ? Math.sqrt(known) : moments[i][1];
            errors[i] = Math.sqrt(moments[i][0]);
            worst = Math.max(worst, Math.abs(moments[i][0] - variance / units) / moments[i][1]);
            context.progress((i + 1.0) / errors.length, units + " units");
        }
        double[] x = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
        RateFit fit = RateFit.of(x, errors, 1e-14);
        for (int i = 0; i < errors.length; i++) {
            boolean complain = i == errors.length - 1 && errors.length > 1 && !fit.resolved();
            Rows.Row row = rows.row(Source.SIMULATION);
            if (complain) {
                row.unresolved(fit.message());
            }
            row.set("units", sizes.get(i))
                    .set("rootMeanSquareError", errors[i])
                    .set("rootMeanSquareErrorStdErr", 0.5 * moments[i][1] / errors[i])
                    .set("constant", sizes.get(i) * moments[i][0])
                    .set("constantStdErr", sizes.get(i) * moments[i][1])
                    .add();
        }
        SizeList.summarize(rows, "slope", fit);
        rows.summary("constantDeviation", worst);
    }

    /** ‖f_N - f‖² of every replicate. */
    private static double[] squares(BarronSetting parameters, int units, RunContext context) {
        RandomStream random = context.random("features").child(units);
        FeatureModel model = model(parameters);
        return context
                .workers()
                .map(parameters.replicates(), r -> {
                    if (parameters.features().onCircle()) {
                        double error = CircleSampling.error(
                                sampling(parameters.features()).angles(units, random.child(r)), ANGLES);
                        return error * error;
                    }
                    return model.squaredDistance(model.draw(units, random.child(r)));
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static CircleSampling sampling(Features features) {
        return features == Features.CIRCLE_PLAIN
                ? CircleSampling.PLAIN
                : features == Features.CIRCLE_STRATIFIED ? CircleSampling.STRATIFIED : CircleSampling.EQUISPACED;
    }

    /** Mean and its standard error. */
    private static double[] moments(double[] values) {
        double mean =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new double[] {mean, Math.sqrt(squares / (values.length - 1.0) / values.length)};
    }

    @Override
    public List<Figure> figures(BarronSetting parameters, List<Axis> axes) {
        Figure figure = Figure.xy("barron-monte-carlo", "units", "rootMeanSquareError")
                .withLogX()
                .withLogY()
                .withLabels("units N", "root mean square error");
        String caption = "Root mean square L² distance of N random features from " + what(parameters) + ", "
                + parameters.replicates() + " draws. Lines: √(variance/N), without any fit.";
        if (axes.isEmpty()) {
            return List.of(figure.with(Layer.line("rootMeanSquareError")
                            .where("source", "theory")
                            .labelled("exact"))
                    .with(Layer.points("rootMeanSquareError")
                            .where("source", "simulation")
                            .labelled("draws, slope {slope:.3f} ± {slopeHalfWidth:.3f}"))
                    .withTitle(Spelling.of(parameters.features()) + ", d = " + parameters.inputDimension())
                    .withCaption(caption));
        }
        String by = axes.get(0).parameter();
        Figure swept = figure.with(Layer.line("rootMeanSquareError")
                        .where("source", "theory")
                        .by(by))
                .with(Layer.points("rootMeanSquareError")
                        .where("source", "simulation")
                        .by(by));
        if (!by.equals("features")) {
            return List.of(
                    swept.with(Layer.slopeGuide("rootMeanSquareError", -0.5)).withCaption(caption));
        }
        for (Object value : axes.get(0).values()) {
            double slope = value.equals("circle-stratified") ? -1.5 : value.equals("circle-equispaced") ? -2 : -0.5;
            swept = swept.with(Layer.slopeGuide("rootMeanSquareError", slope).where(by, value));
        }
        return List.of(swept.withCaption(caption + " Guides: the rate of each way to draw."));
    }

    private static String what(BarronSetting parameters) {
        return switch (parameters.features()) {
            case COSINE_GAUSSIAN -> "exp(−|x|²/2), x normal";
            case COSINE_CUBE -> "exp(−|x|²/2), x uniform on the cube";
            case RELU_SPHERE -> "a zonal harmonic of degree " + parameters.degree();
            default -> "cos 2θ/(3π) on the circle";
        };
    }

    @Override
    public List<Showcase<BarronSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Integer> units = full ? List.of(8, 16, 32, 64, 128, 256, 512) : List.of(8, 16, 32, 64, 128);
        BarronSetting base = new BarronSetting(Features.COSINE_GAUSSIAN, 10, 2, units, 100);
        BarronSetting circle = new BarronSetting(Features.CIRCLE_PLAIN, 2, 2, units, 50);
        return List.of(
                new Showcase<>(base, List.of(Axis.of("inputDimension", 1, 2, 5, 20, 100))),
                new Showcase<>(
                        circle,
                        List.of(Axis.of("features", "circle-plain", "circle-stratified", "circle-equispaced"))));
    }

    @Override
    public List<String> references() {
        return List.of("Barron1993");
    }
}
