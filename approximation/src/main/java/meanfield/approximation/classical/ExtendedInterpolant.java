package meanfield.approximation.classical;

import java.util.function.DoubleUnaryOperator;
import meanfield.core.special.DoubleDouble;

/**
 * f - q to full relative accuracy, q the polynomial through f at Chebyshev points: both in 31 digits, the difference
 * rounded once. The best error of f - q is that of f, and is as small as f - q itself.
 *
 * <pre>
 *   q(x) = Σ_j w_j f(x_j)/(x - x_j) / Σ_j w_j/(x - x_j),   w_j = 1/Π_{k≠j} (x_j - x_k)
 * </pre>
 *
 * The weights are those of the points as rounded, since the textbook weights of Chebyshev points would make q rational.
 */
final class ExtendedInterpolant {
    private final RealFunction function;
    private final double[] nodes;
    private final DoubleDouble[] weights;
    private final DoubleDouble[] values;

    private ExtendedInterpolant(RealFunction function, double[] nodes, DoubleDouble[] weights, DoubleDouble[] values) {
        this.function = function;
        this.nodes = nodes;
        this.weights = weights;
        this.values = values;
    }

    /** For a function whose extended values exist. */
    static ExtendedInterpolant of(RealFunction function, int degree) {
        double[] nodes = ChebyshevSeries.lobattoPoints(Math.max(degree, 1), function.low(), function.high());
        if (degree == 0) {
            nodes = new double[] {0.5 * (function.low() + function.high())};
        }
        DoubleDouble[] weights = new DoubleDouble[nodes.length];
        DoubleDouble[] values = new DoubleDouble[nodes.length];
        double scale = 4 / (function.high() - function.low());
        for (int i = 0; i < nodes.length; i++) {
            DoubleDouble product = DoubleDouble.of(1);
            for (int j = 0; j < nodes.length; j++) {
                if (j != i) {
                    product = product.times(
                            DoubleDouble.of(nodes[i]).minus(nodes[j]).times(scale));
                }
            }
            weights[i] = DoubleDouble.of(1).dividedBy(product);
            values[i] = function.extended(DoubleDouble.of(nodes[i])).orElseThrow();
        }
        return new ExtendedInterpolant(function, nodes, weights, values);
    }

    /** f - q. */
    DoubleUnaryOperator remainder() {
        return x -> function.extended(DoubleDouble.of(x))
                .orElseThrow()
                .minus(interpolant(x))
                .value();
    }

    /** q. */
    DoubleDouble interpolant(double x) {
        DoubleDouble numerator = DoubleDouble.of(0);
        DoubleDouble denominator = DoubleDouble.of(0);
        for (int i = 0; i < nodes.length; i++) {
            if (x == nodes[i]) {
                return values[i];
            }
            DoubleDouble weight = weights[i].dividedBy(DoubleDouble.of(x).minus(nodes[i]));
            numerator = numerator.plus(weight.times(values[i]));
            denominator = denominator.plus(weight);
        }
        return numerator.dividedBy(denominator);
    }
}
