package meanfield.dmft.linear;

/** Loops over rows of lower triangular matrices; row[j] is entry j, rows may be longer than the length given. */
final class RowKernels {
    private RowKernels() {}

    /** to_j += factor · from_j for j < length. */
    static void addScaled(double factor, double[] from, int length, double[] to) {
        for (int j = 0; j < length; j++) {
            to[j] += factor * from[j];
        }
    }

    /** Σ_{j < length} a_j b_j. */
    static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** out = x M for j < length, M symmetric with this lower triangle: out_m = Σ_j x_j M_jm. */
    static void timesSymmetric(double[] x, double[][] lower, int length, double[] out) {
        java.util.Arrays.fill(out, 0, length, 0);
        for (int j = 0; j < length; j++) {
            double[] row = lower[j];
            double xj = x[j];
            double sum = xj * row[j];
            for (int m = 0; m < j; m++) {
                out[m] += xj * row[m];
                sum += x[m] * row[m];
            }
            out[j] += sum;
        }
    }
}
