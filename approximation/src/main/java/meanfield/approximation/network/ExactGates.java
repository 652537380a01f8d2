package meanfield.approximation.network;

import meanfield.core.Require;

/**
 * Products without error, from units that square.
 *
 * <pre>
 *   x² = x₊² + (-x)₊²                 2 ReLU² units                                                        (1)
 *   xy = ¼[(x+y)² - (x-y)²]           4 ReLU² units, 12 parameters; 2 square units, 6 parameters            (2)
 *   xy = (xy)₊ - (-xy)₊               2 quadratic neurons, 6 parameters                                     (3)
 *   x  = ¼[(x+1)² - (x-1)²]           4 ReLU² units                                                         (4)
 * </pre>
 *
 * A PolyReLU unit with a₂ = 1 and nothing else is ReLU². Rounding only: at most 8 units in the last place of max(|x|,|y|)².
 *
 * <p>Source: [Zhuo2025] for PolyReLU; elementary.
 */
public final class ExactGates {
    private static final LinearForm NOTHING = LinearForm.none();

    private ExactGates() {}

    /** Equation (1) on a form: the read-out of two units. */
    public static LinearForm square(GraphBuilder builder, LinearForm x) {
        int[] both = {builder.squareRelu(x), builder.squareRelu(x.times(-1))};
        return LinearForm.of(both, new double[] {1, 1});
    }

    /** Equation (2) with ReLU² on two forms: the read-out of four units. */
    public static LinearForm rectifiedProduct(GraphBuilder builder, LinearForm x, LinearForm y) {
        LinearForm sum = x.plus(y);
        LinearForm difference = x.plus(y.times(-1));
        int[] four = {
            builder.squareRelu(sum),
            builder.squareRelu(sum.times(-1)),
            builder.squareRelu(difference),
            builder.squareRelu(difference.times(-1))
        };
        return LinearForm.of(four, new double[] {0.25, 0.25, -0.25, -0.25});
    }

    /** Equation (2) with square units on two forms: the read-out of two units. */
    public static LinearForm squareProduct(GraphBuilder builder, LinearForm x, LinearForm y) {
        int[] both = {builder.add(new Unit.Square(), x.plus(y)), builder.add(new Unit.Square(), x.plus(y.times(-1)))};
        return LinearForm.of(both, new double[] {0.25, -0.25});
    }

    /** Equation (3) on two forms: the read-out of two quadratic neurons. */
    public static LinearForm quadraticProduct(GraphBuilder builder, LinearForm x, LinearForm y) {
        int[] both = {
            builder.add(new Unit.Quadratic(y, NOTHING), x), builder.add(new Unit.Quadratic(y, NOTHING), x.times(-1))
        };
        return LinearForm.of(both, new double[] {1, -1});
    }

    /** Equation (4): x itself out of ReLU² units alone. */
    public static LinearForm rectifiedIdentity(GraphBuilder builder, LinearForm x) {
        double shift = x.bias().orElse(0);
        LinearForm up = x.withBias(shift + 1);
        LinearForm down = x.withBias(shift - 1);
        int[] four = {
            builder.squareRelu(up),
            builder.squareRelu(up.times(-1)),
            builder.squareRelu(down),
            builder.squareRelu(down.times(-1))
        };
        return LinearForm.of(four, new double[] {0.25, 0.25, -0.25, -0.25});
    }

    /**
     * The polynomial c₀ + c₁ x + … + c_r x^r by one pair of PolyReLU units with coefficients of their own.
     *
     * <pre>
     *   p(x) = c₀ + Σ c_i x₊^i + Σ (-1)^i c_i (-x)₊^i
     * </pre>
     */
    public static Graph polynomial(double... coefficients) {
        Require.that(coefficients.length >= 2, "coefficients", "be c0, c1, ...", coefficients.length);
        double[] right = java.util.Arrays.copyOfRange(coefficients, 1, coefficients.length);
        double[] left = right.clone();
        for (int i = 0; i < left.length; i += 2) {
            left[i] = -left[i];
        }
        GraphBuilder builder = GraphBuilder.of(1);
        int[] pair = {builder.polyRelu(LinearForm.of(0, 1), right), builder.polyRelu(LinearForm.of(0, -1), left)};
        builder.affine(LinearForm.of(pair, new double[] {1, 1}).withBias(coefficients[0]));
        return builder.build();
    }
}
