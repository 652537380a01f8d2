package meanfield.core.tiles;

import org.ejml.data.DMatrixRMaj;

/** A symmetric matrix whose tiles were computed once and are kept somewhere, until this is closed. */
public interface StoredTiles extends AutoCloseable {
    /** ‖A‖_F. */
    double frobenius();

    /** A X, summed as {@link TileSums} says. */
    DMatrixRMaj apply(DMatrixRMaj x);

    @Override
    void close();
}
