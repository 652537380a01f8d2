package meanfield.ntk.kernel;

import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.parallel.Workers;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.position.PositionInputs;
import meanfield.ntk.position.PositionRecursion;

/** The tiles of a network with branches or positions. */
final class PositionTiles implements Tiles {
    private final PositionRecursion recursion;
    private final PositionInputs rows;
    private final PositionInputs columns;
    private final int size;

    private PositionTiles(PositionRecursion recursion, PositionInputs rows, PositionInputs columns, int threads) {
        this.recursion = recursion;
        this.rows = rows;
        this.columns = columns;
        this.size = recursion.blockSize(Math.max(rows.size(), columns.size()), threads);
    }

    static PositionTiles of(Architecture architecture, InputRows rows, InputRows columns, Workers workers) {
        PositionRecursion recursion = PositionRecursion.of(architecture, rows.dimension());
        PositionInputs first = recursion.inputs(rows, true, workers);
        PositionInputs second = columns == rows ? first : recursion.inputs(columns, false, workers);
        return new PositionTiles(recursion, first, second, workers.threads());
    }

    @Override
    public int rowBlocks() {
        return (rows.size() + size - 1) / size;
    }

    @Override
    public int columnBlocks() {
        return (columns.size() + size - 1) / size;
    }

    @Override
    public void evaluate(GramTiles gram, int rowBlock, int columnBlock, KernelStore store) {
        PositionRecursion.Range range = new PositionRecursion.Range(rows, rowBlock, columns, columnBlock, size);
        recursion.evaluate(range, gram, store.ntk() != null, (row, columnFrom, count, nngp, ntk) -> {
            int offset = store.offset(row) + columnFrom;
            if (store.nngp() != null) {
                System.arraycopy(nngp, 0, store.nngp(), offset, count);
            }
            if (store.ntk() != null) {
                System.arraycopy(ntk, 0, store.ntk(), offset, count);
            }
        });
    }
}
