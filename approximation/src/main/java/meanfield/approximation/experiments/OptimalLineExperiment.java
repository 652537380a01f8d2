package meanfield.approximation.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.rates.Widths;
import meanfield.approximation.sobolev.ErrorField;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.sobolev.TensorChebyshev;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
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
 * Every method on one target and one pair of axes: how far from the best possible?
 *
 * <pre>
 *   ratio = supError/optimalLine,   optimalLine = K_n/(πW)^n (d = 1), κ(⌊W^{1/d}⌋+1)^-n (d ≥ 2)                (1)
 * </pre>
 *
 * Methods: five constructive networks, tensor Chebyshev interpolation of degree 2N, networks of one hidden layer trained from
 * random starts (the best of them, rows of source {@code simulation}), and {@code optimal}, whose {@code supError} is the line itself,
 * with {@code lowerLine} (rigorous) and {@code discontinuousLine} W^(-2n/d) beside it. {@code series} is the method with its fitted
 * exponent, for legends. Errors at the rounding floor have a status of their own. Summary: {@code slopePolyrelu}, … and
 * {@code floor}.
 *
 * <p>Source: [DeVore1989], [Pinkus1985], [Yarotsky2018] for the line of discontinuous methods, [Zhuo2025].
 */
public final class OptimalLineExperiment implements Experiment<OptimalLineSetting> {
    private static final int LINE_POINTS = 9;
    private static final int TRAINING_POINTS = 576;
    private static final int TRAINING_STEPS = 100;

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
                Column.text("method", "polyrelu, relu, requ, quadratic, rational, chebyshev, trained or optimal"),
                Column.text("group", "compared, further, trained or line: what figures show how"),
                Column.text("series", "the method with its fitted exponent"),
                Column.integer("parameters", "W", "parameters"),
                Column.number("supError", "\\epsilon", "largest error on the reference grid")
                        .withTolerance(1e-7),
                Column.number("optimalLine", "", "n-width line at as many parameters"),
                Column.number("lowerLine", "", "rigorous lower line of methods with continuous weights"),
                Column.number("discontinuousLine", "", "W^(-2n/d), weights that jump with the target"),
                Column.number("ratio", "", "error over optimal line").withTolerance(1e-7));
    }

    /** What one method reached: sizes and errors. */
    private record Curve(String method, Source source, double[] parameters, double[] errors) {}

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
        List<Curve> curves = new ArrayList<>();
        NetworkKind[] order = {
            NetworkKind.POLYRELU, NetworkKind.RELU, NetworkKind.REQU, NetworkKind.QUADRATIC, NetworkKind.RATIONAL
        };
        for (NetworkKind kind : order) {
            curves.add(constructed(kind, parameters, target, context));
            context.progress(
                    (kind.ordinal() + 1.0) / (order.length + 2), kind.name().toLowerCase(Locale.ROOT));
        }
        curves.add(chebyshev(parameters, target, context));
        double largest = curves.stream()
                .mapToDouble(c -> c.parameters[c.parameters.length - 1])
                .max()
                .getAsDouble();
        for (Curve curve : curves) {
            write(curve, parameters, floor, rows);
        }
        writeLine(parameters, largest, rows);
        if (parameters.replicates() > 0) {
            write(trained(parameters, target, context), parameters, floor, rows);
        }
        rows.summary("floor", floor);
        rows.summary("normDivisor", raw.sobolevNorm(parameters.smoothness()));
    }

    private static double error(Target target, ScalarField approximant, int cells, RunContext context) {
        context.checkCancelled();
        int d = target.dimension();
        return GridSup.of(d, cells)
                .measure(new ErrorField(target, approximant), d, context.workers())
                .lower();
    }

    private static Curve constructed(
            NetworkKind kind, OptimalLineSetting parameters, Target target, RunContext context) {
        int count = parameters.cells().size();
        double[] sizes = new double[count];
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            int cells = parameters.cells().get(i);
            SobolevNetwork network = SobolevNetwork.of(kind, parameters.smoothness(), parameters.dimension(), cells);
            sizes[i] = network.size().parameters();
            errors[i] = error(target, network.evaluator(target), cells, context);
        }
        return new Curve(kind.name().toLowerCase(Locale.ROOT), Source.THEORY, sizes, errors);
    }

    private static Curve chebyshev(OptimalLineSetting parameters, Target target, RunContext context) {
        int count = parameters.cells().size();
        double[] sizes = new double[count];
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            int cells = parameters.cells().get(i);
            TensorChebyshev interpolant = TensorChebyshev.of(target, 2 * cells);
            sizes[i] = interpolant.parameters();
            errors[i] = error(target, interpolant, cells, context);
        }
        return new Curve("chebyshev", Source.THEORY, sizes, errors);
    }

    /** The best of the starts at each width; training points fill [0,1]^d, the network lives on [-1,1]^d. */
    private static Curve trained(OptimalLineSetting parameters, Target target, RunContext context) {
        int d = parameters.dimension();
        int perAxis = (int) Math.round(Math.pow(TRAINING_POINTS, 1.0 / d));
        int points = (int) Math.pow(perAxis, d);
        double[][] inputs = new double[points][d];
        double[] targets = new double[points];
        for (int p = 0; p < points; p++) {
            double[] x = new double[d];
            int rest = p;
            for (int k = 0; k < d; k++) {
                x[k] = (rest % perAxis + 0.5) / perAxis;
                inputs[p][k] = 2 * x[k] - 1;
                rest /= perAxis;
            }
            targets[p] = target.value(x);
        }
        int count = parameters.widths().size();
        double[] sizes = new double[count];
        double[] errors = new double[count];
        VariableProjection training = VariableProjection.withDefaults().withIterations(TRAINING_STEPS);
        for (int i = 0; i < count; i++) {
            context.checkCancelled();
            ShallowModel model = new ShallowModel(
                    parameters.activation(), d, parameters.widths().get(i));
            RandomStream random = context.random("start").child(model.width());
            sizes[i] = model.parameters();
            List<Double> found = context.workers().map(parameters.replicates(), s -> {
                ScalarField network = training.train(model, inputs, targets, random.child(s));
                return GridSup.of(d, d == 1 ? 32 : 8)
                        .measure(x -> target.value(x) - network.value(centred(x)), d)
                        .lower();
            });
            errors[i] = found.stream().mapToDouble(Double::doubleValue).min().getAsDouble();
        }
        return new Curve("trained", Source.SIMULATION, sizes, errors);
    }

    private static double[] centred(double[] x) {
        double[] u = new double[x.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = 2 * x[k] - 1;
        }
        return u;
    }

    private static void write(Curve curve, OptimalLineSetting parameters, double floor, Rows rows) {
        int n = parameters.smoothness();
        int d = parameters.dimension();
        RateFit fit = RateFit.of(curve.parameters, curve.errors, floor);
        String exponent = fit.points() < 2
                ? ""
                : String.format(Locale.ROOT, ", %.2f", fit.slope()).replace('-', '\u2212');
        for (int i = 0; i < curve.errors.length; i++) {
            double line = Widths.optimalLine(n, d, curve.parameters[i]);
            boolean noise = !(curve.errors[i] > floor);
            Rows.Row row = rows.row(curve.source);
            if (noise) {
                row.unresolved("error at the rounding floor " + floor);
            }
            row.set("method", curve.method)
                    .set("group", group(curve.method))
                    .set("series", title(curve, parameters) + exponent)
                    .set("parameters", (long) curve.parameters[i])
                    .set("supError", curve.errors[i])
                    .set("optimalLine", line)
                    .set("lowerLine", Widths.bumpLine(n, d, curve.parameters[i]))
                    .set("discontinuousLine", Widths.discontinuousLine(n, d, curve.parameters[i]))
                    .set("ratio", curve.errors[i] / line)
                    .add();
        }
        String name = Character.toUpperCase(curve.method.charAt(0)) + curve.method.substring(1);
        rows.summary("slope" + name, fit.slope());
        rows.summary("slope" + name + "HalfWidth", fit.halfWidth());
        rows.summary("slope" + name + "Message", fit.message().isEmpty() ? "resolved" : fit.message());
    }

    private static String group(String method) {
        return method.equals("trained") ? "trained" : method.equals("quadratic") ? "further" : "compared";
    }

    private static String title(Curve curve, OptimalLineSetting parameters) {
        return switch (curve.method) {
            case "polyrelu" -> "PolyReLU";
            case "relu" -> "ReLU";
            case "requ" -> "ReQU";
            case "chebyshev" -> "Chebyshev";
            case "trained" -> "trained " + Spelling.of(parameters.activation());
            default -> curve.method;
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
        for (Object d : values(axes, "dimension", wide)) {
            for (Object n : values(axes, "smoothness", wide)) {
                panels.add(panel(parameters, wide, d, n));
            }
        }
        Figure figure = panels.get(0);
        for (Figure panel : panels.subList(1, panels.size())) {
            figure = figure.beside(panel);
        }
        return List.of(figure.withCaption("Sup error against parameters for constructive networks, tensor Chebyshev"
                + " interpolation and trained networks of one hidden layer (best of "
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

    /** One pair of d and n; ranges leave room for the legend. */
    private static Figure panel(OptimalLineSetting parameters, boolean wide, Object d, Object n) {
        int dimension = wide ? ((Double) d).intValue() : parameters.dimension();
        int smoothness = wide ? ((Double) n).intValue() : parameters.smoothness();
        Target raw = parameters.target().of(dimension, smoothness);
        double floor = raw.smoothness() < smoothness
                ? SobolevRatesExperiment.FLOOR
                : SobolevRatesExperiment.FLOOR * raw.supremum(new int[dimension]) / raw.sobolevNorm(smoothness);
        Layer points = Layer.points("supError").where("group", "compared");
        Layer trained = Layer.points("supError").where("group", "trained");
        Layer line = Layer.dashed("optimalLine").where("group", "line");
        if (wide) {
            points = points.where("dimension", d).where("smoothness", n);
            trained = trained.where("dimension", d).where("smoothness", n);
            line = line.where("dimension", d).where("smoothness", n);
        }
        Figure figure = Figure.xy("optimal-line", "parameters", "supError")
                .withLogX()
                .withLogY()
                .withTitle("d = " + dimension + ", n = " + smoothness)
                .withLabels("parameters W", "sup error")
                .with(line.labelled("optimal (continuous)"))
                .with(points.by("series").labelled("{by}"))
                .with(trained.labelled("trained " + Spelling.of(parameters.activation())));
        if (parameters.replicates() > 0) {
            Layer fit = Layer.powerFit("supError")
                    .where("group", "trained")
                    .labelled(wide ? "its slope {exponent}" : "its fit");
            figure = figure.with(wide ? fit.where("dimension", d).where("smoothness", n) : fit);
        }
        if (!wide) {
            return figure.with(Layer.horizontal(floor).labelled("rounding floor"));
        }
        figure = figure.withXRange(5, dimension == 1 ? smoothness < 3 ? 2e6 : 5e8 : smoothness < 3 ? 5e10 : 5e13);
        return smoothness < 3
                ? figure.withYRange(smoothness == 1 ? 1e-8 : 1e-11, 10)
                : figure.with(Layer.horizontal(floor).labelled("rounding floor"))
                        .withYRange(floor / 5, 10);
    }

    @Override
    public List<Showcase<OptimalLineSetting>> showcases(Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Integer> cells = full ? List.of(4, 8, 16, 32, 64) : List.of(4, 8, 16, 32);
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
        for (int width : parameters.widths()) {
            seconds += parameters.replicates() * TRAINING_STEPS * 2e-9 * TRAINING_POINTS * width * width * 3;
        }
        return new Cost(seconds, Double.NaN);
    }
}
