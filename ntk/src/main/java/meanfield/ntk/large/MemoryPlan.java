package meanfield.ntk.large;

import meanfield.core.Require;
import meanfield.core.tiles.TileGrid;
import meanfield.core.tiles.TileSums;

/**
 * How a solve divides the memory it may use, so that the bits depend on the problem and the memory, not on the machine.
 *
 * @param side rows of a tile
 * @param rank landmarks of the preconditioner
 * @param columns right-hand sides solved at once
 */
record MemoryPlan(int side, int rank, int columns) {
    static final int LARGEST_SIDE = 1024;
    static final int LARGEST_RANK = 1500;
    private static final int LEAST_SIDE = 64;
    /** Tiles in flight that the plan provides for: buffers and copies of four threads. */
    private static final int TILES = 16;
    /** Matrices of rank × rank while the preconditioner is made. */
    private static final int SQUARES = 12;
    /** Blocks of n × columns beside partial sums: six of the iteration, and targets. */
    private static final int VECTORS = 8;

    /** The division of {@code bytes} for n inputs of dimension d and this many targets; the inputs count. */
    static MemoryPlan of(long bytes, int n, int d, int targets) {
        double inputs = 8.0 * n * d;
        double left = bytes - inputs;
        double least = 8.0 * n * vectors(n, LEAST_SIDE) + bytes(LEAST_SIDE, d) + 1e6;
        Require.that(
                left >= least,
                "memory",
                "be at least " + (long) Math.ceil((inputs + least) / 1e6) + " MB for " + n + " inputs of dimension "
                        + d,
                bytes / 1_000_000 + " MB");
        int side = LARGEST_SIDE;
        while (side > LEAST_SIDE && bytes(side, d) > left / 4) {
            side /= 2;
        }
        int rank = (int) Math.sqrt(left / 4 / 8 / SQUARES);
        rank = Math.max(1, Math.min(Math.min(LARGEST_RANK, rank), (n + 3) / 4));
        int columns = (int) Math.max(1, Math.min(targets, left / 4 / (8.0 * n * vectors(n, side))));
        return new MemoryPlan(Math.min(side, n), rank, columns);
    }

    private static int vectors(int n, int side) {
        return VECTORS + new TileSums(new TileGrid(n, side)).groups();
    }

    private static double bytes(int side, int d) {
        return 8.0 * TILES * side * (side + d);
    }
}
