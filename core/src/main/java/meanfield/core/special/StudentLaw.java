package meanfield.core.special;

import meanfield.core.Require;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's law with ν degrees of freedom: the law of a mean over its estimated standard error.
 *
 * <pre>
 *   density ∝ (1 + t²/ν)^{-(ν+1)/2}                                                                        (1)
 * </pre>
 *
 * Edge cases: ν below 1 is refused. Accuracy: 1e-9 of the quantile.
 */
public final class StudentLaw {
    private static final double ACCURACY = 1e-12;

    private StudentLaw() {}

    /** t with P(|T| &lt; t) = probability: half the width of a confidence interval in standard errors. */
    public static double halfWidth(double probability, int degreesOfFreedom) {
        Require.that(probability > 0 && probability < 1, "probability", "be in (0, 1)", probability);
        Require.atLeast("degreesOfFreedom", degreesOfFreedom, 1);
        return new TDistribution(null, degreesOfFreedom, ACCURACY)
                .inverseCumulativeProbability(0.5 + 0.5 * probability);
    }
}
