package meanfield.approximation.trained;

/** Column-wise linear algebra of variable projection: arrays in and out, nothing allocated, nothing checked. */
final class ProjectionKernels {
    private ProjectionKernels() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** y += s x. */
    static void add(double s, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += s * x[i];
        }
    }

    /**
     * A = QR by modified Gram–Schmidt, done twice for orthogonality; columns become those of Q.
     *
     * @param columns K columns, overwritten by Q
     * @param r K × K, upper triangle set
     */
    static void orthogonalize(double[][] columns, double[][] r) {
        for (int j = 0; j < columns.length; j++) {
            java.util.Arrays.fill(r[j], 0);
        }
        for (int j = 0; j < columns.length; j++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double s = dot(columns[i], columns[j]);
                    r[i][j] += s;
                    add(-s, columns[i], columns[j]);
                }
            }
            double length = Math.sqrt(dot(columns[j], columns[j]));
            r[j][j] = length;
            double inverse = length > 0 ? 1 / length : 0;
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] *= inverse;
            }
        }
    }

    /** v -= Q Qᵀ v. */
    static void project(double[][] q, double[] v) {
        for (double[] column : q) {
            add(-dot(column, v), column, v);
        }
    }

    /** R c = s, back substitution; s is overwritten by c. A vanishing pivot gives 0. */
    static void solve(double[][] r, double[] s) {
        for (int i = s.length - 1; i >= 0; i--) {
            double sum = s[i];
            for (int j = i + 1; j < s.length; j++) {
                sum -= r[i][j] * s[j];
            }
            s[i] = r[i][i] > 0 ? sum / r[i][i] : 0;
        }
    }

    /**
     * (A + damping diag A) δ = g for a symmetric positive semidefinite A, by Cholesky in place.
     *
     * @return false where a pivot is not positive
     */
    static boolean solveDamped(double[][] a, double damping, double[] g) {
        int n = g.length;
        double floor = 0;
        for (int i = 0; i < n; i++) {
            floor = Math.max(floor, a[i][i]);
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += damping * Math.max(a[i][i], 1e-14 * floor);
        }
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    a[j][j] = Math.sqrt(sum);
                } else {
                    a[i][j] = sum / a[j][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                g[i] -= a[i][k] * g[k];
            }
            g[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                g[i] -= a[k][i] * g[k];
            }
            g[i] /= a[i][i];
        }
        return true;
    }
}
