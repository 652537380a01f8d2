package meanfield.approximation.rational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.classical.ErrorExtrema;
import meanfield.approximation.classical.LinearExchange;
import meanfield.approximation.classical.RealFunction;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.special.DoubleDouble;

/**
 * Best rational approximation in the sup norm by Remez's exchange in barycentric form.
 *
 * <pre>
 *   E_{m,n}(f) = min max |f - p/q|,   f - p/q = ±(-1)^i E at m + n + 2 points                                (1)
 *   f(x) = g(x²) on [-b, b]:   E_{m,n}(f) = E_{⌊m/2⌋,⌊n/2⌋}(g; [0, b²])                                       (2)
 * </pre>
 *
 * Even functions, and even functions plus a linear one where m &gt; n, are solved in x² (2); types of odd functions are
 * raised to the largest with the same best function, (even, even). The reference starts at Chebyshev points for smooth
 * functions; towards a singularity at an end it is continued from lower degrees, stretched in the logarithm of the
 * distance; where both fail, from a function that AAA and Lawson's iteration have nearly levelled. Each step is {@link ReferenceSolution}. Smooth functions with E &lt; 1e-5 get their last digits from a linear
 * exchange for f - p/q, evaluated in 31 digits, over the tangent functions s/q².
 *
 * <p>Accuracy and cost: absolute 1e-15 max|f| in E otherwise, that is 1e-9 relative for |x| at type (28, 28), 3e-7 at
 * (40, 40), 3e-5 at (60, 60); from about (70, 70) on double precision ends and the verdict says so. 10 ms to 1 s. Every answer carries its verdict: an unconverged exchange has no number.
 * Source: [Filip2018], [Stahl1993].
 *
 * @param tolerance of E, relative
 * @param iterationLimit exchanges at most for one type
 */
public record RationalRemez(double tolerance, int iterationLimit) {
    /** Largest degree of numerator and denominator. */
    public static final int MAXIMUM_DEGREE = 100;

    private static final double UNIT = 0x1p-53;
    /** Relative error of E from which rounding leaves nothing to report. */
    private static final double WORTHLESS = 1e-2;

    private static final int LARGEST_LAWSON = 12;
    private static final int LAWSON_SAMPLES = 600;
    private static final int LAWSON_STEPS = 60;

    /** Checked. */
    public RationalRemez {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterationLimit", iterationLimit, 1);
    }

    /** Tolerance 1e-11, 40 exchanges. */
    public static RationalRemez withDefaults() {
        return new RationalRemez(1e-11, 40);
    }

    /** With this tolerance. */
    public RationalRemez withTolerance(double newTolerance) {
        return new RationalRemez(newTolerance, iterationLimit);
    }

    /** With at most this many exchanges. */
    public RationalRemez withIterationLimit(int newLimit) {
        return new RationalRemez(tolerance, newLimit);
    }

    /** The best function of type (m, n): numerator of degree m, denominator of degree n. */
    public RationalMinimax solve(RealFunction function, int m, int n) {
        Require.present("function", function);
        checkDegree("numeratorDegree", m);
        checkDegree("denominatorDegree", n);
        Optional<SquaredVariable> squared = SquaredVariable.of(function, m, n);
        if (squared.isPresent()) {
            SquaredVariable half = squared.get();
            RationalMinimax inner = plain(half, m / 2, n / 2);
            return half.unfolded(inner, m, n);
        }
        boolean odd = function.symmetry() == RealFunction.Symmetry.ODD;
        RationalMinimax found = plain(function, odd ? m + m % 2 : m, odd ? n - n % 2 : n);
        return new RationalMinimax(m, n, found.minimaxError(), found.reference(), found::value, found.convergence());
    }

    private static void checkDegree(String name, int degree) {
        Require.that(degree >= 0 && degree <= MAXIMUM_DEGREE, name, "be in [0, " + MAXIMUM_DEGREE + "]", degree);
    }

    private RationalMinimax plain(RealFunction function, int m, int n) {
        double[] singular = function.breaks();
        boolean atLeftEnd = singular.length == 1 && singular[0] == function.low();
        RationalMinimax found = null;
        if (!atLeftEnd) {
            found = exchange(function, m, n, Starts.chebyshev(function, m + n + 2));
        }
        for (int path = 0; path < 2 && (found == null || !found.convergence().isConverged()); path++) {
            RationalMinimax continued = continued(function, path == 0 ? parallel(m, n) : cornered(m, n), atLeftEnd);
            found = found == null || continued.convergence().isConverged() ? continued : found;
        }
        if (!atLeftEnd
                && m == n
                && n > 0
                && n <= LARGEST_LAWSON
                && !found.convergence().isConverged()) {
            RationalMinimax levelled = fromSamples(function, n);
            found = levelled.convergence().isConverged() ? levelled : found;
        }
        boolean smooth = singular.length == 0;
        return smooth && found.convergence().isConverged() ? polished(function, m, n, found) : found;
    }

    /** From the extrema of a nearly best function on samples, AAA with Lawson's iteration. */
    private RationalMinimax fromSamples(RealFunction function, int n) {
        double[] x = Starts.chebyshev(function, LAWSON_SAMPLES);
        double[] f = Arrays.stream(x).map(function::value).toArray();
        AaaApproximation nearly = AaaAlgorithm.withDefaults().lawson(x, f, n, LAWSON_STEPS);
        List<ErrorExtrema.Extremum> alternating = ErrorExtrema.alternating(
                ErrorExtrema.find(at -> function.value(at) - nearly.value(at), Starts.chebyshev(function, 200), 4));
        int size = 2 * n + 2;
        double[] start = ErrorExtrema.select(alternating, size).stream()
                .mapToDouble(ErrorExtrema.Extremum::x)
                .toArray();
        return start.length == size
                ? exchange(function, n, n, start)
                : failed(
                        n,
                        n,
                        x,
                        Convergence.failed(
                                Status.ILL_POSED, LAWSON_STEPS, Double.NaN, "no reference was found from samples"));
    }

    /** (m-k, n-k), …, (m, n), k = min(m, n). */
    private static List<int[]> parallel(int m, int n) {
        List<int[]> types = new ArrayList<>();
        for (int k = Math.min(m, n); k >= 0; k--) {
            types.add(new int[] {m - k, n - k});
        }
        return types;
    }

    /** (0, 0), …, (k, k), then the larger degree alone. */
    private static List<int[]> cornered(int m, int n) {
        List<int[]> types = new ArrayList<>();
        for (int k = 0; k <= Math.max(m, n); k++) {
            types.add(new int[] {Math.min(k, m), Math.min(k, n)});
        }
        return types;
    }

    /** Step by step through these types, each starting from the reference of the one before. */
    private RationalMinimax continued(RealFunction function, List<int[]> types, boolean atLeftEnd) {
        int m = types.get(0)[0];
        int n = types.get(0)[1];
        RationalMinimax found = exchange(function, m, n, Starts.chebyshev(function, m + n + 2));
        for (int k = 1; k < types.size() && found.convergence().isConverged(); k++) {
            int[] type = types.get(k);
            int size = type[0] + type[1] + 2;
            double[] next = atLeftEnd
                    ? Starts.stretched(found.reference(), function.low(), size)
                    : Starts.bent(found.reference(), function.low(), function.high(), size);
            found = exchange(function, type[0], type[1], next);
        }
        int[] wanted = types.get(types.size() - 1);
        boolean onTheWay = found.numeratorDegree() != wanted[0] || found.denominatorDegree() != wanted[1];
        return onTheWay ? stopped(found) : found;
    }

    /** A failure of a lower type, said to be one. */
    private static RationalMinimax stopped(RationalMinimax found) {
        Convergence verdict = found.convergence();
        return failed(
                found.numeratorDegree(),
                found.denominatorDegree(),
                found.reference(),
                Convergence.failed(
                        verdict.status(),
                        verdict.iterations(),
                        verdict.residual(),
                        verdict.detail() + ", on the way at type (" + found.numeratorDegree() + ", "
                                + found.denominatorDegree() + ")"));
    }

    private RationalMinimax exchange(RealFunction function, int m, int n, double[] start) {
        double[] x = start;
        double size = 0;
        for (double each : start) {
            size = Math.max(size, Math.abs(function.value(each)));
        }
        double floor = 64 * UNIT * size;
        for (int iteration = 1; ; iteration++) {
            ReferenceSolution solution = ReferenceSolution.of(
                    x, Arrays.stream(x).map(function::value).toArray(), m, n);
            if (solution == null) {
                return failed(
                        m,
                        n,
                        x,
                        Convergence.failed(
                                Status.ILL_POSED,
                                iteration,
                                Double.NaN,
                                "every levelled function has a pole between the points of the reference"));
            }
            BarycentricRational r = solution.function();
            List<ErrorExtrema.Extremum> alternating = ErrorExtrema.alternating(ErrorExtrema.find(
                    at -> function.value(at) - r.value(at),
                    ErrorExtrema.merge(function.low(), function.high(), x, function.breaks()),
                    8));
            double level = Math.abs(solution.level());
            double largest = alternating.stream()
                    .mapToDouble(each -> Math.abs(each.error()))
                    .max()
                    .orElse(0);
            double gap = largest - level;
            boolean enough = alternating.size() >= x.length;
            if (enough
                    && largest > floor
                    && gap <= Math.max(tolerance * largest, Math.min(floor, WORTHLESS * largest))) {
                Convergence verdict = Convergence.converged(iteration, Math.max(0, gap), Math.max(gap, UNIT * size));
                return new RationalMinimax(m, n, level, x, r::value, verdict);
            }
            if (!enough || !Double.isFinite(gap) || iteration == iterationLimit) {
                return failed(m, n, x, verdict(alternating.size(), x.length, level, largest, floor, iteration));
            }
            x = ErrorExtrema.select(alternating, x.length).stream()
                    .mapToDouble(ErrorExtrema.Extremum::x)
                    .toArray();
        }
    }

    private static Convergence verdict(
            int points, int needed, double level, double largest, double floor, int iteration) {
        if (largest <= floor) {
            return Convergence.failed(
                    Status.ILL_POSED,
                    iteration,
                    largest,
                    "the error is at the rounding floor " + floor
                            + ": the function is of this type, or of a lower one, to rounding");
        }
        if (points < needed) {
            return Convergence.failed(
                    Status.ILL_POSED,
                    iteration,
                    largest - level,
                    "the error alternates at " + points + " of " + needed + " points");
        }
        return Convergence.failed(
                Status.ITERATION_LIMIT,
                iteration,
                largest - level,
                "the error is between " + level + " and " + largest);
    }

    private static RationalMinimax failed(int m, int n, double[] x, Convergence verdict) {
        return new RationalMinimax(m, n, Double.NaN, x, at -> Double.NaN, verdict);
    }

    /** The last digits of E from f - r in 31 digits. */
    private RationalMinimax polished(RealFunction function, int m, int n, RationalMinimax found) {
        double size = Math.max(Math.abs(function.value(function.low())), Math.abs(function.value(function.high())));
        boolean wanted = found.minimaxError() < 1e-5 * size && m + n <= 60;
        if (!wanted || function.extended(DoubleDouble.of(function.low())).isEmpty()) {
            return found;
        }
        double[] x = found.reference();
        ReferenceSolution solution =
                ReferenceSolution.of(x, Arrays.stream(x).map(function::value).toArray(), m, n);
        if (solution == null) {
            return found;
        }
        BarycentricRational r = solution.function();
        DoubleUnaryOperator error = at -> {
            DoubleDouble exact = DoubleDouble.of(at);
            return function.extended(exact)
                    .orElseThrow()
                    .minus(r.extended(exact))
                    .value();
        };
        double scale = Math.abs(r.denominator(0.5 * (function.low() + function.high())));
        DoubleUnaryOperator weight = at -> {
            double q = r.denominator(at) / scale;
            return 1 / (q * q);
        };
        LinearExchange.Solution fine = LinearExchange.withDefaults()
                .solve(
                        new LinearExchange.Problem(
                                error, weight, function.low(), function.high(), new double[0], 1e-28 * size),
                        m + n,
                        x);
        boolean better = fine.convergence().isConverged()
                && Math.abs(fine.levelled() - found.minimaxError()) < 1e-2 * found.minimaxError();
        return better
                ? new RationalMinimax(m, n, fine.levelled(), fine.reference(), found::value, fine.convergence())
                : found;
    }
}
