package meanfield.approximation.splines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.Require;

/**
 * A Kolmogorov-Arnold layer whose edges choose among bases.
 *
 * <pre>
 *   y_j = Σ_i [ u_{ij} silu(x_i) + v_{ij} Σ_s π_{ij,s} Σ_c a_{ij,s,c} B_c^{(s)}(x_i) ]                        (1)
 *   π_{ij} = softmax of the edge's scores over the bases s                                                  (2)
 * </pre>
 *
 * With one basis, B-splines, π = 1 and (1) is the original layer. Scores of +∞ select one basis exactly. Immutable.
 * Source: [Liu2025].
 */
public final class KanLayer {
    private final List<EdgeBasis> bases;
    private final Edge[][] edges;

    private KanLayer(List<EdgeBasis> bases, Edge[][] edges) {
        this.bases = List.copyOf(bases);
        this.edges = edges;
    }

    /**
     * One edge.
     *
     * @param baseWeight u
     * @param basisWeight v
     * @param scores one for each basis, before the softmax; +∞ for at most one
     * @param coefficients a_s for each basis s
     */
    public record Edge(double baseWeight, double basisWeight, List<Double> scores, List<List<Double>> coefficients) {
        /** Copies. */
        public Edge {
            scores = List.copyOf(scores);
            coefficients = coefficients.stream().map(List::copyOf).toList();
        }

        /** An edge with a single basis. */
        public static Edge of(double baseWeight, double basisWeight, double... coefficients) {
            return new Edge(
                    baseWeight,
                    basisWeight,
                    List.of(0.0),
                    List.of(Arrays.stream(coefficients).boxed().toList()));
        }
    }

    /** The layer; edges[i][j] leads from input i to output j. */
    public static KanLayer of(List<EdgeBasis> bases, Edge[][] edges) {
        Require.present("bases", bases);
        Require.that(!bases.isEmpty(), "bases", "have at least one entry", bases);
        Require.that(edges.length > 0 && edges[0].length > 0, "edges", "have inputs and outputs", edges.length);
        Edge[][] copy = new Edge[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            Require.that(edges[i].length == edges[0].length, "edges", "be rectangular", edges[i].length);
            copy[i] = edges[i].clone();
            for (Edge edge : copy[i]) {
                Require.that(edge.scores.size() == bases.size(), "scores", "be one for each basis", edge.scores);
                for (int s = 0; s < bases.size(); s++) {
                    int size = bases.get(s).size();
                    Require.that(
                            edge.coefficients.get(s).size() == size,
                            "coefficients",
                            "be " + size + " for basis " + s,
                            edge.coefficients.get(s).size());
                }
            }
        }
        return new KanLayer(bases, copy);
    }

    /** Inputs. */
    public int inputs() {
        return edges.length;
    }

    /** Outputs. */
    public int outputs() {
        return edges[0].length;
    }

    /** y of one example, equation (1). */
    public double[] value(double... x) {
        Require.that(x.length == inputs(), "x", "have " + inputs() + " entries", x.length);
        double[] y = new double[outputs()];
        for (int i = 0; i < x.length; i++) {
            double silu = x[i] / (1 + Math.exp(-x[i]));
            List<double[]> values = new ArrayList<>();
            for (EdgeBasis basis : bases) {
                values.add(basis.values(x[i]));
            }
            for (int j = 0; j < y.length; j++) {
                Edge edge = edges[i][j];
                y[j] += edge.baseWeight * silu + edge.basisWeight * mixed(edge, values);
            }
        }
        return y;
    }

    private static double mixed(Edge edge, List<double[]> values) {
        double[] share = softmax(edge.scores);
        double sum = 0;
        for (int s = 0; s < share.length; s++) {
            if (share[s] > 0) {
                double inner = 0;
                for (int c = 0; c < values.get(s).length; c++) {
                    inner += edge.coefficients.get(s).get(c) * values.get(s)[c];
                }
                sum += share[s] * inner;
            }
        }
        return sum;
    }

    /** Equation (2); a score of +∞ takes all. */
    static double[] softmax(List<Double> scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double[] share = new double[scores.size()];
        double sum = 0;
        for (int s = 0; s < share.length; s++) {
            share[s] = scores.get(s) == largest ? 1 : Math.exp(scores.get(s) - largest);
            sum += share[s];
        }
        for (int s = 0; s < share.length; s++) {
            share[s] /= sum;
        }
        return share;
    }

    /** Weights, scores (where there is a choice) and coefficients. */
    public int parameters() {
        int perEdge = 2 + (bases.size() > 1 ? bases.size() : 0);
        for (EdgeBasis basis : bases) {
            perEdge += basis.size();
        }
        return perEdge * inputs() * outputs();
    }
}
