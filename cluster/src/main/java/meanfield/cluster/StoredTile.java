package meanfield.cluster;

import java.io.Serializable;
import java.nio.DoubleBuffer;

/**
 * A tile as an executor keeps it.
 *
 * @param number in the grid
 * @param values row by row
 * @param square what it contributes to ‖A‖²
 */
record StoredTile(int number, double[] values, double square) implements Serializable {
    DoubleBuffer buffer() {
        return DoubleBuffer.wrap(values);
    }
}
