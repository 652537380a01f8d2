package meanfield.grokking.polynomial;

import meanfield.core.Require;
import meanfield.core.linalg.PowerIteration;
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
        return SAFETY
                * data.size()
                / Math.max(
                        PowerIteration.largestEigenvalue(start, ITERATIONS),
                        PowerIteration.largestEigenvalue(end, ITERATIONS));
    }
}
