package meanfield.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How much is examined.
 *
 * @param quick true for a choice of sizes in place of all of them
 * @param seed seed of the inputs
 */
public record CheckPlan(boolean quick, long seed) {
    private static final int EVERY_SIZE_UP_TO = 300;
    private static final List<Integer> CHOICE = List.of(1, 2, 3, 5, 8, 13, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129);

    /** Sizes of matrices: 1 to 300, or a choice of them. */
    public List<Integer> sizes() {
        if (quick) {
            return CHOICE;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int n = 1; n <= EVERY_SIZE_UP_TO; n++) {
            sizes.add(n);
        }
        return sizes;
    }

    /** Sizes around powers of two, where tiles end: one less, the power, one more. */
    public List<Integer> edges() {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int power = quick ? 256 : 512; power <= (quick ? 256 : 2048); power *= 2) {
            edges.addAll(List.of(power - 1, power, power + 1));
        }
        return List.copyOf(edges);
    }
}
