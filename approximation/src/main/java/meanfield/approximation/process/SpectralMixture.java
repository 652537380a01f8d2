package meanfield.approximation.process;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * The stationary kernel whose spectrum is a mixture of Gaussians, with its derivatives.
 *
 * <pre>
 *   k(τ) = Σ_q w_q e^{-2π²s_q²τ²} cos 2πμ_qτ                                                                      (1)
 *   k^(m)(τ) = Re Σ_q w_q p_m e^{-Aτ²+iBτ},   A = 2π²s²,  B = 2πμ,  u = -2Aτ + iB,  v = -2A
 *   p_0 … p_4 = 1,  u,  u² + v,  u³ + 3uv,  u⁴ + 6u²v + 3v²
 * </pre>
 *
 * μ = 0 is the Gaussian kernel of length 1/(2πs). Source: [Wilson2013].
 *
 * @param weights w, not negative
 * @param frequencies μ, cycles per unit length
 * @param widths s of the spectral lines
 */
public record SpectralMixture(List<Double> weights, List<Double> frequencies, List<Double> widths) {
    /** Checks every entry; the lists have equal lengths. */
    public SpectralMixture {
        weights = entries("weights", weights, 0);
        frequencies = entries("frequencies", frequencies, Double.NEGATIVE_INFINITY);
        widths = entries("widths", widths, 0);
        Require.that(!weights.isEmpty(), "weights", "have at least one entry", weights);
        Require.that(
                frequencies.size() == weights.size(), "frequencies", "have one entry for each weight", frequencies);
        Require.that(widths.size() == weights.size(), "widths", "have one entry for each weight", widths);
    }

    private static List<Double> entries(String name, List<Double> values, double low) {
        Require.present(name, values);
        for (Double each : values) {
            double value = Require.finite(name, Require.present(name, each));
            Require.that(value >= low, name, "not be negative", value);
        }
        return List.copyOf(values);
    }

    /** The Gaussian kernel w = 1, μ = 0 of this width s. */
    public static SpectralMixture gaussian(double width) {
        return new SpectralMixture(List.of(1.0), List.of(0.0), List.of(width));
    }

    /** Number of components. */
    public int size() {
        return weights.size();
    }

    /** The same lines with other weights. */
    public SpectralMixture withWeights(double[] newWeights) {
        List<Double> list = new ArrayList<>();
        for (double each : newWeights) {
            list.add(each);
        }
        return new SpectralMixture(list, frequencies, widths);
    }

    /** k^(m)(τ), m from 0 to 4. */
    public double derivative(double lag, int order) {
        double sum = 0;
        for (int q = 0; q < size(); q++) {
            sum += weights.get(q) * component(q, lag, order);
        }
        return sum;
    }

    /** The same for one component with weight 1. */
    public double component(int q, double lag, int order) {
        Require.that(order >= 0 && order <= 4, "order", "be in [0, 4]", order);
        double a = 2 * Math.PI * Math.PI * widths.get(q) * widths.get(q);
        double real = -2 * a * lag;
        double imaginary = 2 * Math.PI * frequencies.get(q);
        double v = -2 * a;
        double envelope = Math.exp(-a * lag * lag);
        double angle = imaginary * lag;
        // u² and the factors p_m, as real and imaginary parts
        double square = real * real - imaginary * imaginary;
        double cross = 2 * real * imaginary;
        double x;
        double y;
        switch (order) {
            case 0 -> {
                x = 1;
                y = 0;
            }
            case 1 -> {
                x = real;
                y = imaginary;
            }
            case 2 -> {
                x = square + v;
                y = cross;
            }
            case 3 -> {
                x = real * (square + 3 * v) - imaginary * cross;
                y = real * cross + imaginary * (square + 3 * v);
            }
            default -> {
                x = square * square - cross * cross + 6 * v * square + 3 * v * v;
                y = 2 * square * cross + 6 * v * cross;
            }
        }
        return envelope * (x * Math.cos(angle) - y * Math.sin(angle));
    }
}
