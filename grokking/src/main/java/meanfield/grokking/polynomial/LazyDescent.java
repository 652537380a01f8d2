package meanfield.grokking.polynomial;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * Gradient descent with the tangent kernel frozen at its start: the limit α → ∞ of {@link PolynomialTraining}.
 *
 * <pre>
 *   f ← f + (2 η₀/P) K_0 Δ,   Δ = y - f,   f = 0 at the start                                                    (1)
 *   |L_true - L_lazy| = O(1/α)                                                                                   (2)
 * </pre>
 *
 * Source: [Jacot2018], [Kumar2024].
 */
public final class LazyDescent {
    private LazyDescent() {}

    /** Training losses (mean squared residual) of (1), entry t at step t; start is W(0)'s or the infinite network's. */
    public static double[] trainLosses(PolynomialTraining training, PolynomialData data, WeightMoments start) {
        Require.atLeast("trainSize", data.size(), 1);
        DMatrixRMaj kernel = QuadraticKernel.of(training.network(), start).gram(data);
        int examples = data.size();
        double[] residual = data.labels().clone();
        double[] next = new double[examples];
        double[] losses = new double[training.steps() + 1];
        double step = 2 * training.learningRate() / examples;
        for (int t = 0; t <= training.steps(); t++) {
            double sum = 0;
            for (double value : residual) {
                sum += value * value;
            }
            losses[t] = sum / examples;
            for (int m = 0; m < examples; m++) {
                double product = 0;
                for (int n = 0; n < examples; n++) {
                    product += kernel.data[m * examples + n] * residual[n];
                }
                next[m] = residual[m] - step * product;
            }
            System.arraycopy(next, 0, residual, 0, examples);
        }
        return losses;
    }
}
