package meanfield.cluster;

import java.util.Iterator;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.tiles.TileFunction;
import meanfield.core.tiles.TileSums;
import org.ejml.data.DMatrixRMaj;

/** The tiles of a group, each computed when it is asked for. */
final class GroupTiles implements Iterator<StoredTile> {
    private final TileSums sums;
    private final TileFunction matrix;
    private final LinearAlgebra linearAlgebra;
    private final int to;
    private int next;

    GroupTiles(TileSums sums, TileFunction matrix, String backend, int group) {
        this.sums = sums;
        this.matrix = matrix;
        this.linearAlgebra = NamedAlgebra.named(backend);
        this.next = sums.from(group);
        this.to = sums.from(group + 1);
    }

    @Override
    public boolean hasNext() {
        return next < to;
    }

    @Override
    public StoredTile next() {
        int tile = next++;
        DMatrixRMaj values = sums.compute(matrix, tile, linearAlgebra);
        return new StoredTile(tile, values.data, TileSums.square(tile, values));
    }
}
