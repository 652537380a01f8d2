package meanfield.grokking.fieldtheory;

import meanfield.core.random.RandomStream;

/** A block of samples of the finite-width theory: fields, gradients and their derivatives along the path. */
final class NeuronBlock {
    private final FieldModel model;
    private final int neurons;
    private final int samples;
    private final double[] target;
    private final double[] startOutput;
    private final RandomStream random;
    private final boolean responding;
    /** Rows (t, i): Gaussian numbers, fields, gradients, each B long. */
    private final double[][] noise;

    private final double[][] fields;
    private final double[][] gradients;
    private final double[] residual;
    /** ∂g_k(t)/∂ζ_j(s) at offsets[(t, k)] + (s, j) B, for (s, j) up to the row's time. */
    private final float[] paths;

    private final int[] offsets;
    private final float[][] moved;

    NeuronBlock(FieldModel model, int neurons, int times, double[] target, boolean responding, RandomStream random) {
        this.model = model;
        this.neurons = neurons;
        this.samples = target.length;
        this.target = target;
        this.random = random;
        this.responding = responding;
        this.startOutput = new double[samples];
        this.residual = new double[samples];
        this.noise = new double[neurons * times][samples];
        this.fields = new double[neurons * times][samples];
        this.gradients = new double[neurons * times][samples];
        this.moved = new float[neurons][samples];
        this.offsets = new int[neurons * times];
        int offset = 0;
        for (int p = 0; p < offsets.length; p++) {
            offsets[p] = offset;
            offset = Math.addExact(offset, Math.multiplyExact((p / neurons + 1) * neurons, samples));
        }
        this.paths = new float[offset];
    }

    /** What a block adds to the averages of one time. */
    static final class Sums {
        final double[] covariance;
        final double[] response;
        final double[] overlap;
        double loss;

        Sums(int neurons, int time) {
            covariance = new double[neurons * (time + 1) * neurons];
            response = new double[neurons * (time + 1) * neurons];
            overlap = new double[neurons];
        }

        void add(Sums other) {
            FieldKernels.add(1, other.covariance, 0, covariance, 0, covariance.length);
            FieldKernels.add(1, other.response, 0, response, 0, response.length);
            FieldKernels.add(1, other.overlap, 0, overlap, 0, overlap.length);
            loss += other.loss;
        }
    }

    /** Everything at time t; factor holds the rows (t, i) of the Cholesky factor, row length (t + 1) N. */
    Sums advance(int time, WeightProcess weights, double[][] factor, double[] overlaps) {
        int first = time * neurons;
        for (int i = 0; i < neurons; i++) {
            random.fillGaussian(noise[first + i]);
        }
        for (int i = 0; i < neurons; i++) {
            double[] h = fields[first + i];
            FieldKernels.combine(factor[i], 0, noise, first + i + 1, h);
            FieldKernels.add(overlaps[i], target, 0, h, 0, samples);
            if (responding) {
                FieldKernels.combine(weights.responses(), (first + i) * weights.size(), gradients, first, h);
            }
        }
        measure(time);
        Sums sums = new Sums(neurons, time);
        sums.loss = FieldKernels.dot(residual, residual);
        int width = (time + 1) * neurons;
        for (int i = 0; i < neurons; i++) {
            sums.overlap[i] = FieldKernels.dot(gradients[first + i], target);
            for (int p = 0; p < width; p++) {
                sums.covariance[i * width + p] = FieldKernels.dot(gradients[first + i], gradients[p]);
            }
        }
        for (int q = 0; q < width; q++) {
            derivatives(time, q, weights);
            for (int k = 0; k < neurons; k++) {
                sums.response[k * width + q] = sum(offsets[first + k] + q * samples);
            }
        }
        return sums;
    }

    /** Δ(t) and g(t) from h(t). */
    private void measure(int time) {
        double scale = model.alpha() / neurons;
        double epsilon = model.epsilon();
        for (int b = 0; b < samples; b++) {
            double output = 0;
            for (int i = 0; i < neurons; i++) {
                double h = fields[time * neurons + i][b];
                output += scale * (h + 0.5 * epsilon * h * h);
            }
            if (time == 0) {
                startOutput[b] = output;
            }
            residual[b] = 0.5 * target[b] * target[b] - (output - startOutput[b]);
            for (int i = 0; i < neurons; i++) {
                gradients[time * neurons + i][b] = residual[b] * (1 + epsilon * fields[time * neurons + i][b]);
            }
        }
    }

    /**
     * ∂h_i(t)/∂ζ_q = δ + Σ_{s &lt; t} R_w(t,s) ∂g(s)/∂ζ_q, then ∂g_k = ε Δ ∂h_k + (1 + ε h_k) ∂Δ,
     * ∂Δ = -(α/N) Σ_l [(1 + ε h_l) ∂h_l]_0^t.
     */
    private void derivatives(int time, int q, WeightProcess weights) {
        int first = time * neurons;
        int source = q / neurons * neurons;
        for (int i = 0; i < neurons; i++) {
            java.util.Arrays.fill(moved[i], q == first + i ? 1 : 0);
            FieldKernels.combine(
                    weights.responses(),
                    (first + i) * weights.size(),
                    source,
                    first,
                    paths,
                    offsets,
                    q * samples,
                    moved[i]);
        }
        double scale = model.alpha() / neurons;
        double epsilon = model.epsilon();
        for (int b = 0; b < samples; b++) {
            double change = source == 0 ? scale * (1 + epsilon * fields[q][b]) : 0;
            for (int l = 0; l < neurons; l++) {
                change -= scale * (1 + epsilon * fields[first + l][b]) * moved[l][b];
            }
            for (int k = 0; k < neurons; k++) {
                paths[offsets[first + k] + q * samples + b] =
                        (float) (epsilon * residual[b] * moved[k][b] + (1 + epsilon * fields[first + k][b]) * change);
            }
        }
    }

    private double sum(int offset) {
        double sum = 0;
        for (int b = 0; b < samples; b++) {
            sum += paths[offset + b];
        }
        return sum;
    }
}
