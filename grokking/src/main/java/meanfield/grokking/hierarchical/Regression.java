package meanfield.grokking.hierarchical;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.PowerIteration;
import org.ejml.data.DMatrixRMaj;

/**
 * A regression with ridge in feature space.
 *
 * <pre>
 *   L(c) = ½ mean (Φ c - (y - shift))² + ½ ridge |c|²,   ∇L = (ΦᵀΦ/n + ridge) c - Φᵀ(y - shift)/n                 (1)
 * </pre>
 *
 * @param gram ΦᵀΦ/n
 * @param right Φᵀ(y - shift)/n
 */
record Regression(DMatrixRMaj gram, DMatrixRMaj right) {
    private static final int POWER_STEPS = 60;
    /** Over the eigenvalue that power iteration finds from below. */
    private static final double MARGIN = 1.1;

    /** The regression of labels on the rows of features. */
    static Regression of(DMatrixRMaj features, double[] labels, double shift, LinearAlgebra algebra) {
        int n = features.numRows;
        DMatrixRMaj gram = algebra.multiplyTransA(features, features);
        DMatrixRMaj right = algebra.multiplyTransA(features, column(labels, shift));
        for (int i = 0; i < gram.data.length; i++) {
            gram.data[i] /= n;
        }
        for (int i = 0; i < right.data.length; i++) {
            right.data[i] /= n;
        }
        return new Regression(gram, right);
    }

    /** The minimum of (1). */
    DMatrixRMaj solve(double ridge, LinearAlgebra algebra) {
        return algebra.cholesky(gram, ridge).solve(right);
    }

    /** c after so many steps of gradient descent from zero, at 1/(λ_max + ridge), half of what is stable. */
    DMatrixRMaj descend(double ridge, int steps) {
        int size = gram.numRows;
        double rate = 1 / (MARGIN * PowerIteration.largestEigenvalue(gram, POWER_STEPS) + ridge);
        double[] now = new double[size];
        double[] next = new double[size];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < size; i++) {
                double slope = ridge * now[i] - right.data[i];
                for (int j = 0; j < size; j++) {
                    slope += gram.data[i * size + j] * now[j];
                }
                next[i] = now[i] - rate * slope;
            }
            double[] keep = now;
            now = next;
            next = keep;
        }
        return DMatrixRMaj.wrap(size, 1, now);
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
