package meanfield.approximation.rational;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * The best rational approximation of a sign as a composition of low-degree ones: a deep rational network of width one.
 *
 * <pre>
 *   F = R_k(F_{k-1}),   F_j = R_j(F_{j-1})/(1 + e_j),   ℓ_{j+1} = (1 - e_j)/(1 + e_j)                       (1)
 *   degree Π r_j,   parameters Σ (r_j + 1)                                                                 (2)
 * </pre>
 *
 * The composition of Zolotarev functions is the Zolotarev function of the product of their degrees: nothing is lost, and
 * k factors of degree 3 give degree 3^k with 4k parameters (coefficients of x³, x over x², 1 each).
 *
 * <p>Edge cases: a gap of 1e-150 is legal; errors next to 1 keep their complement to full relative accuracy. Source:
 * [Nakatsukasa2016], [Boulle2020].
 */
public final class SignComposition {
    private final List<ZolotarevSign> stages;

    private SignComposition(List<ZolotarevSign> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * The composition of these odd degrees, first applied first.
     *
     * @param degrees r_1 … r_k, each odd
     * @param gap ℓ of the first factor, in [1e-150, 1)
     */
    public static SignComposition of(List<Integer> degrees, double gap) {
        Require.present("degrees", degrees);
        Require.that(!degrees.isEmpty() && degrees.size() <= 40, "degrees", "have 1 to 40 entries", degrees);
        List<ZolotarevSign> stages = new ArrayList<>();
        for (int degree : degrees) {
            ZolotarevSign.requireOdd(degree);
            stages.add(
                    stages.isEmpty()
                            ? ZolotarevSign.of(degree, gap)
                            : ZolotarevSign.after(stages.get(stages.size() - 1).exponent(), degree));
        }
        return new SignComposition(stages);
    }

    /** The factors, first applied first; inputs of a later factor are divided by 1 + e of the one before. */
    public List<ZolotarevSign> stages() {
        return stages;
    }

    /** F(x): within e of the sign for ℓ ≤ |x| ≤ 1. */
    public double value(double x) {
        return normalized(x) * (1 + error());
    }

    /** F(x)/(1 + e): at most 1 in absolute value on [-1, 1]. */
    public double normalized(double x) {
        double y = x;
        for (ZolotarevSign stage : stages) {
            y = stage.value(y) / (1 + stage.error());
        }
        return y;
    }

    /** The derivative of {@link #normalized}, by the chain rule. */
    public double normalizedDerivative(double x) {
        double y = x;
        double slope = 1;
        for (ZolotarevSign stage : stages) {
            slope *= stage.derivative(y) / (1 + stage.error());
            y = stage.value(y) / (1 + stage.error());
        }
        return slope;
    }

    /** 1 - F(x)/(1 + e) and the like: the part of F/(1+e) missing to 1 at its minimum over the band, 2e/(1 + e). */
    double normalizedDefect() {
        double e = error();
        return 2 * e / (1 + e);
    }

    /** e of the whole. */
    public double error() {
        return last().error();
    }

    /** 1 - e, accurate where the gap is too small for the degree. */
    public double errorComplement() {
        return last().errorComplement();
    }

    private ZolotarevSign last() {
        return stages.get(stages.size() - 1);
    }

    /** ℓ. */
    public double gap() {
        return stages.get(0).gap();
    }

    /** Π r_j, as a real number since it may be large. */
    public double degree() {
        double product = 1;
        for (ZolotarevSign stage : stages) {
            product *= stage.degree();
        }
        return product;
    }

    /** Σ (r_j + 1): the coefficients of every numerator and denominator that are not zero by oddness. */
    public int parameters() {
        return stages.stream().mapToInt(stage -> stage.degree() + 1).sum();
    }
}
