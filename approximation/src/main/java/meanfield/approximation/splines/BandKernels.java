package meanfield.approximation.splines;

/** Cholesky factorization of symmetric positive definite band matrices; a[c][j] is the entry (c, c + j). */
final class BandKernels {
    private BandKernels() {}

    /** A = RᵀR in place: afterwards a[c][j] is R_{c,c+j}. */
    static void factorize(double[][] a, int width) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            double root = Math.sqrt(a[c][0]);
            for (int j = 0; j <= width && c + j < n; j++) {
                a[c][j] /= root;
            }
            for (int i = 1; i <= width && c + i < n; i++) {
                for (int j = i; j <= width && c + j < n; j++) {
                    a[c + i][j - i] -= a[c][i] * a[c][j];
                }
            }
        }
    }

    /** x ← (RᵀR)^-1 x. */
    static void solve(double[][] r, int width, double[] x) {
        int n = x.length;
        for (int c = 0; c < n; c++) {
            x[c] /= r[c][0];
            for (int j = 1; j <= width && c + j < n; j++) {
                x[c + j] -= r[c][j] * x[c];
            }
        }
        for (int c = n - 1; c >= 0; c--) {
            for (int j = 1; j <= width && c + j < n; j++) {
                x[c] -= r[c][j] * x[c + j];
            }
            x[c] /= r[c][0];
        }
    }
}
