package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.splines.LeastSquares;
import meanfield.approximation.splines.UniformSplines;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;
import meanfield.experiment.chart.text.NumberText;

/**
 * Least-squares splines on uniform grids: error against cells.
 *
 * <pre>
 *   ‖f - s_G‖_2 ~ G^{-(k+1)} for smooth f,   G^{-min(k+1, 3/2)} for |x|                                      (1)
 * </pre>
 *
 * L² by eight Gauss-Legendre nodes a cell, sup error on 4001 Chebyshev points (a lower bound). Fitted from G ≥ 8; slope
 * and half its 95 % interval are in the summary. Source: [deBoor2001].
 */
public final class SplinesExperiment implements Experiment<SplineCurve> {
    private static final int NODES = 8;
    private static final int SUP_GRID = 4000;

    @Override
    public String id() {
        return "approximation.splines";
    }

    @Override
    public String claim() {
        return "Splines of degree k on G cells approximate smooth functions to G^-(k+1): linear widths without any network.";
    }

    @Override
    public SplineCurve defaults() {
        return new SplineCurve(StandardFunction.SIN4, 3, List.of(4, 8, 16, 32, 64, 128));
    }

    @Override
    public SplineCurve quick() {
        return new SplineCurve(StandardFunction.SIN4, 2, List.of(4, 8, 16, 32, 64));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("cells", "G", "cells of the grid"),
                Column.integer("parameters", "W", "coefficients, G + k"),
                Column.number("l2Error", "", "L2 error of the least-squares spline")
                        .withTolerance(1e-6),
                Column.number("supError", "", "largest error on 4001 Chebyshev points")
                        .withTolerance(1e-6),
                Column.number("law", "", "rate G^-min(k+1, s) through the last L2 error, s the smoothness in L2")
                        .withTolerance(1e-6));
    }

    @Override
    public void run(SplineCurve parameters, RunContext context, Rows rows) {
        StandardFunction function = parameters.function();
        int count = parameters.cells().size();
        double[] cells = new double[count];
        double[] error = new double[count];
        double[] sup = new double[count];
        for (int i = 0; i < count; i++) {
            context.checkCancelled();
            cells[i] = parameters.cells().get(i);
            UniformSplines basis =
                    new UniformSplines((int) cells[i], parameters.degree(), function.low(), function.high());
            LeastSquares.Fit fit = LeastSquares.fit(
                    function::value, basis, function.low(), function.high(), NODES, context.linearAlgebra());
            error[i] = fit.l2Error();
            sup[i] = sup(function, basis, fit.coefficients());
        }
        for (int i = 0; i < count; i++) {
            rows.row(Source.THEORY)
                    .set("cells", (long) cells[i])
                    .set("parameters", (long) cells[i] + parameters.degree())
                    .set("l2Error", error[i])
                    .set("supError", sup[i])
                    .set("law", error[count - 1] * Math.pow(cells[i] / cells[count - 1], -rate(parameters)))
                    .add();
        }
        int first = 0;
        while (first < count && cells[first] < 8) {
            first++;
        }
        RateFit fit = RateFit.of(
                java.util.Arrays.copyOfRange(cells, first, count),
                java.util.Arrays.copyOfRange(error, first, count),
                1e-14);
        rows.summary("slope", fit.slope());
        rows.summary("slopeHalfWidth", fit.halfWidth());
        rows.summary("fitRemark", fit.message());
    }

    /** min(k+1, s): s the order of the Besov space over L2 that just holds the function, infinite for smooth ones. */
    private static double rate(SplineCurve parameters) {
        double smoothness =
                switch (parameters.function()) {
                    case ABS, RELU -> 1.5;
                    case ABS_CUBED -> 3.5;
                    case SQRT -> 1;
                    default -> Double.POSITIVE_INFINITY;
                };
        return Math.min(parameters.degree() + 1, smoothness);
    }

    private static double sup(StandardFunction function, UniformSplines basis, double[] coefficients) {
        double center = 0.5 * (function.low() + function.high());
        double half = 0.5 * (function.high() - function.low());
        double largest = 0;
        for (int j = 0; j <= SUP_GRID; j++) {
            double x = center + half * Math.cos(Math.PI * j / SUP_GRID);
            largest = Math.max(largest, Math.abs(function.value(x) - basis.combine(coefficients, x)));
        }
        return largest;
    }

    @Override
    public List<Figure> figures(SplineCurve parameters, List<Axis> axes) {
        return List.of(Figure.xy("splines", "cells", "l2Error")
                .with(Layer.line("law")
                        .labelled("expected rate, G^{-" + NumberText.significant(rate(parameters), 2) + "}"))
                .with(Layer.points("l2Error").labelled("L^2, fitted slope {slope}"))
                .with(Layer.points("supError").labelled("sup"))
                .withLogX()
                .withLogY()
                .withLabels("cells G", "error")
                .withTitle("Splines of degree " + parameters.degree() + ", "
                        + parameters.function().formula())
                .withCaption("Least-squares splines on uniform grids against the rate of a function of this"
                        + " smoothness: k + 1 orders, fewer where the function has a kink."));
    }

    @Override
    public List<Showcase<SplineCurve>> showcases(Effort effort) {
        return List.of(
                new Showcase<>(defaults(), List.of()),
                new Showcase<>(new SplineCurve(StandardFunction.ABS, 3, List.of(4, 8, 16, 32, 64, 128)), List.of()));
    }

    @Override
    public List<String> references() {
        return List.of("deBoor2001");
    }
}
