package meanfield.dmft.scaling;

/** Loops over times; t, s count steps from 0, matrices are row-major T × T. */
final class ScalingKernels {
    private ScalingKernels() {}

    /** Σ_{u=from}^{τ} a(u) b(τ-u). */
    static double convolution(double[] a, double[] b, int from, int tau) {
        double sum = 0;
        for (int u = from; u <= tau; u++) {
            sum += a[u] * b[tau - u];
        }
        return sum;
    }

    /** G(τ, σ) += weight h(τ) h(σ). */
    static void addOuter(double weight, double[] h, double[] g) {
        int times = h.length;
        for (int tau = 0; tau < times; tau++) {
            double factor = weight * h[tau];
            for (int sigma = 0; sigma < times; sigma++) {
                g[tau * times + sigma] += factor * h[sigma];
            }
        }
    }

    /** out(s) += scale Σ_{τ ≤ t} Σ_{σ ≤ s} G(τ, σ) C(t-τ, s-σ): row t of the double convolution. */
    static void addDoubleConvolution(double scale, double[] g, double[] c, int t, double[] out) {
        int times = out.length;
        for (int tau = 0; tau <= t; tau++) {
            int row = (t - tau) * times;
            for (int sigma = 0; sigma < times; sigma++) {
                double factor = scale * g[tau * times + sigma];
                int shifted = row - sigma;
                for (int s = sigma; s < times; s++) {
                    out[s] += factor * c[shifted + s];
                }
            }
        }
    }

    /** half(t, s) = Σ_{v ≤ s} r(v) [c(t, s-v) + shift] for row t. */
    static void rightProduct(double[] r, double[] c, double shift, int t, double[] half) {
        int times = r.length;
        int row = t * times;
        for (int s = 0; s < times; s++) {
            half[row + s] = 0;
        }
        for (int v = 0; v < times; v++) {
            double factor = r[v];
            int shifted = row - v;
            for (int s = v; s < times; s++) {
                half[row + s] += factor * (c[shifted + s] + shift);
            }
        }
    }

    /** out(s) = Σ_{u=from}^{t} r(u) half(t-u, s): row t of R C Rᵀ. */
    static void leftProduct(double[] r, double[] half, int from, int t, double[] out) {
        int times = out.length;
        java.util.Arrays.fill(out, 0);
        for (int u = from; u <= t; u++) {
            double factor = r[u];
            int row = (t - u) * times;
            for (int s = 0; s < times; s++) {
                out[s] += factor * half[row + s];
            }
        }
    }
}
