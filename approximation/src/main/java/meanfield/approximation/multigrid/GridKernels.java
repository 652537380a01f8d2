package meanfield.approximation.multigrid;

/** Loops over grids with zero values outside; arrays are row-major and never alias. */
final class GridKernels {
    private GridKernels() {}

    /** r = f - (2u_j - u_{j-1} - u_{j+1})/h². */
    static void residual1(double[] u, double[] f, double[] r) {
        int n = u.length;
        double scale = (n + 1.0) * (n + 1.0);
        for (int j = 0; j < n; j++) {
            double left = j > 0 ? u[j - 1] : 0;
            double right = j < n - 1 ? u[j + 1] : 0;
            r[j] = f[j] - scale * (2 * u[j] - left - right);
        }
    }

    /** r = f - (4u_ij - u_{i-1,j} - u_{i+1,j} - u_{i,j-1} - u_{i,j+1})/h². */
    static void residual2(double[] u, double[] f, double[] r, int n) {
        double scale = (n + 1.0) * (n + 1.0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                double sum = 4 * u[at];
                sum -= i > 0 ? u[at - n] : 0;
                sum -= i < n - 1 ? u[at + n] : 0;
                sum -= j > 0 ? u[at - 1] : 0;
                sum -= j < n - 1 ? u[at + 1] : 0;
                r[at] = f[at] - scale * sum;
            }
        }
    }

    /** (1 2 1)/4 at every second point. */
    static void restrict1(double[] fine, double[] coarse) {
        for (int j = 0; j < coarse.length; j++) {
            coarse[j] = (fine[2 * j] + 2 * fine[2 * j + 1] + fine[2 * j + 2]) / 4;
        }
    }

    /** (1 2 1; 2 4 2; 1 2 1)/16 at every second point. */
    static void restrict2(double[] fine, int n, double[] coarse, int m) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                int at = (2 * i + 1) * n + 2 * j + 1;
                double corners = fine[at - n - 1] + fine[at - n + 1] + fine[at + n - 1] + fine[at + n + 1];
                double edges = fine[at - n] + fine[at + n] + fine[at - 1] + fine[at + 1];
                coarse[i * m + j] = (corners + 2 * edges + 4 * fine[at]) / 16;
            }
        }
    }

    /** Weights 1/2, 1, 1/2 around every coarse point. */
    static void addProlonged1(double[] coarse, double[] fine) {
        for (int j = 0; j < coarse.length; j++) {
            fine[2 * j] += coarse[j] / 2;
            fine[2 * j + 1] += coarse[j];
            fine[2 * j + 2] += coarse[j] / 2;
        }
    }

    /** Products of the weights 1/2, 1, 1/2 around every coarse point. */
    static void addProlonged2(double[] coarse, int m, double[] fine, int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double value = coarse[i * m + j];
                int at = (2 * i + 1) * n + 2 * j + 1;
                fine[at] += value;
                fine[at - 1] += value / 2;
                fine[at + 1] += value / 2;
                fine[at - n] += value / 2;
                fine[at + n] += value / 2;
                fine[at - n - 1] += value / 4;
                fine[at - n + 1] += value / 4;
                fine[at + n - 1] += value / 4;
                fine[at + n + 1] += value / 4;
            }
        }
    }
}
