package meanfield.core.activation;

import meanfield.core.Require;

/**
 * Normalized powers over a feature axis, the second activation of the polynomial compositions; a map of vectors, not an
 * {@link Activation} of one number.
 *
 * <pre>
 *   y = w₁ x³/‖x³‖ + w₂ x²/‖x²‖ + w₃ x/‖x‖ + b     (powers by entry)                                        (1)
 *   ∂y_j/∂x_k = Σ_i w_i i x_k^{i-1} (δ_jk - u_j u_k/c)/‖x^i‖,   u = x^i/‖x^i‖                                 (2)
 *   MEAN_SQUARE:  ‖v‖ = √(mean v² + ε), c = number of features;   EUCLIDEAN:  ‖v‖ = √(Σ v²), c = 1
 * </pre>
 *
 * Symbols: w₁, w₂, w₃ cubicWeight, squareWeight, linearWeight; b bias; ε epsilon. Convention: public code divides by the root
 * mean square with ε inside the root and orders the weights cubic, square, linear; the paper writes the Euclidean norm. The
 * two differ by √features. Edge cases: a vector of zeros has no direction, EUCLIDEAN gives NaN there.
 *
 * <p>Source: [Zhuo2025], section 2.
 *
 * @param cubicWeight w₁
 * @param squareWeight w₂
 * @param linearWeight w₃
 * @param bias b
 * @param norm which norm divides the powers
 * @param epsilon ε ≥ 0, used by MEAN_SQUARE only
 */
public record PolyNorm(
        double cubicWeight, double squareWeight, double linearWeight, double bias, Norm norm, double epsilon) {
    /** The norm in the denominators. */
    public enum Norm {
        /** √(mean v² + ε). */
        MEAN_SQUARE,
        /** √(Σ v²). */
        EUCLIDEAN
    }

    /** Finite numbers. */
    public PolyNorm {
        Require.finite("cubicWeight", cubicWeight);
        Require.finite("squareWeight", squareWeight);
        Require.finite("linearWeight", linearWeight);
        Require.finite("bias", bias);
        Require.present("norm", norm);
        Require.nonNegative("epsilon", epsilon);
    }

    /** The published initial values: weights 1/3, bias 0, root mean square with ε = 1e-6. */
    public static PolyNorm withDefaults() {
        double third = 1.0 / 3;
        return new PolyNorm(third, third, third, 0, Norm.MEAN_SQUARE, 1e-6);
    }

    /** The same weights with another norm. */
    public PolyNorm withNorm(Norm newNorm) {
        return new PolyNorm(cubicWeight, squareWeight, linearWeight, bias, newNorm, epsilon);
    }

    /** y of equation (1). */
    public double[] value(double... x) {
        Require.that(x.length > 0, "x", "have features", x.length);
        double[] y = new double[x.length];
        java.util.Arrays.fill(y, bias);
        for (int power = 1; power <= 3; power++) {
            double scale = weight(power) / length(x, power);
            for (int j = 0; j < x.length; j++) {
                y[j] += scale * power(x[j], power);
            }
        }
        return y;
    }

    /** Row j, column k: ∂y_j/∂x_k of equation (2). */
    public double[][] jacobian(double... x) {
        Require.that(x.length > 0, "x", "have features", x.length);
        double count = norm == Norm.MEAN_SQUARE ? x.length : 1;
        double[][] rows = new double[x.length][x.length];
        for (int power = 1; power <= 3; power++) {
            double length = length(x, power);
            for (int j = 0; j < x.length; j++) {
                double u = power(x[j], power) / length;
                for (int k = 0; k < x.length; k++) {
                    double v = power(x[k], power) / length;
                    double slope = weight(power) * power * power(x[k], power - 1) / length;
                    rows[j][k] += slope * ((j == k ? 1 : 0) - u * v / count);
                }
            }
        }
        return rows;
    }

    private double weight(int power) {
        return power == 3 ? cubicWeight : power == 2 ? squareWeight : linearWeight;
    }

    private double length(double[] x, int power) {
        double squares = 0;
        for (double entry : x) {
            squares += power(entry, 2 * power);
        }
        return Math.sqrt(norm == Norm.MEAN_SQUARE ? squares / x.length + epsilon : squares);
    }

    private static double power(double x, int power) {
        double result = 1;
        for (int i = 0; i < power; i++) {
            result *= x;
        }
        return result;
    }
}
