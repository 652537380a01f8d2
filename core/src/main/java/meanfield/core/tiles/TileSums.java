package meanfield.core.tiles;

import java.io.Serializable;
import java.nio.DoubleBuffer;
import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/**
 * The order in which products with a symmetric matrix are summed, the same for every engine and any number of workers.
 *
 * <pre>
 *   Y_I = Σ_{J ≤ I} A_IJ X_J + Σ_{J &gt; I} A_JIᵀ X_J                                                        (1)
 * </pre>
 *
 * Tiles form consecutive groups; each group is summed tile by tile, then the groups in order.
 *
 * @param grid tiles of the lower triangle
 */
public record TileSums(TileGrid grid) implements Serializable {
    private static final int LEAST_GROUPS = 8;
    private static final int MOST_GROUPS = 64;
    private static final int TILES_A_GROUP = 32;

    /** Number of groups: what can be worked on at once. */
    public int groups() {
        int wanted = Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, grid.tiles() / TILES_A_GROUP));
        return Math.min(wanted, grid.tiles());
    }

    /** First tile of a group; of group {@link #groups}, the number of tiles. */
    public int from(int group) {
        return (int) ((long) grid.tiles() * group / groups());
    }

    /** Adds what one tile contributes to (1). */
    public void add(int tile, DoubleBuffer values, DMatrixRMaj x, LinearAlgebra linearAlgebra, DMatrixRMaj sum) {
        int row = TileGrid.row(tile);
        int column = TileGrid.column(tile);
        int rows = grid.rows(row);
        int columns = grid.rows(column);
        DMatrixRMaj down = new DMatrixRMaj(rows, x.numCols);
        linearAlgebra.addTileProduct(values, Blocks.rows(x, grid.from(column), columns), down);
        Blocks.add(down, grid.from(row), sum);
        if (row != column) {
            DMatrixRMaj across = new DMatrixRMaj(columns, x.numCols);
            linearAlgebra.addTileProductTransA(values, Blocks.rows(x, grid.from(row), rows), across);
            Blocks.add(across, grid.from(column), sum);
        }
    }

    /** The sum of all groups; the first one's matrix is used. */
    public DMatrixRMaj total(DMatrixRMaj[] groups) {
        for (int g = 1; g < groups.length; g++) {
            Blocks.add(groups[g], 0, groups[0]);
        }
        return groups[0];
    }

    /** The tile of a matrix. */
    public DMatrixRMaj compute(TileFunction matrix, int tile, LinearAlgebra linearAlgebra) {
        int row = TileGrid.row(tile);
        int column = TileGrid.column(tile);
        return matrix.tile(grid.from(row), grid.rows(row), grid.from(column), grid.rows(column), linearAlgebra);
    }

    /** The sum of squares that a tile stands for in the whole matrix. */
    public static double square(int tile, DMatrixRMaj values) {
        double norm = Blocks.norm(values);
        return (TileGrid.row(tile) == TileGrid.column(tile) ? 1 : 2) * norm * norm;
    }
}
