package meanfield.approximation.network;

import java.util.Arrays;
import java.util.OptionalDouble;
import meanfield.core.Require;

/**
 * Σ_j w_j v_j + b over values of earlier nodes. The bias is structural or absent: an absent one is not a parameter, a present one
 * is even where it is 0.
 */
public final class LinearForm {
    private final int[] nodes;
    private final double[] weights;
    private final double bias;
    private final boolean biased;

    private LinearForm(int[] nodes, double[] weights, double bias, boolean biased) {
        Require.that(
                nodes.length == weights.length,
                "weights",
                "be as many as the " + nodes.length + " nodes",
                weights.length);
        for (double weight : weights) {
            Require.finite("weight", weight);
        }
        this.nodes = nodes.clone();
        this.weights = weights.clone();
        this.bias = Require.finite("bias", bias);
        this.biased = biased;
    }

    /** No terms and no bias. */
    public static LinearForm none() {
        return new LinearForm(new int[0], new double[0], 0, false);
    }

    /** The sum without bias. */
    public static LinearForm of(int[] nodes, double[] weights) {
        return new LinearForm(nodes, weights, 0, false);
    }

    /** w v, one term. */
    public static LinearForm of(int node, double weight) {
        return of(new int[] {node}, new double[] {weight});
    }

    /** The same sum with a bias. */
    public LinearForm withBias(double newBias) {
        return new LinearForm(nodes, weights, newBias, true);
    }

    /** c times the terms (and the bias). */
    public LinearForm times(double factor) {
        double[] scaled = Arrays.stream(weights).map(w -> factor * w).toArray();
        return new LinearForm(nodes, scaled, factor * bias, biased);
    }

    /** Both sums' terms, in order; biases are added. */
    public LinearForm plus(LinearForm other) {
        int[] all = Arrays.copyOf(nodes, nodes.length + other.nodes.length);
        double[] scaled = Arrays.copyOf(weights, all.length);
        System.arraycopy(other.nodes, 0, all, nodes.length, other.nodes.length);
        System.arraycopy(other.weights, 0, scaled, nodes.length, other.nodes.length);
        return new LinearForm(all, scaled, bias + other.bias, biased || other.biased);
    }

    /** Number of terms. */
    public int size() {
        return nodes.length;
    }

    /** Node of term j. */
    public int node(int j) {
        return nodes[j];
    }

    /** Weight of term j. */
    public double weight(int j) {
        return weights[j];
    }

    /** The bias where there is one. */
    public OptionalDouble bias() {
        return biased ? OptionalDouble.of(bias) : OptionalDouble.empty();
    }

    /** The sum with compensation, so that terms which cancel in pairs leave an exact 0. */
    double value(double[] values) {
        double sum = biased ? bias : 0;
        double lost = 0;
        for (int j = 0; j < nodes.length; j++) {
            double term = weights[j] * values[nodes[j]];
            double next = sum + term;
            double kept = next - sum;
            lost += (sum - (next - kept)) + (term - kept);
            sum = next;
        }
        return sum + lost;
    }

    /** Terms and bias. */
    int parameters() {
        return nodes.length + (biased ? 1 : 0);
    }

    /** Terms and bias that are not 0. */
    int nonzeros() {
        int count = biased && bias != 0 ? 1 : 0;
        for (double weight : weights) {
            count += weight != 0 ? 1 : 0;
        }
        return count;
    }
}
