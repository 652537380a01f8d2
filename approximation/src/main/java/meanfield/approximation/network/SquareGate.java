package meanfield.approximation.network;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * x² on [0,1] by a ReLU network of m levels: the piecewise linear interpolant at k/2^m.
 *
 * <pre>
 *   g(x) = 2x₊ - 4(x-½)₊,   g_s = g∘…∘g,   f_m = x - Σ_{s=1..m} g_s/4^s                                    (1)
 *   0 ≤ f_m - x² ≤ 4^-(m+1), attained at every odd multiple of 2^-(m+1), bit for bit in double              (2)
 *   ‖e‖₁ = h²/6,  ‖e‖₂ = h²/√30,  |e|_{W^{1,∞}} = h,  |e|_{H¹} = h/√3,   e = f_m - x², h = 2^-m              (3)
 * </pre>
 *
 * Sizes of the skip-free form of width 3: L = m, U = 3m, W = 8m - 1, 2^m linear pieces. Inside products only the two teeth of
 * each level are kept (5 parameters a level).
 *
 * <p>Source: [Yarotsky2017], proposition 2; the width-3 form after [DeVore2021].
 *
 * @param levels m from 1 to 100
 */
public record SquareGate(int levels) {
    /** Checked. */
    public SquareGate {
        Require.that(levels >= 1 && levels <= 100, "levels", "be in [1, 100]", levels);
    }

    /** f_m(x) by equation (1), as the network computes it; on [0,1]. */
    public double value(double x) {
        double p = Math.max(x, 0);
        double q = Math.max(x - 0.5, 0);
        double sum = x;
        double quarter = 1;
        for (int s = 1; s <= levels; s++) {
            quarter *= 0.25;
            double tooth = 2 * p - 4 * q;
            sum -= quarter * tooth;
            p = Math.max(tooth, 0);
            q = Math.max(tooth - 0.5, 0);
        }
        return sum;
    }

    /** f_m(x) as an interpolant, in constant time; equal to {@link #value} up to rounding. */
    public double interpolant(double x) {
        return GateKernels.square(x, Math.scalb(1.0, levels), Math.scalb(1.0, -2 * levels));
    }

    /** f_m′(x), the slope of the piece (the right one at a knot). */
    public double derivative(double x) {
        double k = Math.min(Math.floor(Math.scalb(x, levels)), Math.scalb(1.0, levels) - 1);
        return Math.scalb(2 * k + 1, -levels);
    }

    /** sup |f_m - x²| = 4^-(m+1). */
    public double supError() {
        return Math.scalb(1.0, -2 * (levels + 1));
    }

    /** ‖f_m - x²‖₁. */
    public double meanError() {
        return Math.scalb(1.0, -2 * levels) / 6;
    }

    /** ‖f_m - x²‖₂. */
    public double rootMeanSquareError() {
        return Math.scalb(1.0, -2 * levels) / Math.sqrt(30);
    }

    /** ess sup |f_m′ - 2x|. */
    public double slopeError() {
        return Math.scalb(1.0, -levels);
    }

    /** ‖f_m′ - 2x‖₂. */
    public double rootMeanSquareSlopeError() {
        return Math.scalb(1.0, -levels) / Math.sqrt(3);
    }

    /** 2^m. */
    public double pieces() {
        return Math.scalb(1.0, levels);
    }

    /** k/2^m for 0 &lt; k &lt; 2^m, m ≤ 20: where f_m has kinks. */
    public List<Double> breaks() {
        Require.that(levels <= 20, "levels", "be <= 20 to list the breakpoints", levels);
        List<Double> breaks = new ArrayList<>();
        for (int k = 1; k < 1 << levels; k++) {
            breaks.add(Math.scalb((double) k, -levels));
        }
        return breaks;
    }

    /** The skip-free network of width 3. */
    public Graph network() {
        GraphBuilder builder = GraphBuilder.of(1);
        builder.affine(skipFree(builder, LinearForm.of(0, 1)));
        return builder.build();
    }

    /** Adds the levels of the skip-free form on a non-negative form and returns the read-out. */
    LinearForm skipFree(GraphBuilder builder, LinearForm x) {
        int p = builder.relu(x);
        int q = builder.relu(x.withBias(-0.5));
        int c = builder.relu(x);
        double quarter = 1;
        for (int s = 1; s < levels; s++) {
            quarter *= 0.25;
            int[] teeth = {p, q};
            int[] all = {c, p, q};
            LinearForm tooth = LinearForm.of(teeth, new double[] {2, -4});
            p = builder.relu(tooth);
            q = builder.relu(tooth.withBias(-0.5));
            c = builder.relu(LinearForm.of(all, new double[] {1, -2 * quarter, 4 * quarter}));
        }
        quarter *= 0.25;
        return LinearForm.of(new int[] {c, p, q}, new double[] {1, -2 * quarter, 4 * quarter});
    }

    /** Adds the teeth alone on a non-negative form and returns the read-out x - Σ g_s/4^s with skip connections. */
    LinearForm withSkips(GraphBuilder builder, LinearForm x) {
        LinearForm readOut = x;
        LinearForm input = x;
        double quarter = 1;
        for (int s = 1; s <= levels; s++) {
            quarter *= 0.25;
            int p = builder.relu(input);
            int q = builder.relu(input.withBias(-0.5));
            int[] teeth = {p, q};
            readOut = readOut.plus(LinearForm.of(teeth, new double[] {-2 * quarter, 4 * quarter}));
            input = LinearForm.of(teeth, new double[] {2, -4});
        }
        return readOut;
    }
}
