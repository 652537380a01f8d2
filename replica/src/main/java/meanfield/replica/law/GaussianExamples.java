package meanfield.replica.law;

import meanfield.core.Require;
import meanfield.core.gaussian.LocalField;
import meanfield.core.gaussian.SpinAverages;

/**
 * The pattern law of many noisy examples.
 *
 * <pre>
 *   x = (1 + √ρ g)/√(1+ρ),   h = strength x + √v z = a + √v′ z′
 *   a = strength/√(1+ρ),   v′ = v + strength² ρ/(1+ρ),   m = M(a, v′)                                            (1)
 *   n = m/√(1+ρ) + ρ/(1+ρ) strength C(a, v′)                                                                     (2)
 * </pre>
 *
 * (2) is integration by parts. Edge cases: ρ = ∞ is the law of a Gaussian pattern without an archetype, m = 0.
 *
 * @param dataNoise ρ ≥ 0, may be infinite
 */
public record GaussianExamples(double dataNoise) implements PatternLaw {
    /** Checked. */
    public GaussianExamples {
        Require.that(dataNoise >= 0, "dataNoise", "be >= 0", dataNoise);
    }

    /** ρ = (1-r²)/(M r²), infinite for quality 0. */
    public static GaussianExamples of(int examples, double quality) {
        Require.atLeast("examples", examples, 1);
        Require.inRange("quality", quality, 0, 1);
        return new GaussianExamples(dataNoise(examples, quality));
    }

    /** ρ = (1-r²)/(M r²). */
    public static double dataNoise(int examples, double quality) {
        double square = quality * quality;
        return square == 0 ? Double.POSITIVE_INFINITY : (1 - square) / (examples * square);
    }

    /** 1/(1+ρ). */
    private double archetypePart() {
        return 1 / (1 + dataNoise);
    }

    /** ρ/(1+ρ). */
    private double noisePart() {
        return Double.isInfinite(dataNoise) ? 1 : dataNoise / (1 + dataNoise);
    }

    @Override
    public double saturation() {
        return LocalField.at(0)
                .averages(Math.sqrt(archetypePart()), noisePart())
                .potential(); // E|x|
    }

    @Override
    public double freeSites() {
        return 0;
    }

    @Override
    public double secondMoment() {
        return 1;
    }

    @Override
    public PatternAverages averages(LocalField field, double strength, double variance) {
        double root = Math.sqrt(archetypePart());
        SpinAverages spin = field.averages(strength * root, variance + strength * strength * noisePart());
        if (dataNoise == 0) {
            return new PatternAverages(
                    spin.magnetization(),
                    spin.complement(),
                    spin.magnetization(),
                    spin.susceptibility(),
                    spin.quarticSusceptibility(),
                    spin.potential());
        }
        double response = strength == 0 ? 0 : strength * spin.susceptibility();
        double overlap = spin.magnetization() * root + noisePart() * response;
        return new PatternAverages(
                overlap,
                saturation() - overlap,
                spin.magnetization(),
                spin.susceptibility(),
                spin.quarticSusceptibility(),
                spin.potential());
    }
}
