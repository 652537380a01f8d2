package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.emulation.EmulationSize;
import meanfield.approximation.emulation.ReluEmulation;
import meanfield.approximation.network.GraphCount;
import meanfield.approximation.rates.RateFit;
import meanfield.core.activation.PolyRelu;
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
 * How many ReLU units a PolyReLU unit is worth: between two lines in ln(1/ε).
 *
 * <pre>
 *   upper:  gates of m levels, error ≤ Σ_i |a_i| (i-1) B^i 4^-(m+1)                                          (1)
 *   lower:  U ≥ (e/4) ln(κℓ²/(16ε)) for any ReLU network of any depth, |g″| ≥ κ on a segment of length ℓ       (2)
 * </pre>
 *
 * Rows: {@code function} is {@code square} (x² on [0, 1]), {@code cube} (x³) and {@code polyrelu} (the coefficients of the setting on
 * [-B, B]). The other direction is exact: a ReLU network is a PolyReLU network of the same size. The published lower bound
 * Ω(KL ln 1/ε) for every PolyReLU network cannot hold and is not drawn; see
 * {@link meanfield.approximation.emulation.EmulationSize}. Summary: {@code unitsPerLogarithm…}, the slope of U against ln(1/ε).
 *
 * <p>Source: [Zhuo2025], theorem 2, corrected; [Yarotsky2017], [Telgarsky2017].
 */
public final class PolyReluVersusReluExperiment implements Experiment<EmulationSetting> {
    private static final int POINTS = 20_011;

    /** A function to emulate: coefficients a₁ …, domain, and a segment of least curvature. */
    private record Emulated(String name, double[] coefficients, double bound, double curvature, double length) {}

    @Override
    public String id() {
        return "approximation.polyrelu-versus-relu";
    }

    @Override
    public String claim() {
        return "A ReLU network that emulates a curved PolyReLU unit to accuracy ε needs and has of the order of ln(1/ε) units;"
                + " the converse costs nothing (Zhuo et al. 2025, theorem corrected).";
    }

    @Override
    public EmulationSetting defaults() {
        return new EmulationSetting(List.of(0.0, 1.0 / 3, 1.0 / 3, 1.0 / 3), List.of(12), 1);
    }

    @Override
    public EmulationSetting quick() {
        return new EmulationSetting(List.of(0.0, 1.0 / 3, 1.0 / 3, 1.0 / 3), List.of(8), 1);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.text("function", "square, cube or polyrelu"),
                Column.integer("level", "m", "levels of the gates"),
                Column.number("supError", "\\epsilon", "largest error found on the domain")
                        .withTolerance(1e-6),
                Column.number("errorBound", "", "bound (1)"),
                Column.number("logError", "ln(1/\\epsilon)", "ln(1/supError)"),
                Column.integer("units", "U", "ReLU units of the emulation"),
                Column.integer("parameters", "W", "its parameters"),
                Column.integer("hiddenLayers", "L", "its hidden layers"),
                Column.number("fewestUnits", "", "units that any ReLU network needs, (2)"),
                Column.integer("polyReluUnits", "", "PolyReLU units that do the same exactly"));
    }

    @Override
    public void run(EmulationSetting parameters, RunContext context, Rows rows) {
        double[] own = parameters.coefficients().stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double bound = parameters.bound();
        List<Emulated> functions = List.of(
                new Emulated("square", new double[] {0, 1}, 1, 2, 1),
                new Emulated("cube", new double[] {0, 0, 1}, 1, 3, 0.5),
                curved(own, bound));
        List<Integer> levels = SizeList.upTo(parameters.levels());
        for (Emulated each : functions) {
            double[] logs = new double[levels.size()];
            double[] units = new double[levels.size()];
            for (int i = 0; i < levels.size(); i++) {
                context.checkCancelled();
                row(each, levels.get(i), rows, logs, units, i);
            }
            String name = Character.toUpperCase(each.name.charAt(0)) + each.name.substring(1);
            rows.summary("unitsPerLogarithm" + name, slope(logs, units));
        }
    }

    private static void row(Emulated each, int level, Rows rows, double[] logs, double[] units, int i) {
        List<Double> coefficients =
                java.util.Arrays.stream(each.coefficients).boxed().toList();
        ReluEmulation emulation = new ReluEmulation(coefficients, level, each.bound);
        double error = emulation.supError(POINTS);
        GraphCount count = emulation.network().count();
        logs[i] = -Math.log(error);
        units[i] = count.units();
        rows.row(Source.THEORY)
                .set("function", each.name)
                .set("level", level)
                .set("supError", error)
                .set("errorBound", emulation.errorBound())
                .set("logError", error > 0 ? -Math.log(error) : Double.NaN)
                .set("units", count.units())
                .set("parameters", count.parameters())
                .set("hiddenLayers", count.hiddenLayers())
                .set(
                        "fewestUnits",
                        error > 0 ? EmulationSize.necessaryUnits(each.curvature, each.length, error) : Double.NaN)
                .set("polyReluUnits", 1)
                .add();
    }

    /** The unit with the segment of [0, B] that gives the highest lower line: κℓ² over 200 × 200 segments. */
    private static Emulated curved(double[] own, double bound) {
        double[] all = new double[own.length + 1];
        System.arraycopy(own, 0, all, 1, own.length);
        PolyRelu unit = PolyRelu.of(all);
        int steps = 200;
        double best = 0;
        double bestCurvature = 0;
        double bestLength = bound;
        for (int from = 0; from < steps; from++) {
            double least = Double.POSITIVE_INFINITY;
            double sign = 0;
            for (int to = from; to <= steps; to++) {
                double bend = unit.secondDerivative(bound * Math.max(to, 1e-9) / steps);
                if (to > from && bend * sign <= 0) {
                    break;
                }
                sign = bend;
                least = Math.min(least, Math.abs(bend));
                double length = bound * (to - from) / steps;
                if (least * length * length > best) {
                    best = least * length * length;
                    bestCurvature = least;
                    bestLength = length;
                }
            }
        }
        return new Emulated("polyrelu", own, bound, bestCurvature, bestLength);
    }

    /** Least squares slope of units against logarithms, by a power law in exponentials. */
    private static double slope(double[] logs, double[] units) {
        double[] x = java.util.Arrays.stream(logs).map(Math::exp).toArray();
        double[] y = java.util.Arrays.stream(units).map(Math::exp).toArray();
        boolean finite = java.util.Arrays.stream(x).allMatch(Double::isFinite)
                && java.util.Arrays.stream(y).allMatch(Double::isFinite);
        return finite && x.length > 1 ? RateFit.of(x, y, 0).slope() : Double.NaN;
    }

    @Override
    public List<Figure> figures(EmulationSetting parameters, List<Axis> axes) {
        Figure figure = Figure.xy("polyrelu-versus-relu", "logError", "units")
                .withLabels("ln(1/\\epsilon)", "ReLU units")
                .with(Layer.points("units").by("function"))
                .with(Layer.line("fewestUnits").by("function").labelled("lower line, any depth"))
                .withCaption(
                        "ReLU units that emulate x², x³ and one PolyReLU unit, against the logarithm of the accuracy: gates"
                                + " (points) and the lower line for any ReLU network. PolyReLU needs one unit, exactly. Both are"
                                + " linear in ln(1/ε), without further factors.");
        return List.of(figure);
    }

    @Override
    public List<String> references() {
        return List.of("Zhuo2025", "Yarotsky2017", "Telgarsky2017");
    }
}
