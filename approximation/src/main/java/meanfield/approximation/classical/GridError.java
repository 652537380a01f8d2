package meanfield.approximation.classical;

import java.util.function.DoubleUnaryOperator;

/**
 * The largest error on a fixed grid: a lower bound of the sup error, and reproducible to the bit.
 *
 * <pre>
 *   x_j = cos(π j/20000), j = 0 … 20000, moved to the interval, and the points where f is not smooth
 * </pre>
 */
public final class GridError {
    private static final int SIZE = 20_000;

    private GridError() {}

    /** max_j |f(x_j) - p(x_j)|. */
    public static double of(RealFunction function, DoubleUnaryOperator approximant) {
        double largest = 0;
        for (double x : ChebyshevSeries.lobattoPoints(SIZE, function.low(), function.high())) {
            largest = larger(largest, function.value(x) - approximant.applyAsDouble(x));
        }
        for (double x : function.breaks()) {
            largest = larger(largest, function.value(x) - approximant.applyAsDouble(x));
        }
        return largest;
    }

    /** Keeps a NaN. */
    private static double larger(double largest, double error) {
        return Math.abs(error) <= largest ? largest : Math.abs(error);
    }
}
