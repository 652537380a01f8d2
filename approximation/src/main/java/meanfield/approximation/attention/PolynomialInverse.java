package meanfield.approximation.attention;

import meanfield.core.Require;

/**
 * 1/y on (0, 2) by Goldschmidt's product, and the best that any polynomial of the same degree does.
 *
 * <pre>
 *   G_K(y) = Π_{i &lt; K} (1 + (1-y)^{2^i}),   1 - y G_K(y) = (1-y)^{2^K},   degree 2^K - 1                      (1)
 *   min_{deg p ≤ n} max_{[a,1]} |1/y - p| = 2/(1-a) · (c - √(c²-1))^n/(c²-1),   c = (1+a)/(1-a)              (2)
 * </pre>
 *
 * Multiplicative depth K + 1.
 *
 * @param steps K in [0, 40]
 */
public record PolynomialInverse(int steps) {
    /** Checked. */
    public PolynomialInverse {
        Require.that(steps >= 0 && steps <= 40, "steps", "be in [0, 40]", steps);
    }

    /** G_K(y). */
    public double value(double y) {
        double power = 1 - y;
        double product = 1;
        for (int i = 0; i < steps; i++) {
            product *= 1 + power;
            power *= power;
        }
        return product;
    }

    /** (1-y)^{2^K}. */
    public double relativeError(double y) {
        double power = 1 - y;
        for (int i = 0; i < steps; i++) {
            power *= power;
        }
        return power;
    }

    /** Equation (2). */
    public static double minimaxError(double a, int degree) {
        Require.that(a > 0 && a < 1, "a", "be in (0, 1)", a);
        Require.atLeast("degree", degree, 0);
        double root = Math.sqrt(a);
        // c - √(c²-1) = (1-√a)/(1+√a), c² - 1 = 4a/(1-a)²
        return 0.5 * (1 - a) / a * Math.pow((1 - root) / (1 + root), degree);
    }
}
