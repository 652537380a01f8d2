package meanfield.ntk.position;

/** Loops of this package: j runs over the column inputs of a chunk. */
final class MixKernels {
    private MixKernels() {}

    /** u_j = 1 - r_j and v_j = 1 + r_j, with r_j in the antigap's place at first. */
    static void gaps(int count, double[] antigap, double[] gap) {
        for (int j = 0; j < count; j++) {
            double r = antigap[j];
            gap[j] = 1 - r;
            antigap[j] = 1 + r;
        }
    }

    /** Gap and antigap where an input is zero (e = 1): alike zeros, u = 0, at right angles with all others, u = v = 1. */
    static void markMissing(int count, double missing, double[] missings, double[] gap, double[] antigap) {
        for (int j = 0; j < count; j++) {
            double either = missing + missings[j] - missing * missings[j];
            double both = missing * missings[j];
            gap[j] = (1 - either) * gap[j] + either - both;
            antigap[j] = (1 - either) * antigap[j] + either + both;
        }
    }

    /** out_j = s s_j (1 - u_j). */
    static void covariance(int count, double deviation, double[] deviations, double[] gap, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] = deviation * deviations[j] * (1 - gap[j]);
        }
    }

    /** out_j = s s_j (v_j - u_j)/2. */
    static void signedCovariance(
            int count, double deviation, double[] deviations, double[] gap, double[] antigap, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] = deviation * deviations[j] * (0.5 * (antigap[j] - gap[j]));
        }
    }

    /** out_j = m m_j τ_j. */
    static void tangent(int count, double scale, double[] scales, double[] tangent, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] = scale * scales[j] * tangent[j];
        }
    }

    /** out_j += x_j. */
    static void add(int count, double[] x, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += x[j];
        }
    }

    /** out_j += c x_j. */
    static void addScaled(int count, double factor, double[] x, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += factor * x[j];
        }
    }

    /** out_j += x_j y_j. */
    static void addProducts(int count, double[] x, double[] y, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += x[j] * y[j];
        }
    }

    /** x_j = c x_j + d. */
    static void affine(int count, double factor, double shift, double[] x) {
        for (int j = 0; j < count; j++) {
            x[j] = factor * x[j] + shift;
        }
    }

    /** k_j ← c D_j k_j + b² and t_j ← c (2 E_j k_j + D_j (t_j + 4 k_j)) + b². */
    static void squareRootAttention(
            int count, double factor, double bias, double[] d, double[] e, double[] k, double[] t) {
        for (int j = 0; j < count; j++) {
            double before = k[j];
            k[j] = factor * d[j] * before + bias;
            t[j] = factor * (2 * e[j] * before + d[j] * (t[j] + 4 * before)) + bias;
        }
    }

    /** k_j and t_j to gap, antigap and τ_j = t_j/(m m_j); r = k/√(pq), which is exactly 1 for equal inputs. */
    static void normalize(
            int count, double p, double[] q, double scale, double[] scales, double[] k, double[] antigap, double[] t) {
        for (int j = 0; j < count; j++) {
            double product = p * q[j];
            boolean ordinary = product > 0x1p-1000 && product < 0x1p1000;
            double root = ordinary ? Math.sqrt(product) : Math.sqrt(p) * Math.sqrt(q[j]);
            double r = root > 0 ? Math.max(-1, Math.min(1, k[j] / root)) : p == q[j] ? 1 : 0;
            k[j] = 1 - r;
            antigap[j] = 1 + r;
            t[j] /= scale * scales[j];
        }
    }
}
