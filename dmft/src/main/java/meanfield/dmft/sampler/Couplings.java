package meanfield.dmft.sampler;

import meanfield.core.Convergence;
import meanfield.core.twotime.GrowingCholesky;

/**
 * The coefficients of the single-site equations of one layer, row by row in time, and the factors of its sources.
 *
 * <pre>
 *   C_nm = A^{l-1}_nm + k Φ^{l-1}_nm Δ_m  (s &lt; t),     D_nm = B^l_nm (s ≤ t) + k G^{l+1}_nm Δ_m  (s &lt; t)         (1)
 *   u = L_u ζ,  r = L_r ζ′,   L_u L_uᵀ = Φ^{l-1},  L_r L_rᵀ = G^{l+1}                                           (2)
 * </pre>
 */
final class Couplings {
    private final int layer;
    final int size;
    /** C and its transpose; D and its transpose. */
    final double[] feature;

    final double[] featureTransposed;
    final double[] gradient;
    final double[] gradientTransposed;
    /** L_u and L_r, dense rows. */
    final double[] featureFactor;

    final double[] gradientFactor;
    /** √Φ^{l-1}_nn, the deviation of u_n. */
    final double[] deviations;

    private final GrowingCholesky featureCholesky = GrowingCholesky.empty();
    private final GrowingCholesky gradientCholesky = GrowingCholesky.empty();

    Couplings(int layer, int size) {
        this.layer = layer;
        this.size = size;
        feature = new double[size * size];
        featureTransposed = new double[size * size];
        gradient = new double[size * size];
        gradientTransposed = new double[size * size];
        featureFactor = new double[size * size];
        gradientFactor = new double[size * size];
        deviations = new double[size];
    }

    /** C and L_u at time t. */
    void prepareFeature(KernelState state, int t) {
        int samples = state.problem.samples();
        double[] kernel = state.features[layer - 1];
        double[] response = state.featureResponses[layer - 1];
        double scale = state.problem.updateScale();
        for (int n = t * samples; n < (t + 1) * samples; n++) {
            for (int m = 0; m < t * samples; m++) {
                double answer = response == null ? 0 : response[n * size + m];
                double value = answer + scale * kernel[n * size + m] * state.errors[m];
                feature[n * size + m] = value;
                featureTransposed[m * size + n] = value;
            }
            deviations[n] = Math.sqrt(kernel[n * size + n]);
            extend(featureCholesky, kernel, n, featureFactor);
        }
    }

    /** D and L_r at time t. */
    void prepareGradient(KernelState state, int t) {
        int samples = state.problem.samples();
        double[] kernel = state.gradient(layer + 1);
        double[] response = state.gradientResponses[layer];
        double scale = state.problem.updateScale();
        for (int n = t * samples; n < (t + 1) * samples; n++) {
            for (int m = 0; m < (t + 1) * samples; m++) {
                double answer = response == null ? 0 : response[n * size + m];
                double learned = m < t * samples ? scale * kernel[n * size + m] * state.errors[m] : 0;
                gradient[n * size + m] = answer + learned;
                gradientTransposed[m * size + n] = answer + learned;
            }
            extend(gradientCholesky, kernel, n, gradientFactor);
        }
    }

    private void extend(GrowingCholesky cholesky, double[] kernel, int n, double[] factor) {
        double[] row = new double[n + 1];
        System.arraycopy(kernel, n * size, row, 0, n + 1);
        cholesky.append(row);
        cholesky.copyRow(n, row);
        System.arraycopy(row, 0, factor, n * size, n + 1);
    }

    /** Converged while both kernels are covariances. */
    Convergence convergence() {
        return featureCholesky.convergence().isConverged()
                ? gradientCholesky.convergence()
                : featureCholesky.convergence();
    }
}
