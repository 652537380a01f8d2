package meanfield.approximation.rational;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import meanfield.approximation.classical.RealFunction;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;
import meanfield.core.solve.MaximumSearch;
import org.ejml.data.DMatrixRMaj;

/**
 * Best rational approximation by successive interval length adjustment: interpolate, and move the nodes until the errors between
 * them are level. The second way to the best function, which shares nothing with {@link RationalRemez} but the idea of it.
 *
 * <pre>
 *   r(x_i) = f(x_i) at 2n + 1 nodes,  e_i = max |f - r| on the i-th of 2n + 2 intervals between them and the ends   (1)
 *   h_i ← h_i (1 - η)^{(e_i - ē)/max|e - ē|},   η = min(1/10, c max|e - ē|/ē),   then Σ h_i = b - a              (2)
 *   min e_i ≤ E_{n,n}(f) ≤ max e_i   where r has no pole in [a, b]                                            (3)
 * </pre>
 *
 * (3) is de la Vallée Poussin's bound where the errors alternate from interval to interval, as they do unless r only touches f at a
 * node; that and poles are checked. The factor c
 * grows while the spread falls and is halved when it rises. r is barycentric with every second node as support point. Even
 * functions are solved in x². Only diagonal types; the function has to have a best function whose degrees do not drop.
 *
 * <p>Accuracy: E is the middle of (3), its error estimate half the distance; the verdict asks for a spread max/min - 1 below the
 * tolerance. Reliable to E ≈ 1e-13 max|f|. Cost: some hundred interpolations of O(n³). Source: [Hofreither2021].
 *
 * @param tolerance largest spread of the errors, relative
 * @param iterationLimit steps at most
 */
public record BrasilAlgorithm(double tolerance, int iterationLimit) {
    private static final double LARGEST_STEP = 0.1;
    private static final double FIRST_FACTOR = 0.1;
    private static final double LARGEST_FACTOR = 1;
    private static final double GROWTH = 1.1;
    private static final int SAMPLES = 7;
    /** Rounding of an error curve, relative to the function. */
    private static final double ROUNDING = 0x1p-50;
    /** Multiples of the rounding below which an error is none. */
    private static final double WORTHLESS = 10;

    private static final MaximumSearch SEARCH = MaximumSearch.withDefaults().withTolerance(1e-7);

    /** Checked. */
    public BrasilAlgorithm {
        Require.positive("tolerance", tolerance);
        Require.atLeast("iterationLimit", iterationLimit, 1);
    }

    /** Spread 1e-6, 3,000 steps. */
    public static BrasilAlgorithm withDefaults() {
        return new BrasilAlgorithm(1e-6, 3000);
    }

    /** With this largest spread. */
    public BrasilAlgorithm withTolerance(double newTolerance) {
        return new BrasilAlgorithm(newTolerance, iterationLimit);
    }

    /** The best function of type (n, n). */
    public RationalMinimax solve(RealFunction function, int n) {
        Require.present("function", function);
        Require.that(
                n >= 1 && n <= RationalRemez.MAXIMUM_DEGREE,
                "degree",
                "be in [1, " + RationalRemez.MAXIMUM_DEGREE + "]",
                n);
        Optional<SquaredVariable> squared = SquaredVariable.of(function, n, n);
        if (squared.isPresent() && n > 1) {
            return squared.get().unfolded(levelled(squared.get(), n / 2), n, n);
        }
        return levelled(function, n);
    }

    /** The interpolant in partial fractions over the even nodes. */
    private record Interpolant(double[] support, double[] values, double[] weights) implements DoubleUnaryOperator {
        static Interpolant of(double[] x, double[] f) {
            int n = x.length / 2;
            double[] support = new double[n + 1];
            double[] values = new double[n + 1];
            for (int j = 0; j <= n; j++) {
                support[j] = x[2 * j];
                values[j] = f[2 * j];
            }
            DMatrixRMaj loewner = new DMatrixRMaj(n, n + 1);
            double[] scale = new double[n + 1];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= n; j++) {
                    double entry = (f[2 * i + 1] - values[j]) / (x[2 * i + 1] - support[j]);
                    loewner.set(i, j, entry);
                    scale[j] = Math.max(scale[j], Math.abs(entry));
                }
            }
            for (int i = 0; i < n; i++) {
                double row = 0;
                for (int j = 0; j <= n; j++) {
                    scale[j] = scale[j] > 0 ? scale[j] : 1;
                    loewner.set(i, j, loewner.get(i, j) / scale[j]);
                    row = Math.max(row, Math.abs(loewner.get(i, j)));
                }
                for (int j = 0; j <= n && row > 0; j++) {
                    loewner.set(i, j, loewner.get(i, j) / row);
                }
            }
            double[] weights = AaaAlgorithm.lastRightVector(loewner);
            for (int j = 0; j <= n; j++) {
                weights[j] /= scale[j];
            }
            return new Interpolant(support, values, weights);
        }

        /** True where the denominator changes sign between any of these points. */
        boolean hasPole(double[] points) {
            double first = denominatorSign(points[0]);
            return !Arrays.stream(points).allMatch(x -> denominatorSign(x) * first > 0);
        }

        /** The sign of Π (x - s_j) Σ w_j/(x - s_j). */
        private double denominatorSign(double x) {
            double sum = 0;
            double sign = 1;
            for (int j = 0; j < support.length; j++) {
                double difference = x - support[j];
                if (difference == 0) {
                    sum = weights[j];
                    sign = 1;
                    for (int k = 0; k < support.length; k++) {
                        sign *= k == j ? 1 : Math.signum(x - support[k]);
                    }
                    break;
                }
                sum += weights[j] / difference;
                sign *= Math.signum(difference);
            }
            return sign * Math.signum(sum);
        }

        @Override
        public double applyAsDouble(double x) {
            double numerator = 0;
            double denominator = 0;
            for (int j = 0; j < support.length; j++) {
                double difference = x - support[j];
                if (difference == 0) {
                    return values[j];
                }
                double term = weights[j] / difference;
                numerator += term * values[j];
                denominator += term;
            }
            return numerator / denominator;
        }
    }

    /** From Chebyshev nodes, and where these lead to a function with a pole, from equispaced ones. */
    private RationalMinimax levelled(RealFunction function, int n) {
        double[] lengths = chebyshev(function, n);
        RationalMinimax found = levelled(function, n, lengths);
        if (!found.convergence().isConverged()) {
            Arrays.fill(lengths, (function.high() - function.low()) / lengths.length);
            RationalMinimax second = levelled(function, n, lengths);
            found = second.convergence().isConverged() ? second : found;
        }
        return found;
    }

    private static double[] chebyshev(RealFunction function, int n) {
        double a = function.low();
        double[] lengths = new double[2 * n + 2];
        double before = a;
        for (int i = 0; i < lengths.length; i++) {
            double sine = i == lengths.length - 1 ? 1 : Math.sin(Math.PI * (2 * i + 1) / (4.0 * (2 * n + 1)));
            double node = a + (function.high() - a) * sine * sine;
            lengths[i] = node - before;
            before = node;
        }
        return lengths;
    }

    private RationalMinimax levelled(RealFunction function, int n, double[] start) {
        double a = function.low();
        double[] lengths = start.clone();
        double factor = FIRST_FACTOR;
        double lastSpread = Double.POSITIVE_INFINITY;
        for (int iteration = 1; ; iteration++) {
            double[] x = nodes(a, lengths);
            double[] f = Arrays.stream(x).map(function::value).toArray();
            double rounding = ROUNDING * Arrays.stream(f).map(Math::abs).max().getAsDouble();
            Interpolant r = Interpolant.of(x, f);
            double[] where = new double[lengths.length];
            double[] errors = errors(function, r, x, where);
            double largest = Arrays.stream(errors).max().getAsDouble();
            double smallest = Arrays.stream(errors).min().getAsDouble();
            double spread = largest / smallest - 1;
            boolean level = spread <= tolerance || largest - smallest <= rounding;
            String flaw = level ? flaw(function, r, x, where) : "";
            if (level && largest > WORTHLESS * rounding && flaw.isEmpty()) {
                double error = Math.max(rounding, 0.5 * (largest - smallest));
                Convergence verdict = Convergence.converged(iteration, spread, error);
                return new RationalMinimax(n, n, 0.5 * (largest + smallest), where, r, verdict);
            }
            if (level || iteration == iterationLimit) {
                return failed(n, where, iteration, smallest, largest, flaw);
            }
            factor = spread < lastSpread ? Math.min(LARGEST_FACTOR, GROWTH * factor) : Math.max(1e-3, factor / 2);
            lastSpread = spread;
            adjust(lengths, errors, factor, function.high() - a);
        }
    }

    private static RationalMinimax failed(
            int n, double[] where, int iteration, double smallest, double largest, String flaw) {
        Convergence verdict = Convergence.failed(
                flaw.isEmpty() ? Status.ITERATION_LIMIT : Status.ILL_POSED,
                iteration,
                largest - smallest,
                "the errors between the nodes go from " + smallest + " to " + largest
                        + (flaw.isEmpty() ? ": not level, or at the rounding floor" : ": level, but " + flaw));
        return new RationalMinimax(n, n, Double.NaN, where, at -> Double.NaN, verdict);
    }

    /** Why level errors are not those of the best function; empty if they are. */
    private static String flaw(RealFunction function, Interpolant r, double[] x, double[] where) {
        for (int i = 1; i < where.length; i++) {
            double before = function.value(where[i - 1]) - r.applyAsDouble(where[i - 1]);
            if (!(before * (function.value(where[i]) - r.applyAsDouble(where[i])) < 0)) {
                return "without changing sign at " + x[i - 1];
            }
        }
        return r.hasPole(watched(function, x, where)) ? "with a pole in the interval" : "";
    }

    /** Ends, nodes, places of the errors and points between them. */
    private static double[] watched(RealFunction function, double[] x, double[] where) {
        double[] known = DoubleStream.concat(
                        DoubleStream.of(function.low(), function.high()),
                        DoubleStream.concat(Arrays.stream(x), Arrays.stream(where)))
                .sorted()
                .toArray();
        double[] all = new double[known.length * (SAMPLES + 1)];
        for (int i = 0; i < all.length; i++) {
            int gap = Math.min(i / (SAMPLES + 1), known.length - 2);
            double fraction = (i - gap * (SAMPLES + 1.0)) / (SAMPLES + 1);
            all[i] = known[gap] + Math.min(1, fraction) * (known[gap + 1] - known[gap]);
        }
        return all;
    }

    private static double[] nodes(double a, double[] lengths) {
        double[] x = new double[lengths.length - 1];
        double at = a;
        for (int i = 0; i < x.length; i++) {
            at += lengths[i];
            x[i] = at;
        }
        return x;
    }

    /** e of (1), and where it is attained; a pole counts as a very large error. */
    private static double[] errors(RealFunction function, Interpolant r, double[] x, double[] where) {
        double[] errors = new double[x.length + 1];
        DoubleUnaryOperator error = at -> {
            double value = Math.abs(function.value(at) - r.applyAsDouble(at));
            return value <= Double.MAX_VALUE ? value : Double.MAX_VALUE;
        };
        for (int i = 0; i < errors.length; i++) {
            double low = i == 0 ? function.low() : x[i - 1];
            double high = i == x.length ? function.high() : x[i];
            int best = 0;
            for (int s = 0; s <= SAMPLES + 1; s++) {
                double here = error.applyAsDouble(low + (high - low) * s / (SAMPLES + 1));
                if (here > errors[i]) {
                    errors[i] = here;
                    best = s;
                }
            }
            double left = (double) Math.max(0, best - 1) / (SAMPLES + 1);
            double right = (double) Math.min(SAMPLES + 1, best + 1) / (SAMPLES + 1);
            double width = high - low;
            double u = SEARCH.find(t -> error.applyAsDouble(low + t * width), left, right)
                    .location();
            double refined = error.applyAsDouble(low + u * width);
            where[i] = refined > errors[i] ? low + u * width : low + width * best / (SAMPLES + 1);
            errors[i] = Math.max(errors[i], refined);
        }
        return errors;
    }

    /** Equation (2). */
    private static void adjust(double[] lengths, double[] errors, double factor, double total) {
        // poles must not hide what the other intervals ask for
        double median = Arrays.stream(errors).sorted().toArray()[errors.length / 2];
        double[] bounded =
                Arrays.stream(errors).map(e -> Math.min(e, 100 * median)).toArray();
        double mean = Arrays.stream(bounded).average().getAsDouble();
        double deviation =
                Arrays.stream(bounded).map(e -> Math.abs(e - mean)).max().getAsDouble();
        double step = Math.min(LARGEST_STEP, factor * deviation / mean);
        double sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] *= Math.pow(1 - step, (bounded[i] - mean) / deviation);
            sum += lengths[i];
        }
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] *= total / sum;
        }
    }
}
