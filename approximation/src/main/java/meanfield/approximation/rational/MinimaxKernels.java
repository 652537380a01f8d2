package meanfield.approximation.rational;

import org.ejml.data.DMatrixRMaj;

/** Loops of the levelled rational function; columns are stored as rows of v. */
final class MinimaxKernels {
    private MinimaxKernels() {}

    /** ln |δ_i| = -Σ_{j≠i} ln |x_i - x_j|. */
    static double[] logWeights(double[] x) {
        double[] logs = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (j != i) {
                    logs[i] -= Math.log(Math.abs(x[i] - x[j]));
                }
            }
        }
        return logs;
    }

    /**
     * An orthonormal basis of columns.
     *
     * @param v basis, one column a row
     * @param r upper triangle with column = exp(logScale) v r
     * @param logScale logarithm of a factor common to all columns
     */
    record Basis(double[][] v, double[][] r, double logScale) {}

    /**
     * Columns |δ_i|^{1/2} ω_t(x_i)/(x_i - t_j), made orthonormal by Gram-Schmidt twice.
     */
    static Basis orthonormalCauchy(double[] x, double[] t, double[] logs) {
        int count = t.length;
        double[][] v = new double[count][x.length];
        double[] logRow = new double[x.length];
        double[] sign = new double[x.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            logRow[i] = 0.5 * logs[i];
            sign[i] = 1;
            for (double point : t) {
                logRow[i] += Math.log(Math.abs(x[i] - point));
                sign[i] *= Math.signum(x[i] - point);
            }
            largest = Math.max(largest, logRow[i]);
        }
        double[][] r = new double[count][count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < x.length; i++) {
                v[k][i] = sign[i] * Math.exp(logRow[i] - largest) / (x[i] - t[k]);
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double product = dot(v[j], v[k]);
                    r[j][k] += product;
                    for (int i = 0; i < x.length; i++) {
                        v[k][i] -= product * v[j][i];
                    }
                }
            }
            double norm = Math.sqrt(dot(v[k], v[k]));
            r[k][k] = norm;
            for (int i = 0; i < x.length; i++) {
                v[k][i] /= norm;
            }
        }
        return new Basis(v, r, largest);
    }

    /** Vᵀ diag((-1)^i f_i) V. */
    static DMatrixRMaj alternatingMoments(double[][] v, double[] f) {
        DMatrixRMaj matrix = new DMatrixRMaj(v.length, v.length);
        for (int j = 0; j < v.length; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < f.length; i++) {
                    double term = v[j][i] * v[k][i] * f[i];
                    sum += i % 2 == 0 ? term : -term;
                }
                matrix.set(j, k, sum);
                matrix.set(k, j, sum);
            }
        }
        return matrix;
    }

    /** Σ_k y_k v_k. */
    static double[] combine(double[][] v, double[] y) {
        double[] sum = new double[v[0].length];
        for (int k = 0; k < y.length; k++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += y[k] * v[k][i];
            }
        }
        return sum;
    }

    /** v_k · right. */
    static double[] project(double[][] v, double[] right) {
        double[] products = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            products[k] = dot(v[k], right);
        }
        return products;
    }

    /** R c = y. */
    static double[] backSubstitute(double[][] r, double[] y) {
        double[] c = y.clone();
        for (int k = c.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < c.length; j++) {
                c[k] -= r[k][j] * c[j];
            }
            c[k] /= r[k][k];
        }
        return c;
    }

    static boolean oneSign(double[] values) {
        boolean positive = true;
        boolean negative = true;
        for (double value : values) {
            positive &= value > 0;
            negative &= value < 0;
        }
        return positive || negative;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
