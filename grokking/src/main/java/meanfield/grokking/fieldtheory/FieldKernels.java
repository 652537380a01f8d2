package meanfield.grokking.fieldtheory;

/**
 * Loops over the samples of a block. Index b = 0 … B-1 is the sample and runs innermost; (t, i) stands at t N + i. Four
 * terms are added at a time, because one load and one store of the result then serve four products.
 */
final class FieldKernels {
    private FieldKernels() {}

    /** out_i += c x_i. */
    static void add(double c, double[] x, int offset, double[] out, int outOffset, int length) {
        for (int i = 0; i < length; i++) {
            out[outOffset + i] += c * x[offset + i];
        }
    }

    /** out_b += Σ_{p &lt; count} c[p] x[p][b]. */
    static void combine(double[] c, int offset, double[][] x, int count, double[] out) {
        int p = 0;
        for (; p + 3 < count; p += 4) {
            addFour(c, offset + p, x[p], x[p + 1], x[p + 2], x[p + 3], out);
        }
        for (; p < count; p++) {
            add(c[offset + p], x[p], 0, out, 0, out.length);
        }
    }

    private static void addFour(double[] c, int at, double[] x0, double[] x1, double[] x2, double[] x3, double[] out) {
        double c0 = c[at];
        double c1 = c[at + 1];
        double c2 = c[at + 2];
        double c3 = c[at + 3];
        for (int b = 0; b < out.length; b++) {
            out[b] += c0 * x0[b] + c1 * x1[b] + c2 * x2[b] + c3 * x3[b];
        }
    }

    /** out_b += Σ_{from ≤ p &lt; to} c[offset + p] x[offsets[p] + shift + b], single precision. */
    static void combine(double[] c, int offset, int from, int to, float[] x, int[] offsets, int shift, float[] out) {
        int p = from;
        for (; p + 3 < to; p += 4) {
            float c0 = (float) c[offset + p];
            float c1 = (float) c[offset + p + 1];
            float c2 = (float) c[offset + p + 2];
            float c3 = (float) c[offset + p + 3];
            int x0 = offsets[p] + shift;
            int x1 = offsets[p + 1] + shift;
            int x2 = offsets[p + 2] + shift;
            int x3 = offsets[p + 3] + shift;
            for (int b = 0; b < out.length; b++) {
                out[b] += c0 * x[x0 + b] + c1 * x[x1 + b] + c2 * x[x2 + b] + c3 * x[x3 + b];
            }
        }
        for (; p < to; p++) {
            float c0 = (float) c[offset + p];
            int x0 = offsets[p] + shift;
            for (int b = 0; b < out.length; b++) {
                out[b] += c0 * x[x0 + b];
            }
        }
    }

    /** Σ_b a_b b_b. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** out_b += c x_b y_b. */
    static void addProduct(double c, double[] x, double[] y, double[] out) {
        for (int b = 0; b < out.length; b++) {
            out[b] += c * x[b] * y[b];
        }
    }
}
