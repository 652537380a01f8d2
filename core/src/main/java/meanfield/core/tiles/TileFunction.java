package meanfield.core.tiles;

import java.io.Serializable;
import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix that is never stored whole and computes any of its rectangles, always with the same bits. It may be sent to
 * other machines; it is thread-safe.
 */
public interface TileFunction extends Serializable {
    /**
     * A fresh rectangle, on the caller's thread.
     *
     * @param rowFrom first row
     * @param rows number of rows
     * @param columnFrom first column
     * @param columns number of columns
     * @param linearAlgebra on one thread
     */
    DMatrixRMaj tile(int rowFrom, int rows, int columnFrom, int columns, LinearAlgebra linearAlgebra);
}
