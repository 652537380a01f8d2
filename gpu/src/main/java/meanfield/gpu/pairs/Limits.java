package meanfield.gpu.pairs;

import meanfield.core.Require;

/**
 * How much of a device may be used.
 *
 * @param side rows of a tile at most
 * @param memory bytes of its memory that count as free at most
 */
public record Limits(int side, long memory) {
    /** Tiles of 2048 × 2048, all free memory. */
    public static final Limits NONE = new Limits(TilePlan.LARGEST_SIDE, Long.MAX_VALUE);

    public Limits {
        Require.that(side >= 1 && side <= TilePlan.LARGEST_SIDE, "side", "lie in 1 … " + TilePlan.LARGEST_SIDE, side);
        Require.atLeast("memory", memory, 1L);
    }
}
