package meanfield.approximation.multigrid;

/** Convolutions of one channel into another, added to what is there; zeros outside. */
final class ConvolutionKernels {
    private ConvolutionKernels() {}

    /** y(i, j) += Σ_ab K(a, b) x(i+a-1, j+b-1). */
    static void same(double[] weights, int from, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int a = Math.max(0, 1 - i); a < Math.min(3, n + 1 - i); a++) {
                    for (int b = Math.max(0, 1 - j); b < Math.min(3, n + 1 - j); b++) {
                        sum += weights[from + 3 * a + b] * x[(i + a - 1) * n + j + b - 1];
                    }
                }
                y[i * n + j] += sum;
            }
        }
    }

    /** y(i, j) += Σ_ab K(a, b) x(2i+a, 2j+b), y of (n-1)/2 rows. */
    static void strided(double[] weights, int from, double[] x, int n, double[] y) {
        int m = (n - 1) / 2;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        sum += weights[from + 3 * a + b] * x[(2 * i + a) * n + 2 * j + b];
                    }
                }
                y[i * m + j] += sum;
            }
        }
    }

    /** y(2i+a, 2j+b) += K(a, b) x(i, j), y of 2n+1 rows, the row and column beyond dropped. */
    static void transposed(double[] weights, int from, double[] x, int n, double[] y) {
        int fine = 2 * n + 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int a = 0; a < 4 && 2 * i + a < fine; a++) {
                    for (int b = 0; b < 4 && 2 * j + b < fine; b++) {
                        y[(2 * i + a) * fine + 2 * j + b] += weights[from + 4 * a + b] * x[i * n + j];
                    }
                }
            }
        }
    }
}
