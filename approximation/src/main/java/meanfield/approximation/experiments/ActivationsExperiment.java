package meanfield.approximation.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.approximation.classical.ChebyshevSeries;
import meanfield.approximation.rational.AaaAlgorithm;
import meanfield.approximation.rational.AaaApproximation;
import meanfield.approximation.trained.AdamTraining;
import meanfield.approximation.trained.FitProblem;
import meanfield.approximation.trained.FreeKnotLine;
import meanfield.approximation.trained.HiddenUnit;
import meanfield.approximation.trained.ShallowModel;
import meanfield.approximation.trained.VariableProjection;
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
 * Trained networks of one hidden layer at equal numbers of parameters, by activation, beside what is best possible.
 *
 * <pre>
 *   optimizationGap = trained L² error/best free-knot line of h + 1 pieces  (asymptotic constant)              (1)
 * </pre>
 *
 * Rows of source {@code simulation}: median, 10 % and 90 % quantiles and the best of the starts by variable projection, the median of
 * Adam on the same starts, both on 4,001 points. Rows of source {@code theory}: {@code free-knot-line} (asymptotic optimum of ReLU),
 * {@code uniform-line}, {@code chebyshev} and {@code cubic-spline} (P coefficients), {@code aaa} (about P real numbers). Adam with 500 steps is far from its end (20,000 are the
 * published setting): the second panel shows the gap of the optimizer, not of the network. Summary: {@code winsPolyreluOverRelu}, the
 * fraction of pairs of starts in which PolyReLU is better, at the largest budget; a claim needs 0.9.
 *
 * <p>Edge cases: tanh represents tanh 20x exactly and is excluded from any ranking there; gaps below 1 occur for small P.
 *
 * <p>Source: [Golub1973], [Kaufman1975], [Zhuo2025].
 */
public final class ActivationsExperiment implements Experiment<ActivationsSetting> {
    private static final int SAMPLES = 2000;

    @Override
    public String id() {
        return "approximation.activations";
    }

    @Override
    public String claim() {
        return "At equal parameters trained smooth gates lead on smooth functions of one variable, and PolyReLU leads ReLU from"
                + " about 49 parameters on; optimization, not expressivity, limits ReLU (Zhuo et al. 2025).";
    }

    @Override
    public ActivationsSetting defaults() {
        return new ActivationsSetting(
                FitProblem.RUNGE, List.of(HiddenUnit.values()), List.of(25, 49, 97), 12, 200, 500);
    }

    @Override
    public ActivationsSetting quick() {
        return new ActivationsSetting(
                FitProblem.RUNGE,
                List.of(HiddenUnit.RELU, HiddenUnit.POLYRELU, HiddenUnit.TANH),
                List.of(13, 25, 37),
                4,
                40,
                0);
    }

    @Override
    public Schema schema() {
        double stochastic = 1e-4;
        return Schema.of(
                Column.text("method", "activation, or baseline"),
                Column.integer("parameters", "P", "parameters"),
                Column.integer("width", "h", "hidden units, pieces for lines, 0 elsewhere"),
                Column.number("meanSquareError", "", "L2 error, median over starts")
                        .withTolerance(stochastic),
                Column.number("lowQuantile", "", "10 % quantile of the L2 error")
                        .withTolerance(stochastic),
                Column.number("highQuantile", "", "90 % quantile of the L2 error")
                        .withTolerance(stochastic),
                Column.number("bestError", "", "best L2 error").withTolerance(stochastic),
                Column.number("supError", "", "sup error, median over starts").withTolerance(stochastic),
                Column.number("optimizationGap", "", "median over the best free-knot line")
                        .withTolerance(stochastic),
                Column.number("gradientError", "", "median L2 error of Adam").withTolerance(stochastic));
    }

    @Override
    public void run(ActivationsSetting parameters, RunContext context, Rows rows) {
        for (int budget : parameters.budgets()) {
            baselines(parameters.function(), budget, rows);
        }
        FreeKnotLine line = parameters.function().freeKnots();
        List<double[]> last = new ArrayList<>();
        int done = 0;
        int all = parameters.activations().size() * parameters.budgets().size();
        for (HiddenUnit unit : parameters.activations()) {
            double[] errors = {};
            for (int budget : parameters.budgets()) {
                context.checkCancelled();
                ShallowModel model = ShallowModel.within(unit, 1, budget);
                errors = write(model, parameters, line, context, rows);
                context.progress((double) ++done / all, Spelling.of(unit) + ", " + budget + " parameters");
            }
            last.add(errors);
        }
        int relu = parameters.activations().indexOf(HiddenUnit.RELU);
        int poly = parameters.activations().indexOf(HiddenUnit.POLYRELU);
        rows.summary("winsPolyreluOverRelu", relu < 0 || poly < 0 ? Double.NaN : wins(last.get(poly), last.get(relu)));
    }

    /** Fraction of pairs in which the first is smaller. */
    private static double wins(double[] first, double[] second) {
        int won = 0;
        for (double a : first) {
            for (double b : second) {
                won += a < b ? 1 : 0;
            }
        }
        return (double) won / (first.length * second.length);
    }

    private static double[] write(
            ShallowModel model, ActivationsSetting parameters, FreeKnotLine line, RunContext context, Rows rows) {
        FitProblem problem = parameters.function();
        double[][] inputs = problem.inputs();
        double[] targets = problem.targets();
        RandomStream random =
                context.random("start").child(Spelling.of(model.unit())).child(model.width());
        VariableProjection training = VariableProjection.withDefaults().withIterations(parameters.iterations());
        List<double[]> found = context.workers()
                .map(
                        parameters.networks(),
                        s -> problem.errors(training.train(model, inputs, targets, random.child(s))));
        double[] squares = found.stream().mapToDouble(e -> e[0]).sorted().toArray();
        double[] sups = found.stream().mapToDouble(e -> e[1]).sorted().toArray();
        double gradient = Double.NaN;
        if (parameters.gradientSteps() > 0) {
            AdamTraining adam = AdamTraining.ofSteps(parameters.gradientSteps());
            gradient = quantile(
                    context
                            .workers()
                            .map(parameters.networks(), s -> problem.errors(
                                            adam.train(model, inputs, targets, random.child(s)))[0])
                            .stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray(),
                    0.5);
        }
        int pieces = model.width() + 1;
        rows.row(Source.SIMULATION)
                .set("method", model.unit())
                .set("parameters", model.parameters())
                .set("width", model.width())
                .set("meanSquareError", quantile(squares, 0.5))
                .set("lowQuantile", quantile(squares, 0.1))
                .set("highQuantile", quantile(squares, 0.9))
                .set("bestError", squares[0])
                .set("supError", quantile(sups, 0.5))
                .set("optimizationGap", quantile(squares, 0.5) / line.meanSquareError(pieces))
                .set("gradientError", gradient)
                .add();
        return squares;
    }

    /** Linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double level) {
        double at = level * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static void baselines(FitProblem problem, int budget, Rows rows) {
        int pieces = (budget - 1) / 3 + 1;
        FreeKnotLine line = problem.freeKnots();
        baseline(rows, "free-knot-line", budget, pieces, line.meanSquareError(pieces), line.supError(pieces));
        baseline(rows, "uniform-line", budget, pieces, Double.NaN, problem.uniformInterpolation(pieces + 1));
        ChebyshevSeries series = ChebyshevSeries.interpolating(problem::value, -1, 1, budget - 1);
        double[] errors = problem.errors(x -> series.value(x[0]));
        baseline(rows, "chebyshev", budget, 0, errors[0], errors[1]);
        double[] spline = problem.splineErrors(budget);
        baseline(rows, "cubic-spline", budget, 0, spline[0], spline[1]);
        double[] x = new double[SAMPLES + 1];
        Arrays.setAll(x, i -> -Math.cos(Math.PI * i / SAMPLES));
        double[] f = Arrays.stream(x).map(problem::value).toArray();
        int degree = Math.max(1, (budget - 1) / 3);
        AaaApproximation rational =
                AaaAlgorithm.withDefaults().withStepLimit(degree + 1).approximate(x, f);
        double[] rationalErrors = problem.errors(point -> rational.value(point[0]));
        baseline(rows, "aaa", budget, 0, rationalErrors[0], rationalErrors[1]);
    }

    private static void baseline(Rows rows, String method, int budget, int pieces, double square, double sup) {
        rows.row(Source.THEORY)
                .set("method", method)
                .set("parameters", budget)
                .set("width", pieces)
                .set("meanSquareError", square)
                .set("supError", sup)
                .add();
    }

    @Override
    public List<Figure> figures(ActivationsSetting parameters, List<Axis> axes) {
        Figure error = Figure.xy("activations", "parameters", "meanSquareError")
                .withLogX()
                .withLogY()
                .withLabels("parameters P", "L^2 error, median of starts")
                .withLegend(Figure.Legend.BELOW)
                .with(Layer.points("meanSquareError")
                        .where("source", "simulation")
                        .by("method")
                        .labelled("{by}"))
                .with(Layer.line("meanSquareError")
                        .where("source", "simulation")
                        .by("method")
                        .labelled("{by}"))
                .with(Layer.reference("meanSquareError")
                        .where("method", "free-knot-line")
                        .labelled("best free-knot line"))
                .with(Layer.dashed("meanSquareError")
                        .where("method", "chebyshev")
                        .labelled("Chebyshev"))
                .with(Layer.dashed("meanSquareError")
                        .where("method", "cubic-spline")
                        .labelled("cubic spline"))
                .withCaption("Median L² error over " + parameters.networks()
                        + " random starts of networks with one hidden layer on "
                        + Spelling.of(parameters.function())
                        + ", trained by variable projection, against parameters; lines are"
                        + " baselines with as many parameters.");
        if (parameters.gradientSteps() == 0) {
            return List.of(error);
        }
        Figure gradient = Figure.xy("activations-adam", "parameters", "gradientError")
                .withLogX()
                .withLogY()
                .withLabels("parameters P", "L^2 error, median of starts")
                .withLegend(Figure.Legend.BELOW)
                .withTitle("Adam, " + parameters.gradientSteps() + " steps")
                .with(Layer.points("gradientError")
                        .where("source", "simulation")
                        .by("method")
                        .labelled("{by}"))
                .with(Layer.line("gradientError")
                        .where("source", "simulation")
                        .by("method")
                        .labelled("{by}"))
                .with(Layer.reference("meanSquareError")
                        .where("method", "free-knot-line")
                        .labelled("best free-knot line"));
        return List.of(error.withTitle("Variable projection").beside(gradient));
    }

    @Override
    public List<String> references() {
        return List.of("Zhuo2025", "Golub1973", "Kaufman1975");
    }

    @Override
    public Cost cost(ActivationsSetting parameters) {
        double seconds = 0;
        for (int budget : parameters.budgets()) {
            double width = budget / 3.0;
            double steps = (double) parameters.iterations()
                    * parameters.networks()
                    * parameters.activations().size();
            seconds += steps * (400 * width * width * 6e-9 + 2e-4);
            seconds += 400
                    * width
                    * 3e-8
                    * parameters.gradientSteps()
                    * parameters.networks()
                    * parameters.activations().size();
        }
        return new Cost(seconds, Double.NaN);
    }
}
