package meanfield.approximation.attention;

import meanfield.core.Require;

/**
 * Softmax with a power in place of the exponential: a quotient of polynomials.
 *
 * <pre>
 *   out_j = s_j^p/(δ + Σ_i s_i^p)                                                                            (1)
 *   ∂out_j/∂s_i = p s_i^{p-1} (δ_{ij} - out_j)/(δ + Σ s^p)                                                   (2)
 * </pre>
 *
 * Scores are divided by their largest size first, which changes nothing and keeps powers in range. Edge cases: all scores
 * zero with δ = 0 is undefined and gives NaN. Source: [Zimerman2024].
 *
 * @param power p, even, in [2, 64]
 * @param offset δ ≥ 0
 */
public record PowerSoftmax(int power, double offset) {
    /** Checked. */
    public PowerSoftmax {
        Require.that(power >= 2 && power <= 64 && power % 2 == 0, "power", "be even and in [2, 64]", power);
        Require.nonNegative("offset", offset);
    }

    /** Equation (1). */
    public double[] value(double... scores) {
        double size = size(scores);
        double sum = offset / Math.pow(size, power);
        double[] out = new double[scores.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = Math.pow(scores[j] / size, power);
            sum += out[j];
        }
        for (int j = 0; j < out.length; j++) {
            out[j] /= sum;
        }
        return out;
    }

    /** Equation (2): entry [j][i]. */
    public double[][] jacobian(double... scores) {
        double[] out = value(scores);
        double size = size(scores);
        double sum = offset / Math.pow(size, power);
        for (double score : scores) {
            sum += Math.pow(score / size, power);
        }
        double[][] jacobian = new double[out.length][out.length];
        for (int i = 0; i < out.length; i++) {
            double slope = power * Math.pow(scores[i] / size, power - 1) / (sum * size);
            for (int j = 0; j < out.length; j++) {
                jacobian[j][i] = slope * ((i == j ? 1 : 0) - out[j]);
            }
        }
        return jacobian;
    }

    private static double size(double[] scores) {
        double size = 0;
        for (double score : scores) {
            size = Math.max(size, Math.abs(Require.finite("score", score)));
        }
        return size > 0 ? size : 1;
    }
}
