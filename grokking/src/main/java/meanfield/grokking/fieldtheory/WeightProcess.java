package meanfield.grokking.fieldtheory;

/**
 * The linear process that the weights of N neurons follow, given how the samples respond; entries (t, i) at t N + i.
 *
 * <pre>
 *   w(t+1) = w(t) + c δ Σ_{s ≤ t} R_g(t,s) w(s) + c ξ(t),   ξ ~ GP(0, δ C_g)                                       (1)
 *   w(t) = a(t) w(0) + Σ_{s &lt; t} R_w(t,s) ξ(s),   C(t,t') = v a(t) a(t')ᵀ + δ R_w(t,·) C_g R_w(t',·)ᵀ              (2)
 * </pre>
 *
 * (2) is H_c = [I - c δ Sh R_g]⁻¹, R_w = c H_c Sh of the one-pass solution, unrolled row by row.
 */
final class WeightProcess {
    private final int neurons;
    private final int size;
    private final double step;
    private final double ratio;
    private final double startVariance;
    private final boolean responding;
    /** R_w, C_g and R_g, whole squares; rows beyond the present time are zero. */
    private final double[] response;

    private final double[] sampleCovariance;
    private final double[] sampleResponse;
    /** C and a. */
    private final double[] covariance;

    private final double[] transfer;
    private final double[] line;
    private int time;

    WeightProcess(int neurons, int times, FieldModel model, double startVariance, boolean responding) {
        this.neurons = neurons;
        this.size = neurons * times;
        this.step = model.step();
        this.ratio = model.sampleRatio();
        this.startVariance = startVariance;
        this.responding = responding;
        this.response = new double[size * size];
        this.sampleCovariance = new double[size * size];
        this.sampleResponse = new double[size * size];
        this.covariance = new double[size * size];
        this.transfer = new double[size * neurons];
        this.line = new double[size];
        for (int i = 0; i < neurons; i++) {
            transfer[i * neurons + i] = 1;
            covariance[i * size + i] = startVariance;
        }
    }

    /** Coefficient of ξ(s)'s neuron in w: R_w at (row, column). */
    double response(int row, int column) {
        return response[row * size + column];
    }

    /** R_w whole, row length {@link #size}. */
    double[] responses() {
        return response;
    }

    int size() {
        return size;
    }

    double covariance(int row, int column) {
        return covariance[row * size + column];
    }

    /** C_{row, 0 … row} to the front of out. */
    void copyCovarianceRow(int row, double[] out) {
        System.arraycopy(covariance, row * size, out, 0, row + 1);
    }

    /** Sets C_g and R_g at (row, column), column at most in the row's time. */
    void setSample(int row, int column, double covarianceOfGradients, double responseOfGradients) {
        sampleCovariance[row * size + column] = covarianceOfGradients;
        sampleCovariance[column * size + row] = covarianceOfGradients;
        sampleResponse[row * size + column] = responding ? responseOfGradients : 0;
    }

    /** From time t with its rows of C_g and R_g to time t + 1. */
    void advance() {
        int known = (time + 1) * neurons;
        for (int i = 0; i < neurons; i++) {
            advanceRow(time * neurons + i, known + i, known);
        }
        for (int i = 0; i < neurons; i++) {
            covarianceRow(known + i, known);
        }
        time++;
    }

    private void advanceRow(int from, int to, int known) {
        System.arraycopy(response, from * size, response, to * size, known);
        System.arraycopy(transfer, from * neurons, transfer, to * neurons, neurons);
        for (int p = 0; p < known; p++) {
            double c = step * ratio * sampleResponse[from * size + p];
            if (c != 0) {
                FieldKernels.add(c, response, p * size, response, to * size, known);
                FieldKernels.add(c, transfer, p * neurons, transfer, to * neurons, neurons);
            }
        }
        response[to * size + from] += step;
    }

    private void covarianceRow(int row, int known) {
        java.util.Arrays.fill(line, 0);
        for (int p = 0; p < known; p++) {
            FieldKernels.add(ratio * response[row * size + p], sampleCovariance, p * size, line, 0, known);
        }
        for (int other = 0; other <= row; other++) {
            double sum = 0;
            for (int k = 0; k < neurons; k++) {
                sum += startVariance * transfer[row * neurons + k] * transfer[other * neurons + k];
            }
            for (int q = 0; q < known; q++) {
                sum += line[q] * response[other * size + q];
            }
            covariance[row * size + other] = sum;
            covariance[other * size + row] = sum;
        }
    }
}
