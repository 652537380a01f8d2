package meanfield.core.linalg;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * The largest eigenvalue of a symmetric positive matrix, from products alone.
 *
 * <pre>
 *   v ← A v/|A v|,   λ = vᵀ A v ≤ λ_max                                                                           (1)
 * </pre>
 *
 * It comes from below; the error falls like (λ₂/λ₁)^{2k} in k iterations, and where two eigenvalues are close their
 * distance bounds it. Enough for learning rates, which want a margin anyway.
 */
public final class PowerIteration {
    private PowerIteration() {}

    /** λ after so many iterations, from a vector without symmetry. */
    public static double largestEigenvalue(DMatrixRMaj matrix, int iterations) {
        Require.present("matrix", matrix);
        Require.atLeast("iterations", iterations, 1);
        int size = matrix.numRows;
        double[] vector = new double[size];
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = 1 + Math.sin(i + 1.0);
        }
        double value = 0;
        for (int iteration = 0; iteration < iterations; iteration++) {
            double norm = Math.sqrt(dot(vector, vector));
            for (int i = 0; i < size; i++) {
                vector[i] /= norm;
            }
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += matrix.data[i * size + j] * vector[j];
                }
                next[i] = sum;
            }
            value = dot(vector, next);
            if (value == 0) {
                return 0;
            }
            System.arraycopy(next, 0, vector, 0, size);
        }
        return value;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
