package meanfield.grokking.polynomial;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * A learning rate for which gradient descent is stable from the start to the solution.
 *
 * <pre>
 *   η₀ = 0.8 P / max(λ_max(K_0), λ_max(K_∞))                                                                     (1)
 *   K_0 = u + ε² u²,   K_∞ = K_0 + (ε/α) (β·x)(β·x') u                                                           (2)
 * </pre>
 *
 * K_∞ is the kernel where the network expresses the target with the smallest change, δM = ββᵀ/(α ε): for large α it is K_0,
 * for small α the kernel grows and needs a smaller step. The published rates are 0.8 of the first limit in lazy runs. Random
 * training sets overshoot (2) a little in rich runs: halve the rate where the loss rises. Source: derived here.
 */
public final class StableRate {
    private static final double SAFETY = 0.8;
    private static final int ITERATIONS = 200;

    private StableRate() {}

    /** (1), to about a percent. */
    public static double of(QuadraticNetwork network, PolynomialData data) {
        Require.atLeast("trainSize", data.size(), 1);
        int dimension = data.inputDimension();
        DMatrixRMaj start =
                QuadraticKernel.of(network, WeightMoments.infinite(dimension)).gram(data);
        WeightMoments solved = WeightMoments.infinite(dimension);
        double scale = 1 / (network.alpha() * network.epsilon());
        double[] target = data.target();
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                solved.second()[a * dimension + b] += scale * target[a] * target[b];
            }
        }
        DMatrixRMaj end = QuadraticKernel.of(network, solved).gram(data);
        return SAFETY * data.size() / Math.max(largestEigenvalue(start), largestEigenvalue(end));
    }

    /** By power iteration from a vector without symmetry. */
    private static double largestEigenvalue(DMatrixRMaj kernel) {
        int size = kernel.numRows;
        double[] vector = new double[size];
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = 1 + Math.sin(i + 1.0);
        }
        double value = 0;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double norm = Math.sqrt(dot(vector, vector));
            for (int i = 0; i < size; i++) {
                vector[i] /= norm;
            }
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += kernel.data[i * size + j] * vector[j];
                }
                next[i] = sum;
            }
            value = dot(vector, next);
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
