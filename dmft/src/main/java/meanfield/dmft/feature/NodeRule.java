package meanfield.dmft.feature;

import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;

/**
 * Nodes and weights of a one-dimensional rule for E f(x), x ~ N(0, 1), symmetric about 0.
 *
 * @param nodes x_i
 * @param weights w_i, summing to one
 */
record NodeRule(double[] nodes, double[] weights) {
    /** Where the trapezoid rule ends: a tail of 6e-14. */
    private static final double REACH = 7.5;

    /** The trapezoid rule on [-7.5, 7.5] with its nodes between the ends and none at 0 for an even number. */
    static NodeRule trapezoid(int size) {
        Require.atLeast("nodes", size, 2);
        double step = 2 * REACH / size;
        double[] nodes = new double[size];
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            nodes[i] = (i + 0.5 - 0.5 * size) * step;
            weights[i] = Math.exp(-0.5 * nodes[i] * nodes[i]);
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return new NodeRule(nodes, weights);
    }

    /** Gauss-Hermite. */
    static NodeRule hermite(int size) {
        QuadratureRule rule = QuadratureRule.gaussHermite(size);
        return new NodeRule(rule.nodes(), rule.weights());
    }

    /** The positive half, with doubled weights; a node at 0 keeps its own. */
    NodeRule half() {
        int first = nodes.length / 2;
        int size = nodes.length - first;
        double[] right = new double[size];
        double[] doubled = new double[size];
        for (int i = 0; i < size; i++) {
            right[i] = nodes[first + i];
            boolean center = nodes.length % 2 == 1 && i == 0;
            doubled[i] = center ? weights[first] : 2 * weights[first + i];
        }
        return new NodeRule(right, doubled);
    }
}
