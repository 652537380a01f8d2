package meanfield.approximation.network;

import java.util.List;
import meanfield.approximation.target.ScalarField;
import meanfield.core.Require;

/**
 * A network as a directed acyclic graph: the first d nodes are inputs, every other node is a unit on a linear form of earlier
 * nodes, the last node is the output.
 *
 * <pre>
 *   v_i = σ_i(Σ_j w_ij v_j + b_i),   j &lt; i                                                                  (1)
 * </pre>
 *
 * Skip connections and identity nodes are allowed; an identity can be replaced by two ReLU units at less than twice its cost, so
 * that rates do not change. Immutable. Cost of a value: one multiplication a weight.
 *
 * <p>Source: [Yarotsky2017], section 2, with identity nodes.
 */
public final class Graph implements ScalarField {
    private final int dimension;
    private final List<Node> nodes;

    Graph(int dimension, List<Node> nodes) {
        this.dimension = dimension;
        this.nodes = List.copyOf(nodes);
    }

    /** d. */
    public int dimension() {
        return dimension;
    }

    /** All nodes, inputs first, the output last. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The output at one point. */
    @Override
    public double value(double[] x) {
        Require.that(x.length == dimension, "x", "have the graph's " + dimension + " coordinates", x.length);
        double[] values = new double[nodes.size()];
        System.arraycopy(x, 0, values, 0, dimension);
        for (int i = dimension; i < values.length; i++) {
            values[i] = nodes.get(i).value(values);
        }
        return values[values.length - 1];
    }

    /** The outputs at many points: {@code columns[k][p]} is coordinate k of point p. */
    public double[] evaluate(double[][] columns) {
        Require.that(
                columns.length == dimension, "columns", "be one for each of " + dimension + " inputs", columns.length);
        double[] outputs = new double[columns[0].length];
        double[] x = new double[dimension];
        for (int p = 0; p < outputs.length; p++) {
            for (int k = 0; k < dimension; k++) {
                x[k] = columns[k][p];
            }
            outputs[p] = value(x);
        }
        return outputs;
    }

    /** Sizes. */
    public GraphCount count() {
        int[] depth = depths();
        long parameters = 0;
        long units = 0;
        long nonzeros = 0;
        long identities = 0;
        for (Node node : nodes) {
            parameters += node.parameters();
            nonzeros += node.nonzeros();
            units += node.unit().counts() ? 1 : 0;
            identities += node.unit() instanceof Unit.Identity ? 1 : 0;
        }
        int layers = depth[nodes.size() - 1];
        return new GraphCount(parameters, units, layers, nonzeros, identities, dense(depth));
    }

    /** Units on the longest path to each node, itself included. */
    private int[] depths() {
        int[] depth = new int[nodes.size()];
        for (int i = dimension; i < depth.length; i++) {
            int before = 0;
            for (LinearForm form : forms(nodes.get(i))) {
                for (int j = 0; j < form.size(); j++) {
                    before = Math.max(before, depth[form.node(j)]);
                }
            }
            depth[i] = before + (nodes.get(i).unit().counts() ? 1 : 0);
        }
        return depth;
    }

    private static List<LinearForm> forms(Node node) {
        return node.unit() instanceof Unit.Quadratic q
                ? List.of(node.form(), q.gate(), q.squares())
                : List.of(node.form());
    }

    private long dense(int[] depth) {
        int layers = depth[depth.length - 1];
        int[] lastNeeded = new int[depth.length];
        long coefficients = 0;
        for (int i = dimension; i < depth.length; i++) {
            int reading = nodes.get(i).unit().counts() ? depth[i] - 1 : depth[i];
            coefficients += nodes.get(i).unit().ownNumbers().size();
            for (LinearForm form : forms(nodes.get(i))) {
                for (int j = 0; j < form.size(); j++) {
                    int node = form.node(j);
                    lastNeeded[node] = Math.max(lastNeeded[node], reading);
                }
            }
        }
        lastNeeded[depth.length - 1] = layers;
        long[] width = new long[layers + 1];
        for (int i = 0; i < depth.length; i++) {
            boolean unit = !(nodes.get(i).unit() instanceof Unit.Identity);
            for (int layer = depth[i] + (unit ? 0 : 1); layer <= lastNeeded[i]; layer++) {
                width[layer]++;
            }
        }
        long total = coefficients + width[layers] + 1;
        for (int layer = 1; layer <= layers; layer++) {
            total += (width[layer - 1] + 1) * width[layer];
        }
        return total;
    }

    /** The node list as JSON; see {@link GraphJson}. */
    public String toJson() {
        return GraphJson.write(this);
    }
}
