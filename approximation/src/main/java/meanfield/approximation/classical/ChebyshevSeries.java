package meanfield.approximation.classical;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;

/**
 * A polynomial as a sum of Chebyshev polynomials, by interpolation or by truncation of the infinite series.
 *
 * <pre>
 *   p(x) = Σ_{k=0}^n c_k T_k(t),   t = (2x - a - b)/(b - a)                                                 (1)
 *   interpolation at x_j = cos(π j/n):   c_k = (2 - δ_{k0} - δ_{kn})/n Σ″_j f(x_j) cos(π j k/n)             (2)
 * </pre>
 *
 * Convention: c₀ is not halved. Near-best: interpolation loses a factor ≤ 2 + (2/π) ln(n+1) against the best polynomial.
 * Cost: (2) takes n² operations. Source: [Trefethen2013].
 */
public final class ChebyshevSeries {
    private final double low;
    private final double high;
    private final double[] coefficients;

    private ChebyshevSeries(double low, double high, double[] coefficients) {
        this.low = low;
        this.high = high;
        this.coefficients = coefficients;
    }

    /** With these coefficients on an interval. */
    public static ChebyshevSeries of(double low, double high, double... coefficients) {
        Require.finite("low", low);
        Require.that(Double.isFinite(high) && high > low, "high", "be finite and > low = " + low, high);
        Require.that(coefficients.length > 0, "coefficients", "have at least one entry", coefficients.length);
        return new ChebyshevSeries(low, high, coefficients.clone());
    }

    /** The interpolant at n + 1 Chebyshev-Lobatto points, equation (2); at the middle for n = 0. */
    public static ChebyshevSeries interpolating(RealFunction function, int degree) {
        return interpolating(function::value, function.low(), function.high(), degree);
    }

    /**
     * The first terms of the infinite series: closed forms where they are known, otherwise the coefficients of an
     * interpolant of degree n + 400, which for the other functions here equals them to rounding.
     */
    public static ChebyshevSeries truncating(StandardFunction function, int degree) {
        if (function.chebyshevCoefficient(0).isEmpty()) {
            return interpolating(function, degree + 400).truncated(degree);
        }
        double[] coefficients = new double[degree + 1];
        for (int k = 0; k <= degree; k++) {
            coefficients[k] = function.chebyshevCoefficient(k).orElseThrow();
        }
        return new ChebyshevSeries(function.low(), function.high(), coefficients);
    }

    /** The interpolant of any function on an interval. */
    public static ChebyshevSeries interpolating(DoubleUnaryOperator function, double low, double high, int degree) {
        Require.that(degree >= 0 && degree <= 10_000, "degree", "be in [0, 10000]", degree);
        double[] values =
                Arrays.stream(lobattoPoints(degree, low, high)).map(function).toArray();
        double[] coefficients = new double[degree + 1];
        BarycentricKernels.chebyshevCoefficients(values, coefficients);
        return new ChebyshevSeries(low, high, coefficients);
    }

    /** x_j, from the right end to the left; the middle for n = 0. Exactly symmetric about the middle. */
    static double[] lobattoPoints(int n, double low, double high) {
        double center = 0.5 * (low + high);
        if (n == 0) {
            return new double[] {center};
        }
        double[] x = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            // cos(π j/n) = sin(π (n - 2j)/(2n)) is odd about the middle to the last bit
            x[j] = center + 0.5 * (high - low) * Math.sin(Math.PI * (n - 2 * j) / (2 * n));
        }
        x[0] = high;
        x[n] = low;
        return x;
    }

    /** p(x). */
    public double value(double x) {
        return BarycentricKernels.clenshaw(coefficients, ((x - low) - (high - x)) / (high - low));
    }

    /** The sum up to T_n. */
    public ChebyshevSeries truncated(int degree) {
        Require.that(degree >= 0, "degree", "be >= 0", degree);
        return new ChebyshevSeries(low, high, Arrays.copyOf(coefficients, Math.min(degree + 1, coefficients.length)));
    }

    /** c_0, c_1, … */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** n. */
    public int degree() {
        return coefficients.length - 1;
    }
}
