package meanfield.approximation.target;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;

/** Multi-indices α of ℕ^d, ordered by |α|, within one |α| with the first entries largest: (0,0), (1,0), (0,1), (2,0), …. */
public final class MultiIndex {
    private MultiIndex() {}

    /** Every α with |α| ≤ order; there are C(order + d, d). */
    public static List<int[]> upTo(int dimension, int order) {
        Require.atLeast("dimension", dimension, 1);
        List<int[]> all = new ArrayList<>();
        for (int total = 0; total <= order; total++) {
            fill(new int[dimension], 0, total, all);
        }
        return all;
    }

    private static void fill(int[] alpha, int axis, int left, List<int[]> all) {
        if (axis == alpha.length - 1) {
            alpha[axis] = left;
            all.add(alpha.clone());
            return;
        }
        for (int first = left; first >= 0; first--) {
            alpha[axis] = first;
            fill(alpha, axis + 1, left - first, all);
        }
    }

    /** |α| = Σ α_k. */
    public static int order(int[] alpha) {
        int sum = 0;
        for (int entry : alpha) {
            sum += entry;
        }
        return sum;
    }

    /** α! = Π α_k!. */
    public static double factorial(int[] alpha) {
        double product = 1;
        for (int entry : alpha) {
            product *= factorial(entry);
        }
        return product;
    }

    /** k!. */
    public static double factorial(int k) {
        double product = 1;
        for (int i = 2; i <= k; i++) {
            product *= i;
        }
        return product;
    }
}
