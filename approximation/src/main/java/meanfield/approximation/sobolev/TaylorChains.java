package meanfield.approximation.sobolev;

import java.util.List;
import meanfield.approximation.target.MultiIndex;

/**
 * The monomials of a Taylor polynomial of degree n - 1 as products: α is its parent times one more factor x_k - i_k/N, k the
 * last axis of α, so that factors come in the order of k.
 */
final class TaylorChains {
    private final List<int[]> indices;
    private final int[] parent;
    private final int[] axis;

    TaylorChains(int smoothness, int dimension) {
        indices = MultiIndex.upTo(dimension, smoothness - 1);
        parent = new int[indices.size()];
        axis = new int[indices.size()];
        for (int a = 1; a < parent.length; a++) {
            int[] alpha = indices.get(a).clone();
            int last = dimension - 1;
            while (alpha[last] == 0) {
                last--;
            }
            alpha[last]--;
            axis[a] = last;
            parent[a] = find(alpha);
        }
    }

    private int find(int[] alpha) {
        int found = 0;
        while (!java.util.Arrays.equals(indices.get(found), alpha)) {
            found++;
        }
        return found;
    }

    /** A = C(n-1+d, d). */
    int size() {
        return parent.length;
    }

    int[] index(int a) {
        return indices.get(a);
    }

    int[] parents() {
        return parent;
    }

    int[] axes() {
        return axis;
    }

    /** g = Σ_α (d + |α| - 1): gates of all chains of one node, nothing shared. */
    long gates(int dimension) {
        long sum = 0;
        for (int[] alpha : indices) {
            sum += dimension + MultiIndex.order(alpha) - 1;
        }
        return sum;
    }

    /** Σ_α (d + |α| - 1)/α!: the gates weighted with the largest coefficients of the unit ball. */
    double weightedGates(int dimension) {
        double sum = 0;
        for (int[] alpha : indices) {
            sum += (dimension + MultiIndex.order(alpha) - 1) / MultiIndex.factorial(alpha);
        }
        return sum;
    }
}
