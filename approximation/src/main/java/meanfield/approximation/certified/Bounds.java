package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/**
 * Certified ranges of a ReLU network over a box, by intervals and by linear bounds carried backwards.
 *
 * <pre>
 *   intervals:  |z_k - W m_k - b| ≤ |W| r_k  for h in m ± r                                                  (1)
 *   CROWN:  max(z, 0) ≤ u/(u-l) (z - l),   max(z, 0) ≥ α z,  α = 1 if u &gt; -l, otherwise 0,   l &lt; 0 &lt; u      (2)
 *   lowerA x + lowerC ≤ output ≤ upperA x + upperC on the box, concretized                                   (3)
 * </pre>
 *
 * (2) with intermediate bounds l, u by itself (CROWN) or by (1) (CROWN-IBP). Sound up to rounding of 1e-15 relative. CROWN
 * is not always tighter than intervals: intersect them. Source: [Zhang2018], [Gowal2018].
 */
public final class Bounds {
    private Bounds() {}

    /** Lower and upper bounds of a vector; arrays of equal length. */
    public record Range(double[] lower, double[] upper) {
        /** Ordered. */
        public Range {
            Require.that(lower.length == upper.length, "upper", "have " + lower.length + " entries", upper.length);
            for (int i = 0; i < lower.length; i++) {
                Require.that(lower[i] <= upper[i], "upper", "be at least lower = " + lower[i], upper[i]);
            }
        }

        /** x₀ ± radius. */
        public static Range around(double[] center, double radius) {
            Require.nonNegative("radius", radius);
            double[] lower = new double[center.length];
            double[] upper = new double[center.length];
            for (int i = 0; i < center.length; i++) {
                lower[i] = center[i] - radius;
                upper[i] = center[i] + radius;
            }
            return new Range(lower, upper);
        }

        /** The points that both contain. */
        public Range intersect(Range other) {
            double[] low = new double[lower.length];
            double[] high = new double[lower.length];
            for (int i = 0; i < low.length; i++) {
                low[i] = Math.max(lower[i], other.lower[i]);
                high[i] = Math.min(upper[i], other.upper[i]);
            }
            return new Range(low, high);
        }
    }

    /**
     * Linear bounds (3) with what they are worth on the box.
     *
     * @param intermediate ranges of z_1 … z_L that were used
     * @param output range of z_{L+1}
     */
    public record Linear(
            List<Range> intermediate,
            Range output,
            double[][] lowerA,
            double[] lowerC,
            double[][] upperA,
            double[] upperC) {}

    /** Ranges of z_1 … z_{L+1} by (1). */
    public static List<Range> intervals(ReluNetwork network, Range box) {
        List<Range> ranges = new ArrayList<>();
        double[] lower = box.lower;
        double[] upper = box.upper;
        for (int k = 0; k < network.layers(); k++) {
            Range z = BoundKernels.affine(
                    network.weights().get(k), network.biases().get(k), new Range(lower, upper));
            ranges.add(z);
            lower = positive(z.lower);
            upper = positive(z.upper);
        }
        return ranges;
    }

    private static double[] positive(double[] z) {
        double[] h = z.clone();
        for (int i = 0; i < h.length; i++) {
            h[i] = Math.max(h[i], 0);
        }
        return h;
    }

    /** CROWN, intermediate bounds by itself. */
    public static Linear crown(ReluNetwork network, Range box) {
        List<Range> known = new ArrayList<>();
        for (int k = 0; k < network.layers() - 1; k++) {
            known.add(backward(network, box, known, k).output);
        }
        return backward(network, box, known, network.layers() - 1);
    }

    /** CROWN-IBP: intermediate bounds by intervals. */
    public static Linear crownOnIntervals(ReluNetwork network, Range box) {
        List<Range> ranges = intervals(network, box);
        return backward(network, box, ranges.subList(0, network.layers() - 1), network.layers() - 1);
    }

    /** Bounds of z_{last+1} (counted from 0) through the ranges of the layers before. */
    private static Linear backward(ReluNetwork network, Range box, List<Range> known, int last) {
        double[][][] a = new double[2][][];
        double[][] c = new double[2][];
        double[][] concrete = new double[2][];
        for (int side = 0; side < 2; side++) {
            int sign = side == 0 ? -1 : 1;
            a[side] = copy(network.weights().get(last));
            c[side] = network.biases().get(last).clone();
            for (int k = last - 1; k >= 0; k--) {
                BoundKernels.throughRelu(a[side], c[side], known.get(k).lower, known.get(k).upper, sign);
                BoundKernels.addProduct(a[side], network.biases().get(k), c[side]);
                a[side] = BoundKernels.product(a[side], network.weights().get(k));
            }
            concrete[side] = BoundKernels.concrete(a[side], c[side], box, sign);
        }
        return new Linear(List.copyOf(known), new Range(concrete[0], concrete[1]), a[0], c[0], a[1], c[1]);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
