package meanfield.approximation.sobolev;

import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.network.ExactGates;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.LinearForm;
import meanfield.approximation.network.ProductGate;
import meanfield.approximation.target.Target;

/** The graphs of {@link SobolevNetwork}: hats or splines, Taylor factors, one chain of products for every node and monomial. */
final class Constructions {
    private Constructions() {}

    static Graph graph(SobolevNetwork network, Target target, double[] table) {
        return network.kind() == NetworkKind.POLYRELU
                ? PolyReluConstruction.graph(network, table)
                : new Chained(network, table).graph();
    }

    /** Adds a product of two nodes and returns its node. */
    @FunctionalInterface
    interface Multiplication {
        int multiply(GraphBuilder builder, int x, int y);
    }

    /** Kinds whose products are gates between nodes. */
    private static final class Chained {
        private final SobolevNetwork network;
        private final double[] table;
        private final GraphBuilder builder;
        private final Multiplication gate;
        private final int perAxis;

        Chained(SobolevNetwork network, double[] table) {
            this.network = network;
            this.table = table;
            this.builder = GraphBuilder.of(network.dimension());
            this.gate = gate(network);
            this.perAxis = network.partition().nodes(network.cells());
        }

        private static Multiplication gate(SobolevNetwork network) {
            return switch (network.kind()) {
                case RELU -> (b, x, y) -> ProductGate.of(network.levels()).multiply(b, x, y);
                case REQU -> (b, x, y) -> b.affine(ExactGates.rectifiedProduct(b, one(x), one(y)));
                case QUADRATIC -> (b, x, y) -> b.affine(ExactGates.quadraticProduct(b, one(x), one(y)));
                default -> (b, x, y) -> b.affine(ExactGates.squareProduct(b, one(x), one(y)));
            };
        }

        private static LinearForm one(int node) {
            return LinearForm.of(node, 1);
        }

        Graph graph() {
            int d = network.dimension();
            int[][] hats = new int[d][perAxis];
            int[][] factors = new int[d][perAxis];
            for (int k = 0; k < d; k++) {
                for (int s = 0; s < perAxis; s++) {
                    hats[k][s] = partition(k, s);
                }
                for (int s = 0; s < perAxis && network.smoothness() >= 2; s++) {
                    double center = network.partition().center(s, network.cells());
                    factors[k][s] = builder.affine(LinearForm.of(k, 1).withBias(-center));
                }
            }
            builder.affine(chains(hats, factors));
            return builder.build();
        }

        /** The partition's function of node s in variable k. */
        private int partition(int k, int s) {
            LinearForm stretched = LinearForm.of(k, network.cells());
            if (network.kind() == NetworkKind.RATIONAL) {
                return RationalHat.of(network).add(builder, stretched, s);
            }
            if (network.kind() == NetworkKind.REQU) {
                int i = s - 1;
                int[] units = new int[4];
                for (int u = 0; u < 4; u++) {
                    units[u] = builder.squareRelu(stretched.withBias(1.5 - u - i));
                }
                return builder.affine(LinearForm.of(units, new double[] {0.5, -1.5, 1.5, -0.5}));
            }
            if (network.partition() == Partition.TRAPEZOID) {
                return trapezoid(LinearForm.of(k, 3.0 * network.cells()), s);
            }
            int[] units = new int[3];
            for (int u = 0; u < 3; u++) {
                LinearForm form = stretched.withBias(1.0 - u - s);
                units[u] = conventional(form);
            }
            return builder.affine(LinearForm.of(units, new double[] {1, -2, 1}));
        }

        private int conventional(LinearForm form) {
            return network.kind() == NetworkKind.QUADRATIC ? builder.quadraticRelu(form) : builder.relu(form);
        }

        /** (t+2)₊ - (t+1)₊ - (t-1)₊ + (t-2)₊ with t = form - 3s. */
        private int trapezoid(LinearForm form, int s) {
            double[] corners = {2, 1, -1, -2};
            int[] units = new int[4];
            for (int u = 0; u < 4; u++) {
                units[u] = conventional(form.withBias(corners[u] - 3.0 * s));
            }
            return builder.affine(LinearForm.of(units, new double[] {1, -1, -1, 1}));
        }

        private LinearForm chains(int[][] hats, int[][] factors) {
            TaylorChains chains = network.chains();
            int d = network.dimension();
            List<Integer> nodes = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            int[] index = new int[d];
            for (int flat = 0; flat < table.length / chains.size(); flat++) {
                int rest = flat;
                for (int k = d - 1; k >= 0; k--) {
                    index[k] = rest % perAxis;
                    rest /= perAxis;
                }
                for (int a = 0; a < chains.size(); a++) {
                    nodes.add(chain(chains.index(a), index, hats, factors));
                    weights.add(table[flat * chains.size() + a]);
                }
            }
            return LinearForm.of(
                    nodes.stream().mapToInt(Integer::intValue).toArray(),
                    weights.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private int chain(int[] alpha, int[] index, int[][] hats, int[][] factors) {
            int node = hats[0][index[0]];
            for (int k = 1; k < alpha.length; k++) {
                node = gate.multiply(builder, node, hats[k][index[k]]);
            }
            for (int k = 0; k < alpha.length; k++) {
                for (int repeat = 0; repeat < alpha[k]; repeat++) {
                    node = gate.multiply(builder, node, factors[k][index[k]]);
                }
            }
            return node;
        }
    }
}
