package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.sobolev.ErrorField;
import meanfield.approximation.sobolev.NetworkKind;
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
 * The same networks in W^{1,∞}: the error of the derivative loses one power of N.
 *
 * <pre>
 *   supError ~ N^-n,   derivativeError = max_k sup |∂_k f - ∂_k f_N| ~ N^-(n-1)                              (1)
 * </pre>
 *
 * A gate of m levels has slopes wrong by 2^-m, so that ReLU networks get 2m + 2 levels here: with the levels that the sup error
 * needs they would lose half of their order, not one power. Rational hats round their kinks, within a gap far below the grid. Both are maxima over midpoints of the reference grid, because derivatives of hats jump at its nodes. Summary: slopes against N with
 * 95 % intervals over N ≥ 16 (d = 1), N ≥ 8 (d ≥ 2), or all points where fewer than four are left.
 *
 * <p>Source: [Guhring2020] for ReLU; section on PolyReLU: [Zhuo2025].
 */
public final class DerivativeRatesExperiment implements Experiment<DerivativeRatesSetting> {
    @Override
    public String id() {
        return "approximation.derivative-rates";
    }

    @Override
    public String claim() {
        return "The derivative of a constructive network approximates that of the target one power of N worse"
                + " (Gühring, Kutyniok and Petersen 2020).";
    }

    @Override
    public DerivativeRatesSetting defaults() {
        return new DerivativeRatesSetting(
                TargetFunction.SINE, 3, 1, NetworkKind.POLYRELU, List.of(8, 16, 32, 64, 128, 256));
    }

    @Override
    public DerivativeRatesSetting quick() {
        return new DerivativeRatesSetting(TargetFunction.SINE, 2, 1, NetworkKind.POLYRELU, List.of(16, 20, 24, 32));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("cells", "N", "cells an axis"),
                Column.integer("parameters", "W", "parameters of the network"),
                Column.number("supError", "\\epsilon", "largest error at midpoints")
                        .withTolerance(1e-7),
                Column.number("derivativeError", "\\epsilon_1", "largest error of a first derivative at midpoints")
                        .withTolerance(1e-7));
    }

    @Override
    public void run(DerivativeRatesSetting parameters, RunContext context, Rows rows) {
        int n = parameters.smoothness();
        int d = parameters.dimension();
        Target raw = parameters.target().of(d, n);
        if (raw.smoothness() < n) {
            rows.row(Source.THEORY)
                    .failed("target " + raw.label() + " has bounded derivatives up to order " + raw.smoothness()
                            + " only, a construction of smoothness " + n + " needs more")
                    .add();
            return;
        }
        Target target = raw.normalized(n);
        List<Integer> cells = parameters.cells();
        double[] values = new double[cells.size()];
        double[] slopes = new double[cells.size()];
        for (int i = 0; i < values.length; i++) {
            context.checkCancelled();
            SobolevNetwork network = network(parameters, cells.get(i));
            GridSup grid = GridSup.of(d, cells.get(i)).atMidpoints();
            values[i] = grid.measure(new ErrorField(target, network.evaluator(target)), d, context.workers())
                    .lower();
            for (int k = 0; k < d; k++) {
                int[] alpha = new int[d];
                alpha[k] = 1;
                ErrorField slope = new ErrorField(x -> target.derivative(alpha, x), network.derivative(target, k));
                double found = grid.measure(slope, d, context.workers()).lower();
                slopes[i] = Math.max(slopes[i], found);
            }
            context.progress((i + 1.0) / values.length, "cells " + cells.get(i));
        }
        write(parameters, values, slopes, rows);
    }

    /** The network; ReLU with gates twice as deep. */
    private static SobolevNetwork network(DerivativeRatesSetting parameters, int cells) {
        SobolevNetwork plain =
                SobolevNetwork.of(parameters.activation(), parameters.smoothness(), parameters.dimension(), cells);
        return plain.withLevels(plain.levels() > 0 ? 2 * plain.levels() + 2 : 0);
    }

    private static void write(DerivativeRatesSetting parameters, double[] values, double[] slopes, Rows rows) {
        List<Integer> cells = parameters.cells();
        int from = parameters.dimension() == 1 ? 16 : 8;
        boolean enough = cells.stream().filter(size -> size >= from).count() >= RateFit.FEWEST_POINTS;
        int first = 0;
        while (enough && cells.get(first) < from) {
            first++;
        }
        int skip = first;
        double[] sizes =
                cells.stream().skip(skip).mapToDouble(Integer::doubleValue).toArray();
        RateFit value = RateFit.of(sizes, java.util.Arrays.copyOfRange(values, skip, values.length), 1e-13);
        RateFit slope = RateFit.of(sizes, java.util.Arrays.copyOfRange(slopes, skip, slopes.length), 1e-12);
        for (int i = 0; i < values.length; i++) {
            boolean complain = i == values.length - 1 && values.length > 1 && !slope.resolved();
            SobolevNetwork network = network(parameters, cells.get(i));
            Rows.Row row = rows.row(Source.THEORY);
            if (complain) {
                row.unresolved(slope.message());
            }
            row.set("cells", cells.get(i))
                    .set("parameters", network.size().parameters())
                    .set("supError", values[i])
                    .set("derivativeError", slopes[i])
                    .add();
        }
        SizeList.summarize(rows, "slopeValue", value);
        SizeList.summarize(rows, "slopeDerivative", slope);
    }

    @Override
    public List<Figure> figures(DerivativeRatesSetting parameters, List<Axis> axes) {
        int n = parameters.smoothness();
        return List.of(Figure.xy("derivative-rates", "cells", "supError")
                .withLogX()
                .withLogY()
                .withLabels("cells N", "sup error")
                .withTitle(Spelling.of(parameters.activation()) + ", "
                        + parameters.target().label() + ", n = " + n)
                .with(Layer.points("derivativeError")
                        .labelled("f\u2032, slope {slopeDerivative:.3f} ± {slopeDerivativeHalfWidth:.3f}"))
                .with(Layer.points("supError").labelled("f, slope {slopeValue:.3f} ± {slopeValueHalfWidth:.3f}"))
                .with(Layer.slopeGuide("derivativeError", 1 - n))
                .with(Layer.slopeGuide("supError", -n))
                .withCaption(
                        "Sup errors of the network and of its first derivatives at midpoints of the reference grid. The"
                                + " derivative loses one power of N."));
    }

    @Override
    public List<String> references() {
        return List.of("Guhring2020", "Zhuo2025");
    }
}
