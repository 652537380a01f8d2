package meanfield.ntk.empirical;

import java.util.Arrays;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/** Gradients of single examples: Jacobians, and their pieces layer by layer. */
final class ArrayJacobian {
    private ArrayJacobian() {}

    static DMatrixRMaj of(ArrayNetwork network, DMatrixRMaj inputs) {
        ArrayPass pass = network.pass(inputs);
        int examples = inputs.numRows;
        int outputs = network.outputs();
        long size = network.parameterCount() * examples * outputs;
        Require.that(size < Integer.MAX_VALUE - 8, "jacobian", "have fewer than 2^31 entries", size);
        int[] start = new int[network.weights().size() + 1];
        for (WeightLayer layer : network.weights()) {
            start[layer.index() + 1] = start[layer.index()] + layer.parameterCount();
        }
        DMatrixRMaj jacobian = new DMatrixRMaj(examples * outputs, (int) network.parameterCount());
        for (int output = 0; output < outputs; output++) {
            int o = output;
            network.signals(pass, o, (layer, reads, signal) -> {
                DMatrixRMaj gradients = gradients(layer, reads, signal, examples, network.algebra());
                for (int i = 0; i < examples; i++) {
                    System.arraycopy(
                            gradients.data,
                            i * gradients.numCols,
                            jacobian.data,
                            (i * outputs + o) * jacobian.numCols + start[layer.index()],
                            gradients.numCols);
                }
            });
        }
        return jacobian;
    }

    /** s R_iᵀ G_i and t Σ_a G_ia of every example, in the order of the layer's parameters: examples × parameters. */
    static DMatrixRMaj gradients(
            WeightLayer layer, DMatrixRMaj reads, DMatrixRMaj signal, int examples, LinearAlgebra algebra) {
        int positions = reads.numRows / examples;
        int weights = layer.fanIn() * layer.out();
        DMatrixRMaj gradients = new DMatrixRMaj(examples, layer.parameterCount());
        double[] bias = new double[layer.hasBias() ? layer.out() : 0];
        for (int i = 0; i < examples; i++) {
            DMatrixRMaj weight = algebra.multiplyTransA(rows(reads, i, positions), rows(signal, i, positions));
            int row = i * gradients.numCols;
            for (int w = 0; w < weights; w++) {
                gradients.data[row + w] = layer.scales().weight() * weight.data[w];
            }
            Arrays.fill(bias, 0);
            ArrayKernels.columnSums(
                    layer.scales().bias(), signal.data, i * positions, (i + 1) * positions, layer.out(), bias);
            System.arraycopy(bias, 0, gradients.data, row + weights, bias.length);
        }
        return gradients;
    }

    /** A copy of the rows of one block. */
    static DMatrixRMaj rows(DMatrixRMaj matrix, int block, int size) {
        DMatrixRMaj rows = new DMatrixRMaj(size, matrix.numCols);
        System.arraycopy(matrix.data, block * rows.data.length, rows.data, 0, rows.data.length);
        return rows;
    }
}
