package meanfield.replica.law;

import meanfield.core.Require;
import meanfield.core.solve.RootSearch;

/**
 * Noise of pairwise interactions, P = 2, from coupling eigenvalues λ: 1 and, M - 1 times for each pattern, λ₂.
 *
 * <pre>
 *   v = α Σ λ² q/(1-λC)²,   v′ = α Σ λ²/(1-λC)²                                                                 (1)
 *   Ψ = α tr/2 + (α/2) Σ [T ln(1-λC) - λ q/(1-λC)],   tr = Σ λ                                                  (2)
 *   u = α tr/2 - (α/2) Σ λ/(1-λC) - v C/2                                                                       (3)
 * </pre>
 *
 * With λ₂ = 0 this is [Amit1987]; with λ₂ &gt; 0 the examples of each pattern are stored one by one. tr/2 is the energy of the
 * terms i = j that H leaves out. Edge cases: physical states have λ C &lt; 1.
 *
 * @param secondEigenvalue λ₂ in [0, 1]
 * @param copies M - 1
 * @param selfInteraction whether H keeps its terms i = j, which shifts energies by -α tr/2
 */
public record QuadraticNoise(double secondEigenvalue, int copies, SelfInteraction selfInteraction) implements NoiseLaw {
    private static final double ROUNDING = 1e-12;

    /** Whether H keeps the terms with coincident indices. */
    public enum SelfInteraction {
        /** Distinct indices only. */
        LEFT_OUT,
        /** All indices. */
        KEPT
    }

    /** Checked. */
    public QuadraticNoise {
        Require.inRange("secondEigenvalue", secondEigenvalue, 0, 1);
        Require.atLeast("copies", copies, 0);
        Require.present("selfInteraction", selfInteraction);
    }

    /** One eigenvalue: the Hopfield network. */
    public static QuadraticNoise hopfield() {
        return new QuadraticNoise(0, 0, SelfInteraction.LEFT_OUT);
    }

    private static double pole(double eigenvalue, double susceptibility) {
        return 1 - eigenvalue * susceptibility;
    }

    private double sumOfSquares(double susceptibility) {
        double first = 1 / pole(1, susceptibility);
        double second = secondEigenvalue / pole(secondEigenvalue, susceptibility);
        return first * first + copies * second * second;
    }

    private double trace() {
        return 1 + copies * secondEigenvalue;
    }

    @Override
    public double variancePerLoad(double temperature, double susceptibility) {
        return (1 - temperature * susceptibility) * sumOfSquares(susceptibility);
    }

    @Override
    public double load(double fieldVariance, double temperature, double susceptibility) {
        double overlap = 1 - temperature * susceptibility;
        double pole = pole(1, susceptibility);
        double second = secondEigenvalue * pole / pole(secondEigenvalue, susceptibility);
        // v (1-C)²/(q (1 + …)): finite through the pole
        double size = fieldVariance * pole * pole / (overlap * (1 + copies * second * second));
        return pole > 0 ? size : -size;
    }

    @Override
    public double freeEnergy(double load, double fieldVariance, double temperature, double susceptibility) {
        double variance = fieldVariance == 0 ? 0 : fieldVariance * susceptibility;
        if (load == 0) {
            return 0.5 * variance;
        }
        double overlap = 1 - temperature * susceptibility;
        double sum = term(1, temperature, susceptibility, overlap);
        if (copies > 0) {
            sum += copies * term(secondEigenvalue, temperature, susceptibility, overlap);
        }
        return 0.5 * (variance + load * (constant() + sum));
    }

    private double constant() {
        return selfInteraction == SelfInteraction.LEFT_OUT ? trace() : 0;
    }

    private static double term(double eigenvalue, double temperature, double susceptibility, double overlap) {
        return temperature * Math.log1p(-eigenvalue * susceptibility)
                - eigenvalue * overlap / pole(eigenvalue, susceptibility);
    }

    @Override
    public double energy(double load, double fieldVariance, double temperature, double susceptibility) {
        if (load == 0) {
            return 0;
        }
        double sum = 1 / pole(1, susceptibility) + copies * secondEigenvalue / pole(secondEigenvalue, susceptibility);
        return 0.5 * (load * (constant() - sum) - fieldVariance * susceptibility);
    }

    @Override
    public double repliconSlope(double load, double temperature, double susceptibility) {
        return load == 0 ? 0 : load * sumOfSquares(susceptibility);
    }

    /** T_g: 1 = β² α Σ λ²/(1-λβ)², in (1, ∞); 1 + √α for one eigenvalue. The unknown is (T_g - 1)/√α in [1, √M]. */
    @Override
    public double onsetTemperature(double load) {
        double unit = Math.sqrt(load);
        if (load == 0 || copies == 0 || secondEigenvalue == 0) {
            return 1 + unit;
        }
        double gap = 1 - secondEigenvalue;
        double excess = RootSearch.withDefaults()
                .withTolerance(1e-14)
                .find(
                        y -> {
                            double second = secondEigenvalue * unit / (unit * y + gap);
                            return 1 / (y * y) + copies * second * second - 1;
                        },
                        1 - ROUNDING,
                        Math.sqrt(1.0 + copies) * (1 + ROUNDING))
                .orThrow()
                .location();
        return 1 + unit * excess;
    }
}
