package meanfield.dmft.scaling;

/** Products of row-major matrices with vectors. */
final class SimulationKernels {
    private SimulationKernels() {}

    /** out_i = Σ_k a_ik x_k. */
    static void product(double[] a, double[] x, double[] out) {
        int columns = x.length;
        for (int i = 0; i < out.length; i++) {
            int row = i * columns;
            double sum = 0;
            for (int k = 0; k < columns; k++) {
                sum += a[row + k] * x[k];
            }
            out[i] = sum;
        }
    }

    /** out_k = Σ_i a_ik y_i. */
    static void transposedProduct(double[] a, double[] y, double[] out) {
        int columns = out.length;
        java.util.Arrays.fill(out, 0);
        for (int i = 0; i < y.length; i++) {
            int row = i * columns;
            double factor = y[i];
            for (int k = 0; k < columns; k++) {
                out[k] += factor * a[row + k];
            }
        }
    }
}
