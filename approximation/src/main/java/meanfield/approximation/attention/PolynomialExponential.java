package meanfield.approximation.attention;

import meanfield.core.Require;
import meanfield.core.solve.MaximumSearch;

/**
 * e^x on [-B, 0] by one addition and r squarings.
 *
 * <pre>
 *   E_r(x) = (1 + x/2^r)^{2^r},   0 ≤ e^x - E_r(x) for x ≥ -2^r,   sup ≈ max x² e^x/2^{r+1} = 2e^{-2}/2^r     (1)
 * </pre>
 *
 * The maximum lies near x = -2. Multiplicative depth r.
 *
 * @param squarings r in [0, 30]
 */
public record PolynomialExponential(int squarings) {
    /** Checked. */
    public PolynomialExponential {
        Require.that(squarings >= 0 && squarings <= 30, "squarings", "be in [0, 30]", squarings);
    }

    /** E_r(x). */
    public double value(double x) {
        double value = 1 + Math.scalb(x, -squarings);
        for (int i = 0; i < squarings; i++) {
            value *= value;
        }
        return value;
    }

    /** E_r(x)/e^x - 1. */
    public double relativeError(double x) {
        return Math.expm1(Math.scalb(Math.log1p(Math.scalb(x, -squarings)), squarings) - x);
    }

    /** max |e^x - E_r(x)| on [-B, 0], for B ≤ 2^r, to 1e-9 relative. */
    public double supError(double bound) {
        Require.inRange("bound", bound, 0, Math.scalb(1.0, squarings));
        if (bound == 0) {
            return 0;
        }
        double at = MaximumSearch.withDefaults()
                .find(t -> -Math.exp(-bound * t) * relativeError(-bound * t), 0, Math.min(1, 4 / bound))
                .orThrow()
                .location();
        return -Math.exp(-bound * at) * relativeError(-bound * at);
    }
}
