package meanfield.approximation.sobolev;

import meanfield.approximation.network.GateKernels;

/** Inner loops of {@link LocalEvaluator}: primitives in and out, nothing allocated, nothing checked. */
final class SobolevKernels {
    private SobolevKernels() {}

    /**
     * The hat's two nodes at x: node, weight, x - centre. u = N x; nodes j = ⌊u⌋ (at most N-1) and j + 1.
     *
     * @param at 2k is where this axis starts in the arrays
     */
    static void hat(double x, int cells, int at, int[] node, double[] weight, double[] offset) {
        double u = x * cells;
        int j = Math.max(0, Math.min(cells - 1, (int) u));
        node[at] = j;
        node[at + 1] = j + 1;
        weight[at] = 1 - (u - j);
        weight[at + 1] = u - j;
        offset[at] = x - (double) j / cells;
        offset[at + 1] = x - (double) (j + 1) / cells;
    }

    /** The trapezoid's weights in place of the hat's: 1, 2 - 3f, 0 with f the distance from the node in cells. */
    static void trapezoid(int at, double[] weight) {
        double near = Math.max(0, Math.min(1, 3 * weight[at] - 1));
        weight[at] = near;
        weight[at + 1] = 1 - near;
    }

    /** The quadratic spline's three nodes at x; node s stands for i = s - 1, centres clipped to [0,1]. */
    static void spline(double x, int cells, int at, int[] node, double[] weight, double[] offset) {
        double u = x * cells;
        int r = Math.max(0, Math.min(cells, (int) Math.rint(u)));
        double t = u - r;
        weight[at] = 0.5 * (0.5 - t) * (0.5 - t);
        weight[at + 1] = 0.75 - t * t;
        weight[at + 2] = 0.5 * (0.5 + t) * (0.5 + t);
        for (int b = 0; b < 3; b++) {
            int i = r - 1 + b;
            node[at + b] = i + 1;
            offset[at + b] = x - Math.min(1.0, Math.max(0.0, (double) i / cells));
        }
    }

    /**
     * Σ_a c_a v_a with v_0 given, v_a = v_parent(a) y_axis(a): one node's Taylor polynomial times its weight.
     *
     * @param y offsets of this node, one an axis
     * @param v room for A numbers, v[0] set
     */
    static double exact(double[] table, int first, int[] parent, int[] axis, double[] y, double[] v) {
        double sum = table[first] * v[0];
        for (int a = 1; a < parent.length; a++) {
            v[a] = v[parent[a]] * y[axis[a]];
            sum += table[first + a] * v[a];
        }
        return sum;
    }

    /** The same with every product by a gate of m levels; scale 2^m, quarter 4^-m. */
    static double gated(
            double[] table, int first, int[] parent, int[] axis, double[] y, double[] v, double scale, double quarter) {
        double sum = table[first] * v[0];
        for (int a = 1; a < parent.length; a++) {
            v[a] = GateKernels.product(v[parent[a]], y[axis[a]], scale, quarter);
            sum += table[first + a] * v[a];
        }
        return sum;
    }

    /** dπ(x,y) for tangents dx, dy of the factors; f_m′ is the slope of the piece. */
    static double gateTangent(double x, double y, double dx, double dy, double scale) {
        double plus = slope(0.5 * Math.abs(x + y), scale) * 0.5 * Math.signum(x + y) * (dx + dy);
        double minus = slope(0.5 * Math.abs(x - y), scale) * 0.5 * Math.signum(x - y) * (dx - dy);
        return plus - minus;
    }

    private static double slope(double x, double scale) {
        return (2 * Math.floor(x * scale) + 1) / scale;
    }
}
