package meanfield.dmft.scaling;

import meanfield.core.learningcurve.KernelSpectrum;

/**
 * The linear responses of [Bordelon2024] in discrete time.
 *
 * <pre>
 *   H_k  = (1 + λ_k R_w R_D)^{-1}                                                                           (1)
 *   R_D  = (1 - R_L/P)^{-1},        R_L  = -Σ_k λ_k H_k R_w                                                  (2)
 *   R_w  = (1 - Θ R_13/N)^{-1} Θ,   R_13 = -R_D Σ_k λ_k H_k                                                  (3)
 * </pre>
 *
 * Gradient descent looks the same at every step, so that all these lower triangular T × T matrices depend on t - s alone: a
 * matrix is its first column r(τ), a product a convolution, an inverse X = (1 - Y)^{-1} the recursion X(τ) = δ + Σ_u Y(u)
 * X(τ - u). Θ(τ) = η for τ ≥ 1 and R_w(0) = 0, hence every entry at lag τ follows from shorter lags: one causal pass, exact,
 * no iteration. Cost: M T²/2.
 */
final class ScalingResponses {
    /** R_D(τ). */
    final double[] error;
    /** R_w(τ). */
    final double[] weight;
    /** H_k(τ). */
    final double[][] mode;

    private ScalingResponses(int times, int modes) {
        error = new double[times];
        weight = new double[times];
        mode = new double[modes][times];
    }

    static ScalingResponses of(LinearFeatureModel model, int times) {
        KernelSpectrum spectrum = model.spectrum();
        double eta = model.learningRate();
        ScalingResponses r = new ScalingResponses(times, spectrum.modes());
        double[] product = new double[times]; // R_w R_D
        double[] summed = new double[times]; // Σ_k λ_k H_k
        double[] data = new double[times]; // R_L
        double[] feature = new double[times]; // R_13
        double[] step = new double[times]; // Θ R_13
        for (int tau = 0; tau < times; tau++) {
            step[tau] = tau == 0 ? 0 : step[tau - 1] + eta * feature[tau - 1];
            r.weight[tau] = tau == 0 ? 0 : eta + ScalingKernels.convolution(step, r.weight, 1, tau) / model.width();
            product[tau] = ScalingKernels.convolution(r.weight, r.error, 1, tau);
            for (int k = 0; k < spectrum.modes(); k++) {
                double lambda = spectrum.eigenvalue(k);
                double[] h = r.mode[k];
                h[tau] = delta(tau) - lambda * ScalingKernels.convolution(product, h, 1, tau);
                summed[tau] += spectrum.multiplicity(k) * lambda * h[tau];
            }
            data[tau] = -ScalingKernels.convolution(r.weight, summed, 1, tau);
            r.error[tau] = delta(tau) + ScalingKernels.convolution(data, r.error, 1, tau) / model.trainSize();
            feature[tau] = -ScalingKernels.convolution(r.error, summed, 0, tau);
        }
        return r;
    }

    private static double delta(int tau) {
        return tau == 0 ? 1 : 0;
    }
}
