package meanfield.ntk.experiments.convolution;

import java.util.Arrays;
import java.util.List;
import meanfield.core.activation.Activation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.random.RandomStream;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Window;
import org.ejml.data.DMatrixRMaj;

/**
 * The hidden layers of one finite network of C channels, drawn once and then kept: what its last layer reads.
 *
 * <pre>
 *   z_c(a) = σ_w/√(C′|F|) Σ_{c′,f} W_{cc′f} h_{c′}(a+f) + σ_b b_c,   h = φ(z),   W, b ~ N(0, 1)               (1)
 *   k̂(x, x′) = (σ_w²/D_f) Σ_i f_i(x) f_i(x′) + σ_b²                                                         (2)
 * </pre>
 *
 * f(x) has D_f = C (pooled), P C (flattened) or |F| C entries: dense layers get |F| C units, so that every unit reads as many
 * others as one of a convolution. Training only the last layer is regression with k̂, whose limit C → ∞ is the NNGP kernel.
 */
final class RandomFeatures {
    private static final int CHUNK = 16;

    private final ImageArchitecture architecture;
    private final Convolution parameters;
    private final DMatrixRMaj[] weights;
    private final double[][] biases;
    private final int[][] taps;
    private final int units;
    private final LinearAlgebra linearAlgebra;

    RandomFeatures(
            ImageArchitecture architecture, Convolution parameters, RandomStream random, LinearAlgebra linearAlgebra) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.linearAlgebra = linearAlgebra;
        int side = parameters.imageSize();
        boolean dense = architecture == ImageArchitecture.DENSE;
        Window window = Window.of(Padding.SAME, parameters.filterSize(), parameters.filterSize());
        taps = dense ? new int[][] {{0}} : window.taps(List.of(side, side));
        weights = new DMatrixRMaj[parameters.depth()];
        units = parameters.channels() * (dense ? window.size() : 1);
        biases = new double[parameters.depth()][units];
        int channels = dense ? side * side : 1;
        for (int l = 0; l < weights.length; l++) {
            RandomStream layer = random.child(l);
            weights[l] = new DMatrixRMaj(channels * taps[0].length, units);
            layer.child("weights").fillGaussian(weights[l].data);
            layer.child("biases").fillGaussian(biases[l]);
            scale(weights[l].data, Math.sqrt(parameters.weightVariance() / weights[l].numRows));
            scale(biases[l], Math.sqrt(parameters.biasVariance()));
            channels = units;
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** f of every image, N × D_f. */
    DMatrixRMaj of(DMatrixRMaj images) {
        int positions = taps.length;
        int size = architecture == ImageArchitecture.FLATTEN ? positions * units : units;
        DMatrixRMaj features = new DMatrixRMaj(images.numRows, size);
        for (int from = 0; from < images.numRows; from += CHUNK) {
            int count = Math.min(CHUNK, images.numRows - from);
            int length = count * images.numCols;
            double[] part = Arrays.copyOfRange(images.data, from * images.numCols, from * images.numCols + length);
            DMatrixRMaj hidden = DMatrixRMaj.wrap(count * positions, images.numCols / positions, part);
            for (int l = 0; l < weights.length; l++) {
                hidden = linearAlgebra.multiply(patches(hidden, count), weights[l]);
                activate(hidden.data, biases[l], parameters.activation());
            }
            read(hidden, count, features, from);
        }
        return features;
    }

    /** (2) for two sets of features. */
    DMatrixRMaj kernel(DMatrixRMaj features, DMatrixRMaj others) {
        DMatrixRMaj kernel = linearAlgebra.multiplyTransB(features, others);
        double gain = parameters.weightVariance() / features.numCols;
        for (int i = 0; i < kernel.data.length; i++) {
            kernel.data[i] = gain * kernel.data[i] + parameters.biasVariance();
        }
        return kernel;
    }

    /** What every position reads: its taps side by side, zeros beyond the border. */
    private DMatrixRMaj patches(DMatrixRMaj hidden, int count) {
        int positions = taps.length;
        int width = taps[0].length;
        int channels = hidden.numCols;
        if (width == 1) {
            return hidden;
        }
        DMatrixRMaj patches = new DMatrixRMaj(count * positions, width * channels);
        for (int row = 0; row < patches.numRows; row++) {
            int image = row / positions * positions;
            int[] reads = taps[row % positions];
            for (int f = 0; f < width; f++) {
                if (reads[f] >= 0) {
                    int start = (image + reads[f]) * channels;
                    System.arraycopy(hidden.data, start, patches.data, (row * width + f) * channels, channels);
                }
            }
        }
        return patches;
    }

    private static void activate(double[] values, double[] bias, Activation activation) {
        for (int i = 0; i < values.length; i++) {
            values[i] = activation.value(values[i] + bias[i % bias.length]);
        }
    }

    private void read(DMatrixRMaj hidden, int count, DMatrixRMaj features, int from) {
        int positions = taps.length;
        if (architecture != ImageArchitecture.POOL) {
            System.arraycopy(hidden.data, 0, features.data, from * features.numCols, count * features.numCols);
            return;
        }
        for (int row = 0; row < count * positions; row++) {
            int image = from + row / positions;
            for (int c = 0; c < features.numCols; c++) {
                features.data[image * features.numCols + c] += hidden.data[row * features.numCols + c] / positions;
            }
        }
    }
}
