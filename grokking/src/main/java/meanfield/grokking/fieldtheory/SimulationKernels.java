package meanfield.grokking.fieldtheory;

/** Loops of the simulation. Rows of X are examples of unit-variance entries, P × D; rows of W are neurons, N × D. */
final class SimulationKernels {
    private SimulationKernels() {}

    /** h_i = w_i·x/√D for one example. */
    static void fields(double[] weights, double[] inputs, int row, double scale, double[] out, int dimension) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int a = 0; a < dimension; a++) {
                sum += weights[i * dimension + a] * inputs[row + a];
            }
            out[i] = scale * sum;
        }
    }

    /** change_i += c_i x for one example. */
    static void accumulate(double[] factors, double[] inputs, int row, double[] change, int dimension) {
        for (int i = 0; i < factors.length; i++) {
            double c = factors[i];
            int w = i * dimension;
            for (int a = 0; a < dimension; a++) {
                change[w + a] += c * inputs[row + a];
            }
        }
    }

    /** a·b of two rows. */
    static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }
}
