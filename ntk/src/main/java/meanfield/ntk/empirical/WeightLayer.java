package meanfield.ntk.empirical;

import java.util.Arrays;
import java.util.Optional;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * A dense layer at every position, or a convolution.
 *
 * <pre>
 *   z_a = s Σ_f x_{a+f} W_f + t β,   W (|F| C) × N, tap by tap                                               (1)
 * </pre>
 *
 * @param index place of its parameters
 * @param label for messages
 * @param window what it reads; empty for a dense layer
 * @param channels C
 * @param out N
 * @param scales s, t and the deviations of the draw
 * @param hasBias whether there is β
 * @param algebra for products
 */
record WeightLayer(
        int index,
        String label,
        Optional<Taps> window,
        int channels,
        int out,
        Scales scales,
        boolean hasBias,
        LinearAlgebra algebra)
        implements ArrayLayer {

    /**
     * Which positions a convolution reads.
     *
     * @param taps for every position that leaves and every tap the position read, -1 for a zero
     * @param positions number of positions that enter
     */
    record Taps(int[][] taps, int positions) {}

    /**
     * Where the variances stand.
     *
     * @param weight s
     * @param bias t
     * @param weightDeviation of the draw
     * @param biasDeviation of the draw
     */
    record Scales(double weight, double bias, double weightDeviation, double biasDeviation) {
        static Scales of(Parameterization parameterization, double weightVariance, double biasVariance, int fanIn) {
            double weight = Math.sqrt(weightVariance / fanIn);
            double bias = Math.sqrt(biasVariance);
            return parameterization == Parameterization.STANDARD
                    ? new Scales(1, 1, weight, bias)
                    : new Scales(weight, bias, 1, 1);
        }
    }

    /** |F| C. */
    int fanIn() {
        return channels * window.map(read -> read.taps()[0].length).orElse(1);
    }

    /** Numbers that are trained. */
    int parameterCount() {
        return fanIn() * out + (hasBias ? out : 0);
    }

    /** Positions that leave, of one example; a dense layer treats each row by itself. */
    int positionsAfter(int positionsBefore) {
        return window.map(read -> read.taps().length).orElse(positionsBefore);
    }

    DMatrixRMaj drawWeight(RandomStream random) {
        DMatrixRMaj weight = new DMatrixRMaj(fanIn(), out);
        random.child("weight").fillGaussian(weight.data);
        CommonOps_DDRM.scale(scales.weightDeviation, weight);
        return weight;
    }

    double[] drawBias(RandomStream random) {
        double[] bias = new double[hasBias ? out : 0];
        random.child("bias").fillGaussian(bias);
        return Arrays.stream(bias).map(b -> scales.biasDeviation * b).toArray();
    }

    @Override
    public ArrayPass forward(DMatrixRMaj in, NetworkParameters parameters) {
        DMatrixRMaj reads = reads(in);
        DMatrixRMaj z = multiply(reads, parameters.weight(index));
        ArrayKernels.addToRows(scales.bias, parameters.bias(index), z.numRows, z.data);
        if (MatrixFeatures_DDRM.hasUncountable(z)) {
            throw new ArithmeticException(
                    "preactivations of " + label + " are not finite: the parameters are too large");
        }
        return new Pass(this, parameters.weight(index), in.numRows, reads, z);
    }

    /** What every position that leaves reads, side by side; the array itself for a dense layer. */
    private DMatrixRMaj reads(DMatrixRMaj in) {
        if (window.isEmpty()) {
            return in;
        }
        Taps read = window.get();
        int examples = in.numRows / read.positions();
        DMatrixRMaj reads = new DMatrixRMaj(examples * read.taps().length, fanIn());
        ArrayKernels.gather(read.taps(), read.positions(), examples, channels, in.data, reads.data);
        return reads;
    }

    /** s A W. */
    private DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj weight) {
        DMatrixRMaj product = algebra.multiply(a, weight);
        CommonOps_DDRM.scale(scales.weight, product);
        return product;
    }

    private record Pass(WeightLayer layer, DMatrixRMaj weight, int rows, DMatrixRMaj reads, DMatrixRMaj output)
            implements ArrayPass {
        @Override
        public DMatrixRMaj[] series(DMatrixRMaj[] in, NetworkParameters direction) {
            DMatrixRMaj[] z = new DMatrixRMaj[in.length];
            z[0] = output;
            DMatrixRMaj before = reads;
            for (int k = 1; k < in.length; k++) {
                DMatrixRMaj now = layer.reads(in[k]);
                z[k] = layer.multiply(before, direction.weight(layer.index));
                CommonOps_DDRM.addEquals(z[k], layer.multiply(now, weight));
                before = now;
            }
            if (z.length > 1) {
                double[] bias = direction.bias(layer.index);
                ArrayKernels.addToRows(layer.scales.bias, bias, z[1].numRows, z[1].data);
            }
            return z;
        }

        @Override
        public DMatrixRMaj pullback(DMatrixRMaj signal, SignalSink sink) {
            sink.at(layer, reads, signal);
            DMatrixRMaj back = layer.algebra.multiplyTransB(signal, weight);
            CommonOps_DDRM.scale(layer.scales.weight, back);
            if (layer.window.isEmpty()) {
                return back;
            }
            Taps read = layer.window.get();
            DMatrixRMaj scattered = new DMatrixRMaj(rows, layer.channels);
            int examples = rows / read.positions();
            ArrayKernels.scatter(read.taps(), read.positions(), examples, layer.channels, back.data, scattered.data);
            return scattered;
        }
    }
}
