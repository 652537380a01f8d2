package meanfield.approximation.rational;

import java.util.Collections;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.solve.MaximumSearch;
import meanfield.core.solve.RootSearch;

/**
 * A rational function close to ReLU on [-1, 1], made of Zolotarev signs.
 *
 * <pre>
 *   ρ(x) = x (1 + F(x)/(1 + e))/2,   0 ≤ x₊ - ρ(x) ≤ ε for |x| ≤ 1                                        (1)
 *   outer: max_{ℓ ≤ x ≤ 1} ≤ e/(1 + e),   inner: max_{0 ≤ x ≤ ℓ} x (1 - F/(1+e))/2                         (2)
 * </pre>
 *
 * ℓ makes inner and outer error equal, which is the best choice. k factors of degree 3: ε = 2.0e-2, 9.9e-4, 6.2e-6,
 * 1.1e-9, …: every factor multiplies the number of digits by about √3, so that accuracy ε costs O(log log 1/ε)
 * parameters. |x| is x F(x)/(1+e), with twice the error; on [-B, B] take B ρ(x/B), with B times the error.
 *
 * <p>Accuracy: ε by (2) to 1e-9 relative, as long as it exceeds 1e-15. Source: [Boulle2020], theorem 1 and its proof.
 */
public final class RationalRectifier {
    private static final double SMALLEST_LOG_GAP = Math.log(1e-100);

    private final SignComposition sign;

    private RationalRectifier(SignComposition sign) {
        this.sign = sign;
    }

    /** With k factors of degree 3. */
    public static RationalRectifier ofStages(int stages) {
        Require.that(stages >= 1 && stages <= 6, "stages", "be in [1, 6]", stages);
        return of(Collections.nCopies(stages, 3));
    }

    /** With factors of these odd degrees, at least 3 in all. */
    public static RationalRectifier of(List<Integer> degrees) {
        Require.present("degrees", degrees);
        double product = degrees.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        Require.that(product >= 3 && product <= 729, "product of degrees", "be in [3, 729]", product);
        double log = RootSearch.withDefaults()
                .find(
                        l -> {
                            SignComposition trial = SignComposition.of(degrees, Math.exp(l));
                            return Math.log(inner(trial)) - Math.log(Math.max(outer(trial), Double.MIN_NORMAL));
                        },
                        SMALLEST_LOG_GAP,
                        Math.log(0.9))
                .orThrow()
                .location();
        return new RationalRectifier(SignComposition.of(degrees, Math.exp(log)));
    }

    /** The fewest factors of degree 3 that reach an error. */
    public static RationalRectifier withError(double error) {
        Require.inRange("error", error, 1e-15, 1);
        for (int stages = 1; ; stages++) {
            RationalRectifier rectifier = ofStages(stages);
            if (rectifier.error() <= error || stages == 6) {
                return rectifier;
            }
        }
    }

    private static double outer(SignComposition sign) {
        return 0.5 * sign.normalizedDefect();
    }

    private static double inner(SignComposition sign) {
        double gap = sign.gap();
        double at = MaximumSearch.withDefaults()
                .find(t -> t * (1 - sign.normalized(gap * t)), 0, 1)
                .orThrow()
                .location();
        return 0.5 * gap * at * (1 - sign.normalized(gap * at));
    }

    /** ρ(x), equation (1). */
    public double value(double x) {
        return 0.5 * x * (1 + sign.normalized(x));
    }

    /** ρ'(x) = (1 + F + x F')/2: a step as steep as the gap of F is narrow, with small ripples. */
    public double derivative(double x) {
        return 0.5 * (1 + sign.normalized(x) + x * sign.normalizedDerivative(x));
    }

    /** F, whose factors are the activations of the network that computes ρ. */
    public SignComposition sign() {
        return sign;
    }

    /** ε, the sup error on [-1, 1], equation (2). */
    public double error() {
        return Math.max(inner(sign), outer(sign));
    }

    /** Coefficients of all factors. */
    public int parameters() {
        return sign.parameters();
    }
}
