package meanfield.approximation.emulation;

import java.util.List;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.LinearForm;
import meanfield.approximation.network.ProductGate;
import meanfield.approximation.network.SquareGate;
import meanfield.core.Require;

/**
 * A PolyReLU unit by ReLU units: powers of x₊ by a chain of gates.
 *
 * <pre>
 *   z = x₊/B,  p_1 = z,  p_2 = f_m(z),  p_{i+1} = π(p_i, z),   output Σ_i a_i B^i p_i                         (1)
 *   |Σ a_i x₊^i - output| ≤ Σ_i |a_i| (i-1) B^i 4^-(m+1)   for |x| ≤ B                                       (2)
 * </pre>
 *
 * For a = (1/3, 1/3, 1/3) and B = 1 this is the recipe z; s = f_m(z); q = π(s, z); (z + s + q)/3, error at most 4^-(m+1). The other
 * way is exact and costs nothing: a ReLU network is a PolyReLU network of the same size with a₁ = 1.
 *
 * <p>Source: [Zhuo2025], lemmas before theorem 1; [Yarotsky2017] for the gates.
 *
 * @param coefficients a₁, …, a_r
 * @param levels m
 * @param bound B
 */
public record ReluEmulation(List<Double> coefficients, int levels, double bound) {
    /** Checked; r from 1 to 16. */
    public ReluEmulation {
        coefficients = List.copyOf(coefficients);
        Require.that(
                !coefficients.isEmpty() && coefficients.size() <= 16,
                "coefficients",
                "be a1, ..., ar with r from 1 to 16",
                coefficients);
        coefficients.forEach(a -> Require.finite("coefficients", a));
        Require.that(levels >= 1 && levels <= 50, "levels", "be in [1, 50]", levels);
        Require.positive("bound", bound);
    }

    /** On [-1, 1]. */
    public static ReluEmulation of(int levels, double... coefficients) {
        return new ReluEmulation(java.util.Arrays.stream(coefficients).boxed().toList(), levels, 1);
    }

    /** Σ a_i x₊^i, what is emulated. */
    public double exact(double x) {
        double positive = Math.max(x, 0);
        double sum = 0;
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            sum = (sum + coefficients.get(i)) * positive;
        }
        return sum;
    }

    /** The ReLU network's output, without the network. */
    public double value(double x) {
        double z = Math.max(x, 0) / bound;
        SquareGate square = new SquareGate(levels);
        ProductGate product = ProductGate.of(levels);
        double power = z;
        double scale = bound;
        double sum = coefficients.get(0) * scale * power;
        for (int i = 1; i < coefficients.size(); i++) {
            power = i == 1 ? square.interpolant(z) : product.value(power, z);
            scale *= bound;
            sum += coefficients.get(i) * scale * power;
        }
        return sum;
    }

    /** The bound (2). */
    public double errorBound() {
        double sum = 0;
        for (int i = 2; i <= coefficients.size(); i++) {
            sum += Math.abs(coefficients.get(i - 1)) * (i - 1) * Math.pow(bound, i);
        }
        return sum * Math.scalb(1.0, -2 * (levels + 1));
    }

    /** The largest error at these many points of [0, B] plus the odd multiples of B 2^-(m+1) among the first 4,096. */
    public double supError(int points) {
        double largest = 0;
        for (int i = 0; i <= points; i++) {
            double x = bound * i / points;
            largest = Math.max(largest, Math.abs(exact(x) - value(x)));
        }
        long odds = 1L << Math.min(levels, 12);
        for (long j = 0; j < odds; j++) {
            double x = bound * Math.scalb(2.0 * (Math.scalb(1.0, levels) - 1 - j) + 1, -(levels + 1));
            largest = Math.max(largest, Math.abs(exact(x) - value(x)));
        }
        return largest;
    }

    /** The network (1), skip connections to the output. */
    public Graph network() {
        GraphBuilder builder = GraphBuilder.of(1);
        int z = builder.relu(LinearForm.of(0, 1 / bound));
        int power = z;
        double scale = bound;
        LinearForm sum = LinearForm.of(z, coefficients.get(0) * scale);
        for (int i = 1; i < coefficients.size(); i++) {
            power = i == 1 ? square(builder, z) : ProductGate.of(levels).multiply(builder, power, z);
            scale *= bound;
            sum = sum.plus(LinearForm.of(power, coefficients.get(i) * scale));
        }
        builder.affine(sum);
        return builder.build();
    }

    /** f_m of a non-negative node with skip connections: 5 parameters a level. */
    private int square(GraphBuilder builder, int z) {
        LinearForm readOut = LinearForm.of(z, 1);
        LinearForm input = readOut;
        double quarter = 1;
        for (int s = 1; s <= levels; s++) {
            quarter *= 0.25;
            int[] teeth = {builder.relu(input), builder.relu(input.withBias(-0.5))};
            readOut = readOut.plus(LinearForm.of(teeth, new double[] {-2 * quarter, 4 * quarter}));
            input = LinearForm.of(teeth, new double[] {2, -4});
        }
        return builder.affine(readOut);
    }
}
