package meanfield.approximation.target;

import java.util.Arrays;

/**
 * A measured sup norm: a value that is attained, and where known one that is not exceeded.
 *
 * @param lower the largest modulus found, a lower bound of the sup; NaN if the function was NaN anywhere
 * @param upper an upper bound, +∞ if none is known
 * @param location where the lower bound was found
 * @param method which estimator
 */
public record SupEstimate(double lower, double upper, double[] location, Method method) {
    /** Which estimator was used. */
    public enum Method {
        /** The largest of the reference grid. */
        GRID,
        /** Grid maxima polished. */
        REFINED,
        /** Grid maximum with a Lipschitz constant: both bounds. */
        CERTIFIED
    }

    /** A copy of the location. */
    @Override
    public double[] location() {
        return location.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SupEstimate e
                && Double.compare(e.lower, lower) == 0
                && Double.compare(e.upper, upper) == 0
                && Arrays.equals(e.location, location)
                && e.method == method;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {lower, upper, Arrays.hashCode(location), method});
    }

    @Override
    public String toString() {
        return method + " sup in [" + lower + ", " + upper + "] at " + Arrays.toString(location);
    }
}
