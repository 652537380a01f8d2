package meanfield.approximation.greedy;

import java.util.Arrays;
import meanfield.core.Require;
import meanfield.core.quadrature.QuadratureRule;

/**
 * A function on [0,1]^d at the nodes of a composite Gauss-Legendre rule: what an L² approximation sees of it.
 *
 * <pre>
 *   ‖g‖² ≈ Σ_i w_i g(x_i)²,   nodes: a tensor rule in every cell                                            (1)
 * </pre>
 *
 * @param dimension d
 * @param points d × M: points[k][i] is coordinate k of node i
 * @param weights w_i
 * @param values f(x_i)
 */
public record SampledTarget(int dimension, double[][] points, double[] weights, double[] values) {
    /** Copies nothing: arrays are shared with the caller, who leaves them as they are. */
    public SampledTarget {
        Require.that(dimension == 1 || dimension == 2, "dimension", "be 1 or 2", dimension);
        Require.that(points.length == dimension, "points", "have a row for each coordinate", points.length);
        Require.that(weights.length == values.length, "values", "be as many as weights", values.length);
    }

    /** A function of one or two coordinates. */
    @FunctionalInterface
    public interface Function {
        /** f(x); in one dimension y is 0. */
        double value(double x, double y);
    }

    /**
     * On cells^d cells with nodes^d nodes each.
     *
     * @param dimension d, 1 or 2
     * @param cells cells along an axis
     * @param nodes Gauss-Legendre nodes along the side of a cell
     */
    public static SampledTarget of(Function function, int dimension, int cells, int nodes) {
        Require.that(dimension == 1 || dimension == 2, "dimension", "be 1 or 2", dimension);
        Require.atLeast("cells", cells, 1);
        Require.that(nodes >= 1 && nodes <= 64, "nodes", "be in [1, 64]", nodes);
        double[] axis = new double[cells * nodes];
        double[] axisWeight = new double[cells * nodes];
        QuadratureRule rule = QuadratureRule.gaussLegendre(nodes);
        for (int c = 0; c < cells; c++) {
            for (int i = 0; i < nodes; i++) {
                axis[c * nodes + i] = (c + 0.5 * (1 + rule.node(i))) / cells;
                axisWeight[c * nodes + i] = 0.5 * rule.weight(i) / cells;
            }
        }
        if (dimension == 1) {
            double[] values = Arrays.stream(axis).map(x -> function.value(x, 0)).toArray();
            return new SampledTarget(1, new double[][] {axis}, axisWeight, values);
        }
        int m = axis.length;
        double[][] points = new double[2][m * m];
        double[] weights = new double[m * m];
        double[] values = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                int at = i * m + j;
                points[0][at] = axis[i];
                points[1][at] = axis[j];
                weights[at] = axisWeight[i] * axisWeight[j];
                values[at] = function.value(axis[i], axis[j]);
            }
        }
        return new SampledTarget(2, points, weights, values);
    }

    /** M. */
    public int size() {
        return weights.length;
    }
}
