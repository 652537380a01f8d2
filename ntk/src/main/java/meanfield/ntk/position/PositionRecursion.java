package meanfield.ntk.position;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.parallel.Workers;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.LayerKernel.Signs;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.position.PairSet.PairImage;

/**
 * Kernels of networks with branches or positions, tile by tile.
 *
 * <p>Shapes: inputs are rows of P C numbers, position-major with the channel last. Thread-safe once made.
 *
 * <p>Accuracy and cost: {@code package-info}.
 */
public final class PositionRecursion {
    /** Pairs of one shift between an input and a block: about what the second-level cache holds in all its arrays. */
    private static final int BLOCK_PAIRS = 32_768;

    private static final int SMALLEST_BLOCK = 16;
    /** Blocks that a set of inputs is at least cut into, so that several threads have work. */
    private static final int PARTS = 4;

    private final ArrayShape shape;
    private final Plan plan;

    private PositionRecursion(ArrayShape shape, Plan plan) {
        this.shape = shape;
        this.plan = plan;
    }

    /** The recursion of an architecture for inputs of so many numbers. */
    public static PositionRecursion of(Architecture architecture, int inputDimension) {
        ArrayShape shape = architecture.shapeOf(inputDimension);
        return new PositionRecursion(shape, Plan.of(StageBuilder.stages(architecture, shape)));
    }

    /**
     * Inputs, ready for {@link #evaluate}: each has been evaluated with itself where a layer needs it.
     *
     * @param rows checked inputs
     * @param first true for the first of two sets (graphs), and where there is one
     * @param workers for the evaluation
     */
    public PositionInputs inputs(InputRows rows, boolean first, Workers workers) {
        PositionInputs inputs =
                new PositionInputs(rows, shape, first, plan.stages().size());
        plan.mixStages().forEach(mix -> mix.mixing().check(inputs));
        if (plan.measures()) {
            plan.mixStages().forEach(inputs::prepare);
            workers.forEach(rows.size(), input -> measure(inputs, input));
        }
        return inputs;
    }

    private void measure(PositionInputs inputs, int input) {
        List<Stage> stages = plan.stages();
        Block self = new Block(inputs, input, input + 1, stages.size());
        SelfRun run = new SelfRun(self, plan);
        int left = plan.mixStages().size();
        for (int s = 0; left > 0; s++) {
            if (stages.get(s) instanceof MixStage mix) {
                mix.keepSelf(run);
                left--;
            } else {
                self.advance(stages.get(s));
            }
        }
    }

    /**
     * Inputs in a tile of this many inputs. One thread takes blocks as long as the cache allows, because short loops cost more
     * to enter than to run; that changes no bit where positions are compared. Inner products of vectors come from matrix
     * products, whose bits depend on the tile, so that their blocks do not depend on the threads.
     */
    public int blockSize(int inputs, int threads) {
        int largest = shape.isVector() ? PairChunk.CAPACITY : BLOCK_PAIRS / shape.positions();
        int parts = threads == 1 && !shape.isVector() ? 1 : PARTS;
        int wanted = Math.min(largest, (inputs + parts - 1) / parts);
        return Math.max(SMALLEST_BLOCK, (wanted + 7) / 8 * 8);
    }

    /** Where rows of kernels go: the pairs of a row input with {@code count} column inputs. */
    public interface RowSink {
        /** Takes k and t of these pairs; the arrays are used again. */
        void accept(int row, int columnFrom, int count, double[] nngp, double[] ntk);
    }

    /**
     * A tile of a kernel.
     *
     * @param rows row inputs
     * @param rowBlock which block of them, of {@code size}
     * @param columns column inputs
     * @param columnBlock which block of them
     * @param size inputs in a block
     */
    public record Range(PositionInputs rows, int rowBlock, PositionInputs columns, int columnBlock, int size) {
        Block rowStates(List<Stage> stages) {
            return block(rows, rowBlock, stages);
        }

        Block columnStates(List<Stage> stages) {
            return block(columns, columnBlock, stages);
        }

        boolean isDiagonal() {
            return rows == columns && rowBlock == columnBlock;
        }

        private Block block(PositionInputs inputs, int block, List<Stage> stages) {
            int to = Math.min(inputs.size(), (block + 1) * size);
            return Block.complete(inputs, block * size, to, stages);
        }
    }

    /** Evaluates a tile, of a tile on the diagonal of a symmetric kernel the lower triangle. */
    public void evaluate(Range range, GramTiles gram, boolean wantsTangent, RowSink sink) {
        Require.present("sink", sink);
        List<Stage> stages = plan.stages();
        Block rows = range.rowStates(stages);
        Block columns = range.isDiagonal() ? rows : range.columnStates(stages);
        Tile tile = new Tile(rows, columns, stages.size(), gram);
        stages.forEach(tile::bind);
        Frame frame = new Frame(tile, plan, wantsTangent);
        RowState rowsAfter = rows.state(plan.last());
        RowState columnsAfter = columns.state(plan.last());
        Signs signs = plan.last().signs();
        Covariances covariances = new Covariances(rowsAfter, columnsAfter, signs);
        double[] nngp = new double[columns.size()];
        double[] ntk = new double[columns.size()];
        for (int e = 0; e < rows.size(); e++) {
            int count = range.isDiagonal() ? e + 1 : columns.size();
            frame.select(e, count);
            plan.mixStages().forEach(mix -> mix.run(frame));
            PairImage output = plan.output().get(frame);
            covariances.covariance(e, 0, count, output.chunks()[0], nngp);
            covariances.tangent(e, 0, count, output.chunks()[0], ntk);
            frame.release(output);
            if (range.isDiagonal()) {
                nngp[e] = rowsAfter.variance()[e];
                ntk[e] = rowsAfter.tangent()[e];
            }
            sink.accept(rows.from() + e, columns.from(), count, nngp, ntk);
        }
    }

    /** The state of all inputs at the output: k(x, x) and t(x, x). */
    public RowState states(PositionInputs inputs) {
        int n = inputs.size();
        RowState all = new RowState(new double[n], new double[n], new double[n], n);
        int size = blockSize(n, 1);
        for (int from = 0; from < n; from += size) {
            Block block = Block.complete(inputs, from, Math.min(n, from + size), plan.stages());
            RowState state = block.state(plan.last());
            System.arraycopy(state.variance(), 0, all.variance(), from, block.size());
            System.arraycopy(state.tangent(), 0, all.tangent(), from, block.size());
            System.arraycopy(state.scale(), 0, all.scale(), from, block.size());
        }
        return all;
    }
}
