package meanfield.dmft.linear;

/**
 * One layer of a deep linear network at infinite width, time after time: its fields as linear combinations of their
 * sources, and its kernels.
 *
 * <pre>
 *   h_n  = u_n + Σ_{s &lt; t} C_ns g(s)       = Σ_m X_nm u_m + Σ_{s &lt; t} X^r_ns r(s),     n = (t, μ)              (1)
 *   g(t) = r(t) + Σ_{m: s &lt; t} D_tm h_m    = Σ_{s ≤ t} Y_ts r(s) + Σ_{m: s &lt; t} Y^u_tm u_m                     (2)
 *   H = X H⁻ Xᵀ + X^r G⁺ X^rᵀ,   G = Y G⁺ Yᵀ + Y^u H⁻ Y^uᵀ                                                    (3)
 * </pre>
 *
 * H⁻ is the feature kernel of the layer below, G⁺ the gradient kernel of the layer above. The responses of the theory are
 * rows of these: A = X^r and B of the layer below = Y^u.
 */
final class LinearLayer {
    private final int samples;
    /** X_n, length (t + 1) P, and X^r_n, length t. */
    private final double[][] features;

    private final double[][] featureResponse;
    /** Y_t, length t + 1, and Y^u_t, length t P. */
    private final double[][] gradients;

    private final double[][] gradientResponse;
    /** H row by row, lower triangle with whole blocks of equal times; G likewise. */
    private final double[][] featureKernel;

    private final double[][] gradientKernel;

    LinearLayer(int samples, int times) {
        this.samples = samples;
        features = new double[times * samples][];
        featureResponse = new double[times * samples][];
        featureKernel = new double[times * samples][];
        gradients = new double[times][];
        gradientResponse = new double[times][];
        gradientKernel = new double[times][];
    }

    /** H, rows so far. */
    double[][] featureKernel() {
        return featureKernel;
    }

    /** G, rows so far. */
    double[][] gradientKernel() {
        return gradientKernel;
    }

    /** A_n·, one entry for each earlier time. */
    double[] featureResponse(int n) {
        return featureResponse[n];
    }

    /** B_t· of the layer below, one entry for each earlier time and sample. */
    double[] gradientResponse(int t) {
        return gradientResponse[t];
    }

    /**
     * (1) and H at time t.
     *
     * @param coupling C_n·, one row of t entries a sample
     * @param below H⁻, known to time t
     * @param above G⁺, known to time t - 1
     */
    void feature(int t, double[][] coupling, double[][] below, double[][] above) {
        int length = (t + 1) * samples;
        double[] fromFeatures = new double[length];
        double[] fromGradients = new double[t];
        for (int mu = 0; mu < samples; mu++) {
            int n = t * samples + mu;
            double[] x = new double[length];
            double[] response = new double[t];
            x[n] = 1;
            for (int s = 0; s < t; s++) {
                RowKernels.addScaled(coupling[mu][s], gradientResponse[s], s * samples, x);
                RowKernels.addScaled(coupling[mu][s], gradients[s], s + 1, response);
            }
            features[n] = x;
            featureResponse[n] = response;
            RowKernels.timesSymmetric(x, below, length, fromFeatures);
            RowKernels.timesSymmetric(response, above, t, fromGradients);
            double[] row = new double[length];
            for (int m = 0; m <= n; m++) {
                int time = m / samples;
                row[m] = RowKernels.dot(fromFeatures, features[m], (time + 1) * samples)
                        + RowKernels.dot(fromGradients, featureResponse[m], time);
            }
            featureKernel[n] = row;
        }
        mirrorEqualTimes(t);
    }

    private void mirrorEqualTimes(int t) {
        for (int n = t * samples; n < (t + 1) * samples; n++) {
            for (int m = n + 1; m < (t + 1) * samples; m++) {
                featureKernel[n][m] = featureKernel[m][n];
            }
        }
    }

    /**
     * (2) and G at time t.
     *
     * @param coupling D_t·, one entry for each earlier time and sample
     * @param below H⁻, known to time t
     * @param above G⁺, known to time t
     */
    void gradient(int t, double[] coupling, double[][] below, double[][] above) {
        double[] y = new double[t + 1];
        double[] response = new double[t * samples];
        y[t] = 1;
        for (int m = 0; m < t * samples; m++) {
            int time = m / samples;
            RowKernels.addScaled(coupling[m], featureResponse[m], time, y);
            RowKernels.addScaled(coupling[m], features[m], (time + 1) * samples, response);
        }
        gradients[t] = y;
        gradientResponse[t] = response;
        double[] fromGradients = new double[t + 1];
        double[] fromFeatures = new double[t * samples];
        RowKernels.timesSymmetric(y, above, t + 1, fromGradients);
        RowKernels.timesSymmetric(response, below, t * samples, fromFeatures);
        double[] row = new double[t + 1];
        for (int s = 0; s <= t; s++) {
            row[s] = RowKernels.dot(fromGradients, gradients[s], s + 1)
                    + RowKernels.dot(fromFeatures, gradientResponse[s], s * samples);
        }
        gradientKernel[t] = row;
    }
}
