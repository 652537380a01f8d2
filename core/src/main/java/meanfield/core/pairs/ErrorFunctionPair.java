package meanfield.core.pairs;

/**
 * The error function on one pair.
 *
 * <pre>
 *   s = α_i α_j (1 - m) = 1 - w,   s_i = α_i² = 1 - β_i²,   m the gap of the pair                              (1)
 *   A(s_i) - A(s) = arcsin((s_i - s)(s_i + s)/(s_i c + s c_i)),   c = √(1 - s²)                              (2)
 *   s_i - s = α_i (α_i - α_j) + α_i α_j m,   α_i - α_j = (β_j - β_i)(β_j + β_i)/(α_i + α_j)                  (3)
 * </pre>
 *
 * No difference of rounded numbers is left in (2) and (3), so that the sum over both inputs, second order in their
 * distance, keeps the digits of an angle.
 */
public final class ErrorFunctionPair {
    private final double weight;
    private final double otherWeight;
    private final double bias;
    private final double otherBias;
    private final double gap;
    private final double sine;

    /**
     * A pair.
     *
     * @param weight α_i
     * @param otherWeight α_j
     * @param bias β_i
     * @param otherBias β_j
     * @param gap m
     */
    public ErrorFunctionPair(double weight, double otherWeight, double bias, double otherBias, double gap) {
        this.weight = weight;
        this.otherWeight = otherWeight;
        this.bias = bias;
        this.otherBias = otherBias;
        this.gap = gap;
        double da = weight - otherWeight;
        double db = bias - otherBias;
        double w = weight * otherWeight * gap + 0.5 * (da * da + db * db) + bias * otherBias;
        this.sine = Math.sqrt(w * (2 - w));
    }

    /** √(1 - s²). */
    public double sine() {
        return sine;
    }

    /** 1 - |r′|, with f_i = 1/√A(s_i). */
    public double gap(double value, double otherValue) {
        double difference = (otherBias - bias) * (otherBias + bias) / (weight + otherWeight);
        double s = weight * otherWeight * (1 - gap);
        double shared = weight * otherWeight * gap;
        double sum = rise(weight, bias, weight * difference + shared, s)
                + rise(otherWeight, otherBias, shared - otherWeight * difference, s);
        double own = weight * weight;
        double others = otherWeight * otherWeight;
        // √A_i - √A_j from A_i - A_j
        double turn =
                difference * (weight + otherWeight) * (own + others) / (own * sine(otherBias) + others * sine(bias));
        double roots = Math.asin(turn) / (1 / value + 1 / otherValue);
        return Math.max(0, 0.5 * value * otherValue * (sum - roots * roots));
    }

    /** A(α²) - A(s), given α² - s. */
    private double rise(double ownWeight, double ownBias, double excess, double s) {
        double own = ownWeight * ownWeight;
        double denominator = own * sine + s * sine(ownBias);
        return denominator == 0 ? 0 : Math.asin(excess * (own + s) / denominator);
    }

    /** √(1 - α⁴) = β √(2 - β²). */
    private static double sine(double bias) {
        return bias * Math.sqrt(2 - bias * bias);
    }
}
