package meanfield.approximation.rational;

import java.util.Optional;
import java.util.TreeSet;
import meanfield.approximation.classical.RealFunction;
import meanfield.core.special.DoubleDouble;

/**
 * An even function of x, or the even part of one, as a function g of t = x², t in [0, b²].
 *
 * @param function f on [-b, b]
 * @param slope multiple of x that was taken off
 */
record SquaredVariable(RealFunction function, double slope) implements RealFunction {
    /** For functions to which this applies at a type: even ones, and with a linear part where m &gt; n. */
    static Optional<SquaredVariable> of(RealFunction function, int m, int n) {
        boolean centred = function.low() == -function.high();
        double b = function.high();
        return switch (function.symmetry()) {
            case EVEN -> centred ? Optional.of(new SquaredVariable(function, 0)) : Optional.empty();
            case EVEN_PLUS_LINEAR ->
                centred && m > n
                        ? Optional.of(new SquaredVariable(function, (function.value(b) - function.value(-b)) / (2 * b)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public double value(double t) {
        double x = Math.sqrt(t);
        return slope == 0 ? function.value(x) : function.value(-x) + slope * x;
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return function.high() * function.high();
    }

    @Override
    public double[] breaks() {
        TreeSet<Double> points = new TreeSet<>();
        for (double point : function.breaks()) {
            points.add(point * point);
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Optional<DoubleDouble> extended(DoubleDouble t) {
        DoubleDouble x = t.squareRoot();
        // the slopes 1/2 of the functions here are exact
        return slope == 0
                ? function.extended(x)
                : function.extended(x.negated()).map(f -> f.plus(x.times(slope)));
    }

    /** The solution as one of the original function. */
    RationalMinimax unfolded(RationalMinimax inner, int m, int n) {
        double[] half = inner.reference();
        TreeSet<Double> points = new TreeSet<>();
        for (double t : half) {
            points.add(Math.sqrt(t));
            points.add(t == 0 ? 0 : -Math.sqrt(t));
        }
        return new RationalMinimax(
                m,
                n,
                inner.minimaxError(),
                points.stream().mapToDouble(Double::doubleValue).toArray(),
                x -> inner.value(x * x) + slope * x,
                inner.convergence());
    }
}
