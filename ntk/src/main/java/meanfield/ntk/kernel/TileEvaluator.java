package meanfield.ntk.kernel;

import java.util.Arrays;
import java.util.List;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.ntk.layer.InputKernels;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.LayerKernel;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;

/**
 * Runs all layers over one tile of pairs: inner products first, then row by row in chunks that stay in the first-level
 * cache. Thread-safe; every call has its own scratch.
 */
final class TileEvaluator implements Tiles {
    /** Side of a tile: one chunk wide. */
    static final int SIDE = PairChunk.CAPACITY;
    /** Rows of a tile on the diagonal that are multiplied at a time: what lies above them is not computed. */
    private static final int STRIP = 128;

    private final InputRows rows;
    private final InputRows columns;
    private final List<LayerKernel.PairMap> layers;
    private final boolean signed;
    private final RowState rowsAfter;
    private final double[] rowDeviations;
    private final double[][] columnInverses;
    private final double[][] columnDeviations;
    private final double[][] columnScales;

    TileEvaluator(KernelProgram program, InputRows rows, InputRows columns) {
        this.rows = rows;
        this.columns = columns;
        List<RowState> rowStates = program.states(rows);
        List<RowState> columnStates = columns == rows ? rowStates : program.states(columns);
        RowState columnsAfter = columnStates.get(columnStates.size() - 1);
        this.layers = program.bind(rowStates, columnStates);
        this.signed = program.signsAfter() == LayerKernel.Signs.ANY;
        this.rowsAfter = rowStates.get(rowStates.size() - 1);
        this.rowDeviations = rowsAfter.deviations();
        this.columnInverses = columns.state().split(columns.inverseNorm());
        this.columnDeviations = columnsAfter.split(columnsAfter.deviations());
        this.columnScales = columnsAfter.split(columnsAfter.scale());
    }

    @Override
    public int rowBlocks() {
        return PairChunk.blocks(rows.size());
    }

    @Override
    public int columnBlocks() {
        return PairChunk.blocks(columns.size());
    }

    @Override
    public void evaluate(GramTiles gram, int rowBlock, int columnBlock, KernelStore store) {
        int rowFrom = rowBlock * SIDE;
        int rowTo = Math.min(rows.size(), rowFrom + SIDE);
        int columnFrom = columnBlock * SIDE;
        int columnTo = Math.min(columns.size(), columnFrom + SIDE);
        boolean diagonal = rows == columns && rowBlock == columnBlock;
        int strip = diagonal ? STRIP : SIDE;
        double[] products = new double[Math.min(strip, rowTo - rowFrom) * (columnTo - columnFrom)];
        PairChunk chunk = new PairChunk(store.ntk() != null);
        for (int from = rowFrom; from < rowTo; from += strip) {
            int to = Math.min(rowTo, from + strip);
            int end = diagonal ? to : columnTo;
            gram.tile(from, to, columnFrom, end, products);
            for (int i = from; i < to; i++) {
                int count = diagonal ? i - columnFrom + 1 : end - columnFrom;
                System.arraycopy(products, (i - from) * (end - columnFrom), chunk.angle, 0, count);
                evaluateRow(i, columnBlock, count, chunk);
                write(i, columnBlock, count, chunk, store);
                if (diagonal) {
                    writeDiagonal(i, store);
                }
            }
        }
    }

    private void evaluateRow(int i, int block, int count, PairChunk chunk) {
        InputKernels.gaps(count, chunk.angle, rows.inverseNorm()[i], columnInverses[block], chunk.gap, chunk.antigap);
        if (rows.inverseNorm()[i] == 0) {
            InputKernels.alike(count, columnInverses[block], chunk);
        } else {
            InputKernels.refine(count, rows, i, columns, block * SIDE, chunk);
        }
        Arrays.fill(chunk.tangent, 0, count, 0);
        for (LayerKernel.PairMap layer : layers) {
            layer.apply(i, block, count, chunk);
        }
    }

    private void write(int i, int block, int count, PairChunk chunk, KernelStore store) {
        int offset = store.offset(i) + block * SIDE;
        double[] out = chunk.angle;
        if (store.nngp() != null) {
            double[] deviations = columnDeviations[block];
            if (signed) {
                OutputKernels.signedCovariances(count, rowDeviations[i], deviations, chunk.gap, chunk.antigap, out);
            } else {
                OutputKernels.covariances(count, rowDeviations[i], deviations, chunk.gap, out);
            }
            System.arraycopy(out, 0, store.nngp(), offset, count);
        }
        if (store.ntk() != null) {
            OutputKernels.tangents(count, rowsAfter.scale()[i], columnScales[block], chunk.tangent, out);
            System.arraycopy(out, 0, store.ntk(), offset, count);
        }
    }

    private void writeDiagonal(int i, KernelStore store) {
        int index = store.offset(i) + i;
        if (store.nngp() != null) {
            store.nngp()[index] = rowsAfter.variance()[i];
        }
        if (store.ntk() != null) {
            store.ntk()[index] = rowsAfter.tangent()[i];
        }
    }
}
