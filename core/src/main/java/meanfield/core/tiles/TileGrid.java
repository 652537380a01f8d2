package meanfield.core.tiles;

import java.io.Serializable;

/**
 * The lower triangle of an n × n matrix cut into square tiles: tile (I, J), J &le; I, is number I(I+1)/2 + J.
 *
 * @param size n
 * @param side rows of a tile; the last block may have fewer
 */
public record TileGrid(int size, int side) implements Serializable {
    public int blocks() {
        return (size + side - 1) / side;
    }

    public int tiles() {
        return blocks() * (blocks() + 1) / 2;
    }

    /** Block row of a tile. */
    public static int row(int tile) {
        int row = (int) ((Math.sqrt(8.0 * tile + 1) - 1) / 2);
        return tile < row * (row + 1) / 2 ? row - 1 : row;
    }

    /** Block column of a tile. */
    public static int column(int tile) {
        int row = row(tile);
        return tile - row * (row + 1) / 2;
    }

    /** First row of a block. */
    public int from(int block) {
        return block * side;
    }

    /** Number of rows of a block. */
    public int rows(int block) {
        return Math.min(side, size - from(block));
    }

    /** Bytes that a whole tile takes. */
    public long tileBytes() {
        return 8L * side * side;
    }

    /** Bytes of all tiles. */
    public long bytes() {
        return tiles() * tileBytes();
    }
}
