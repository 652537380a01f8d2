package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.ChebyshevSeries;
import meanfield.approximation.classical.GridError;
import meanfield.approximation.classical.MinimaxPolynomial;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.StandardFunction;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.chart.Layer;

/**
 * Chebyshev interpolation and truncation against the best polynomial.
 *
 * <pre>
 *   E_n ≤ ‖f - interpolant‖ ≤ (1 + Λ_n) E_n,   Λ_n ≤ 1 + (2/π) ln(n+1)                                      (1)
 *   |x|, n = 2K:  ‖f - truncation‖ = (2/π)/(2K+1)                                                          (2)
 * </pre>
 *
 * Errors are maxima on the 20001-point grid of {@link GridError}: lower bounds, reproducible to the bit. Source:
 * [Trefethen2013].
 */
public final class ChebyshevExperiment implements Experiment<DegreeCurve> {
    private static final int LARGEST_EXCHANGE = 300;

    @Override
    public String id() {
        return "approximation.chebyshev";
    }

    @Override
    public String claim() {
        return "Chebyshev interpolation and truncation cost nothing and lose at most a logarithmic factor against the best"
                + " polynomial.";
    }

    @Override
    public DegreeCurve defaults() {
        return new DegreeCurve(StandardFunction.ABS, List.of(2, 4, 8, 16, 32, 64, 128, 200));
    }

    @Override
    public DegreeCurve quick() {
        return new DegreeCurve(StandardFunction.ABS, List.of(2, 4, 8, 16, 32));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("degree", "n", "degree of the polynomial"),
                Column.number("interpolationError", "", "sup error of Chebyshev interpolation")
                        .withTolerance(1e-6),
                Column.number("truncationError", "", "sup error of the truncated Chebyshev series")
                        .withTolerance(1e-6),
                Column.number("minimaxError", "E_n", "sup error of the best polynomial, up to degree 300"),
                Column.number("interpolationBound", "", "(1 + Lebesgue constant) times the best error"),
                Column.number("interpolationRatio", "", "interpolation error over best error")
                        .withTolerance(1e-6));
    }

    @Override
    public void run(DegreeCurve parameters, RunContext context, Rows rows) {
        StandardFunction function = parameters.function();
        for (int n : parameters.degrees()) {
            context.checkCancelled();
            double interpolation = GridError.of(function, ChebyshevSeries.interpolating(function, n)::value);
            Rows.Row row = rows.row(Source.THEORY)
                    .set("degree", n)
                    .set("interpolationError", interpolation)
                    .set("truncationError", GridError.of(function, ChebyshevSeries.truncating(function, n)::value));
            if (n <= LARGEST_EXCHANGE) {
                MinimaxPolynomial best = PolynomialRemez.withDefaults().solve(function, n);
                double error = best.convergence().isConverged() ? best.minimaxError() : Double.NaN;
                row.set("minimaxError", error)
                        .set("interpolationBound", error * (2 + 2 / Math.PI * Math.log(n + 1.0)))
                        .set("interpolationRatio", interpolation / error)
                        .verdict(best.convergence());
            }
            row.add();
        }
    }

    @Override
    public List<Figure> figures(DegreeCurve parameters, List<Axis> axes) {
        Figure figure = Figure.xy("chebyshev", "degree", "minimaxError")
                .with(Layer.band("minimaxError", "interpolationBound").labelled("between best and Lebesgue bound"))
                .with(Layer.line("minimaxError").labelled("best polynomial"))
                .with(Layer.points("interpolationError").labelled("interpolation"))
                .with(Layer.points("truncationError").labelled("truncated series"))
                .withLogY()
                .withLabels("degree n", "sup error")
                .withTitle("Chebyshev approximation, " + parameters.function().formula())
                .withCaption(
                        "Sup errors of Chebyshev interpolation and truncation on a grid of 20001 points, against the"
                                + " best polynomial and the bound that the Lebesgue constant gives.");
        boolean algebraic = parameters.function().breaks().length > 0 || parameters.function() == StandardFunction.SQRT;
        return List.of(algebraic ? figure.withLogX() : figure);
    }

    @Override
    public List<String> references() {
        return List.of("Trefethen2013");
    }
}
