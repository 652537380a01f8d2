package meanfield.approximation.attention;

import meanfield.core.Require;

/**
 * Softmax attention by additions and multiplications only.
 *
 * <pre>
 *   S_{ij} = q_i·k_j/√d,   e_{ij} = E_r(S_{ij} - shift),   O_i = Σ_j e_{ij} v_j · G_K(Σ_j e_{ij}/R)/R          (1)
 *   |O - O_exact| ≤ max|v| (η + 2δ/(1-δ)),   δ = max relative error of e,  η = max (1 - Σe/R)^{2^K}           (2)
 * </pre>
 *
 * shift keeps the arguments in [-2^r, 0], R the sums in (0, 2R). Exact attention is the same with e^x and 1/x. Source:
 * [Zimerman2024].
 *
 * @param exponential E_r
 * @param inverse G_K
 * @param shift taken off all scores
 * @param range R
 */
public record PolynomialAttention(
        PolynomialExponential exponential, PolynomialInverse inverse, double shift, double range) {
    /** Checked. */
    public PolynomialAttention {
        Require.present("exponential", exponential);
        Require.present("inverse", inverse);
        Require.finite("shift", shift);
        Require.positive("range", range);
    }

    /**
     * The result.
     *
     * @param output O, rows are tokens
     * @param bound right side of (2), infinite where it does not apply
     */
    public record Result(double[][] output, double bound) {}

    /** Equation (1): rows are tokens. */
    public Result apply(double[][] queries, double[][] keys, double[][] values) {
        double[][] scores = scores(queries, keys, values);
        double[][] out = new double[scores.length][];
        double delta = 0;
        double eta = 0;
        for (int i = 0; i < scores.length; i++) {
            double[] e = new double[keys.length];
            double sum = 0;
            for (int j = 0; j < e.length; j++) {
                e[j] = exponential.value(scores[i][j] - shift);
                double relative = Math.abs(exponential.relativeError(scores[i][j] - shift));
                delta = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : Math.max(delta, relative);
                sum += e[j];
            }
            double y = sum / range;
            eta = Math.max(eta, Math.abs(inverse.relativeError(y)));
            out[i] = combine(e, inverse.value(y) / range, values);
        }
        double largest = 0;
        for (double[] row : values) {
            for (double v : row) {
                largest = Math.max(largest, Math.abs(v));
            }
        }
        double bound = delta < 1 ? largest * (eta + 2 * delta / (1 - delta)) : Double.POSITIVE_INFINITY;
        return new Result(out, bound);
    }

    /** Softmax attention. */
    public static double[][] exact(double[][] queries, double[][] keys, double[][] values) {
        double[][] scores = scores(queries, keys, values);
        double[][] out = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            double[] e = softmax(scores[i]);
            out[i] = combine(e, 1, values);
        }
        return out;
    }

    /** e^{s_j}/Σ e^{s_i}, the largest score taken off first. */
    public static double[] softmax(double... scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double[] e = new double[scores.length];
        double sum = 0;
        for (int j = 0; j < e.length; j++) {
            e[j] = Math.exp(scores[j] - largest);
            sum += e[j];
        }
        for (int j = 0; j < e.length; j++) {
            e[j] /= sum;
        }
        return e;
    }

    private static double[] combine(double[] weights, double factor, double[][] values) {
        double[] out = new double[values[0].length];
        for (int j = 0; j < weights.length; j++) {
            for (int c = 0; c < out.length; c++) {
                out[c] += weights[j] * values[j][c];
            }
        }
        for (int c = 0; c < out.length; c++) {
            out[c] *= factor;
        }
        return out;
    }

    private static double[][] scores(double[][] queries, double[][] keys, double[][] values) {
        Require.that(queries.length > 0, "queries", "have at least one row", queries.length);
        Require.that(keys.length > 0, "keys", "have at least one row", keys.length);
        Require.that(values.length == keys.length, "values", "have " + keys.length + " rows", values.length);
        int d = keys[0].length;
        double[][] scores = new double[queries.length][keys.length];
        for (int i = 0; i < queries.length; i++) {
            Require.that(queries[i].length == d, "queries", "have " + d + " columns", queries[i].length);
            for (int j = 0; j < keys.length; j++) {
                for (int c = 0; c < d; c++) {
                    scores[i][j] += queries[i][c] * keys[j][c] / Math.sqrt(d);
                }
            }
        }
        return scores;
    }
}
