package meanfield.approximation.rates;

import meanfield.core.Require;

/**
 * Three laws for errors of a construction with logarithms in its size, compared by their residuals.
 *
 * <pre>
 *   (a)  ε = C W^-s                                                                                         (1)
 *   (b)  ε = C (W/ln(1/ε))^-s                                                                               (2)
 *   (c)  ε = C (W/ln^q(1/ε))^-s with s = n/d given, q fitted                                                 (3)
 * </pre>
 *
 * Over sizes that can be reached (a) is biased low when the construction pays a logarithm (ReLU gates): 1.71 for 2, 2.58 for 3;
 * (b) lands within a few percent. Errors of 1 and more have no logarithm of the right sign: (b) and (c)
 * leave them out.
 *
 * @param power (a)
 * @param corrected (b)
 * @param logPower q of (c), NaN with fewer than two points
 * @param fixedResidual RSS of (c)
 */
public record RateModels(RateFit power, RateFit corrected, double logPower, double fixedResidual) {
    /** One of the three. */
    public enum Model {
        /** (a). */
        POWER,
        /** (b). */
        LOG_CORRECTED,
        /** (c). */
        FIXED_EXPONENT
    }

    /**
     * All three fits.
     *
     * @param exponent s of (c), n/d
     */
    public static RateModels of(double[] size, double[] error, double floor, double exponent) {
        Require.positive("exponent", exponent);
        double[] shrunk = new double[size.length];
        double[] small = new double[size.length];
        double[] lifted = new double[size.length];
        double[] logarithm = new double[size.length];
        for (int i = 0; i < size.length; i++) {
            boolean usable = error[i] > floor && error[i] < 1;
            logarithm[i] = usable ? -Math.log(error[i]) : 1;
            shrunk[i] = size[i] / logarithm[i];
            small[i] = usable ? error[i] : 0;
            lifted[i] = usable ? error[i] * Math.pow(size[i], exponent) : 0;
        }
        RateFit fixed = RateFit.of(logarithm, lifted, 0);
        return new RateModels(
                RateFit.of(size, error, floor),
                RateFit.of(shrunk, small, 0),
                fixed.slope() / exponent,
                fixed.residual());
    }

    /** The model with the smallest residual; (a) and (b) have two free numbers, so has (c). */
    public Model best() {
        if (fixedResidual < power.residual() && fixedResidual < corrected.residual()) {
            return Model.FIXED_EXPONENT;
        }
        return corrected.residual() < power.residual() ? Model.LOG_CORRECTED : Model.POWER;
    }
}
