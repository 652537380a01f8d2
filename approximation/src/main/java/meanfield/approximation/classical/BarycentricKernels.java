package meanfield.approximation.classical;

/** Barycentric interpolation and the levelled error of a reference. */
final class BarycentricKernels {
    private BarycentricKernels() {}

    /**
     * w_i = 1/Π_{j≠i} (x_i - x_j) of ascending x, scaled so that the largest is 1; products are taken in logarithms where
     * they leave the range of numbers.
     */
    static void weights(double[] x, double[] w) {
        int n = x.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double log = 0;
            double product = 1;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    product *= Math.abs(x[i] - x[j]);
                    if (product < 1e-200 || product > 1e200) {
                        log += Math.log(product);
                        product = 1;
                    }
                }
            }
            w[i] = -log - Math.log(product);
            largest = Math.max(largest, w[i]);
        }
        for (int i = 0; i < n; i++) {
            double sign = (n - 1 - i) % 2 == 0 ? 1 : -1;
            w[i] = sign * Math.exp(w[i] - largest);
        }
    }

    /** Σ_i w_i v_i/(x - x_i) / Σ_i w_i/(x - x_i); v_i at a node. */
    static double interpolate(double[] x, double[] w, double[] v, double at) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = at - x[i];
            if (difference == 0) {
                return v[i];
            }
            double weight = w[i] / difference;
            numerator += weight * v[i];
            denominator += weight;
        }
        return numerator / denominator;
    }

    /** h = Σ w_i g_i/ω_i / Σ (-1)^i w_i/ω_i: the error that a polynomial times ω levels on the reference. */
    static double levelled(double[] w, double[] g, double[] omega) {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < w.length; i++) {
            double weight = w[i] / omega[i];
            numerator += weight * g[i];
            denominator += i % 2 == 0 ? weight : -weight;
        }
        return numerator / denominator;
    }

    /** Σ_k c_k T_k(t) by Clenshaw's recurrence. */
    static double clenshaw(double[] c, double t) {
        double next = 0;
        double afterNext = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double current = c[k] + 2 * t * next - afterNext;
            afterNext = next;
            next = current;
        }
        return c[0] + t * next - afterNext;
    }

    /** c_k = (2 - δ_{k0} - δ_{kn})/n Σ″_j v_j cos(π j k/n) of values at cos(π j/n); Σ″ halves both ends. */
    static void chebyshevCoefficients(double[] v, double[] c) {
        int n = v.length - 1;
        if (n == 0) {
            c[0] = v[0];
            return;
        }
        for (int k = 0; k <= n; k++) {
            double sum = 0.5 * (v[0] + (k % 2 == 0 ? v[n] : -v[n]));
            for (int j = 1; j < n; j++) {
                // j k modulo 2n keeps the argument of the cosine exact
                sum += v[j] * Math.cos(Math.PI * ((long) j * k % (2L * n)) / n);
            }
            c[k] = (k == 0 || k == n ? 1.0 : 2.0) / n * sum;
        }
    }
}
