package meanfield.approximation.multigrid;

/**
 * A⁻¹ on a grid by sine transforms, direct and exact to rounding.
 *
 * <pre>
 *   A = Q Λ Q,   Q_jk = √(2h) sin(π j k h),   λ_k = (4/h²) sin²(π k h/2), summed over dimensions
 * </pre>
 *
 * Cost n² in one dimension and 4n³ in two: meant for coarse grids.
 */
final class SineSolver {
    private final Grid grid;
    private final double[][] modes;
    private final double[] eigenvalues;

    SineSolver(Grid grid) {
        this.grid = grid;
        int n = grid.points();
        double h = grid.spacing();
        modes = new double[n][n];
        eigenvalues = new double[n];
        for (int k = 1; k <= n; k++) {
            double half = Math.sin(Math.PI * k * h / 2);
            eigenvalues[k - 1] = 4 * half * half / (h * h);
            for (int j = 1; j <= n; j++) {
                modes[k - 1][j - 1] = Math.sqrt(2 * h) * Math.sin(Math.PI * ((long) j * k % (2L * (n + 1))) * h);
            }
        }
    }

    double[] solve(double[] f) {
        int n = grid.points();
        if (grid.dimension() == 1) {
            double[] spectrum = rows(f, 1);
            for (int k = 0; k < n; k++) {
                spectrum[k] /= eigenvalues[k];
            }
            return rows(spectrum, 1);
        }
        double[] spectrum = transform(f);
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                spectrum[k * n + l] /= eigenvalues[k] + eigenvalues[l];
            }
        }
        return transform(spectrum);
    }

    /** Q F Q: rows, transpose, rows, transpose. */
    private double[] transform(double[] f) {
        int n = grid.points();
        return transpose(rows(transpose(rows(f, n)), n));
    }

    /** Every row times Q. */
    private double[] rows(double[] f, int count) {
        int n = modes.length;
        double[] result = new double[f.length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += modes[k][j] * f[i * n + j];
                }
                result[i * n + k] = sum;
            }
        }
        return result;
    }

    private double[] transpose(double[] f) {
        int n = modes.length;
        double[] result = new double[f.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[j * n + i] = f[i * n + j];
            }
        }
        return result;
    }
}
