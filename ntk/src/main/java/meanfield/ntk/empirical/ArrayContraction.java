package meanfield.ntk.empirical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Layer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Layer-wise contraction of one network on one pair of input sets. */
final class ArrayContraction {
    private final ArrayNetwork network;
    private final Side left;
    /** The same object as left when the kernel is of the inputs with themselves. */
    private final Side right;

    private final LinearAlgebra algebra;

    ArrayContraction(ArrayNetwork network, Side left, Side right) {
        this.network = network;
        this.left = left;
        this.right = right;
        this.algebra = network.algebra();
    }

    /**
     * One set of inputs.
     *
     * @param examples how many
     * @param outputs f, examples × K
     * @param reads what every layer with weights reads
     * @param signals backward signals of every layer, for every output
     */
    record Side(int examples, DMatrixRMaj outputs, DMatrixRMaj[] reads, DMatrixRMaj[][] signals) {
        static Side of(ArrayNetwork network, DMatrixRMaj inputs) {
            ArrayPass pass = network.pass(inputs);
            int layers = network.weights().size();
            int outputs = pass.output().numCols;
            Side side =
                    new Side(inputs.numRows, pass.output(), new DMatrixRMaj[layers], new DMatrixRMaj[layers][outputs]);
            for (int output = 0; output < outputs; output++) {
                int o = output;
                network.signals(pass, o, (layer, reads, signal) -> {
                    side.reads[layer.index()] = reads;
                    side.signals[layer.index()][o] = signal;
                });
            }
            return side;
        }
    }

    DMatrixRMaj nngp() {
        DMatrixRMaj kernel = product(left.outputs, right.outputs);
        CommonOps_DDRM.scale(1.0 / left.outputs.numCols, kernel);
        return kernel;
    }

    DMatrixRMaj conditionalNngp() {
        List<Layer> layers = network.architecture().layers();
        if (!(layers.get(layers.size() - 1) instanceof Dense dense)) {
            return nngp();
        }
        int readout = network.weights().size() - 1;
        DMatrixRMaj kernel = product(left.reads[readout], right.reads[readout]);
        CommonOps_DDRM.scale(dense.weightVariance() / left.reads[readout].numCols, kernel);
        CommonOps_DDRM.add(kernel, dense.biasVarianceOrZero(), kernel);
        return kernel;
    }

    DMatrixRMaj tracedNtk() {
        int outputs = left.outputs.numCols;
        List<Block> blocks = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            blocks.add(block(o, o));
        }
        addLayers(blocks);
        DMatrixRMaj sum = new DMatrixRMaj(left.examples, right.examples);
        blocks.forEach(block -> CommonOps_DDRM.addEquals(sum, 1.0 / outputs, block.theta));
        return symmetrized(sum);
    }

    DMatrixRMaj fullNtk() {
        int outputs = left.outputs.numCols;
        List<Block> blocks = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            for (int p = 0; p < (left == right ? o + 1 : outputs); p++) {
                blocks.add(block(o, p));
            }
        }
        addLayers(blocks);
        DMatrixRMaj full = new DMatrixRMaj(left.examples * outputs, right.examples * outputs);
        for (Block block : blocks) {
            for (int i = 0; i < left.examples; i++) {
                for (int j = 0; j < right.examples; j++) {
                    full.set(i * outputs + block.output, j * outputs + block.otherOutput, block.theta.get(i, j));
                    if (left == right) {
                        full.set(j * outputs + block.otherOutput, i * outputs + block.output, block.theta.get(i, j));
                    }
                }
            }
        }
        return symmetrized(full);
    }

    /** Θ of one pair of outputs, examples × examples. */
    private record Block(int output, int otherOutput, DMatrixRMaj theta) {}

    private Block block(int output, int otherOutput) {
        return new Block(output, otherOutput, new DMatrixRMaj(left.examples, right.examples));
    }

    private void addLayers(List<Block> blocks) {
        for (WeightLayer layer : network.weights()) {
            long positions = left.reads[layer.index()].numRows / left.examples;
            long overPositions = positions * positions * (layer.fanIn() + layer.out());
            if (overPositions <= (long) layer.fanIn() * layer.out()) {
                addOverPositions(layer, (int) positions, blocks);
            } else {
                addByGradients(layer, blocks);
            }
        }
    }

    /** Σ_{a, b} (G_a · G′_b) (s² R_a · R′_b + t²), example by example. */
    private void addOverPositions(WeightLayer layer, int positions, List<Block> blocks) {
        int l = layer.index();
        double weight = layer.scales().weight() * layer.scales().weight();
        double bias = layer.hasBias() ? layer.scales().bias() * layer.scales().bias() : 0;
        for (int i = 0; i < left.examples; i++) {
            DMatrixRMaj reads = algebra.multiplyTransB(ArrayJacobian.rows(left.reads[l], i, positions), right.reads[l]);
            CommonOps_DDRM.scale(weight, reads);
            CommonOps_DDRM.add(reads, bias, reads);
            for (Block block : blocks) {
                DMatrixRMaj own = ArrayJacobian.rows(left.signals[l][block.output], i, positions);
                DMatrixRMaj signals = algebra.multiplyTransB(own, right.signals[l][block.otherOutput]);
                double[] row = new double[right.examples];
                ArrayKernels.addBlockSums(reads.data, signals.data, positions, right.examples, positions, row);
                for (int j = 0; j < row.length; j++) {
                    block.theta.add(i, j, row[j]);
                }
            }
        }
    }

    /** Products of the gradients of single examples. */
    private void addByGradients(WeightLayer layer, List<Block> blocks) {
        int l = layer.index();
        DMatrixRMaj[] own = new DMatrixRMaj[left.outputs.numCols];
        Arrays.setAll(
                own, o -> ArrayJacobian.gradients(layer, left.reads[l], left.signals[l][o], left.examples, algebra));
        DMatrixRMaj[] others = left == right ? own : new DMatrixRMaj[own.length];
        if (left != right) {
            Arrays.setAll(
                    others,
                    o -> ArrayJacobian.gradients(layer, right.reads[l], right.signals[l][o], right.examples, algebra));
        }
        for (Block block : blocks) {
            CommonOps_DDRM.addEquals(block.theta, product(own[block.output], others[block.otherOutput]));
        }
    }

    /** Both routes for one layer and output, for tests: over positions, then by gradients. */
    List<DMatrixRMaj> bothRoutes(WeightLayer layer, int output) {
        int positions = left.reads[layer.index()].numRows / left.examples;
        Block first = block(output, output);
        Block second = block(output, output);
        addOverPositions(layer, positions, List.of(first));
        addByGradients(layer, List.of(second));
        return List.of(first.theta, second.theta);
    }

    private DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        return a == b ? algebra.gram(a) : algebra.multiplyTransB(a, b);
    }

    /** The lower triangle above the diagonal too, for the inputs with themselves. */
    private DMatrixRMaj symmetrized(DMatrixRMaj kernel) {
        for (int i = 0; left == right && i < kernel.numRows; i++) {
            for (int j = 0; j < i; j++) {
                kernel.set(j, i, kernel.get(i, j));
            }
        }
        return kernel;
    }
}
