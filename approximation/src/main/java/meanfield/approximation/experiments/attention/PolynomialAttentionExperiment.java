package meanfield.approximation.experiments.attention;

import java.util.List;
import meanfield.approximation.attention.PolynomialAttention;
import meanfield.approximation.attention.PolynomialExponential;
import meanfield.approximation.attention.PolynomialInverse;
import meanfield.core.random.RandomStream;
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
 * Softmax attention by polynomials on drawn tokens: error against the depth spent on exponential and inverse.
 *
 * <pre>
 *   error ≤ max|v| (η + 2δ/(1-δ));   δ ~ (s - shift)²/2^{r+1},   η = (1 - Σ/R)^{2^K}                           (1)
 * </pre>
 *
 * Queries, keys and values are standard normal; R is the number of tokens. Where a score leaves [-2^r, 0] the bound is
 * infinite and the number says so by itself. Source: [Zimerman2024].
 */
public final class PolynomialAttentionExperiment implements Experiment<AttentionSteps> {
    @Override
    public String id() {
        return "approximation.polynomial-attention";
    }

    @Override
    public String claim() {
        return "Softmax attention needs only additions and multiplications: each squaring halves the error of the exponential,"
                + " each step of the inverse doubles its digits.";
    }

    @Override
    public AttentionSteps defaults() {
        return new AttentionSteps(16, 8, List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16), List.of(3, 5, 7, 9), 3);
    }

    @Override
    public AttentionSteps quick() {
        return new AttentionSteps(8, 4, List.of(3, 5, 7, 9, 11), List.of(3, 5, 7), 3);
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Column.integer("squarings", "r", "squarings of the exponential"),
                Column.integer("inverseSteps", "K", "steps of the inverse"),
                Column.integer("depth", "", "multiplications in a row, r + K + 2"),
                Column.number("maxError", "", "largest error of an output entry")
                        .withTolerance(1e-6),
                Column.number("errorBound", "", "bound (1)").withTolerance(1e-6),
                Column.number("exponentialError", "", "sup error of the exponential on [-2^r, 0]"));
    }

    @Override
    public void run(AttentionSteps parameters, RunContext context, Rows rows) {
        double[][] queries = draw(parameters, context.random("queries"));
        double[][] keys = draw(parameters, context.random("keys"));
        double[][] values = draw(parameters, context.random("values"));
        double[][] exact = PolynomialAttention.exact(queries, keys, values);
        for (int k : parameters.inverseSteps()) {
            for (int r : parameters.squarings()) {
                context.checkCancelled();
                PolynomialExponential exponential = new PolynomialExponential(r);
                PolynomialAttention attention = new PolynomialAttention(
                        exponential, new PolynomialInverse(k), parameters.shift(), parameters.tokens());
                PolynomialAttention.Result result = attention.apply(queries, keys, values);
                rows.row(Source.THEORY)
                        .set("squarings", r)
                        .set("inverseSteps", k)
                        .set("depth", r + k + 2)
                        .set("maxError", difference(exact, result.output()))
                        .set("errorBound", result.bound())
                        .set("exponentialError", exponential.supError(Math.scalb(1.0, r)))
                        .add();
            }
        }
    }

    private static double[][] draw(AttentionSteps parameters, RandomStream random) {
        double[][] rows = new double[parameters.tokens()][parameters.dimension()];
        for (double[] row : rows) {
            random.fillGaussian(row);
        }
        return rows;
    }

    private static double difference(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < a[i].length; c++) {
                double error = Math.abs(a[i][c] - b[i][c]);
                largest = error <= largest ? largest : error;
            }
        }
        return largest;
    }

    @Override
    public List<Figure> figures(AttentionSteps parameters, List<Axis> axes) {
        return List.of(Figure.xy("polynomial-attention", "squarings", "maxError")
                .with(Layer.dashed("errorBound").by("inverseSteps").labelled("bound, K = {by}"))
                .with(Layer.points("maxError").by("inverseSteps").labelled("error, K = {by}"))
                .withLogY()
                .withLabels("squarings r of the exponential", "largest error of the output")
                .withTitle("Softmax attention by polynomials")
                .withCaption(
                        "Error of attention with (1 + x/2^r)^(2^r) for the exponential and K steps of Goldschmidt's"
                                + " inverse, against its bound: the worse of both parts decides."));
    }

    @Override
    public List<String> references() {
        return List.of("Zimerman2024");
    }
}
