package meanfield.core.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StandardNormalTest {
    private static final double ROUNDING = 1e-14;

    /** Thirty-digit values, rounded. */
    @Test
    void tailsAgreeWithThirtyDigits() {
        close(-1.8410216450092635, StandardNormal.logCdf(-1));
        close(-2.8665161296376359e-7, StandardNormal.logCdf(5));
        close(-804.60844201375379, StandardNormal.logCdf(-40));
        close(40.024968847207239, StandardNormal.millsRatio(-40));
        close(1.5251352761609812, StandardNormal.millsRatio(-1));
        close(0.28759997093917836, StandardNormal.millsRatio(1));
        close(7.978845608028640e-8, StandardNormal.within(1e-7));
        close(0.9544997361036416, StandardNormal.within(2));
        close(9.8658764503769814e-10, StandardNormal.cdf(-6));
    }

    @Test
    void infinitiesAreLimits() {
        assertEquals(0, StandardNormal.logCdf(Double.POSITIVE_INFINITY), 0.0);
        assertEquals(Double.NEGATIVE_INFINITY, StandardNormal.logCdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, StandardNormal.millsRatio(Double.POSITIVE_INFINITY), 0.0);
        assertEquals(Double.POSITIVE_INFINITY, StandardNormal.millsRatio(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(StandardNormal.logCdf(Double.NaN)));
        assertTrue(Double.isNaN(StandardNormal.millsRatio(Double.NaN)));
    }

    /** d ln Φ = φ/Φ, by central differences whose own error is h² and rounding over h. */
    @Property(tries = 200)
    void ratioIsTheSlopeOfTheLogarithm(@ForAll @DoubleRange(min = -60, max = 6) double x) {
        double h = 1e-4;
        double slope = (StandardNormal.logCdf(x + h) - StandardNormal.logCdf(x - h)) / (2 * h);
        double rounding = 1e-12 * Math.max(1, x * x);
        assertEquals(StandardNormal.millsRatio(x), slope, 1e-8 + rounding / h * 1e-3);
    }

    @Property(tries = 200)
    void tailsAddUpToOne(@ForAll @DoubleRange(min = -8, max = 8) double x) {
        assertEquals(1, StandardNormal.cdf(x) + StandardNormal.cdf(-x), 4e-16);
    }

    private static void close(double expected, double value) {
        assertEquals(expected, value, ROUNDING * Math.abs(expected));
    }

    @Test
    void quantileInvertsTheLaw() {
        for (double x : new double[] {-7, -1.3, 0, 0.4, 3}) {
            assertEquals(x, StandardNormal.quantile(StandardNormal.cdf(x)), 1e-12 * (1 + 1e3 * Math.abs(x)));
        }
        assertEquals(Double.NEGATIVE_INFINITY, StandardNormal.quantile(0));
    }
}
