package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.rates.RateModels;
import meanfield.approximation.rates.Widths;
import meanfield.approximation.sobolev.ErrorField;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.NetworkSize;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
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
 * Constructive networks on one target: error against parameters, and its power law.
 *
 * <pre>
 *   supError = max |f - f_N| on the reference grid (60 points a cell for d = 1, 12 × 12 for d = 2)             (1)
 *   slopeParameters: ε = C W^s;  slopeCells: ε = C N^s, target -n;  slopeLogCorrected: ε = C (W/ln(1/ε))^s     (2)
 * </pre>
 *
 * {@code errorBound} holds for the whole unit ball of W^{n,∞}; {@code supErrorUpper} for this target, by a Lipschitz constant of
 * the error where one is known. {@code optimalLine} is K_n/(πW)^n for d = 1 and the lower line of continuous methods for d ≥ 2.
 * Fits use N ≥ 16 (d = 1) or N ≥ 8 (d ≥ 2), and all points where fewer than four are left; errors up to 1e-13 max|f| are noise
 * and get a status of their own; fewer than four points give the last row a status and the summary words.
 *
 * <p>Source: [Zhuo2025], [Yarotsky2017], [DeVore1989].
 */
public final class SobolevRatesExperiment implements Experiment<SobolevRatesSetting> {
    /** Errors below this times max|f| are rounding noise. */
    static final double FLOOR = 1e-13;

    @Override
    public String id() {
        return "approximation.sobolev-rates";
    }

    @Override
    public String claim() {
        return "PolyReLU networks reach the error W^(-n/d) on W^{n,∞} that is optimal for continuous weights, ReLU networks the"
                + " same up to a logarithm (Zhuo et al. 2025, Yarotsky 2017).";
    }

    @Override
    public SobolevRatesSetting defaults() {
        return new SobolevRatesSetting(
                TargetFunction.KINK, 2, 1, NetworkKind.POLYRELU, List.of(4, 8, 16, 32, 64, 128, 256), 0);
    }

    @Override
    public SobolevRatesSetting quick() {
        return new SobolevRatesSetting(TargetFunction.KINK, 2, 1, NetworkKind.RELU, List.of(16, 20, 24, 28, 32), 0);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("cells", "N", "cells an axis"),
                Column.integer("parameters", "W", "parameters of the network"),
                Column.integer("units", "U", "units"),
                Column.integer("hiddenLayers", "L", "hidden layers"),
                Column.integer("levels", "m", "levels of the product gates, 0 where products are exact"),
                Column.number("supError", "\\epsilon", "largest error on the reference grid")
                        .withTolerance(1e-7),
                Column.number("supErrorUpper", "", "upper bound of the sup error of this target"),
                Column.number("errorBound", "", "bound over the unit ball of the Sobolev space"),
                Column.number("optimalLine", "", "n-width line at as many parameters"),
                Column.number("lowerLine", "", "rigorous lower line of methods with continuous weights"));
    }

    @Override
    public void run(SobolevRatesSetting parameters, RunContext context, Rows rows) {
        Target raw = parameters.target().of(parameters.dimension(), parameters.smoothness());
        if (raw.smoothness() < parameters.smoothness()) {
            rows.row(Source.THEORY)
                    .failed("target " + raw.label() + " has bounded derivatives up to order " + raw.smoothness()
                            + " only, a construction of smoothness " + parameters.smoothness() + " needs more")
                    .add();
            rows.summary("slopeMessage", "no fit: the target is not smooth enough");
            return;
        }
        double divisor = raw.sobolevNorm(parameters.smoothness());
        Target target = raw.normalized(parameters.smoothness());
        List<Integer> cells = parameters.cells();
        double[] errors = new double[cells.size()];
        double floor = FLOOR * raw.supremum(new int[parameters.dimension()]) / divisor;
        for (int i = 0; i < errors.length; i++) {
            context.checkCancelled();
            errors[i] = error(parameters.network(cells.get(i)), target, context);
            context.progress((i + 1.0) / errors.length, "cells " + cells.get(i));
        }
        Fits fits = Fits.of(parameters, errors, floor);
        for (int i = 0; i < errors.length; i++) {
            boolean last = i == errors.length - 1;
            String words = !(errors[i] > floor) ? "error at the rounding floor " + floor : last ? fits.complaint : "";
            write(parameters, cells.get(i), errors[i], rows, words);
        }
        rows.summary("normDivisor", divisor);
        rows.summary("floor", floor);
        fits.summarize(rows);
    }

    private static double error(SobolevNetwork network, Target target, RunContext context) {
        ErrorField field = new ErrorField(target, network.evaluator(target));
        return GridSup.of(target.dimension(), network.cells())
                .measure(field, target.dimension(), context.workers())
                .lower();
    }

    private static void write(SobolevRatesSetting parameters, int cells, double error, Rows rows, String words) {
        SobolevNetwork network = parameters.network(cells);
        NetworkSize size = network.size();
        int n = parameters.smoothness();
        int d = parameters.dimension();
        double bound = network.errorBound();
        double upper = Math.max(error, Math.min(bound, error + network.errorLipschitz() * gap(d, cells)));
        Rows.Row row = rows.row(Source.THEORY);
        if (!words.isEmpty()) {
            row.unresolved(words);
        }
        row.set("cells", cells)
                .set("parameters", size.parameters())
                .set("units", size.units())
                .set("hiddenLayers", size.hiddenLayers())
                .set("levels", network.levels())
                .set("supError", error)
                .set("supErrorUpper", upper)
                .set("errorBound", bound)
                .set("optimalLine", Widths.optimalLine(n, d, size.parameters()))
                .set("lowerLine", Widths.bumpLine(n, d, size.parameters()))
                .add();
    }

    /** Half the diagonal of a grid cell. */
    private static double gap(int d, int cells) {
        return 0.5 * GridSup.of(d, cells).step() * Math.sqrt(d);
    }

    /** The fits of one list of errors. */
    private record Fits(RateFit byCells, RateModels models, String window, String complaint) {
        static Fits of(SobolevRatesSetting parameters, double[] errors, double floor) {
            int from = parameters.dimension() == 1 ? 16 : 8;
            double[][] inside = columns(parameters, errors, from);
            String window = "N >= " + from;
            if (RateFit.of(inside[0], inside[1], floor).points() < RateFit.FEWEST_POINTS) {
                inside = columns(parameters, errors, 1);
                window = "all N: fewer than 4 points with N >= " + from;
            }
            RateFit byCells = RateFit.of(inside[0], inside[1], floor);
            double exponent = (double) parameters.smoothness() / parameters.dimension();
            RateModels models = RateModels.of(inside[2], inside[1], floor, exponent);
            boolean fitted = parameters.cells().size() > 1;
            return new Fits(byCells, models, window, fitted && !byCells.resolved() ? byCells.message() : "");
        }

        /** Cells, errors, parameters with N ≥ from. */
        private static double[][] columns(SobolevRatesSetting parameters, double[] errors, int from) {
            List<Integer> cells = parameters.cells();
            int[] kept = java.util.stream.IntStream.range(0, errors.length)
                    .filter(i -> cells.get(i) >= from)
                    .toArray();
            double[][] columns = new double[3][kept.length];
            for (int j = 0; j < kept.length; j++) {
                columns[0][j] = cells.get(kept[j]);
                columns[1][j] = errors[kept[j]];
                columns[2][j] = parameters.network(cells.get(kept[j])).size().parameters();
            }
            return columns;
        }

        void summarize(Rows rows) {
            SizeList.summarize(rows, "slopeParameters", models.power());
            SizeList.summarize(rows, "slopeCells", byCells);
            SizeList.summarize(rows, "slopeLogCorrected", models.corrected());
            rows.summary("logPower", models.logPower());
            rows.summary("bestModel", Spelling.of(models.best()));
            rows.summary("fitWindow", window);
        }
    }

    @Override
    public List<Figure> figures(SobolevRatesSetting parameters, List<Axis> axes) {
        Figure figure = Figure.xy("sobolev-rates", "parameters", "supError")
                .withLogX()
                .withLogY()
                .withLabels("parameters W", "sup error");
        if (axes.size() == 1 && !axes.get(0).parameter().equals("cells")) {
            String by = axes.get(0).parameter();
            return List.of(figure.with(Layer.points("supError").by(by).labelled("{by}"))
                    .with(Layer.powerFit("supError").by(by))
                    .with(Layer.reference("optimalLine").labelled("optimal for continuous weights"))
                    .withLegend(Figure.Legend.BELOW)
                    .withCaption("Error of constructive networks against their parameters, n = "
                            + parameters.smoothness() + ", d = " + parameters.dimension() + ", target "
                            + parameters.target().label() + "; fitted slopes in the legend."));
        }
        return List.of(figure.withTitle(Spelling.of(parameters.activation()) + ", "
                        + parameters.target().label() + ", n = " + parameters.smoothness() + ", d = "
                        + parameters.dimension())
                .with(Layer.points("supError")
                        .labelled("network, slope {slopeParameters:.2f} ± {slopeParametersHalfWidth:.2f}"
                                + " ({slopeCells:.2f} in N)"))
                .with(Layer.line("errorBound").labelled("bound over the unit ball"))
                .with(Layer.reference("optimalLine").labelled("optimal for continuous weights"))
                .with(Layer.slopeGuide("supError", -(double) parameters.smoothness() / parameters.dimension())
                        .labelled("W^{-n/d}"))
                .withCaption(
                        "Sup error of the constructive network on the reference grid against its parameters. With the"
                                + " logarithm modelled, (W/ln(1/ε))^s, the slope is {slopeLogCorrected:.2f}; the residuals are"
                                + " deterministic, so that intervals measure curvature."));
    }

    @Override
    public List<Showcase<SobolevRatesSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Integer> cells = full ? List.of(8, 16, 32, 64, 128, 256) : List.of(8, 12, 16, 24, 32);
        SobolevRatesSetting base = new SobolevRatesSetting(TargetFunction.KINK, 2, 1, NetworkKind.POLYRELU, cells, 0);
        return List.of(
                new Showcase<>(base, List.of()),
                new Showcase<>(
                        base, List.of(Axis.of("activation", "polyrelu", "relu", "requ", "quadratic", "rational"))));
    }

    @Override
    public List<String> references() {
        return List.of("Zhuo2025", "Yarotsky2017", "DeVore1989");
    }

    @Override
    public Cost cost(SobolevRatesSetting parameters) {
        double seconds = 0;
        for (int cells : parameters.cells()) {
            int d = parameters.dimension();
            double points = Math.pow((double) GridSup.of(d, cells).subintervals() * cells, d);
            double nodes = parameters.activation() == NetworkKind.RATIONAL ? cells : Math.pow(2, d);
            seconds += points * nodes * parameters.smoothness() * 2e-8;
        }
        return new Cost(seconds, Double.NaN);
    }
}
