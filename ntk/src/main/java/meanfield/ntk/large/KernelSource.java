package meanfield.ntk.large;

import meanfield.core.parallel.Workers;
import meanfield.core.tiles.Blocks;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import org.ejml.data.DMatrixRMaj;

/** Rectangles of the kernel of one input set, computed when asked for, each on the caller's thread. */
final class KernelSource {
    private final KernelKind kind;
    private final KernelRecursion recursion;
    private final DMatrixRMaj inputs;
    private final double[] diagonal;

    /** Checks all inputs, by their variances. */
    KernelSource(KernelKind kind, KernelRecursion recursion, DMatrixRMaj inputs) {
        this.kind = kind;
        this.recursion = recursion.withWorkers(Workers.serial());
        this.inputs = inputs;
        this.diagonal = recursion.variances(inputs).get(kind);
    }

    /** The same inputs under another kernel. */
    KernelSource of(KernelKind other) {
        return other == kind ? this : new KernelSource(other, recursion, inputs);
    }

    int size() {
        return inputs.numRows;
    }

    /** Sum of the diagonal. */
    double trace() {
        double sum = 0;
        for (double each : diagonal) {
            sum += each;
        }
        return sum;
    }

    /** The whole matrix in tiles. */
    KernelTiles tiles() {
        return KernelTiles.of(kind, recursion.architecture(), inputs);
    }

    /** Other inputs (rows) with a block of columns. */
    DMatrixRMaj with(DMatrixRMaj others, int columnFrom, int columnCount) {
        return recursion.kernel(kind, others, Blocks.rows(inputs, columnFrom, columnCount));
    }

    /** The kernel of chosen inputs with themselves. */
    DMatrixRMaj of(int[] chosen) {
        return recursion.kernel(kind, select(chosen));
    }

    /** Copies of chosen inputs. */
    DMatrixRMaj select(int[] chosen) {
        DMatrixRMaj selected = new DMatrixRMaj(chosen.length, inputs.numCols);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(
                    inputs.data, chosen[i] * inputs.numCols, selected.data, i * inputs.numCols, inputs.numCols);
        }
        return selected;
    }

    /** A block of rows with other inputs (columns). */
    DMatrixRMaj rowsWith(int from, int count, DMatrixRMaj others) {
        return recursion.kernel(kind, Blocks.rows(inputs, from, count), others);
    }
}
