package meanfield.dmft.scaling;

import meanfield.core.learningcurve.KernelSpectrum;

/**
 * The correlations of [Bordelon2024] given the responses.
 *
 * <pre>
 *   C_w = R_w C_1 R_wᵀ,   C_Δ = R_D (C_0 + σ² J) R_Dᵀ                                                        (1)
 *   C_0 = Σ_k λ_k H_k (w*_k² J + C_w) H_kᵀ + (1/P) Σ_k λ_k² H_k (R_w C_Δ R_wᵀ) H_kᵀ                          (2)
 *   C_1 = (1/N) [(1/P) Σ_k λ_k S_k C_Δ S_kᵀ + R_D {Σ_k λ_k² H_k (w*_k² J + C_w) H_kᵀ} R_Dᵀ]                   (3)
 *   S_k = 1 - λ_k R_D H_k R_w,   J = 1 1ᵀ
 * </pre>
 *
 * As all responses are convolutions, Σ_k λ_k H_k C H_kᵀ is the double convolution of C with G(τ, σ) = Σ_k λ_k H_k(τ) H_k(σ),
 * which is summed over k once. R_w(0) = 0, so that row t of each matrix needs earlier rows of the others only: one pass
 * over t, exact. Cost: M T² + T⁴, vectorized.
 *
 * <p>Between two systems that share their data but not their features the same equations hold with C_w = 0, between two that
 * share features but not data with C_Δ = 0: the errors' covariance is all that an infinite ensemble keeps.
 */
final class ScalingCorrelations {
    private final LinearFeatureModel model;
    private final ScalingResponses responses;
    private final int times;
    /** Σ λ H⊗H, Σ λ² H⊗H, Σ λ S⊗S. */
    private final double[] first;

    private final double[] second;
    private final double[] sourceKernel;
    /** Σ w*² λ (H1)(H1)ᵀ and the same with λ². */
    private final double[] target;

    private final double[] weightedTarget;

    ScalingCorrelations(LinearFeatureModel model, ScalingResponses responses) {
        this.model = model;
        this.responses = responses;
        this.times = responses.error.length;
        int square = times * times;
        first = new double[square];
        second = new double[square];
        sourceKernel = new double[square];
        target = new double[square];
        weightedTarget = new double[square];
        sumOverModes();
    }

    private void sumOverModes() {
        KernelSpectrum spectrum = model.spectrum();
        double[] outer = new double[times]; // R_D R_w
        double[] s = new double[times];
        double[] response = new double[times];
        for (int tau = 0; tau < times; tau++) {
            outer[tau] = ScalingKernels.convolution(responses.weight, responses.error, 1, tau);
        }
        for (int k = 0; k < spectrum.modes(); k++) {
            double lambda = spectrum.eigenvalue(k);
            double count = spectrum.multiplicity(k);
            double energy = spectrum.targetEnergy(k);
            double[] h = responses.mode[k];
            double sum = 0;
            for (int tau = 0; tau < times; tau++) {
                s[tau] = (tau == 0 ? 1 : 0) - lambda * ScalingKernels.convolution(outer, h, 1, tau);
                sum += h[tau];
                response[tau] = sum; // H_k 1
            }
            ScalingKernels.addOuter(count * lambda, h, first);
            ScalingKernels.addOuter(count * lambda * lambda, h, second);
            ScalingKernels.addOuter(count * lambda, s, sourceKernel);
            // energies are those of whole multiplets
            ScalingKernels.addOuter(energy, response, target);
            ScalingKernels.addOuter(lambda * energy, response, weightedTarget);
        }
    }

    /** What two systems have in common. */
    enum Shared {
        /** One system with itself. */
        ALL,
        /** The training set. */
        DATA,
        /** The projection A. */
        FEATURES
    }

    /** C_0 and C_Δ, T × T. */
    record Result(double[] test, double[] train) {}

    Result solve(Shared shared) {
        boolean data = shared != Shared.FEATURES && Double.isFinite(model.trainSize());
        boolean features = shared != Shared.DATA && Double.isFinite(model.width());
        int square = times * times;
        double[] test = new double[square];
        double[] train = new double[square];
        double[] feature = new double[square]; // C_1
        double[] weight = new double[square]; // C_w
        double[] driven = new double[square]; // R_w C_Δ R_wᵀ
        double[] inner = new double[square]; // Σ λ² H (w*² J + C_w) Hᵀ
        double[] testHalf = new double[square]; // (C_0 + σ² J) R_Dᵀ
        double[] trainHalf = new double[square]; // C_Δ R_wᵀ
        double[] featureHalf = new double[square]; // C_1 R_wᵀ
        double[] innerHalf = new double[square]; // inner R_Dᵀ
        double[] row = new double[times];
        double p = model.trainSize();
        double n = model.width();
        for (int t = 0; t < times; t++) {
            int at = t * times;
            if (features) { // C_w = R_w C_1 R_wᵀ
                ScalingKernels.leftProduct(responses.weight, featureHalf, 1, t, row);
                System.arraycopy(row, 0, weight, at, times);
            }
            if (data) {
                ScalingKernels.leftProduct(responses.weight, trainHalf, 1, t, row);
                System.arraycopy(row, 0, driven, at, times);
            }
            System.arraycopy(target, at, row, 0, times); // (2)
            if (features) {
                ScalingKernels.addDoubleConvolution(1, first, weight, t, row);
            }
            if (data) {
                ScalingKernels.addDoubleConvolution(1 / p, second, driven, t, row);
            }
            System.arraycopy(row, 0, test, at, times);
            ScalingKernels.rightProduct(responses.error, test, model.noiseVariance(), t, testHalf); // (1)
            ScalingKernels.leftProduct(responses.error, testHalf, 0, t, row);
            System.arraycopy(row, 0, train, at, times);
            if (data) {
                ScalingKernels.rightProduct(responses.weight, train, 0, t, trainHalf);
            }
            if (features) { // (3)
                System.arraycopy(weightedTarget, at, row, 0, times);
                ScalingKernels.addDoubleConvolution(1, second, weight, t, row);
                System.arraycopy(row, 0, inner, at, times);
                ScalingKernels.rightProduct(responses.error, inner, 0, t, innerHalf);
                ScalingKernels.leftProduct(responses.error, innerHalf, 0, t, row);
                if (data) {
                    ScalingKernels.addDoubleConvolution(1 / p, sourceKernel, train, t, row);
                }
                for (int s = 0; s < times; s++) {
                    feature[at + s] = row[s] / n;
                }
                ScalingKernels.rightProduct(responses.weight, feature, 0, t, featureHalf);
            }
        }
        return new Result(test, train);
    }
}
