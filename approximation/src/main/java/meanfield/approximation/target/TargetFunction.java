package meanfield.approximation.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meanfield.core.Require;

/**
 * The named targets, before division by their Sobolev norm.
 *
 * <pre>
 *   sine       Π sin 2πx_k (every d)               sinesine   the same, d = 2       diagcos   cos 2π(x_1 + … + x_d), d ≥ 2
 *   kink       |x - 1/3| (n = 1), (x - 1/3)₊^n/n!  (n ≥ 2), d = 1                   ridgekink (Σx_k - 2/3)₊^n/n!, every d
 *   runge      1/(1 + 25(2x-1)²), d = 1            gauss      exp(-8((x-0.4)² + (y-0.6)² + …)), every d
 *   dampedcos  e^{-x} cos 3x, d = 1                exp        exp(x_1 + … + x_d)
 *   parabola   x²/2, d = 1 (the extremal function of n = 2)                         abs       |x - 1/3| whatever n, d = 1
 * </pre>
 *
 * The kink family depends on n: it is in W^{n,∞} and in no smoother space, so that it shows the exponent of the class. {@code abs}
 * is in W^{1,∞} only; a construction with n ≥ 2 has to refuse it.
 */
public enum TargetFunction {
    /** Π sin 2πx_k. */
    SINE(1, Integer.MAX_VALUE),
    /** sin 2πx sin 2πy. */
    SINESINE(2, 2),
    /** cos 2π(x_1 + … + x_d). */
    DIAGCOS(2, Integer.MAX_VALUE),
    /** |x - 1/3| for n = 1, (x - 1/3)₊^n/n! beyond. */
    KINK(1, 1),
    /** (Σ x_k - 2/3)₊^n/n!. */
    RIDGEKINK(1, Integer.MAX_VALUE),
    /** 1/(1 + 25(2x - 1)²). */
    RUNGE(1, 1),
    /** exp(-8 Σ (x_k - c_k)²), c = 0.4, 0.6, 0.4, …. */
    GAUSS(1, Integer.MAX_VALUE),
    /** e^{-x} cos 3x. */
    DAMPEDCOS(1, 1),
    /** exp(Σ x_k). */
    EXP(1, Integer.MAX_VALUE),
    /** x²/2. */
    PARABOLA(1, 1),
    /** |x - 1/3|. */
    ABS(1, 1);

    private final int lowest;
    private final int highest;

    TargetFunction(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The spelling of the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The function of this name for a construction of order n, not yet divided.
     *
     * @throws IllegalArgumentException when the function does not exist in this dimension
     */
    public Target of(int dimension, int smoothness) {
        Require.atLeast("smoothness", smoothness, 1);
        String rule = lowest == highest ? "be " + lowest : "be >= " + lowest;
        Require.that(
                dimension >= lowest && dimension <= highest, "dimension", rule + " for target " + label(), dimension);
        double turn = 2 * Math.PI;
        return switch (this) {
            case SINE, SINESINE -> tensor(dimension, k -> new Profiles.Wave(turn, 0));
            case DIAGCOS -> new RidgeTarget(label(), new Profiles.Wave(turn, 1), dimension);
            case KINK ->
                tensor(
                        1,
                        k -> smoothness == 1
                                ? new Profiles.Modulus(1.0 / 3, 1)
                                : new Profiles.Kink(1.0 / 3, smoothness));
            case RIDGEKINK -> new RidgeTarget(label(), new Profiles.Kink(2.0 / 3, smoothness), dimension);
            case RUNGE -> tensor(1, k -> new Profiles.Runge(5));
            case GAUSS -> tensor(dimension, k -> new Profiles.Bell(8, k % 2 == 0 ? 0.4 : 0.6));
            case DAMPEDCOS -> tensor(1, k -> new Profiles.Damped(-1, 3));
            case EXP -> new RidgeTarget(label(), new Profiles.Damped(1, 0), dimension);
            case PARABOLA -> tensor(1, k -> new Profiles.Polynomial(List.of(0.0, 0.0, 0.5)));
            case ABS -> tensor(1, k -> new Profiles.Modulus(1.0 / 3, 1));
        };
    }

    private Target tensor(int dimension, java.util.function.IntFunction<Profile> factor) {
        List<Profile> factors = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
            factors.add(factor.apply(k));
        }
        return new TensorTarget(label(), factors);
    }
}
