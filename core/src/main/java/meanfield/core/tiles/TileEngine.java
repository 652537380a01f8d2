package meanfield.core.tiles;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import org.ejml.data.DMatrixRMaj;

/**
 * Where the tiles of large matrices are computed and kept: this machine's threads and disk, or a cluster. Every engine gives
 * the same bits with the same linear algebra.
 */
public interface TileEngine extends AutoCloseable {
    /**
     * Computes the lower triangle of a symmetric matrix and keeps it.
     *
     * @param progress hears which part of the tiles is done, in [0, 1]; what it throws ends the work
     */
    StoredTiles store(TileFunction matrix, TileGrid grid, DoubleConsumer progress);

    /** Computes rectangles; the sink hears number and values in any order, one call at a time. */
    void compute(TileFunction matrix, List<Rectangle> rectangles, BiConsumer<Integer, DMatrixRMaj> sink);

    /** Checks that so many bytes can be kept where {@link #store} keeps tiles; an engine that cannot tell accepts. */
    void requireSpace(long bytes);

    @Override
    void close();

    /**
     * A part of a matrix.
     *
     * @param rowFrom first row
     * @param rows number of rows
     * @param columnFrom first column
     * @param columns number of columns
     */
    record Rectangle(int rowFrom, int rows, int columnFrom, int columns) implements java.io.Serializable {}
}
