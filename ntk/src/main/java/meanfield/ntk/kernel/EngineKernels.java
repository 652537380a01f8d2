package meanfield.ntk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairInputs;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PairStep;
import meanfield.core.pairs.PairTile;
import meanfield.core.pairs.Precision;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.RowState;

/** A kernel that is computed by an engine, such as a device: what it is told, and where its tiles go. */
final class EngineKernels {
    private final PairProblem problem;
    private final RowState rowsAfter;

    private EngineKernels(PairProblem problem, RowState rowsAfter) {
        this.problem = problem;
        this.rowsAfter = rowsAfter;
    }

    /** The kernel of these inputs; empty where a layer cannot be said to an engine. */
    static Optional<EngineKernels> of(KernelProgram program, InputRows rows, InputRows columns) {
        List<RowState> rowStates = program.states(rows);
        List<RowState> columnStates = columns == rows ? rowStates : program.states(columns);
        RowState rowsAfter = rowStates.get(rowStates.size() - 1);
        RowState columnsAfter = columnStates.get(columnStates.size() - 1);
        Optional<List<PairStep>> steps = program.steps(rowStates, columnStates);
        return steps.map(known -> {
            PairInputs left = inputs(rows, rowsAfter);
            PairInputs right = columns == rows ? left : inputs(columns, columnsAfter);
            return new EngineKernels(new PairProblem(left, right, known), rowsAfter);
        });
    }

    private static PairInputs inputs(InputRows rows, RowState after) {
        return new PairInputs(rows.matrix(), rows.inverseNorm(), after.deviations(), after.scale());
    }

    /** Computes it into the store; of a symmetric kernel the lower triangle, with the diagonal from single inputs. */
    void compute(PairEngine engine, Precision precision, KernelStore store, KernelListener listener) {
        PairOutputs outputs = new PairOutputs(store.nngp() != null, store.ntk() != null, precision);
        LongAdder done = new LongAdder();
        engine.evaluate(problem, outputs, tile -> {
            for (int row = 0; row < tile.rows(); row++) {
                done.add(write(tile, row, store));
            }
            listener.at(Math.min(1, done.sum() / problem.pairs()));
        });
        for (int i = 0; problem.symmetric() && i < rowsAfter.size(); i++) {
            int index = store.offset(i) + i;
            if (store.nngp() != null) {
                store.nngp()[index] = rowsAfter.variance()[i];
            }
            if (store.ntk() != null) {
                store.ntk()[index] = rowsAfter.tangent()[i];
            }
        }
    }

    /** Copies a row of a tile, up to the diagonal of a symmetric kernel, and counts its entries. */
    private int write(PairTile tile, int row, KernelStore store) {
        int i = tile.rowFrom() + row;
        int count = problem.symmetric() ? Math.min(tile.columns(), i - tile.columnFrom()) : tile.columns();
        if (count > 0) {
            int offset = store.offset(i) + tile.columnFrom();
            if (store.nngp() != null) {
                tile.nngp(row, count, store.nngp(), offset);
            }
            if (store.ntk() != null) {
                tile.ntk(row, count, store.ntk(), offset);
            }
        }
        return Math.max(0, count);
    }
}
