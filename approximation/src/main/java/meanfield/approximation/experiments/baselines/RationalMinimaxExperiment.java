package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.MinimaxPolynomial;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.rational.BrasilAlgorithm;
import meanfield.approximation.rational.NewmanRational;
import meanfield.approximation.rational.RationalMinimax;
import meanfield.approximation.rational.RationalRemez;
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
 * The best rational function of one type, against the best polynomial with as many coefficients.
 *
 * <pre>
 *   |x|, type (n, n):   E → 8 e^{-π√n};   √x: 8 e^{-π√(2n)};   ReLU: 4 e^{-π√n}                              (1)
 *   e^x on [-1, 1]:     E ~ m! n!/(2^{m+n} (m+n)! (m+n+1)!)                                                 (2)
 *   e^x on (-∞, 0]:     E ~ 2 H^{-n-1/2},   H = 9.28902549…                                                 (3)
 * </pre>
 *
 * {@code levelledError} is the same number by {@link BrasilAlgorithm}. Rows that are not converged have no error, only the message with what is known. Source: [Stahl1993], [Newman1964],
 * [Filip2018], [Trefethen2013], [Hofreither2021].
 */
public final class RationalMinimaxExperiment implements Experiment<RationalDegrees> {
    private static final int LARGEST_LEVELLED = 20;
    private static final int LEVEL_STEPS = 1000;
    private static final double LEVEL = 1e-6;
    private static final double HALPHEN = 9.28902549192081891875;

    @Override
    public String id() {
        return "approximation.rational-minimax";
    }

    @Override
    public String claim() {
        return "Best rational functions of degree n follow |x| to 8 exp(-pi sqrt(n)) (Stahl 1993), polynomials only to"
                + " 0.28/n: why rational activations reach ReLU so cheaply.";
    }

    @Override
    public RationalDegrees defaults() {
        return new RationalDegrees(StandardFunction.ABS, 20, -1);
    }

    @Override
    public RationalDegrees quick() {
        return new RationalDegrees(StandardFunction.ABS, 8, -1);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("function", "function, with its interval in describe"),
                Column.integer("numeratorDegree", "m", "degree of the numerator"),
                Column.integer("denominatorDegree", "n", "degree of the denominator"),
                Column.number("minimaxError", "E_{m,n}", "sup error of the best rational function")
                        .withTolerance(1e-6),
                Column.integer("alternationPoints", "", "points at which the error is plus or minus E in turn"),
                Column.number(
                                "stahlProduct",
                                "",
                                "E exp(pi sqrt(n)) for |x|, E exp(pi sqrt(2n)) for the root: tends to 8")
                        .withTolerance(1e-6),
                Column.number(
                                "levelledError",
                                "",
                                "the same by levelled intervals, types (n, n) with n <= 20; NaN if they did not level")
                        .withTolerance(1e-5),
                Column.number("law", "", "asymptotic law of E, where one is known"),
                Column.number("newmanError", "", "bound 3 exp(-sqrt(n)) of Newman's explicit function, for |x|"),
                Column.number("polynomialError", "", "best polynomial with as many coefficients, degree m + n"),
                Column.number("errorEstimate", "", "estimated error of minimaxError")
                        .withTolerance(1e9));
    }

    @Override
    public void run(RationalDegrees parameters, RunContext context, Rows rows) {
        StandardFunction function = parameters.function();
        int m = parameters.numeratorDegree();
        int n = parameters.denominator();
        RationalMinimax best = RationalRemez.withDefaults().solve(function, m, n);
        Convergence verdict = best.convergence();
        double error = best.minimaxError();
        MinimaxPolynomial polynomial = PolynomialRemez.withDefaults().solve(function, m + n);
        rows.row(Source.THEORY)
                .set("function", function)
                .set("numeratorDegree", m)
                .set("denominatorDegree", n)
                .set("minimaxError", error)
                .set("alternationPoints", verdict.isConverged() ? best.reference().length : 0)
                .set("stahlProduct", stahl(function, m, n) * error)
                .set("levelledError", levelled(function, m, n))
                .set("law", law(function, m, n))
                .set(
                        "newmanError",
                        function == StandardFunction.ABS && n > 0 ? new NewmanRational(n).bound() : Double.NaN)
                .set("polynomialError", polynomial.convergence().isConverged() ? polynomial.minimaxError() : Double.NaN)
                .set("errorEstimate", verdict.errorEstimate())
                .verdict(verdict)
                .add();
    }

    /** E by the other algorithm. */
    private static double levelled(StandardFunction function, int m, int n) {
        boolean tried = m == n && n >= 1 && n <= LARGEST_LEVELLED;
        return tried
                ? new BrasilAlgorithm(LEVEL, LEVEL_STEPS).solve(function, n).minimaxError()
                : Double.NaN;
    }

    private static double stahl(StandardFunction function, int m, int n) {
        if (m != n) {
            return Double.NaN;
        }
        return switch (function) {
            case ABS -> Math.exp(Math.PI * Math.sqrt(n));
            case SQRT -> Math.exp(Math.PI * Math.sqrt(2.0 * n));
            default -> Double.NaN;
        };
    }

    private static double law(StandardFunction function, int m, int n) {
        return switch (function) {
            case ABS, SQRT -> n > 0 ? 8 / stahl(function, m, n) : Double.NaN;
            case EXP -> meinardus(m, n);
            case HALF_LINE_EXP -> m == n ? 2 * Math.pow(HALPHEN, -n - 0.5) : Double.NaN;
            default -> Double.NaN;
        };
    }

    /** Equation (2). */
    private static double meinardus(int m, int n) {
        double law = Math.pow(2, -(m + n));
        for (int k = 1; k <= n; k++) {
            law *= (double) k / (m + k); // m! n!/(m+n)!
        }
        for (int k = 2; k <= m + n + 1; k++) {
            law /= k;
        }
        return law;
    }

    @Override
    public List<Figure> figures(RationalDegrees parameters, List<Axis> axes) {
        boolean kinked = parameters.function() == StandardFunction.ABS;
        Figure figure = Figure.xy("rational-minimax", "numeratorDegree", "minimaxError")
                .with(Layer.line("law").labelled("asymptotic law"))
                .with(Layer.points("minimaxError").labelled("best rational"))
                .with(Layer.dashed("polynomialError").labelled("best polynomial, as many coefficients"));
        if (kinked) {
            figure = figure.with(Layer.dashed("newmanError").labelled("Newman 1964, bound 3 e^{-\\sqrt{n}}"));
        }
        return List.of(figure.withLogY()
                .withLabels("degree of numerator and denominator", "sup error")
                .withTitle("Best rational functions, " + parameters.function().formula())
                .withCaption("Sup error of the best rational function (points) with its asymptotic law, and the best"
                        + " polynomial with the same number of coefficients."));
    }

    @Override
    public List<Showcase<RationalDegrees>> showcases(Effort effort) {
        Object[] degrees = effort == Effort.FULL
                ? new Object[] {2, 4, 6, 8, 10, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64}
                : new Object[] {2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
        return List.of(
                new Showcase<>(defaults(), List.of(Axis.of("numeratorDegree", degrees))),
                new Showcase<>(
                        new RationalDegrees(StandardFunction.HALF_LINE_EXP, 4, -1),
                        List.of(Axis.of("numeratorDegree", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))));
    }

    @Override
    public List<String> references() {
        return List.of("Stahl1993", "Newman1964", "Filip2018", "Trefethen2013");
    }
}
