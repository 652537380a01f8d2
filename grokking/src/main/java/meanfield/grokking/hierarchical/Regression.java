package meanfield.grokking.hierarchical;

import meanfield.core.linalg.LinearAlgebra;
import org.ejml.data.DMatrixRMaj;

/** Ridge regressions of this package: small ones in feature space, the baseline in kernel space. */
final class Regression {
    private Regression() {}

    /** (ΦᵀΦ/n + ridge I)⁻¹ Φᵀ(y - shift)/n. */
    static DMatrixRMaj weights(
            DMatrixRMaj features, double[] labels, double shift, double ridge, LinearAlgebra algebra) {
        int n = features.numRows;
        DMatrixRMaj gram = algebra.multiplyTransA(features, features);
        DMatrixRMaj right = algebra.multiplyTransA(features, column(labels, shift));
        for (int i = 0; i < gram.data.length; i++) {
            gram.data[i] /= n;
        }
        for (int i = 0; i < right.data.length; i++) {
            right.data[i] /= n;
        }
        return algebra.cholesky(gram, ridge).solve(right);
    }

    /** (y - shift) as a column. */
    static DMatrixRMaj column(double[] labels, double shift) {
        DMatrixRMaj column = new DMatrixRMaj(labels.length, 1);
        for (int i = 0; i < labels.length; i++) {
            column.data[i] = labels[i] - shift;
        }
        return column;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    static double meanSquaredDifference(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }

    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length / Math.sqrt(variance(a) * variance(b));
    }
}
