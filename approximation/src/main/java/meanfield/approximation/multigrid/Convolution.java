package meanfield.approximation.multigrid;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;

/**
 * A convolution of channels on a square grid with 3 × 3 kernels and zeros outside, and the transposed one with 4 × 4 kernels.
 *
 * <pre>
 *   same:        y_o(i, j) = Σ_c Σ_ab K_oc(a, b) x_c(i+a-1, j+b-1)                       a, b = 0 … 2             (1)
 *   stride 2:    y_o(i, j) = Σ_c Σ_ab K_oc(a, b) x_c(2i+a, 2j+b)                          n → (n-1)/2             (2)
 *   transposed:  y_o(2i+a, 2j+b) += Σ_c K_oc(a, b) x_c(i, j)                              n → 2n+1, 4 × 4 kernels, a, b = 0 … 3
 * </pre>
 *
 * Indices from 0; what falls outside is dropped. No bias.
 */
public final class Convolution {
    private final int channels;
    private final int width;
    private final double[] weights;

    private Convolution(int channels, int width, double[] weights) {
        this.channels = channels;
        this.width = width;
        this.weights = weights;
    }

    /** The same kernel, width × width row-major, on every channel alone. */
    public static Convolution diagonal(int channels, int width, double... kernel) {
        check(channels, width);
        Require.that(kernel.length == width * width, "kernel", "have " + width * width + " entries", kernel.length);
        double[] weights = new double[channels * channels * width * width];
        for (int c = 0; c < channels; c++) {
            System.arraycopy(kernel, 0, weights, (c * channels + c) * width * width, kernel.length);
        }
        return new Convolution(channels, width, weights);
    }

    /** Independent Gaussian weights of this deviation. */
    public static Convolution gaussian(int channels, int width, double deviation, RandomStream random) {
        check(channels, width);
        Require.nonNegative("deviation", deviation);
        double[] weights = new double[channels * channels * width * width];
        random.fillGaussian(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= deviation;
        }
        return new Convolution(channels, width, weights);
    }

    private static void check(int channels, int width) {
        Require.atLeast("channels", channels, 1);
        Require.that(width == 3 || width == 4, "width", "be 3 or 4", width);
    }

    /** Weights, c² times 9 or 16. */
    public int parameters() {
        return weights.length;
    }

    /** Equation (1): channels × n² to channels × n². */
    double[][] same(double[][] x, int n) {
        double[][] y = new double[channels][n * n];
        for (int o = 0; o < channels; o++) {
            for (int c = 0; c < channels; c++) {
                ConvolutionKernels.same(weights, (o * channels + c) * 9, x[c], y[o], n);
            }
        }
        return y;
    }

    /** Equation (2): channels × n² to channels × ((n-1)/2)². */
    double[][] strided(double[][] x, int n) {
        int m = (n - 1) / 2;
        double[][] y = new double[channels][m * m];
        for (int o = 0; o < channels; o++) {
            for (int c = 0; c < channels; c++) {
                ConvolutionKernels.strided(weights, (o * channels + c) * 9, x[c], n, y[o]);
            }
        }
        return y;
    }

    /** The transposed convolution: channels × n² to channels × (2n+1)². */
    double[][] transposed(double[][] x, int n) {
        int fine = 2 * n + 1;
        double[][] y = new double[channels][fine * fine];
        for (int o = 0; o < channels; o++) {
            for (int c = 0; c < channels; c++) {
                ConvolutionKernels.transposed(weights, (o * channels + c) * 16, x[c], n, y[o]);
            }
        }
        return y;
    }
}
