package meanfield.core.special;

import meanfield.core.Require;

/**
 * Complete elliptic integral and Jacobi's elliptic functions of one modulus, accurate to both ends of the moduli.
 *
 * <pre>
 *   K = ∫_0^{π/2} dθ/√(1 - k² sin²θ) = π/(2 AGM(1, k′)),   k² + k′² = 1                                     (1)
 *   u = ∫_0^{am u} dθ/√(1 - k² sin²θ),   sn = sin am,   cn = cos am,   dn = √(1 - k² sn²)                   (2)
 *   nome q = exp(-π K′/K),   K′ = K at the complementary modulus k′                                         (3)
 * </pre>
 *
 * Convention: modulus k, not the parameter m = k². Edge cases: k = 0 gives sin, cos, 1; k′ = 0 has K = ∞ and is refused.
 *
 * <p>Accuracy and cost: a few units of 2⁻⁵³, relative, for k′ down to 1e-150: the argument is reflected into [0, K/2],
 * where Landen's transformation towards k′ = 0 (k′ &lt; 1/2) or towards k = 0 (otherwise) subtracts nothing that cancels.
 * Under 1 µs.
 *
 * <p>Source: [Byrd1971].
 */
public final class EllipticFunctions {
    private final double modulus;
    private final double complement;
    private final double quarterPeriod;
    private final double conjugatePeriod;

    private EllipticFunctions(double modulus, double complement) {
        this.modulus = modulus;
        this.complement = complement;
        this.quarterPeriod = completeIntegral(complement);
        this.conjugatePeriod = modulus == 0 ? Double.POSITIVE_INFINITY : completeIntegral(modulus);
    }

    /**
     * The three functions at one argument.
     *
     * @param sn sin am u
     * @param cn cos am u
     * @param dn √(1 - k² sn²)
     */
    public record Values(double sn, double cn, double dn) {}

    /** Of the modulus k in [0, 1). */
    public static EllipticFunctions ofModulus(double modulus) {
        Require.that(modulus >= 0 && modulus < 1, "modulus", "be in [0, 1)", modulus);
        return new EllipticFunctions(modulus, Math.sqrt((1 - modulus) * (1 + modulus)));
    }

    /** Of the complementary modulus k′ = √(1 - k²) in (0, 1]; the way in when k is near 1. */
    public static EllipticFunctions ofComplement(double complement) {
        Require.that(complement > 0 && complement <= 1, "complementary modulus", "be in (0, 1]", complement);
        return new EllipticFunctions(Math.sqrt((1 - complement) * (1 + complement)), complement);
    }

    /** K of the modulus whose complement is given, equation (1). */
    public static double completeIntegral(double complement) {
        Require.that(complement > 0 && complement <= 1, "complementary modulus", "be in (0, 1]", complement);
        double a = 1;
        double b = complement;
        while (a - b > 1e-8 * a) {
            double mean = 0.5 * (a + b);
            b = Math.sqrt(a * b);
            a = mean;
        }
        return Math.PI / (a + b); // one more mean: the error is of fourth order in (a - b)/a
    }

    /** k. */
    public double modulus() {
        return modulus;
    }

    /** k′. */
    public double complement() {
        return complement;
    }

    /** K, equation (1). */
    public double quarterPeriod() {
        return quarterPeriod;
    }

    /** K′, infinite at k = 0. */
    public double conjugatePeriod() {
        return conjugatePeriod;
    }

    /** sn, cn and dn at u, equation (2). */
    public Values at(double u) {
        Require.finite("u", u);
        return atQuarterPeriods(u / quarterPeriod);
    }

    /** sn, cn and dn at u = fraction · K: zeros and poles of their quotients then fall on whole numbers exactly. */
    public Values atQuarterPeriods(double fraction) {
        Require.finite("fraction", fraction);
        double sign = 1;
        double f = Math.IEEEremainder(fraction, 4); // the period is 4K
        if (f < 0) {
            f = -f;
            sign = -1;
        }
        double cosineSign = 1;
        if (f > 1) { // about K: sn even, cn odd
            f = 2 - f;
            cosineSign = -1;
        }
        Values near = f <= 0.5 ? reduced(f * quarterPeriod) : reflected(reduced((1 - f) * quarterPeriod));
        return new Values(sign * near.sn, cosineSign * near.cn, near.dn);
    }

    /** sn(K-u) = cn/dn, cn(K-u) = k′ sn/dn, dn(K-u) = k′/dn. */
    private Values reflected(Values at) {
        return new Values(at.cn / at.dn, complement * at.sn / at.dn, complement / at.dn);
    }

    /** For u in [0, K/2]. */
    private Values reduced(double u) {
        return complement < 0.5 ? ascending(u, complement) : descending(u);
    }

    /** Landen towards k′ = 0, where the functions are tanh u, sech u, sech u. */
    private static Values ascending(double u, double complement) {
        if (complement < 1e-17) {
            double sech = 1 / Math.cosh(u);
            return new Values(Math.tanh(u), sech, sech);
        }
        double k = Math.sqrt((1 - complement) * (1 + complement));
        double ratio = complement / (1 + k);
        double next = ratio * ratio; // k′ of the next modulus, (1-k)/(1+k)
        Values v = ascending(u / (1 + next), next);
        double square = v.dn * v.dn;
        double nextModulusSquared = (1 - next) * (1 + next);
        return new Values(
                (1 + next) * v.sn * v.cn / v.dn,
                (1 + next) / nextModulusSquared * (square - next) / v.dn,
                (1 - next) / nextModulusSquared * (square + next) / v.dn);
    }

    /** Landen towards k = 0 through the amplitudes of the arithmetic-geometric mean. */
    private Values descending(double u) {
        double[] a = new double[12];
        double[] c = new double[12];
        a[0] = 1;
        c[0] = modulus;
        double b = complement;
        int n = 0;
        while (Math.abs(c[n]) > 1e-17 * a[n] && n < 10) {
            a[n + 1] = 0.5 * (a[n] + b);
            c[n + 1] = 0.5 * (a[n] - b);
            b = Math.sqrt(a[n] * b);
            n++;
        }
        double amplitude = Math.scalb(a[n] * u, n);
        for (int i = n; i > 0; i--) {
            amplitude = 0.5 * (amplitude + Math.asin(c[i] / a[i] * Math.sin(amplitude)));
        }
        double sn = Math.sin(amplitude);
        return new Values(sn, Math.cos(amplitude), Math.sqrt(1 - modulus * modulus * sn * sn));
    }
}
