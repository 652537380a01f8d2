package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;

/**
 * Certified ranges of a {@link HouseholderNetwork} over a box: {@link Bounds} for groups of units that are reflected.
 *
 * <pre>
 *   h = z + 2v max(s, 0),  s = -v·z:   A h + c = A z + 2(A v) max(s, 0) + c                                  (1)
 *   max(s, 0) ≤ u/(u-l) (s - l),   max(s, 0) ≥ α s,  α = 1 if u &gt; -l, otherwise 0,   l &lt; 0 &lt; u             (2)
 * </pre>
 *
 * One line for each group, on the side that the sign of A v asks for; the ranges l, u of s are themselves carried backwards as
 * one linear form of the group, not put together from ranges of its units. Intervals take the tighter of the hull of both
 * branches and the sum (1), exact for sorted pairs. Sound up to rounding of 1e-15 relative. Source: [Zhang2018], [Singla2022].
 */
public final class HouseholderBounds {
    private HouseholderBounds() {}

    /** Ranges of z_1 … z_{L+1} by intervals. */
    public static List<Bounds.Range> intervals(HouseholderNetwork network, Bounds.Range box) {
        List<Bounds.Range> ranges = new ArrayList<>();
        Bounds.Range h = box;
        for (int k = 0; k < network.layers(); k++) {
            Bounds.Range z = BoundKernels.affine(
                    network.weights().get(k), network.biases().get(k), h);
            ranges.add(z);
            h = k < network.layers() - 1 ? reflected(z, network.directions().get(k), network.groupSize()) : z;
        }
        return ranges;
    }

    private static Bounds.Range reflected(Bounds.Range z, double[] v, int size) {
        double[] low = z.lower().clone();
        double[] high = z.upper().clone();
        for (int start = 0; start < v.length; start += size) {
            double[] s = along(z, v, start, size);
            if (s[1] <= 0) {
                continue;
            }
            for (int i = start; i < start + size; i++) {
                double[] mirrored = mirrored(z, v, start, size, i);
                double turn = 2 * v[i];
                double sumLow = z.lower()[i] + Math.min(turn * Math.max(s[0], 0), turn * s[1]);
                double sumHigh = z.upper()[i] + Math.max(turn * Math.max(s[0], 0), turn * s[1]);
                boolean always = s[0] >= 0;
                // the larger of both branches where v > 0, the smaller where v < 0
                double hullLow = always
                        ? mirrored[0]
                        : v[i] > 0 ? Math.max(z.lower()[i], mirrored[0]) : Math.min(z.lower()[i], mirrored[0]);
                double hullHigh = always
                        ? mirrored[1]
                        : v[i] < 0 ? Math.min(z.upper()[i], mirrored[1]) : Math.max(z.upper()[i], mirrored[1]);
                low[i] = Math.max(sumLow, hullLow);
                high[i] = Math.min(sumHigh, hullHigh);
            }
        }
        return new Bounds.Range(low, high);
    }

    /** Range of s = -v·z of a group. */
    private static double[] along(Bounds.Range z, double[] v, int start, int size) {
        double[] s = new double[2];
        for (int j = start; j < start + size; j++) {
            s[0] -= v[j] * (v[j] > 0 ? z.upper()[j] : z.lower()[j]);
            s[1] -= v[j] * (v[j] > 0 ? z.lower()[j] : z.upper()[j]);
        }
        return s;
    }

    /** Range of the i-th unit after reflection, z_i - 2v_i v·z. */
    private static double[] mirrored(Bounds.Range z, double[] v, int start, int size, int i) {
        double[] range = new double[2];
        for (int j = start; j < start + size; j++) {
            double factor = (j == i ? 1 : 0) - 2 * v[i] * v[j];
            range[0] += factor * (factor > 0 ? z.lower()[j] : z.upper()[j]);
            range[1] += factor * (factor > 0 ? z.upper()[j] : z.lower()[j]);
        }
        return range;
    }

    /** CROWN; the intermediate ranges of the result are those of s, one for each group. */
    public static Bounds.Linear crown(HouseholderNetwork network, Bounds.Range box) {
        List<Bounds.Range> known = new ArrayList<>();
        for (int k = 0; k < network.layers() - 1; k++) {
            known.add(backward(network, box, known, k, network.switches(k)).output());
        }
        return output(network, box, known);
    }

    /** CROWN with the ranges of s from intervals. */
    public static Bounds.Linear crownOnIntervals(HouseholderNetwork network, Bounds.Range box) {
        List<Bounds.Range> ranges = intervals(network, box);
        List<Bounds.Range> known = new ArrayList<>();
        for (int k = 0; k < network.layers() - 1; k++) {
            double[] none = new double[network.switches(k).length];
            known.add(BoundKernels.affine(network.switches(k), none, ranges.get(k)));
        }
        return output(network, box, known);
    }

    private static Bounds.Linear output(HouseholderNetwork network, Bounds.Range box, List<Bounds.Range> known) {
        int last = network.layers() - 1;
        int outputs = network.weights().get(last).length;
        double[][] identity = new double[outputs][outputs];
        for (int i = 0; i < outputs; i++) {
            identity[i][i] = 1;
        }
        return backward(network, box, known, last, identity);
    }

    /** Bounds of M z_{last+1} (counted from 0) through the ranges of the layers before. */
    private static Bounds.Linear backward(
            HouseholderNetwork network, Bounds.Range box, List<Bounds.Range> known, int last, double[][] form) {
        double[][][] a = new double[2][][];
        double[][] c = new double[2][form.length];
        double[][] concrete = new double[2][];
        for (int side = 0; side < 2; side++) {
            int sign = side == 0 ? -1 : 1;
            BoundKernels.addProduct(form, network.biases().get(last), c[side]);
            a[side] = BoundKernels.product(form, network.weights().get(last));
            for (int k = last - 1; k >= 0; k--) {
                double[] v = network.directions().get(k);
                BoundKernels.throughGroups(a[side], c[side], v, known.get(k), sign);
                BoundKernels.addProduct(a[side], network.biases().get(k), c[side]);
                a[side] = BoundKernels.product(a[side], network.weights().get(k));
            }
            concrete[side] = BoundKernels.concrete(a[side], c[side], box, sign);
        }
        return new Bounds.Linear(
                List.copyOf(known), new Bounds.Range(concrete[0], concrete[1]), a[0], c[0], a[1], c[1]);
    }
}
