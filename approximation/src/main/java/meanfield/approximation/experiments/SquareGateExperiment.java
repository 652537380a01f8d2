package meanfield.approximation.experiments;

import java.util.List;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphCount;
import meanfield.approximation.network.SquareGate;
import meanfield.approximation.rates.LinearPieces;
import meanfield.approximation.rates.RateFit;
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
 * The ReLU network that squares: error 4^-(m+1) with 8m - 1 parameters, to the bit.
 *
 * <pre>
 *   supError = max |f_m(x) - x²| over odd multiples x of 2^-(m+1)                                           (1)
 * </pre>
 *
 * (1) is taken with the explicit network at all odd multiples for m ≤ 12, beyond at 4,096 of them that are spread over the range
 * in which x² is a double. {@code maximalDeviation} is how far these errors are from 4^-(m+1): 0. The lower line is that of any
 * ReLU network with as many linear pieces. Summary: {@code digitsPerParameter}, the slope of ln(1/ε) against W.
 *
 * <p>Source: [Yarotsky2017], proposition 2.
 */
public final class SquareGateExperiment implements Experiment<SquareGateSetting> {
    private static final int SAMPLES = 4096;
    private static final int MANTISSA_LEVELS = 25;

    @Override
    public String id() {
        return "approximation.square-gate";
    }

    @Override
    public String claim() {
        return "A ReLU network of m levels squares on [0,1] with error exactly 4^-(m+1) and 8m-1 parameters"
                + " (Yarotsky 2017).";
    }

    @Override
    public SquareGateSetting defaults() {
        return new SquareGateSetting(List.of(16));
    }

    @Override
    public SquareGateSetting quick() {
        return new SquareGateSetting(List.of(10));
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("level", "m", "levels of the gate"),
                Column.integer("parameters", "W", "parameters of the skip-free network"),
                Column.integer("units", "U", "ReLU units"),
                Column.integer("hiddenLayers", "L", "hidden layers"),
                Column.number("supError", "\\epsilon", "largest error of the network at odd multiples of 2^-(m+1)"),
                Column.number("errorBound", "4^{-(m+1)}", "closed form of the sup error"),
                Column.number(
                        "maximalDeviation", "", "largest difference of an error at these points from the closed form"),
                Column.number("meanError", "", "L1 norm of the error"),
                Column.number("rootMeanSquareError", "", "L2 norm of the error"),
                Column.number("slopeError", "", "largest error of the slope"),
                Column.number("rootMeanSquareSlopeError", "", "L2 norm of the slope's error"),
                Column.number("linearPieces", "p", "linear pieces of the network's function"),
                Column.number("optimalLine", "", "least error of p linear pieces, 1/(8p^2)"),
                Column.number("fewestUnits", "", "units that any ReLU network needs for this error"));
    }

    @Override
    public void run(SquareGateSetting parameters, RunContext context, Rows rows) {
        List<Integer> levels = SizeList.upTo(parameters.levels());
        double[] sizes = new double[levels.size()];
        double[] errors = new double[levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            context.checkCancelled();
            SquareGate gate = new SquareGate(levels.get(i));
            Graph network = gate.network();
            GraphCount count = network.count();
            double[] range = errorRange(gate.levels(), network);
            sizes[i] = count.parameters();
            errors[i] = range[1];
            rows.row(Source.THEORY)
                    .set("level", gate.levels())
                    .set("parameters", count.parameters())
                    .set("units", count.units())
                    .set("hiddenLayers", count.hiddenLayers())
                    .set("supError", range[1])
                    .set("errorBound", gate.supError())
                    .set("maximalDeviation", Math.max(range[1] - gate.supError(), gate.supError() - range[0]))
                    .set("meanError", gate.meanError())
                    .set("rootMeanSquareError", gate.rootMeanSquareError())
                    .set("slopeError", gate.slopeError())
                    .set("rootMeanSquareSlopeError", gate.rootMeanSquareSlopeError())
                    .set("linearPieces", gate.pieces())
                    .set("optimalLine", LinearPieces.squareError(gate.pieces()))
                    .set("fewestUnits", LinearPieces.fewestUnits(2, 1, gate.supError()))
                    .add();
            context.progress((i + 1.0) / levels.size(), "level " + gate.levels());
        }
        double[] halved = java.util.Arrays.stream(sizes).map(w -> Math.exp(w)).toArray();
        RateFit fit = RateFit.of(halved, errors, 0);
        rows.summary("digitsPerParameter", levels.size() < 2 ? Double.NaN : -fit.slope() / Math.log(10));
    }

    /** Smallest and largest error at odd multiples of 2^-(m+1). */
    private static double[] errorRange(int m, Graph network) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        long odds = 1L << Math.min(m, MANTISSA_LEVELS);
        long step = Math.max(1, odds / SAMPLES);
        double[] x = new double[1];
        for (long j = 0; j < odds; j += step) {
            x[0] = Math.scalb(2.0 * j + 1, -(m + 1));
            double error = network.value(x) - x[0] * x[0];
            smallest = Math.min(smallest, error);
            largest = Math.max(largest, Math.abs(error));
        }
        return new double[] {smallest, largest};
    }

    @Override
    public List<Figure> figures(SquareGateSetting parameters, List<Axis> axes) {
        Figure error = Figure.xy("square-gate", "parameters", "supError")
                .withLogY()
                .withLabels("parameters W", "sup error of x^2")
                .with(Layer.line("errorBound").labelled("4^{-(m+1)}"))
                .with(Layer.points("supError").labelled("network, at odd multiples of 2^{-(m+1)}"))
                .with(Layer.dashed("optimalLine").labelled("least of 2^m linear pieces"))
                .withCaption(
                        "(a) Error of the skip-free ReLU network of width 3 against its parameters 8m − 1; each level"
                                + " divides it by 4. The network has as many pieces as it can use, but they interpolate:"
                                + " the best spline has half its error. (b) Units against the fewest that any ReLU network of any"
                                + " depth needs.");
        Figure units = Figure.xy("square-gate-units", "supError", "units")
                .withLogX()
                .withLabels("sup error", "ReLU units")
                .with(Layer.points("units").labelled("gate, 3m units"))
                .with(Layer.line("fewestUnits").labelled("lower line (e/4) ln(1/8\\epsilon)"));
        return List.of(error.beside(units));
    }

    @Override
    public List<String> references() {
        return List.of("Yarotsky2017");
    }
}
