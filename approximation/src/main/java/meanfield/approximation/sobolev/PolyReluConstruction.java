package meanfield.approximation.sobolev;

import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.network.ExactGates;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.LinearForm;
import meanfield.approximation.target.MultiIndex;

/**
 * The PolyReLU network: a hat times a power is three units.
 *
 * <pre>
 *   ψ(t) t^j = P_j((t+1)₊) - 2 t₊^{j+1} + Q_j((t-1)₊),   P_j(s) = s(s-1)^j,  Q_j(s) = s(s+1)^j               (1)
 * </pre>
 *
 * d = 1: the units that meet at a knot are summed into one of degree n. d = 2: one product for every node and power of the first
 * variable, the second variable's powers summed inside the units. d ≥ 3: a tree of products for every node and monomial.
 */
final class PolyReluConstruction {
    private final SobolevNetwork network;
    private final double[] table;
    private final GraphBuilder builder;
    private final int n;
    private final int perAxis;

    private PolyReluConstruction(SobolevNetwork network, double[] table) {
        this.network = network;
        this.table = table;
        this.builder = GraphBuilder.of(network.dimension());
        this.n = network.smoothness();
        this.perAxis = network.cells() + 1;
    }

    static Graph graph(SobolevNetwork network, double[] table) {
        PolyReluConstruction construction = new PolyReluConstruction(network, table);
        switch (network.dimension()) {
            case 1 -> construction.line();
            case 2 -> construction.plane();
            default -> construction.space();
        }
        return construction.builder.build();
    }

    /** Coefficients a₁ … a_{j+1} of s(s + shift)^j; shift 0 gives s^{j+1}. */
    private static double[] piece(int j, int shift) {
        double[] a = new double[j + 1];
        for (int i = 0; i <= j; i++) {
            double binomial = MultiIndex.factorial(j) / (MultiIndex.factorial(i) * MultiIndex.factorial(j - i));
            a[i] = binomial * Math.pow(shift, j - i);
        }
        return a;
    }

    private void line() {
        int cells = network.cells();
        int[] units = new int[perAxis];
        double[] ones = new double[perAxis];
        for (int knot = -1; knot < cells; knot++) {
            double[] a = new double[n];
            double scale = 1;
            for (int k = 0; k < n; k++) {
                add(a, scale * coefficient(knot + 1, k), piece(k, -1));
                add(a, -2 * scale * coefficient(knot, k), piece(k, 0));
                add(a, scale * coefficient(knot - 1, k), piece(k, 1));
                scale /= cells;
            }
            units[knot + 1] = builder.polyRelu(LinearForm.of(0, cells).withBias(-knot), a);
            ones[knot + 1] = 1;
        }
        builder.affine(LinearForm.of(units, ones));
    }

    private double coefficient(int node, int k) {
        return node < 0 || node >= perAxis ? 0 : table[node * n + k];
    }

    private static void add(double[] sum, double factor, double[] terms) {
        for (int i = 0; i < terms.length; i++) {
            sum[i] += factor * terms[i];
        }
    }

    /** V_{k,i,j} = ψ(t) t^j with t = N x_k - i, for every axis, node and power. */
    private int[][][] powers() {
        int cells = network.cells();
        int[][][] nodes = new int[network.dimension()][perAxis][n];
        for (int k = 0; k < network.dimension(); k++) {
            for (int i = 0; i < perAxis; i++) {
                for (int j = 0; j < n; j++) {
                    LinearForm stretched = LinearForm.of(k, cells);
                    int[] units = {
                        builder.polyRelu(stretched.withBias(1 - i), piece(j, -1)),
                        builder.polyRelu(stretched.withBias(-i), piece(j, 0)),
                        builder.polyRelu(stretched.withBias(-1 - i), piece(j, 1))
                    };
                    nodes[k][i][j] = builder.affine(LinearForm.of(units, new double[] {1, -2, 1}));
                }
            }
        }
        return nodes;
    }

    private void plane() {
        int[][][] power = powers();
        TaylorChains chains = network.chains();
        LinearForm[] terms = new LinearForm[perAxis * perAxis * n];
        for (int first = 0; first < perAxis; first++) {
            for (int second = 0; second < perAxis; second++) {
                int flat = first * perAxis + second;
                for (int j = 0; j < n; j++) {
                    LinearForm inner = LinearForm.none();
                    for (int l = 0; l < n - j; l++) {
                        double c = table[flat * chains.size() + position(chains, j, l)];
                        double scaled = c * Math.pow(network.cells(), -(j + l));
                        inner = inner.plus(LinearForm.of(power[1][second][l], scaled));
                    }
                    LinearForm outer = LinearForm.of(power[0][first][j], 1);
                    terms[flat * n + j] = ExactGates.rectifiedProduct(builder, outer, inner);
                }
            }
        }
        builder.affine(join(terms));
    }

    private static int position(TaylorChains chains, int j, int l) {
        for (int a = 0; a < chains.size(); a++) {
            if (chains.index(a)[0] == j && chains.index(a)[1] == l) {
                return a;
            }
        }
        throw new IllegalArgumentException("j + l must be below n, got " + j + " and " + l);
    }

    private static LinearForm join(LinearForm[] forms) {
        int size = 0;
        for (LinearForm form : forms) {
            size += form.size();
        }
        int[] nodes = new int[size];
        double[] weights = new double[size];
        int at = 0;
        for (LinearForm form : forms) {
            for (int j = 0; j < form.size(); j++) {
                nodes[at] = form.node(j);
                weights[at++] = form.weight(j);
            }
        }
        return LinearForm.of(nodes, weights);
    }

    private void space() {
        int[][][] power = powers();
        TaylorChains chains = network.chains();
        int d = network.dimension();
        LinearForm[] terms = new LinearForm[table.length];
        int[] index = new int[d];
        for (int flat = 0; flat < table.length / chains.size(); flat++) {
            int rest = flat;
            for (int k = d - 1; k >= 0; k--) {
                index[k] = rest % perAxis;
                rest /= perAxis;
            }
            for (int a = 0; a < chains.size(); a++) {
                int[] alpha = chains.index(a);
                List<Integer> factors = new ArrayList<>();
                for (int k = 0; k < d; k++) {
                    factors.add(power[k][index[k]][alpha[k]]);
                }
                double scale = Math.pow(network.cells(), -MultiIndex.order(alpha));
                int entry = flat * chains.size() + a;
                terms[entry] = LinearForm.of(tree(factors), scale * table[entry]);
            }
        }
        builder.affine(join(terms));
    }

    /** Products of neighbours until one is left: depth ⌈log₂ d⌉. */
    private int tree(List<Integer> factors) {
        List<Integer> left = factors;
        while (left.size() > 1) {
            List<Integer> next = new ArrayList<>();
            for (int j = 0; j + 1 < left.size(); j += 2) {
                LinearForm x = LinearForm.of(left.get(j), 1);
                LinearForm y = LinearForm.of(left.get(j + 1), 1);
                next.add(builder.affine(ExactGates.rectifiedProduct(builder, x, y)));
            }
            if (left.size() % 2 == 1) {
                next.add(left.get(left.size() - 1));
            }
            left = next;
        }
        return left.get(0);
    }
}
