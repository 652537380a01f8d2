package meanfield.replica.law;

import meanfield.core.gaussian.LocalField;

/**
 * The law of x, the stored value at a site whose archetype is +1; E x² = 1.
 *
 * <pre>
 *   x = 1                                                    no data noise
 *   x = (2k - M)/(M √R),   k ~ Binomial(M, (1+r)/2)          M examples of quality r, exact                       (1)
 *   x = (1 + √ρ g)/√(1+ρ),   g ~ N(0, 1)                     many examples, ρ = (1-r²)/(M r²)                     (2)
 * </pre>
 */
public sealed interface PatternLaw permits DiscreteExamples, GaussianExamples {
    /** E|x|, the overlap of spins that follow the sign of x: the largest value of n. */
    double saturation();

    /** The probability of x = 0: such sites feel no signal. */
    double freeSites();

    /** E x²; 1 but for the histogram of one given pattern. */
    double secondMoment();

    /** The averages at this strength and noise variance v of the local field. */
    PatternAverages averages(LocalField field, double strength, double variance);
}
