package meanfield.core.pairs;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * Inputs on one side of the pairs, with what the first and the last formula need of them. Nothing is copied, nothing changed.
 *
 * @param matrix one input a row, finite
 * @param inverseNorm 1/|x_i|, 0 for a zero input: two of those are alike, r = 1, and r = 0 with all others
 * @param deviation √p_i after the last step
 * @param scale m_i after the last step
 */
public record PairInputs(DMatrixRMaj matrix, double[] inverseNorm, double[] deviation, double[] scale) {
    public PairInputs {
        Require.present("matrix", matrix);
        requireSize("inverseNorm", inverseNorm, matrix.numRows);
        requireSize("deviation", deviation, matrix.numRows);
        requireSize("scale", scale, matrix.numRows);
    }

    /** Number of inputs. */
    public int size() {
        return matrix.numRows;
    }

    /** Number of features. */
    public int dimension() {
        return matrix.numCols;
    }

    static void requireSize(String name, double[] values, int size) {
        Require.present(name, values);
        Require.that(values.length == size, name, "have one value for each of the " + size + " inputs", values.length);
    }
}
