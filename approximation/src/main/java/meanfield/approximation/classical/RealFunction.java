package meanfield.approximation.classical;

import java.util.Optional;
import meanfield.core.special.DoubleDouble;

/**
 * A continuous function on an interval, with what an approximation has to know of it.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface RealFunction {
    /** f(x). */
    double value(double x);

    /** Left end of the interval. */
    double low();

    /** Right end of the interval. */
    double high();

    /** Points of the interval, its ends included, where f is not smooth, ascending. */
    default double[] breaks() {
        return new double[0];
    }

    /** What f is under reflection at the middle of the interval. */
    default Symmetry symmetry() {
        return Symmetry.NONE;
    }

    /** f(x) to some 30 digits, where it is known: then errors far below 1e-16 of f can be computed. */
    default Optional<DoubleDouble> extended(DoubleDouble x) {
        return Optional.empty();
    }

    /** Symmetry under reflection at the middle of the interval, the origin of t. */
    enum Symmetry {
        /** None known. */
        NONE,
        /** f(-t) = f(t). */
        EVEN,
        /** f(-t) = -f(t), up to a constant. */
        ODD,
        /** An even function plus a multiple of t, such as ReLU = (|t| + t)/2. */
        EVEN_PLUS_LINEAR;

        /**
         * The largest degree with the same best polynomial as n: that of even functions has no odd part and the other way
         * round, so that n + 1 may cost nothing; exchange algorithms fail at the lower of the two.
         */
        int fullDegree(int n) {
            boolean even = n % 2 == 0;
            return switch (this) {
                case NONE -> n;
                case EVEN -> even ? n + 1 : n;
                case ODD -> even ? n : n + 1;
                case EVEN_PLUS_LINEAR -> even && n > 0 ? n + 1 : n;
            };
        }
    }
}
