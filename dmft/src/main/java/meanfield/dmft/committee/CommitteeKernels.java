package meanfield.dmft.committee;

/** Loops over input dimensions. */
final class CommitteeKernels {
    private CommitteeKernels() {}

    /** fields_i = Σ_a rows_ia x_a · scale for the rows of a row-major matrix. */
    static void fields(double[] rows, double[] x, double scale, double[] fields) {
        int n = x.length;
        for (int i = 0; i < fields.length; i++) {
            double even = 0;
            double odd = 0;
            int at = i * n;
            for (int a = 0; a + 1 < n; a += 2) {
                even += rows[at + a] * x[a];
                odd += rows[at + a + 1] * x[a + 1];
            }
            double last = n % 2 == 0 ? 0 : rows[at + n - 1] * x[n - 1];
            fields[i] = (even + odd + last) * scale;
        }
    }

    /** rows_ia += factors_i x_a for the first rows. */
    static void move(double[] rows, double[] x, double[] factors, int count) {
        int n = x.length;
        for (int i = 0; i < count; i++) {
            int at = i * n;
            double factor = factors[i];
            for (int a = 0; a < n; a++) {
                rows[at + a] += factor * x[a];
            }
        }
    }

    /** Σ_a rows_ia rows_ja / n. */
    static double overlap(double[] rows, int n, int i, int j) {
        double sum = 0;
        for (int a = 0; a < n; a++) {
            sum += rows[i * n + a] * rows[j * n + a];
        }
        return sum / n;
    }
}
