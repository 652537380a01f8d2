package meanfield.core;

/** Looks for infinities and NaN in long arrays at the speed of memory. */
public final class Finite {
    private Finite() {}

    /** True when none of the first entries is infinite or NaN: 0 · x sums to 0 exactly then. */
    public static boolean all(double[] values, int length) {
        // independent sums, because one alone waits for every addition
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += 0 * values[i];
            b += 0 * values[i + 1];
            c += 0 * values[i + 2];
            d += 0 * values[i + 3];
        }
        for (; i < length; i++) {
            a += 0 * values[i];
        }
        return a + b + c + d == 0;
    }

    /** True when no entry is infinite or NaN. */
    public static boolean all(double[] values) {
        return all(values, values.length);
    }
}
