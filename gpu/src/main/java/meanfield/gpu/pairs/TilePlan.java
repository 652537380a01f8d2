package meanfield.gpu.pairs;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.linalg.BackendException;
import meanfield.core.pairs.PairProblem;

/**
 * How a problem is cut so that it fits the device: panels of inputs that stay there while all their pairs are computed, and
 * within a pair of panels square tiles.
 *
 * <pre>
 *   LANES · 2 b² + 2 h (D + V) ≤ 0.8 · free numbers,   b ≤ 2048                                           (1)
 * </pre>
 *
 * b is the side of a tile, h the height of a panel, V the values of a single input. Half of the memory is for tiles, half for
 * panels. Two kernels of a tile of side 2048 are 67 MB: long enough for the products to run at full speed, short enough
 * that copying one tile hides behind the next.
 *
 * @param panel inputs in a panel at most
 * @param side rows of a tile at most
 */
record TilePlan(int panel, int side) {
    /** Tiles in flight. */
    static final int LANES = 2;

    static final int LARGEST_SIDE = 2048;
    private static final int LEAST_SIDE = 8;
    private static final double SHARE = 0.8;

    /**
     * A plan.
     *
     * @param free free bytes of the device
     * @param numberBytes bytes of a number
     * @param values values of a single input
     * @param largestSide rows of a tile at most
     */
    static TilePlan of(long free, PairProblem problem, int numberBytes, int values, int largestSide) {
        double numbers = SHARE * free / numberBytes;
        int longest = Math.max(problem.rows().size(), problem.columns().size());
        double input = problem.rows().dimension() + values;
        int side = (int) Math.min(Math.min(largestSide, longest), Math.sqrt(numbers / 2 / (2 * LANES)));
        double left = numbers - 2.0 * LANES * side * side;
        int panel = (int) Math.min(longest, left / (2 * input));
        side = Math.min(side, panel);
        if (side < Math.min(LEAST_SIDE, Math.min(largestSide, longest))) {
            throw new BackendException("GPU: " + free / 1_000_000
                    + " MB of its memory are free, too little for inputs of dimension "
                    + problem.rows().dimension());
        }
        return new TilePlan(panel == longest ? longest : panel / side * side, side);
    }

    /**
     * Inputs from one to another.
     *
     * @param from the first
     * @param to one behind the last
     */
    record Range(int from, int to) {
        int size() {
            return to - from;
        }

        List<Range> cut(int length) {
            List<Range> parts = new ArrayList<>();
            for (int start = from; start < to; start += length) {
                parts.add(new Range(start, Math.min(to, start + length)));
            }
            return parts;
        }
    }

    /**
     * A rectangle of pairs.
     *
     * @param rows inputs that index rows
     * @param columns inputs that index columns
     * @param diagonal whether both are the same inputs
     */
    record Block(Range rows, Range columns, boolean diagonal) {}

    /** Pairs of panels: all, or the lower triangle. */
    List<Block> panels(PairProblem problem) {
        return blocks(
                new Range(0, problem.rows().size()).cut(panel),
                new Range(0, problem.columns().size()).cut(panel),
                problem.symmetric());
    }

    /** Tiles of a pair of panels. */
    List<Block> tiles(Block panels) {
        return blocks(panels.rows().cut(side), panels.columns().cut(side), panels.diagonal());
    }

    private static List<Block> blocks(List<Range> rows, List<Range> columns, boolean symmetric) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < (symmetric ? i + 1 : columns.size()); j++) {
                blocks.add(new Block(rows.get(i), columns.get(j), symmetric && i == j));
            }
        }
        return blocks;
    }
}
