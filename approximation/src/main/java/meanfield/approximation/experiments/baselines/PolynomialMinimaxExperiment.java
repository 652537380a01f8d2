package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.ChebyshevSeries;
import meanfield.approximation.classical.GridError;
import meanfield.approximation.classical.MinimaxPolynomial;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.StandardFunction;
import meanfield.core.Convergence;
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
 * The best polynomial of one degree; swept over degrees, the curve to which every network of one variable is compared.
 *
 * <pre>
 *   E_n(f) = min_{deg p ≤ n} max |f - p|
 *   laws:  |x|: β/n;  √x: β/(2n);  ReLU: β/(2n);  e^x: 2^{-n}/(n+1)!;  1/(x-2): (2-√3)^n/3                   (1)
 * </pre>
 *
 * β is Bernstein's constant; the law of √x follows from E_n(√x) = E_{2n}(|x|). Rows that are not converged have no
 * error, only the message with what is known. Source: [Bernstein1914], [Varga1985], [Trefethen2013].
 */
public final class PolynomialMinimaxExperiment implements Experiment<PolynomialMinimax> {
    private static final double BERNSTEIN = 0.2801694990238691;

    @Override
    public String id() {
        return "approximation.polynomial-minimax";
    }

    @Override
    public String claim() {
        return "Best polynomials gain one digit per degree on entire functions but only 0.2802/n on |x| (Bernstein 1914):"
                + " the baseline of every network.";
    }

    @Override
    public PolynomialMinimax defaults() {
        return new PolynomialMinimax(StandardFunction.ABS, 20);
    }

    @Override
    public PolynomialMinimax quick() {
        return new PolynomialMinimax(StandardFunction.ABS, 8);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("function", "function, with its interval in describe"),
                Column.integer("degree", "n", "degree of the polynomial"),
                Column.number("minimaxError", "E_n", "sup error of the best polynomial"),
                Column.integer("alternationPoints", "", "points at which the error is plus or minus E_n in turn"),
                Column.number("scaledError", "n E_n", "degree times error: constant for a kink"),
                Column.number(
                                "interpolationError",
                                "",
                                "sup error of Chebyshev interpolation, on a grid of 20001 points")
                        .withTolerance(1e-6),
                Column.number("law", "", "asymptotic law of E_n, where one is known"),
                Column.number("errorEstimate", "", "estimated error of minimaxError"));
    }

    @Override
    public void run(PolynomialMinimax parameters, RunContext context, Rows rows) {
        StandardFunction function = parameters.function();
        int n = parameters.degree();
        MinimaxPolynomial best = PolynomialRemez.withDefaults().solve(function, n);
        Convergence verdict = best.convergence();
        boolean found = verdict.isConverged();
        Rows.Row row = rows.row(Source.THEORY)
                .set("function", function)
                .set("degree", n)
                .set("minimaxError", found ? best.minimaxError() : Double.NaN)
                .set("alternationPoints", found ? best.reference().length : 0)
                .set("scaledError", found ? n * best.minimaxError() : Double.NaN)
                .set("interpolationError", GridError.of(function, ChebyshevSeries.interpolating(function, n)::value))
                .set("law", law(function, n))
                .set("errorEstimate", verdict.errorEstimate());
        row.verdict(verdict).add();
    }

    /** Equation (1). */
    private static double law(StandardFunction function, int n) {
        return switch (function) {
            case ABS -> n > 0 ? BERNSTEIN / n : Double.NaN;
            case SQRT, RELU -> n > 0 ? 0.5 * BERNSTEIN / n : Double.NaN;
            case EXP -> {
                double law = 1;
                for (int k = 1; k <= n; k++) {
                    law *= 0.5 / (k + 1);
                }
                yield law;
            }
            case POLE -> Math.pow(2 - Math.sqrt(3), n) / 3;
            default -> Double.NaN;
        };
    }

    @Override
    public List<Figure> figures(PolynomialMinimax parameters, List<Axis> axes) {
        boolean algebraic = List.of(
                        StandardFunction.ABS, StandardFunction.SQRT, StandardFunction.RELU, StandardFunction.ABS_CUBED)
                .contains(parameters.function());
        boolean many = axes.stream().anyMatch(axis -> axis.parameter().equals("function"));
        Figure figure = Figure.xy("polynomial-minimax", "degree", "minimaxError");
        if (many) {
            figure = figure.with(Layer.line("law").by("function").labelled("{by}"))
                    .with(Layer.points("minimaxError").by("function").labelled("{by}"));
        } else {
            figure = figure.with(Layer.line("law").labelled("asymptotic law"))
                    .with(Layer.points("minimaxError").labelled("best polynomial"))
                    .with(Layer.dashed("interpolationError").labelled("Chebyshev interpolation"));
        }
        figure = figure.withLogY()
                .withLabels("degree n", "sup error")
                .withTitle(
                        many
                                ? "Best polynomials"
                                : "Best polynomials, " + parameters.function().formula())
                .withCaption("Sup error of the best polynomial of each degree (points), its asymptotic law where one is"
                        + " known, and Chebyshev interpolation.");
        return List.of(algebraic && !many ? figure.withLogX() : figure);
    }

    @Override
    public List<Showcase<PolynomialMinimax>> showcases(Effort effort) {
        Object[] kinked = effort == Effort.FULL
                ? new Object[] {2, 4, 6, 10, 16, 24, 40, 64, 100, 150, 200}
                : new Object[] {2, 4, 8, 16, 32, 64};
        return List.of(
                new Showcase<>(defaults(), List.of(Axis.of("degree", kinked))),
                new Showcase<>(
                        defaults(),
                        List.of(
                                Axis.of("function", "abs", "runge", "silu", "gelu", "pole", "exp"),
                                Axis.of("degree", 2, 4, 6, 8, 10, 12, 14, 16, 18))));
    }

    @Override
    public List<String> references() {
        return List.of("Bernstein1914", "Varga1985", "Trefethen2013", "Remez1934", "Pachon2009");
    }

    @Override
    public Cost cost(PolynomialMinimax parameters) {
        double n = parameters.degree();
        return new Cost(0.02 + 1e-5 * n * n, 1e6);
    }
}
