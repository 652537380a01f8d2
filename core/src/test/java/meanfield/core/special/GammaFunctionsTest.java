package meanfield.core.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GammaFunctionsTest {
    @Test
    void factorialsAndHalfIntegers() {
        double log = 0;
        for (int n = 1; n < 60; n++) {
            assertEquals(log, GammaFunctions.logGamma(n), 4e-15 * Math.max(1, log));
            log += Math.log(n);
        }
        assertEquals(0.5 * Math.log(Math.PI), GammaFunctions.logGamma(0.5), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> GammaFunctions.logGamma(0));
    }

    /** Σ_{k ≤ K} N(d, k) counts the polynomials of degree K on the sphere: C(K+d-1, d-1) + C(K+d-2, d-1). */
    @Test
    void harmonicsAddUpToPolynomials() {
        assertEquals(1, GammaFunctions.harmonicCount(2, 0));
        assertEquals(2, GammaFunctions.harmonicCount(2, 7));
        assertEquals(15, GammaFunctions.harmonicCount(3, 7), 1e-12);
        for (int d = 2; d <= 9; d++) {
            double sum = 0;
            for (int k = 0; k <= 12; k++) {
                sum += GammaFunctions.harmonicCount(d, k);
                assertEquals(binomial(k + d - 1, d - 1) + binomial(k + d - 2, d - 1), sum, 1e-9 * sum);
            }
        }
    }

    /** I_x(2, 3) = 6x² - 8x³ + 3x⁴, and I_x(a, b) = 1 - I_{1-x}(b, a). */
    @Test
    void betaLawsAreThoseOfTheirPolynomials() {
        for (double x : new double[] {0, 0.1, 0.37, 0.9, 1}) {
            double expected = x * x * (6 - 8 * x + 3 * x * x);
            assertEquals(expected, GammaFunctions.regularizedBeta(x, 2, 3), 1e-15);
            assertEquals(1 - expected, GammaFunctions.regularizedBeta(1 - x, 3, 2), 1e-15);
        }
        assertEquals(0.5, GammaFunctions.regularizedBeta(0.5, 12.5, 12.5), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> GammaFunctions.regularizedBeta(1.1, 2, 3));
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value *= (double) (n - k + i) / i;
        }
        return n < k ? 0 : value;
    }
}
