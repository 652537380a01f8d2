package meanfield.approximation.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.rates.Widths;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
import meanfield.approximation.trained.HiddenUnit;
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
 * Every method on one target and one pair of axes: how far from the best possible?
 *
 * <pre>
 *   ratio = supError/optimalLine,   optimalLine = K_n/(πW)^n (d = 1), κ(⌊W^{1/d}⌋+1)^-n (d ≥ 2)                (1)
 * </pre>
 *
 * Methods: five constructive networks, tensor Chebyshev interpolation of degree 2N, tensor-product
 * least-squares splines of degree n on 2N cells, networks of one hidden layer trained from
 * random starts (the best of them, rows of source {@code simulation}), and {@code optimal}, whose {@code supError} is the line itself,
 * with {@code lowerLine} (rigorous) and {@code discontinuousLine} W^(-2n/d) beside it. {@code series} is the method with its fitted
 * exponent of W, for legends; fits take N ≥ 16 (d = 1) or N ≥ 8 where that leaves four points, since (N+1)^d is no power of
 * small N. Errors at the rounding floor have a status of their own. Summary: {@code slopePolyrelu}, … and
 * {@code floor}.
 *
 * <p>Source: [DeVore1989], [Pinkus1985], [Yarotsky2018] for the line of discontinuous methods, [Zhuo2025].
 */
public final class OptimalLineExperiment implements Experiment<OptimalLineSetting> {
    private static final int LINE_POINTS = 9;

    @Override
    public String id() {
        return "approximation.optimal-line";
    }

    @Override
    public String claim() {
        return "Constructive PolyReLU networks run parallel to the n-width, the best that any method with continuous weights can do"
                + " (DeVore, Howard and Micchelli 1989; Zhuo et al. 2025).";
    }

    @Override
    public OptimalLineSetting defaults() {
        return new OptimalLineSetting(
                TargetFunction.RIDGEKINK, 2, 1, List.of(8, 16, 32, 64, 128), List.of(4, 8, 16, 32), HiddenUnit.TANH, 4);
    }

    @Override
    public OptimalLineSetting quick() {
        return new OptimalLineSetting(
                TargetFunction.RIDGEKINK, 2, 1, List.of(4, 8, 16, 32), List.of(2, 4, 8, 12), HiddenUnit.TANH, 2);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text(
                        "method", "polyrelu, relu, requ, quadratic, rational, chebyshev, spline, trained or optimal"),
                Column.text("group", "compared, further or line: what figures show how"),
                Column.text("series", "the method with its fitted exponent"),
                Column.integer("parameters", "W", "parameters"),
                Column.number("supError", "\\epsilon", "largest error on the reference grid")
                        .withTolerance(1e-7),
                Column.number("optimalLine", "", "n-width line at as many parameters"),
                Column.number("lowerLine", "", "rigorous lower line of methods with continuous weights"),
                Column.number("discontinuousLine", "", "W^(-2n/d), weights that jump with the target"),
                Column.number("ratio", "", "error over optimal line").withTolerance(1e-7));
    }

    @Override
    public void run(OptimalLineSetting parameters, RunContext context, Rows rows) {
        Target raw = parameters.target().of(parameters.dimension(), parameters.smoothness());
        if (raw.smoothness() < parameters.smoothness()) {
            rows.row(Source.THEORY)
                    .failed("target " + raw.label() + " has bounded derivatives up to order " + raw.smoothness()
                            + " only")
                    .add();
            return;
        }
        double floor = SobolevRatesExperiment.FLOOR
                * raw.supremum(new int[parameters.dimension()])
                / raw.sobolevNorm(parameters.smoothness());
        Target target = raw.normalized(parameters.smoothness());
        List<MethodCurve> curves = new ArrayList<>();
        NetworkKind[] order = {
            NetworkKind.POLYRELU, NetworkKind.RELU, NetworkKind.REQU, NetworkKind.QUADRATIC, NetworkKind.RATIONAL
        };
        for (NetworkKind kind : order) {
            curves.add(MethodCurve.constructed(kind, parameters, target, context));
            context.progress(curves.size() / (order.length + 3.0), kind.name().toLowerCase(Locale.ROOT));
        }
        curves.add(MethodCurve.chebyshev(parameters, target, context));
        curves.add(MethodCurve.spline(parameters, target, context));
        double largest = curves.stream()
                .mapToDouble(c -> c.parameters()[c.parameters().length - 1])
                .max()
                .getAsDouble();
        for (MethodCurve curve : curves) {
            write(curve, parameters, floor, rows);
        }
        writeLine(parameters, largest, rows);
        if (parameters.replicates() > 0) {
            write(MethodCurve.trained(parameters, target, context), parameters, floor, rows);
        }
        rows.summary("floor", floor);
        rows.summary("normDivisor", raw.sobolevNorm(parameters.smoothness()));
    }

    private static void write(MethodCurve curve, OptimalLineSetting parameters, double floor, Rows rows) {
        int n = parameters.smoothness();
        int d = parameters.dimension();
        RateFit fit = curve.fit(d, floor);
        String exponent = fit.points() < 2
                ? ""
                : String.format(Locale.ROOT, ", %.2f", fit.slope()).replace('-', '\u2212');
        for (int i = 0; i < curve.errors().length; i++) {
            double line = Widths.optimalLine(n, d, curve.parameters()[i]);
            boolean noise = !(curve.errors()[i] > floor);
            Rows.Row row = rows.row(curve.source());
            if (noise) {
                row.unresolved("error at the rounding floor " + floor);
            }
            row.set("method", curve.method())
                    .set("group", group(curve.method()))
                    .set("series", title(curve, parameters) + exponent)
                    .set("parameters", (long) curve.parameters()[i])
                    .set("supError", curve.errors()[i])
                    .set("optimalLine", line)
                    .set("lowerLine", Widths.bumpLine(n, d, curve.parameters()[i]))
                    .set("discontinuousLine", Widths.discontinuousLine(n, d, curve.parameters()[i]))
                    .set("ratio", curve.errors()[i] / line)
                    .add();
        }
        String name =
                Character.toUpperCase(curve.method().charAt(0)) + curve.method().substring(1);
        rows.summary("slope" + name, fit.slope());
        rows.summary("slope" + name + "HalfWidth", fit.halfWidth());
        rows.summary("slope" + name + "Message", fit.message().isEmpty() ? "resolved" : fit.message());
    }

    private static String group(String method) {
        return method.equals("quadratic") ? "further" : "compared";
    }

    private static String title(MethodCurve curve, OptimalLineSetting parameters) {
        return switch (curve.method()) {
            case "polyrelu" -> "PolyReLU";
            case "relu" -> "ReLU";
            case "requ" -> "ReQU";
            case "chebyshev" -> "Chebyshev";
            case "spline" -> "spline, degree " + parameters.smoothness();
            case "trained" -> "trained " + Spelling.of(parameters.activation());
            default -> curve.method();
        };
    }

    /** The optimal line at powers of ten thousand, ten and so on, from 10 parameters to the largest network. */
    private static void writeLine(OptimalLineSetting parameters, double largest, Rows rows) {
        int n = parameters.smoothness();
        int d = parameters.dimension();
        for (int i = 0; i < LINE_POINTS; i++) {
            long size = Math.round(10 * Math.pow(Math.max(largest, 100) / 10, i / (LINE_POINTS - 1.0)));
            double line = Widths.optimalLine(n, d, size);
            rows.row(Source.THEORY)
                    .set("method", "optimal")
                    .set("group", "line")
                    .set("parameters", size)
                    .set("supError", line)
                    .set("optimalLine", line)
                    .set("lowerLine", Widths.bumpLine(n, d, size))
                    .set("discontinuousLine", Widths.discontinuousLine(n, d, size))
                    .set("ratio", 1)
                    .add();
        }
    }

    @Override
    public List<Figure> figures(OptimalLineSetting parameters, List<Axis> axes) {
        List<Figure> panels = new ArrayList<>();
        boolean wide = axes.stream().map(Axis::parameter).sorted().toList().equals(List.of("dimension", "smoothness"));
        for (Object n : values(axes, "smoothness", wide)) {
            for (Object d : values(axes, "dimension", wide)) {
                panels.add(panel(parameters, wide, d, n));
            }
        }
        Figure figure = panels.get(0);
        for (Figure panel : panels.subList(1, panels.size())) {
            figure = figure.beside(panel);
        }
        int dimensions = values(axes, "dimension", wide).size();
        return List.of(figure.withPanelsInRow(wide ? Math.min(3, dimensions) : 0)
                .withCaption("Sup error against parameters for constructive networks, tensor Chebyshev"
                        + " interpolation, tensor splines of degree n and trained networks of one hidden layer (best of "
                        + parameters.replicates()
                        + " starts), target " + parameters.target().label()
                        + "; fitted exponents of W in the legend. Dashed: the n-width line,"
                        + " optimal for the worst function of the class among methods"
                        + " whose weights depend continuously on it; a single function may lie below. Rule: rounding floor."
                        + " ReLU pays a logarithm, which flattens its slope."));
    }

    private static List<Object> values(List<Axis> axes, String name, boolean wide) {
        return wide
                ? axes.stream()
                        .filter(axis -> axis.parameter().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .values()
                : List.of("");
    }

    /** One pair of d and n. */
    private static Figure panel(OptimalLineSetting parameters, boolean wide, Object d, Object n) {
        int dimension = wide ? ((Double) d).intValue() : parameters.dimension();
        int smoothness = wide ? ((Double) n).intValue() : parameters.smoothness();
        Target raw = parameters.target().of(dimension, smoothness);
        double floor = raw.smoothness() < smoothness
                ? SobolevRatesExperiment.FLOOR
                : SobolevRatesExperiment.FLOOR * raw.supremum(new int[dimension]) / raw.sobolevNorm(smoothness);
        List<Layer> layers = List.of(
                Layer.reference("optimalLine").where("group", "line").labelled("optimal (continuous)"),
                Layer.line("supError")
                        .where("group", "compared")
                        .where("source", "theory")
                        .by("series")
                        .labelled("{by}"),
                Layer.points("supError").where("group", "compared").by("series").labelled("{by}"));
        Figure figure = Figure.xy("optimal-line", "parameters", "supError")
                .withLogX()
                .withLogY()
                .withTitle("d = " + dimension + ", n = " + smoothness)
                .withLabels("parameters W", "sup error")
                .withLegend(Figure.Legend.BELOW);
        for (Layer layer : layers) {
            figure = figure.with(wide ? layer.where("dimension", d).where("smoothness", n) : layer);
        }
        return figure.with(Layer.floor(floor).labelled("rounding floor"));
    }

    @Override
    public List<Showcase<OptimalLineSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Integer> cells = full ? List.of(4, 8, 16, 32, 64, 128) : List.of(4, 8, 16, 32);
        List<Integer> widths = full ? List.of(4, 8, 16, 32) : List.of(4, 8, 12, 16);
        OptimalLineSetting base =
                new OptimalLineSetting(TargetFunction.RIDGEKINK, 2, 1, cells, widths, HiddenUnit.TANH, full ? 8 : 2);
        return List.of(new Showcase<>(base, List.of(Axis.of("dimension", 1, 2), Axis.of("smoothness", 1, 2, 3))));
    }

    @Override
    public List<String> references() {
        return List.of("DeVore1989", "Pinkus1985", "Yarotsky2018", "Zhuo2025");
    }

    @Override
    public Cost cost(OptimalLineSetting parameters) {
        double seconds = 0;
        int d = parameters.dimension();
        for (int cells : parameters.cells()) {
            double points = Math.pow((double) GridSup.of(d, cells).subintervals() * cells, d);
            seconds += points * (2e-6 + cells * parameters.smoothness() * 2e-8);
        }
        return new Cost(seconds + MethodCurve.trainingSeconds(parameters), Double.NaN);
    }
}
