package meanfield.approximation.classical;

import java.util.function.DoubleUnaryOperator;
import meanfield.core.Require;
import meanfield.core.special.DoubleDouble;

/**
 * Best polynomial approximation in the sup norm by Remez's exchange of all points.
 *
 * <pre>
 *   E_n(f) = min_{deg p ≤ n} max_x |f - p|,   f(x_i) - p(x_i) = ±(-1)^i E_n at n + 2 points                  (1)
 * </pre>
 *
 * Even functions (|x|, 1/(1+25x²), GELU and SiLU up to x/2) of even degree are solved at the next odd one, odd functions at
 * the next even one, where the alternation is complete: then there are n + 3 points.
 *
 * <p>Accuracy and cost: 1e-11 relative while E exceeds 1e-3 max|f| (1e-7 above degree 120); below that the polynomial through Chebyshev points is
 * taken off in 31 digits first, where the function is known so well, and E is found to 1e-12 down to 1e-25 max|f|.
 * Without those digits the verdict's error estimate grows to 1e-15 max|f|/E, and near the rounding floor the verdict is
 * {@code ILL_POSED}. n = 200: 0.1 s. Source: [Remez1934], [Pachon2009] for the barycentric form.
 *
 * @param tolerance of E, relative
 * @param iterationLimit exchanges at most
 */
public record PolynomialRemez(double tolerance, int iterationLimit) {
    /** Largest degree. */
    public static final int MAXIMUM_DEGREE = 2000;

    /** E/max|f| above which double precision is enough; 31 digits take a time of n³. */
    private static final double WELL_RESOLVED = 1e-3;

    private static final double RESOLVED = 1e-7;
    private static final int CHEAP_DEGREE = 120;
    private static final double UNIT = 0x1p-53;

    /** Checked. */
    public PolynomialRemez {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterationLimit", iterationLimit, 1);
    }

    /** Tolerance 1e-12, 60 exchanges. */
    public static PolynomialRemez withDefaults() {
        return new PolynomialRemez(1e-12, 60);
    }

    /** With this tolerance. */
    public PolynomialRemez withTolerance(double newTolerance) {
        return new PolynomialRemez(newTolerance, iterationLimit);
    }

    /** With at most this many exchanges. */
    public PolynomialRemez withIterationLimit(int newLimit) {
        return new PolynomialRemez(tolerance, newLimit);
    }

    /** The best polynomial of a degree. */
    public MinimaxPolynomial solve(RealFunction function, int degree) {
        Require.present("function", function);
        Require.that(degree >= 0 && degree <= MAXIMUM_DEGREE, "degree", "be in [0, " + MAXIMUM_DEGREE + "]", degree);
        int full = function.symmetry().fullDegree(degree);
        double size = Math.max(largest(function), Double.MIN_NORMAL);
        double[] start = reversed(ChebyshevSeries.lobattoPoints(full + 1, function.low(), function.high()));
        LinearExchange exchange = new LinearExchange(tolerance, iterationLimit, 8);
        LinearExchange.Problem plain = problem(function, function::value, UNIT * size);
        LinearExchange.Solution solution = exchange.solve(plain, full, start);
        boolean resolved = solution.levelled() > (degree <= CHEAP_DEGREE ? WELL_RESOLVED : RESOLVED) * size;
        if (resolved || function.extended(DoubleDouble.of(function.low())).isEmpty()) {
            return new MinimaxPolynomial(degree, solution, x -> 0, function::value, function.low(), function.high());
        }
        ExtendedInterpolant base = ExtendedInterpolant.of(function, degree);
        DoubleUnaryOperator remainder = base.remainder();
        LinearExchange.Problem fine = problem(function, remainder, 1e-28 * size);
        boolean usable = solution.convergence().isConverged() && solution.levelled() > 1e-11 * size;
        double[] from = usable ? solution.reference() : start;
        return new MinimaxPolynomial(
                degree,
                exchange.solve(fine, full, from),
                x -> base.interpolant(x).value(),
                remainder,
                function.low(),
                function.high());
    }

    private static LinearExchange.Problem problem(RealFunction function, DoubleUnaryOperator g, double floor) {
        return new LinearExchange.Problem(g, x -> 1, function.low(), function.high(), function.breaks(), floor);
    }

    private static double largest(RealFunction function) {
        double largest = 0;
        for (int i = 0; i <= 64; i++) {
            double x = function.low() + (function.high() - function.low()) * (i / 64.0);
            largest = Math.max(largest, Math.abs(function.value(x)));
        }
        return largest;
    }

    private static double[] reversed(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[values.length - 1 - i];
        }
        return out;
    }
}
