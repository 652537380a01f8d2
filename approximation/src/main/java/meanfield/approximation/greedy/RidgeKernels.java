package meanfield.approximation.greedy;

/** Inner products with all atoms of a direction. */
final class RidgeKernels {
    private RidgeKernels() {}

    /**
     * out[j] = Σ_i v_i max(s_i - o_j, 0)^k: points outside, offsets inside, so that the inner loop has no sum to carry.
     *
     * @param s ω·x_i
     */
    static void products(double[] s, double[] v, double[] offsets, int power, double[] out) {
        for (int i = 0; i < s.length; i++) {
            double position = s[i];
            double value = v[i];
            if (power == 1) {
                for (int j = 0; j < offsets.length; j++) {
                    out[j] += value * Math.max(position - offsets[j], 0);
                }
            } else if (power == 2) {
                for (int j = 0; j < offsets.length; j++) {
                    double t = Math.max(position - offsets[j], 0);
                    out[j] += value * t * t;
                }
            } else if (power == 3) {
                for (int j = 0; j < offsets.length; j++) {
                    double t = Math.max(position - offsets[j], 0);
                    out[j] += value * t * t * t;
                }
            } else {
                highPower(position, value, offsets, power, out);
            }
        }
    }

    private static void highPower(double position, double value, double[] offsets, int power, double[] out) {
        for (int j = 0; j < offsets.length; j++) {
            double t = Math.max(position - offsets[j], 0);
            double square = t * t;
            double product = power % 2 == 0 ? value : value * t;
            for (int p = 1; p < power; p += 2) {
                product *= square;
            }
            out[j] += product;
        }
    }

    /** out_i = √w_i max(s_i - o, 0)^k. */
    static void atom(double[] s, double[] rootWeights, double offset, int power, double[] out) {
        for (int i = 0; i < s.length; i++) {
            double t = Math.max(s[i] - offset, 0);
            double product = rootWeights[i];
            for (int p = 0; p < power; p++) {
                product *= t;
            }
            out[i] = product;
        }
    }

    /** ω·x_i. */
    static double[] positions(double[][] points, double[] omega) {
        double[] s = new double[points[0].length];
        for (int k = 0; k < omega.length; k++) {
            for (int i = 0; i < s.length; i++) {
                s[i] += omega[k] * points[k][i];
            }
        }
        return s;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a += factor b. */
    static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }
}
