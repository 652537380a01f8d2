package meanfield.approximation.network;

import meanfield.core.Require;

/**
 * xy on [-M,M]² by a ReLU network: two squarers, polarised.
 *
 * <pre>
 *   π(x,y) = M² [f_m(|x+y|/2M) - f_m(|x-y|/2M)],   |t| = t₊ + (-t)₊                                        (1)
 *   sup |π - xy| = M² 4^-(m+1), attained at x = y = M 2^-(m+1);   π(x,0) = π(0,y) = 0 exactly               (2)
 *   three squarers:  2M² [f_m(|x+y|/2M) - f_m(|x|/2M) - f_m(|y|/2M)],  error ≤ 4M² 4^-(m+1)                 (3)
 * </pre>
 *
 * Sizes: skip-free W = 16m + 12, U = 6m + 4; with skip connections W = 14m + 12, U = 4m + 4 and one identity; L = m + 1 for both.
 * Form (3) is Yarotsky's original, for comparison only. |π| ≤ M² on the domain.
 *
 * <p>Source: [Yarotsky2017], proposition 3; the polarised form halves its cost.
 *
 * @param levels m
 * @param bound M &gt; 0
 */
public record ProductGate(int levels, double bound) {
    /** Checked. */
    public ProductGate {
        Require.that(levels >= 1 && levels <= 100, "levels", "be in [1, 100]", levels);
        Require.positive("bound", bound);
    }

    /** On [-1,1]². */
    public static ProductGate of(int levels) {
        return new ProductGate(levels, 1);
    }

    private SquareGate squarer() {
        return new SquareGate(levels);
    }

    /** π(x,y). */
    public double value(double x, double y) {
        double inner = 0.5 / bound;
        return bound
                * bound
                * (squarer().value(Math.abs(x + y) * inner) - squarer().value(Math.abs(x - y) * inner));
    }

    /** Form (3). */
    public double threeSquarer(double x, double y) {
        double inner = 0.5 / bound;
        double cross = squarer().value(Math.abs(x + y) * inner)
                - squarer().value(Math.abs(x) * inner)
                - squarer().value(Math.abs(y) * inner);
        return 2 * bound * bound * cross;
    }

    /** M² 4^-(m+1), equation (2). */
    public double supError() {
        return bound * bound * squarer().supError();
    }

    /** 4M² 4^-(m+1), the bound of (3). */
    public double threeSquarerBound() {
        return 4 * supError();
    }

    /** The network without skip connections. */
    public Graph skipFreeNetwork() {
        GraphBuilder builder = GraphBuilder.of(2);
        LinearForm sum = modulus(builder, LinearForm.of(0, 1), LinearForm.of(1, 1));
        LinearForm plus = squarer().skipFree(builder, sum);
        LinearForm difference = modulus(builder, LinearForm.of(0, 1), LinearForm.of(1, -1));
        LinearForm minus = squarer().skipFree(builder, difference);
        builder.affine(plus.plus(minus.times(-1)).times(bound * bound));
        return builder.build();
    }

    /** The network with skip connections. */
    public Graph network() {
        GraphBuilder builder = GraphBuilder.of(2);
        multiply(builder, 0, 1);
        return builder.build();
    }

    /** Adds the gate with skip connections on two nodes and returns its identity node. */
    public int multiply(GraphBuilder builder, int x, int y) {
        LinearForm sum = modulus(builder, LinearForm.of(x, 1), LinearForm.of(y, 1));
        LinearForm plus = squarer().withSkips(builder, sum);
        LinearForm difference = modulus(builder, LinearForm.of(x, 1), LinearForm.of(y, -1));
        LinearForm minus = squarer().withSkips(builder, difference);
        return builder.affine(plus.plus(minus.times(-1)).times(bound * bound));
    }

    /** |x + y|/2M as a form of two units. */
    private LinearForm modulus(GraphBuilder builder, LinearForm x, LinearForm y) {
        LinearForm scaled = x.plus(y).times(0.5 / bound);
        int positive = builder.relu(scaled);
        int negative = builder.relu(scaled.times(-1));
        return LinearForm.of(new int[] {positive, negative}, new double[] {1, 1});
    }
}
