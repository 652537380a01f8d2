package meanfield.approximation.experiments.baselines;

import java.util.Collections;
import java.util.List;
import meanfield.approximation.classical.MinimaxPolynomial;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.rational.RationalMinimax;
import meanfield.approximation.rational.RationalRectifier;
import meanfield.approximation.rational.RationalRemez;
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
 * ReLU by rational functions against their number of parameters: composed, best of one type, and polynomial.
 *
 * <pre>
 *   composition of k factors of degree r:   parameters k (r+1),   error ≈ e^{-π √(r^k)} up to factors         (1)
 *   best rational of type (n, n):           parameters 2n+1,      error → 4 e^{-π√n}                          (2)
 *   best polynomial of degree n:            parameters n+1,       error → 0.1401/n                            (3)
 * </pre>
 *
 * (2) and (3) are half of the errors for |x|: ReLU is (|x| + x)/2, which gives the upper half of (2) at type (n+1, n).
 * Measured errors are maxima over 40 001 points of [-1, 1], dense at 0. Source: [Boulle2020], [Nakatsukasa2016].
 */
public final class ZolotarevExperiment implements Experiment<ZolotarevStages> {
    private static final int POINTS = 20_000;

    @Override
    public String id() {
        return "approximation.zolotarev";
    }

    @Override
    public String claim() {
        return "Compositions of k rational functions of degree 3 reach ReLU with O(log log 1/error) parameters (Boulle,"
                + " Nakatsukasa and Townsend 2020).";
    }

    @Override
    public ZolotarevStages defaults() {
        return new ZolotarevStages(4, 3);
    }

    @Override
    public ZolotarevStages quick() {
        return new ZolotarevStages(3, 3);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("stages", "k", "composed factors"),
                Column.number("degree", "r^k", "degree of the composition"),
                Column.integer("parameters", "W", "coefficients of all factors"),
                Column.number("gap", "\\ell", "half-width of the gap that balances inner and outer error"),
                Column.number("signError", "e", "error of the sign beyond the gap"),
                Column.number("reluError", "", "sup error of the rational ReLU"),
                Column.number("measuredError", "", "largest error found on a grid")
                        .withTolerance(1e-4),
                Column.number("bestRationalError", "", "best rational ReLU of type (n+1, n) with as many parameters")
                        .withTolerance(1e-6),
                Column.number("polynomialError", "", "best polynomial with as many parameters"));
    }

    @Override
    public void run(ZolotarevStages parameters, RunContext context, Rows rows) {
        for (int k = 1; k <= parameters.stages(); k++) {
            context.checkCancelled();
            RationalRectifier rectifier = RationalRectifier.of(Collections.nCopies(k, parameters.degree()));
            int count = rectifier.parameters();
            int n = count / 2 - 1; // type (n+1, n) has 2n + 2 coefficients
            RationalMinimax best = RationalRemez.withDefaults().solve(StandardFunction.RELU, n + 1, n);
            MinimaxPolynomial polynomial = PolynomialRemez.withDefaults().solve(StandardFunction.RELU, count - 1);
            rows.row(Source.THEORY)
                    .set("stages", k)
                    .set("degree", rectifier.sign().degree())
                    .set("parameters", count)
                    .set("gap", rectifier.sign().gap())
                    .set("signError", rectifier.sign().error())
                    .set("reluError", rectifier.error())
                    .set("measuredError", measured(rectifier))
                    .set("bestRationalError", best.minimaxError())
                    .set("polynomialError", polynomial.orThrow().minimaxError())
                    .add();
        }
    }

    /** On ±x, x = 10^{-12 i/n}: dense at 0, where the inner error is. */
    private static double measured(RationalRectifier rectifier) {
        double largest = 0;
        for (int i = 0; i <= POINTS; i++) {
            double x = Math.pow(10, -12.0 * i / POINTS);
            largest = Math.max(largest, Math.abs(x - rectifier.value(x)));
            largest = Math.max(largest, Math.abs(rectifier.value(-x)));
        }
        return largest;
    }

    @Override
    public List<Figure> figures(ZolotarevStages parameters, List<Axis> axes) {
        return List.of(Figure.xy("zolotarev", "parameters", "reluError")
                .with(Layer.line("reluError").labelled("composition, theory"))
                .with(Layer.points("measuredError").labelled("composition, measured"))
                .with(Layer.dashed("bestRationalError").labelled("best rational of one type"))
                .with(Layer.dashed("polynomialError").labelled("best polynomial"))
                .withLogY()
                .withLabels("parameters", "sup error on [-1, 1]")
                .withTitle("ReLU by rational functions")
                .withCaption("Compositions of Zolotarev functions of degree " + parameters.degree()
                        + " against the best rational function and the best polynomial with as many parameters: every"
                        + " factor multiplies the number of digits."));
    }

    @Override
    public List<String> references() {
        return List.of("Boulle2020", "Nakatsukasa2016", "Zolotarev1877");
    }
}
