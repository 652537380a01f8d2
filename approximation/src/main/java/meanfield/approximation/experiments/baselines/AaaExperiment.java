package meanfield.approximation.experiments.baselines;

import java.util.Arrays;
import java.util.List;
import meanfield.approximation.classical.GridError;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.rational.AaaAlgorithm;
import meanfield.approximation.rational.AaaApproximation;
import meanfield.approximation.rational.RationalMinimax;
import meanfield.approximation.rational.RationalRemez;
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
 * The error history of AAA on samples, beside the best rational functions of the same types.
 *
 * <pre>
 *   k support points: type (k-1, k-1);   best: E_{k-1,k-1}(f) on the whole interval                          (1)
 * </pre>
 *
 * Sample errors may lie below (1): between samples the function may stray, or have a pole; {@code supError} sees that.
 * A degree whose best function was not found has none in the table, and {@code bestUnresolvedK} in the summary says why. Source: [Nakatsukasa2018],
 * [Nakatsukasa2020].
 */
public final class AaaExperiment implements Experiment<AaaSamples> {
    private static final int LARGEST_BEST = 40;

    @Override
    public String id() {
        return "approximation.aaa";
    }

    @Override
    public String claim() {
        return "From samples alone the AAA algorithm finds rational functions within a small factor of the best ones"
                + " (Nakatsukasa, Sete and Trefethen 2018).";
    }

    @Override
    public AaaSamples defaults() {
        return new AaaSamples(StandardFunction.SQRT, 2000, AaaSamples.Spacing.CLUSTERED, 1e-9, 6);
    }

    @Override
    public List<Showcase<AaaSamples>> showcases(Effort effort) {
        AaaSamples few = new AaaSamples(StandardFunction.SQRT, 2000, AaaSamples.Spacing.CHEBYSHEV, 1e-13, 6);
        return List.of(new Showcase<>(defaults(), List.of()), new Showcase<>(few, List.of()));
    }

    @Override
    public AaaSamples quick() {
        return new AaaSamples(StandardFunction.EXP, 300, AaaSamples.Spacing.CHEBYSHEV, 1e-13, 3);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("step", "k", "support points"),
                Column.integer("degree", "k-1", "degree of numerator and denominator"),
                Column.number("sampleError", "", "largest error on the samples").withTolerance(0.5),
                Column.number("supError", "", "largest error on the samples and 20001 Chebyshev points")
                        .withTolerance(0.5),
                Column.number("minimaxError", "E", "best rational function of this degree on the interval")
                        .withTolerance(1e-6),
                Column.number("lawsonError", "", "largest error on the samples after Lawson's iteration")
                        .withTolerance(0.1));
    }

    @Override
    public void run(AaaSamples parameters, RunContext context, Rows rows) {
        StandardFunction function = parameters.function();
        double[] x = parameters.points();
        double[] f = Arrays.stream(x).map(function::value).toArray();
        AaaAlgorithm algorithm = AaaAlgorithm.withDefaults().withTolerance(parameters.tolerance());
        AaaApproximation found = algorithm.approximate(x, f);
        double lawson = parameters.lawsonDegree() == 0
                ? Double.NaN
                : algorithm.lawson(x, f, parameters.lawsonDegree(), 40).sampleError();
        List<RationalMinimax> best = context.workers().map(Math.min(found.degree(), LARGEST_BEST) + 1, k -> {
            context.checkCancelled();
            return RationalRemez.withDefaults().solve(function, k, k);
        });
        List<Double> everywhere = context.workers().map(found.degree() + 1, k -> {
            context.checkCancelled();
            AaaApproximation step = algorithm.withStepLimit(k + 1).approximate(x, f);
            return GridError.of(function, step::value);
        });
        for (int k = 0; k <= found.degree(); k++) {
            rows.row(Source.THEORY)
                    .set("step", k + 1)
                    .set("degree", k)
                    .set("sampleError", found.sampleErrors().get(k))
                    .set("supError", Math.max(found.sampleErrors().get(k), everywhere.get(k)))
                    .set("minimaxError", k < best.size() ? best.get(k).minimaxError() : Double.NaN)
                    .set("lawsonError", k == parameters.lawsonDegree() ? lawson : Double.NaN)
                    .add();
        }
        for (int k = 0; k < best.size(); k++) {
            if (!best.get(k).convergence().isConverged()) {
                rows.summary("bestUnresolved" + k, best.get(k).convergence().toString());
            }
        }
        rows.summary("steps", found.degree() + 1);
        rows.summary("verdict", found.convergence().toString());
    }

    @Override
    public List<Figure> figures(AaaSamples parameters, List<Axis> axes) {
        Figure figure = Figure.xy("aaa", "degree", "sampleError")
                .with(Layer.line("minimaxError").labelled("best rational function"))
                .with(Layer.points("supError").labelled("AAA, on the whole interval"))
                .with(Layer.points("sampleError").labelled("AAA, on the " + parameters.samples() + " samples"));
        if (parameters.lawsonDegree() > 0) {
            figure = figure.with(Layer.points("lawsonError").labelled("after Lawson's iteration"));
        }
        return List.of(figure.withLogY()
                .withLabels("degree of numerator and denominator", "largest error")
                .withTitle("AAA, " + parameters.function().formula() + ", " + Spelling.of(parameters.spacing())
                        + " samples")
                .withCaption(
                        "Largest error as support points are added greedily, on the samples and on the whole interval,"
                                + " beside the best rational functions of the same degree. Where the two part, the samples are"
                                + " too few to tell."));
    }

    @Override
    public List<String> references() {
        return List.of("Nakatsukasa2018", "Nakatsukasa2020");
    }
}
