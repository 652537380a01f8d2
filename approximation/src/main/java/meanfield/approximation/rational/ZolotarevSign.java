package meanfield.approximation.rational;

import meanfield.core.Require;
import meanfield.core.special.EllipticFunctions;

/**
 * Zolotarev's rational function of type (r, r-1): the best approximation of sign x on [-1, -ℓ] ∪ [ℓ, 1].
 *
 * <pre>
 *   R(x) = M x Π_{j=1}^{(r-1)/2} (x² + c_{2j})/(x² + c_{2j-1}),   c_i = ℓ² sn²(u_i)/cn²(u_i),   u_i = i K′/r   (1)
 *   |R - sign| ≤ e on both intervals, attained with alternating signs at ±ℓ/dn(u_i), i = 0 … r                 (2)
 *   e = 4√Q Π_n ((1 + Q^{2n})/(1 + Q^{2n-1}))⁴,   Q = exp(-2π r K/K′) ,   e ≈ 4 exp(-π² r/(2 ln(4/ℓ)))         (3)
 * </pre>
 *
 * Symbols: K is the complete integral of modulus ℓ, K′ that of √(1-ℓ²), which is also the modulus of sn, cn, dn.
 * Convention: r odd (an even r gains nothing); M balances the error, so that max R = 1 + e on [ℓ, 1].
 *
 * <p>Accuracy and cost: coefficients and the error by (3) to some 1e-14 relative, even where e is far below rounding
 * of R; made in microseconds. Source: [Zolotarev1877], [Nakatsukasa2016].
 */
public final class ZolotarevSign {
    /** Largest degree. */
    public static final int MAXIMUM_DEGREE = 999;

    private final int degree;
    private final double gap;
    private final double scale;
    private final double[] shifts;
    private final double[] extremalPoints;
    private final double nomeExponent;
    private final double error;

    private ZolotarevSign(int degree, double gap, double nomeExponent) {
        EllipticFunctions functions = EllipticFunctions.ofComplement(gap);
        this.degree = degree;
        this.gap = gap;
        this.nomeExponent = nomeExponent;
        this.error = NomeKernels.error(nomeExponent);
        this.shifts = new double[degree - 1];
        this.extremalPoints = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            EllipticFunctions.Values at = functions.atQuarterPeriods((double) i / degree);
            extremalPoints[i] = i == degree ? 1 : gap / at.dn();
            if (i > 0 && i < degree) {
                double tangent = gap * at.sn() / at.cn();
                shifts[i - 1] = tangent * tangent;
            }
        }
        this.scale = 2 / (unscaled(gap) + unscaled(1));
    }

    /**
     * The function of odd degree r for the gap (-ℓ, ℓ).
     *
     * @param degree r in 1, 3, …, 999
     * @param gap ℓ in [1e-150, 1)
     */
    public static ZolotarevSign of(int degree, double gap) {
        requireOdd(degree);
        Require.inRange("gap", gap, 1e-150, 1);
        Require.that(gap < 1, "gap", "be below 1", gap);
        return new ZolotarevSign(degree, gap, nomeExponent(gap) * degree);
    }

    static void requireOdd(int degree) {
        Require.that(
                degree >= 1 && degree <= MAXIMUM_DEGREE && degree % 2 == 1,
                "degree",
                "be odd and in [1, " + MAXIMUM_DEGREE + "]",
                degree);
    }

    /** The next factor of a composition: its gap is the band that the factors before have reached. */
    static ZolotarevSign after(double exponentBefore, int degree) {
        return new ZolotarevSign(degree, NomeKernels.reached(exponentBefore), exponentBefore * degree);
    }

    /** π K/K′ of modulus ℓ: multiplied by r when a function of degree r acts. */
    static double nomeExponent(double gap) {
        EllipticFunctions functions = EllipticFunctions.ofModulus(gap);
        return Math.PI * functions.quarterPeriod() / functions.conjugatePeriod();
    }

    private double unscaled(double x) {
        return RationalKernels.oddProduct(x, shifts);
    }

    /** R(x), equation (1). */
    public double value(double x) {
        return scale * unscaled(x);
    }

    /** R'(x). */
    public double derivative(double x) {
        return scale * RationalKernels.oddProductSlope(x, shifts);
    }

    /** r. */
    public int degree() {
        return degree;
    }

    /** ℓ. */
    public double gap() {
        return gap;
    }

    /** M. */
    public double scale() {
        return scale;
    }

    /** e, the sup distance to the sign for this gap, equation (3). */
    public double error() {
        return error;
    }

    /** 1 - e, accurate where e is near 1. */
    double errorComplement() {
        double reached = NomeKernels.reached(nomeExponent);
        return 2 * reached / (1 + reached);
    }

    double exponent() {
        return nomeExponent;
    }

    /** c_{2j}, j = 1 … (r-1)/2, ascending. */
    public double[] numeratorShifts() {
        return everySecond(1);
    }

    /** c_{2j-1}, j = 1 … (r-1)/2, ascending. */
    public double[] denominatorShifts() {
        return everySecond(0);
    }

    private double[] everySecond(int first) {
        double[] some = new double[shifts.length / 2];
        for (int j = 0; j < some.length; j++) {
            some[j] = shifts[first + 2 * j];
        }
        return some;
    }

    /** ℓ/dn(u_i), i = 0 … r, ascending from ℓ to 1, where the error is ∓e in turn. */
    public double[] extremalPoints() {
        return extremalPoints.clone();
    }

    @Override
    public String toString() {
        return "Zolotarev sign of degree " + degree + ", gap " + gap + ", error " + error();
    }
}
