package meanfield.core.special;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal law, accurate in its tails.
 *
 * <pre>
 *   φ(x) = exp(-x²/2)/√(2π),   Φ(x) = ∫_{-∞}^x φ = erfc(-x/√2)/2                                            (1)
 *   ln Φ(x) = -x²/2 + ln(erfcx(-x/√2)/2),   φ(x)/Φ(x) = √(2/π)/erfcx(-x/√2)                                 (2)
 * </pre>
 *
 * Convention: the upper tail is Φ(-x), so that Gardner's H(x) is {@code cdf(-x)} and φ/H at x is {@code millsRatio(-x)}.
 * Edge cases: infinite arguments give limits; NaN gives NaN. Accuracy: a few units in the last place relative to the
 * result, in the lower tail through (2).
 */
public final class StandardNormal {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

    private StandardNormal() {}

    /** φ(x). */
    public static double density(double x) {
        return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
    }

    /** Φ(x); for the upper tail ask for {@code cdf(-x)}. */
    public static double cdf(double x) {
        return 0.5 * Erfc.value(-x * ROOT_HALF);
    }

    /** Φ⁻¹(p) for p in [0, 1]; infinite at the ends, NaN outside. */
    public static double quantile(double p) {
        return -InverseErfc.value(2 * p) / ROOT_HALF;
    }

    /** P(|z| &lt; x) = Φ(x) - Φ(-x) = erf(x/√2), accurate for small x. */
    public static double within(double x) {
        return Erf.value(x * ROOT_HALF);
    }

    /** ln Φ(x), finite to x = -1e154. */
    public static double logCdf(double x) {
        if (x > 0) {
            return Math.log1p(-0.5 * Erfc.value(x * ROOT_HALF));
        }
        if (x == Double.NEGATIVE_INFINITY) {
            return x;
        }
        return -0.5 * x * x + Math.log(0.5 * Erfcx.value(-x * ROOT_HALF));
    }

    /** φ(x)/Φ(x), the slope of ln Φ: -x - 1/x … far below zero, φ(x) far above. */
    public static double millsRatio(double x) {
        if (x == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        return x > 0 ? density(x) / cdf(x) : ROOT_TWO_OVER_PI / Erfcx.value(-x * ROOT_HALF);
    }
}
