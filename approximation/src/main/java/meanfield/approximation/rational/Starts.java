package meanfield.approximation.rational;

import meanfield.approximation.classical.RealFunction;

/** First references of an exchange. */
final class Starts {
    private Starts() {}

    /** Extrema of a Chebyshev polynomial. */
    static double[] chebyshev(RealFunction function, int size) {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double half = Math.sin(0.5 * Math.PI * i / (size - 1));
            x[i] = function.low() + (function.high() - function.low()) * half * half;
        }
        x[size - 1] = function.high();
        return x;
    }

    /**
     * A reference with more points for a singularity at the left end a: ln(x - a), as a function of the position in the
     * list, is stretched by the square root of the ratio of sizes, which is how the clusters of |x| grow.
     */
    static double[] stretched(double[] old, double a, int size) {
        int count = old.length - 1;
        if (count < 2) {
            return fourthPowers(a, old[count], size);
        }
        double right = Math.log(old[count] - a);
        double[] log = new double[count];
        for (int i = 0; i < count; i++) {
            log[i] = (Math.log(old[i + 1] - a) - right) * Math.sqrt((size - 2.0) / Math.max(1, old.length - 2));
        }
        double[] x = new double[size];
        x[0] = a;
        for (int i = 1; i < size; i++) {
            double position = (double) i / (size - 1) * count - 1;
            x[i] = a + Math.exp(right + interpolate(log, position));
        }
        x[size - 1] = old[count];
        return x;
    }

    private static double[] fourthPowers(double a, double b, int size) {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double fraction = (double) i / (size - 1);
            x[i] = a + (b - a) * fraction * fraction * fraction * fraction;
        }
        return x;
    }

    /** A reference with more points for a smooth function, its Chebyshev angles interpolated. */
    static double[] bent(double[] old, double low, double high, int size) {
        double[] angle = new double[old.length];
        for (int i = 0; i < old.length; i++) {
            angle[i] = Math.asin(Math.sqrt(Math.min(1, Math.max(0, (old[i] - low) / (high - low)))));
        }
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double half = Math.sin(interpolate(angle, (double) i / (size - 1) * (old.length - 1)));
            x[i] = low + (high - low) * half * half;
        }
        x[0] = old[0];
        x[size - 1] = old[old.length - 1];
        return x;
    }

    /** Linear in the position, continued beyond the left end. */
    private static double interpolate(double[] values, double position) {
        int left = (int) Math.max(0, Math.min(values.length - 2, Math.floor(position)));
        if (values.length == 1) {
            return values[0];
        }
        return values[left] + (position - left) * (values[left + 1] - values[left]);
    }
}
