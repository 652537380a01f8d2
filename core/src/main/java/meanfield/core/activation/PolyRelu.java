package meanfield.core.activation;

import java.util.List;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.activation.dual.PolyReluDual;

/**
 * The polynomial composition activation of degree r.
 *
 * <pre>
 *   φ(x) = a₀ + Σ_{i=1..r} a_i x₊^i,   x₊ = max(x, 0)                                                     (1)
 *   φ′(x) = Σ i a_i x₊^{i-1} [x &gt; 0],   φ″(x) = Σ i(i-1) a_i x₊^{i-2} [x &gt; 0]
 * </pre>
 *
 * Symbols: a₀ … a_r coefficients. Convention: a₀ is a plain constant on both sides, not a step; at 0 the derivatives are the
 * means of both sides, a₁/2 and a₂. Not homogeneous unless a single coefficient is left. The published initial values are
 * (0, 1/3, 1/3, 1/3).
 *
 * <p>Source: [Zhuo2025], section 2.
 *
 * @param coefficients a₀, a₁, …, a_r with r from 1 to 32
 */
public record PolyRelu(List<Double> coefficients) implements Activation {
    /** Finite coefficients, at least a₀ and a₁. */
    public PolyRelu {
        Require.present("coefficients", coefficients);
        Require.that(
                coefficients.size() >= 2 && coefficients.size() <= 33,
                "coefficients",
                "be a0, a1, ..., ar with r from 1 to 32",
                coefficients);
        coefficients = List.copyOf(coefficients);
        for (double a : coefficients) {
            Require.finite("coefficients", a);
        }
    }

    /** a₀ + Σ a_i x₊^i of the coefficients in this order. */
    public static PolyRelu of(double... coefficients) {
        return new PolyRelu(java.util.Arrays.stream(coefficients).boxed().toList());
    }

    /** The published initial values: degree r, a₀ = 0 and a_i = 1/r. */
    public static PolyRelu initial(int degree) {
        Require.that(degree >= 1 && degree <= 32, "degree", "be in [1, 32]", degree);
        double[] a = new double[degree + 1];
        java.util.Arrays.fill(a, 1, degree + 1, 1.0 / degree);
        return of(a);
    }

    /** r. */
    public int degree() {
        return coefficients.size() - 1;
    }

    @Override
    public String label() {
        return "polyrelu("
                + String.join(", ", coefficients.stream().map(String::valueOf).toList()) + ")";
    }

    @Override
    public double value(double x) {
        return x > 0 ? horner(x, 0) : x == x ? coefficients.get(0) : x;
    }

    @Override
    public double derivative(double x) {
        return x > 0 ? horner(x, 1) : x == 0 ? 0.5 * coefficients.get(1) : x == x ? 0 : x;
    }

    @Override
    public double secondDerivative(double x) {
        boolean atKink = x == 0 && degree() >= 2;
        return x > 0 ? horner(x, 2) : atKink ? coefficients.get(2) : x == x ? 0 : x;
    }

    /** The polynomial's derivative of this order, by Horner's rule. */
    private double horner(double x, int order) {
        double sum = 0;
        for (int i = degree(); i >= order; i--) {
            double factor = 1;
            for (int k = 0; k < order; k++) {
                factor *= i - k;
            }
            sum = sum * x + factor * coefficients.get(i);
        }
        return sum;
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public Optional<DualActivation> closedFormDual() {
        return Optional.of(dual());
    }

    /** The closed form with the ways in that {@link DualActivation} does not have. */
    public PolyReluDual dual() {
        return PolyReluDual.of(coefficients);
    }
}
