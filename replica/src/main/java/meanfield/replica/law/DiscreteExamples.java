package meanfield.replica.law;

import java.util.TreeMap;
import meanfield.core.Require;
import meanfield.core.gaussian.LocalField;
import meanfield.core.gaussian.SpinAverages;

/**
 * A pattern law of finitely many values: the mean of M noisy examples, or the pattern itself.
 *
 * <pre>
 *   P(x = x_k) = Binomial(M, (1+r)/2)(k),   x_k = (2k - M)/(M √R),   R = r² + (1-r²)/M                          (1)
 * </pre>
 *
 * Values ±x are stored as one, because averages over z are odd or even in x: |x|, the weight of both, and the excess of +x
 * over -x. Weights below 1e-18 are dropped. Cost: one Gaussian average for each |x|, some 9 √M of them at most.
 */
public final class DiscreteExamples implements PatternLaw {
    private static final double SMALLEST_WEIGHT = 1e-18;

    private final double[] sizes;
    private final double[] weights;
    private final double[] excesses;
    private final double saturation;

    private DiscreteExamples(double[] sizes, double[] weights, double[] excesses) {
        this.sizes = sizes;
        this.weights = weights;
        this.excesses = excesses;
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            sum += weights[k] * sizes[k];
        }
        this.saturation = sum;
    }

    /** x = 1: patterns are stored without noise. */
    public static DiscreteExamples none() {
        return new DiscreteExamples(new double[] {1}, new double[] {1}, new double[] {1});
    }

    /** The law (1). */
    public static DiscreteExamples of(int examples, double quality) {
        Require.atLeast("examples", examples, 1);
        Require.inRange("quality", quality, 0, 1);
        double norm = Math.sqrt(exampleNorm(examples, quality));
        double[] probabilities = binomial(examples, quality);
        int count = 0;
        double[] sizes = new double[examples / 2 + 1];
        double[] weights = new double[sizes.length];
        double[] excesses = new double[sizes.length];
        for (int k = examples; 2 * k >= examples; k--) {
            double up = probabilities[k];
            double down = 2 * k == examples ? 0 : probabilities[examples - k];
            if (up + down > SMALLEST_WEIGHT) {
                sizes[count] = (2 * k - examples) / (examples * norm);
                weights[count] = up + down;
                excesses[count] = 2 * k == examples ? 0 : up - down;
                count++;
            }
        }
        return new DiscreteExamples(
                java.util.Arrays.copyOf(sizes, count),
                java.util.Arrays.copyOf(weights, count),
                java.util.Arrays.copyOf(excesses, count));
    }

    /**
     * The law of the values of one given pattern at its sites, to compare theory with a simulation of that very pattern.
     *
     * @param values ξ_i x_i, N; E x² need not be 1
     */
    public static DiscreteExamples ofSites(double[] values) {
        Require.atLeast("number of sites", values.length, 1);
        TreeMap<Double, double[]> bySize = new TreeMap<>();
        for (double value : values) {
            double[] sums = bySize.computeIfAbsent(Math.abs(Require.finite("value", value)), size -> new double[2]);
            sums[0] += 1.0 / values.length;
            sums[1] += Math.signum(value) / values.length;
        }
        return new DiscreteExamples(
                bySize.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                bySize.values().stream().mapToDouble(sums -> sums[0]).toArray(),
                bySize.values().stream().mapToDouble(sums -> sums[1]).toArray());
    }

    /** R of (1), the squared norm of the mean of the examples. */
    public static double exampleNorm(int examples, double quality) {
        return quality * quality + (1 - quality * quality) / examples;
    }

    /** Probabilities of 0 … trials successes of probability (1 + bias)/2 each, by recursion from the likeliest number. */
    public static double[] binomial(int trials, double bias) {
        double[] weights = new double[trials + 1];
        if (bias == 1) {
            weights[trials] = 1;
            return weights;
        }
        double odds = (1 + bias) / (1 - bias);
        int mode = (int) Math.min(trials, Math.floor((trials + 1) * 0.5 * (1 + bias)));
        weights[mode] = 1;
        double sum = 1;
        for (int k = mode; k < trials; k++) {
            weights[k + 1] = weights[k] * odds * (trials - k) / (k + 1);
            sum += weights[k + 1];
        }
        for (int k = mode; k > 0; k--) {
            weights[k - 1] = weights[k] / odds * k / (trials - k + 1);
            sum += weights[k - 1];
        }
        for (int k = 0; k <= trials; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    @Override
    public double saturation() {
        return saturation;
    }

    @Override
    public double freeSites() {
        double free = 0;
        for (int k = 0; k < sizes.length; k++) {
            free += sizes[k] == 0 ? weights[k] : 0;
        }
        return free;
    }

    @Override
    public double secondMoment() {
        double sum = 0;
        for (int k = 0; k < sizes.length; k++) {
            sum += weights[k] * sizes[k] * sizes[k];
        }
        return sum;
    }

    @Override
    public PatternAverages averages(LocalField field, double strength, double variance) {
        double overlap = 0;
        double shortfall = 0;
        double magnetization = 0;
        double susceptibility = 0;
        double quartic = 0;
        double potential = 0;
        for (int k = 0; k < sizes.length; k++) {
            SpinAverages spin = field.averages(strength * sizes[k], variance);
            overlap += weights[k] * sizes[k] * spin.magnetization();
            shortfall += weights[k] * sizes[k] * spin.complement();
            magnetization += excesses[k] * spin.magnetization();
            susceptibility += weights[k] * spin.susceptibility();
            quartic += weights[k] * spin.quarticSusceptibility();
            potential += weights[k] * spin.potential();
        }
        return new PatternAverages(overlap, shortfall, magnetization, susceptibility, quartic, potential);
    }
}
