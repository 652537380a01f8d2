package meanfield.core.special;

import meanfield.core.Require;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The gamma function of positive arguments, in logarithms, and what follows from it.
 *
 * <pre>
 *   ln Γ(x),   N(d, k) = (2k+d-2)/(k+d-2) · Γ(k+d-1)/(Γ(k+1) Γ(d-1))                                         (1)
 *   I_x(a, b) = Γ(a+b)/(Γ(a) Γ(b)) ∫_0^x t^(a-1) (1-t)^(b-1) dt                                              (2)
 * </pre>
 *
 * Accuracy: that of the library behind this module, 1e-15 relative to max(1, |ln Γ|).
 */
public final class GammaFunctions {
    private GammaFunctions() {}

    /** ln Γ(x), x &gt; 0. */
    public static double logGamma(double x) {
        return LogGamma.value(Require.positive("x", x));
    }

    /** I_x(a, b) of (2), the law of a beta variable: x in [0, 1], a, b &gt; 0. */
    public static double regularizedBeta(double x, double a, double b) {
        Require.inRange("x", x, 0, 1);
        return RegularizedBeta.value(x, Require.positive("a", a), Require.positive("b", b));
    }

    /**
     * Number of independent spherical harmonics of degree k in d dimensions, equation (1), as a real number.
     *
     * @param dimension d ≥ 2
     * @param degree k ≥ 0
     */
    public static double harmonicCount(int dimension, int degree) {
        Require.atLeast("dimension", dimension, 2);
        Require.atLeast("degree", degree, 0);
        if (degree == 0) {
            return 1;
        }
        // (2k+d-2)/k · C(k+d-3, k-1), a product of small quotients
        double count = (2.0 * degree + dimension - 2) / degree;
        for (int i = 1; i <= dimension - 2; i++) {
            count *= (degree - 1.0 + i) / i;
        }
        return count;
    }
}
