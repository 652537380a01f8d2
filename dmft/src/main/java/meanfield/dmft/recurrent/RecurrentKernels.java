package meanfield.dmft.recurrent;

/** Loops over units and sites. */
final class RecurrentKernels {
    private RecurrentKernels() {}

    /** out_i = tanh x_i. */
    static void tanh(double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = Math.tanh(x[i]);
        }
    }

    /** scale (1/S) Σ_i a_i(t) a_i(s) for s ≤ t. */
    static double[] products(double[][] a, int t, double scale) {
        double[] result = new double[t + 1];
        for (int s = 0; s <= t; s++) {
            double sum = 0;
            for (int i = 0; i < a[t].length; i++) {
                sum += a[t][i] * a[s][i];
            }
            result[s] = scale * sum / a[t].length;
        }
        return result;
    }

    /** η_i = Σ_{s ≤ t} weights_s noise_i(s). */
    static double[] sources(double[][] noise, double[] weights, int t) {
        double[] result = new double[noise[t].length];
        for (int s = 0; s <= t; s++) {
            for (int i = 0; i < result.length; i++) {
                result[i] += weights[s] * noise[s][i];
            }
        }
        return result;
    }

    /**
     * Columns (x, ξ) of field and tangent, interleaved: out = (tanh x, (1 - tanh² x) ξ).
     */
    static void rates(double[] state, double[] out) {
        for (int i = 0; i < state.length; i += 2) {
            double rate = Math.tanh(state[i]);
            out[i] = rate;
            out[i + 1] = (1 - rate * rate) * state[i + 1];
        }
    }

    /** out = base + factor direction. */
    static void step(double[] base, double factor, double[] direction, double[] out) {
        for (int i = 0; i < base.length; i++) {
            out[i] = base[i] + factor * direction[i];
        }
    }
}
