package meanfield.approximation.sobolev;

import meanfield.approximation.network.GateKernels;
import meanfield.approximation.target.ScalarField;
import meanfield.core.Require;

/**
 * The function of a {@link SobolevNetwork} without its graph. A hat that is 0 makes its whole chain exactly 0, so only the 2^d
 * (splines: 3^d) nodes around a point contribute; chains of one node share their beginnings, which have the same values.
 *
 * <p>Cost: 2^d A products a point. Accuracy: equal to the graph to 1e-12 of the target's norm. Thread-safe.
 */
public final class LocalEvaluator implements ScalarField {
    private final SobolevNetwork network;
    private final double[] table;
    private final int[] parent;
    private final int[] axis;
    private final boolean gated;
    private final double scale;
    private final double quarter;

    LocalEvaluator(SobolevNetwork network, double[] table) {
        this.network = network;
        this.table = table;
        this.parent = network.chains().parents();
        this.axis = network.chains().axes();
        this.gated = network.kind() == NetworkKind.RELU;
        this.scale = Math.scalb(1.0, network.levels());
        this.quarter = Math.scalb(1.0, -2 * network.levels());
    }

    @Override
    public double value(double[] x) {
        Local local = new Local(x);
        double[] v = new double[parent.length];
        double sum = 0;
        for (int corner = 0; corner < local.corners; corner++) {
            local.move(corner);
            v[0] = local.weights[0];
            for (int k = 1; k < local.weights.length; k++) {
                v[0] = gated ? GateKernels.product(v[0], local.weights[k], scale, quarter) : v[0] * local.weights[k];
            }
            if (v[0] != 0) {
                int first = local.flat * parent.length;
                sum += gated
                        ? SobolevKernels.gated(table, first, parent, axis, local.offsets, v, scale, quarter)
                        : SobolevKernels.exact(table, first, parent, axis, local.offsets, v);
            }
        }
        return sum;
    }

    /** ∂f_N/∂x_k; at nodes and at kinks of gates the derivative from one side. */
    public double derivative(int direction, double[] x) {
        Require.that(direction >= 0 && direction < network.dimension(), "direction", "be an axis", direction);
        Local local = new Local(x);
        double[] v = new double[parent.length];
        double[] dv = new double[parent.length];
        double sum = 0;
        for (int corner = 0; corner < local.corners; corner++) {
            local.move(corner);
            v[0] = local.weights[0];
            dv[0] = direction == 0 ? local.slope(corner, 0) : 0;
            for (int k = 1; k < local.weights.length; k++) {
                double slope = direction == k ? local.slope(corner, k) : 0;
                double before = v[0];
                v[0] = product(before, local.weights[k]);
                dv[0] = tangent(before, local.weights[k], dv[0], slope);
            }
            int first = local.flat * parent.length;
            sum += table[first] * dv[0];
            for (int a = 1; a < parent.length; a++) {
                double y = local.offsets[axis[a]];
                v[a] = product(v[parent[a]], y);
                dv[a] = tangent(v[parent[a]], y, dv[parent[a]], axis[a] == direction ? 1 : 0);
                sum += table[first + a] * dv[a];
            }
        }
        return sum;
    }

    private double product(double x, double y) {
        return gated ? GateKernels.product(x, y, scale, quarter) : x * y;
    }

    private double tangent(double x, double y, double dx, double dy) {
        return gated ? SobolevKernels.gateTangent(x, y, dx, dy, scale) : x * dy + y * dx;
    }

    /** The nodes around one point. */
    private final class Local {
        private final int support = network.partition().support();
        private final int[] node;
        private final double[] weight;
        private final double[] offset;
        private final double[] x;
        private final double[] weights;
        private final double[] offsets;
        private final int corners;
        private int flat;

        Local(double[] x) {
            int d = network.dimension();
            this.x = x;
            node = new int[d * support];
            weight = new double[d * support];
            offset = new double[d * support];
            weights = new double[d];
            offsets = new double[d];
            int count = 1;
            for (int k = 0; k < d; k++) {
                if (support == 2) {
                    SobolevKernels.hat(x[k], network.cells(), 2 * k, node, weight, offset);
                    if (network.partition() == Partition.TRAPEZOID) {
                        SobolevKernels.trapezoid(2 * k, weight);
                    }
                } else {
                    SobolevKernels.spline(x[k], network.cells(), 3 * k, node, weight, offset);
                }
                count *= support;
            }
            corners = count;
        }

        /** Sets weights, offsets and the flat index of one of the nodes. */
        void move(int corner) {
            int rest = corner;
            flat = 0;
            int stride = 1;
            int perAxis = network.partition().nodes(network.cells());
            for (int k = weights.length - 1; k >= 0; k--) {
                int b = k * support + rest % support;
                rest /= support;
                weights[k] = weight[b];
                offsets[k] = offset[b];
                flat += node[b] * stride;
                stride *= perAxis;
            }
        }

        /** dψ/dx of this corner along axis k. */
        double slope(int corner, int k) {
            int b = corner;
            for (int axisAfter = weights.length - 1; axisAfter > k; axisAfter--) {
                b /= support;
            }
            b %= support;
            int cells = network.cells();
            if (network.partition() == Partition.TRAPEZOID) {
                double near = weight[2 * k];
                return near > 0 && near < 1 ? (b == 0 ? -3.0 : 3.0) * cells : 0;
            }
            if (support == 2) {
                return b == 0 ? -cells : cells;
            }
            double t = x[k] * cells - Math.rint(x[k] * cells);
            return cells * (b == 0 ? t - 0.5 : b == 1 ? -2 * t : t + 0.5);
        }
    }
}
