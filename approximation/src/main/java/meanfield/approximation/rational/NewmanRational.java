package meanfield.approximation.rational;

import meanfield.core.Require;

/**
 * Newman's explicit rational approximation of |x| on [-1, 1]: the first proof that kinks are cheap for quotients.
 *
 * <pre>
 *   r(x) = x (p(x) - p(-x))/(p(x) + p(-x)),   p(x) = Π_{k=0}^{n-1} (x + ξ^k),   ξ = e^{-1/√n}                (1)
 *   max ||x| - r(x)| ≤ 3 e^{-√n},   n ≥ 5                                                                    (2)
 * </pre>
 *
 * Type (n + 1, n) at most. Accuracy: rounding; p(-x)/p(x) is formed as a product of quotients, each at most 1 in size.
 * Source: [Newman1964].
 *
 * @param n degree
 */
public record NewmanRational(int n) {
    /** n in [1, 10000]. */
    public NewmanRational {
        Require.that(n >= 1 && n <= 10_000, "n", "be in [1, 10000]", n);
    }

    /** r(x), |x| ≤ 1. */
    public double value(double x) {
        double size = Math.abs(x);
        double quotient = 1; // p(-x)/p(x)
        for (int k = 0; k < n; k++) {
            double root = Math.exp(-k / Math.sqrt(n));
            quotient *= (root - size) / (root + size);
        }
        return size * (1 - quotient) / (1 + quotient);
    }

    /** The bound (2). */
    public double bound() {
        return 3 * Math.exp(-Math.sqrt(n));
    }
}
