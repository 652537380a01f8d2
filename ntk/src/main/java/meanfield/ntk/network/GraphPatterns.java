package meanfield.ntk.network;

import java.io.Serializable;
import java.util.List;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * The graphs of a set of inputs: A[i][j] is the weight of the edge from node i to node j.
 *
 * @param matrices P × P; one for every input, or a single one when shared
 * @param shared whether all inputs have the same graph
 */
public record GraphPatterns(List<DMatrixRMaj> matrices, boolean shared) implements Serializable {
    /** Checks that all are square, of one size and finite. */
    public GraphPatterns {
        Require.that(matrices != null && !matrices.isEmpty(), "pattern", "have at least one matrix", matrices);
        Require.that(!shared || matrices.size() == 1, "pattern", "be a single matrix when shared", matrices.size());
        int nodes = matrices.get(0).numRows;
        for (DMatrixRMaj matrix : matrices) {
            Require.that(
                    matrix.numRows == nodes && matrix.numCols == nodes,
                    "pattern",
                    "hold square matrices of one size (" + nodes + ")",
                    matrix.numRows + " x " + matrix.numCols);
            for (double value : matrix.data) {
                Require.finite("pattern entry", value);
            }
        }
        matrices = matrices.stream().map(DMatrixRMaj::copy).toList();
    }

    /** Number of nodes P. */
    public int nodes() {
        return matrices.get(0).numRows;
    }

    /** A of an input; not a copy. */
    public DMatrixRMaj of(int input) {
        return matrices.get(shared ? 0 : input);
    }

    /** Checks that there is a graph for every input. */
    public void requireInputs(int inputs) {
        Require.that(
                shared || matrices.size() == inputs,
                "pattern",
                "hold one matrix for each of the " + inputs + " inputs",
                matrices.size());
    }
}
