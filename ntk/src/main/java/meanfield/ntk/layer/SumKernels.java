package meanfield.ntk.layer;

/** Loops of {@link BoundSum} and {@link ProductPairs}: j runs over the pairs of a chunk. */
final class SumKernels {
    private SumKernels() {}

    /** out_j += α β_j u_j + ½(α - β_j)², β_j = s_j g_j. */
    static void addGap(int count, double alpha, double[] s, double[] g, double[] gap, double[] out) {
        for (int j = 0; j < count; j++) {
            double beta = s[j] * g[j];
            double difference = alpha - beta;
            out[j] += alpha * beta * gap[j] + 0.5 * difference * difference;
        }
    }

    /** {@link #addGap} and τ_j += α β_j τ_j in one pass. */
    static void addBoth(int count, double alpha, double[] s, double[] g, PairChunk in, PairChunk out) {
        addBoth(count, alpha, s, g, in.gap, in.tangent, out.gap, out.tangent);
    }

    private static void addBoth(
            int count,
            double alpha,
            double[] s,
            double[] g,
            double[] gap,
            double[] tangent,
            double[] gapOut,
            double[] tangentOut) {
        for (int j = 0; j < count; j++) {
            double beta = s[j] * g[j];
            double difference = alpha - beta;
            double product = alpha * beta;
            gapOut[j] += product * gap[j] + 0.5 * difference * difference;
            tangentOut[j] += product * tangent[j];
        }
    }

    /** k_j = s s_j (1 - u_j) and t_j = s s_j τ_j. */
    static void expand(int count, double s, double[] deviations, double[] gap, double[] k, double[] tangent) {
        for (int j = 0; j < count; j++) {
            double product = s * deviations[j];
            k[j] = product * (1 - gap[j]);
            tangent[j] *= product;
        }
    }

    /** k_j and t_j of three expanded pairs from f on; HotSpot does not vectorize sums of nine. */
    static void addThree(int count, int f, PairChunk[] x, double[] k, double[] t) {
        addThree(count, x[f].antigap, x[f + 1].antigap, x[f + 2].antigap, k);
        addThree(count, x[f].tangent, x[f + 1].tangent, x[f + 2].tangent, t);
    }

    private static void addThree(int count, double[] x, double[] y, double[] z, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += (x[j] + y[j]) + z[j];
        }
    }

    /** r_j = (k_j + b²) g g_j: u_j = 1 - r_j in place of k_j, τ_j = t_j g g_j + o r_j in place of t_j. */
    static void normalize(
            int count, double bias, double own, double g, double[] factors, double[] gap, double[] tangent) {
        for (int j = 0; j < count; j++) {
            double factor = g * factors[j];
            double r = (gap[j] + bias) * factor;
            gap[j] = Math.max(0, 1 - r);
            tangent[j] = tangent[j] * factor + own * r;
        }
    }

    /** out_j += ½ (s_j g_j)², a term that only the column input has. */
    static void addColumnOnly(int count, double[] s, double[] g, double[] out) {
        for (int j = 0; j < count; j++) {
            double beta = s[j] * g[j];
            out[j] += 0.5 * beta * beta;
        }
    }

    /** out_j += c. */
    static void addConstant(int count, double value, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += value;
        }
    }

    /** out_j += ½(b - b_j)². */
    static void addBias(int count, double bias, double[] biases, double[] out) {
        for (int j = 0; j < count; j++) {
            double difference = bias - biases[j];
            out[j] += 0.5 * difference * difference;
        }
    }

    /** out_j += a s_j h_j x_j. */
    static void addScaled(int count, double factor, double[] s, double[] h, double[] x, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] += factor * (s[j] * h[j]) * x[j];
        }
    }

    /** min_j x_j. */
    static double minimum(int count, double[] x) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            smallest = Math.min(smallest, x[j]);
        }
        return smallest;
    }

    /** Number of x_j below the limit. */
    static int below(int count, double limit, double[] x) {
        int below = 0;
        for (int j = 0; j < count; j++) {
            below += x[j] < limit ? 1 : 0;
        }
        return below;
    }

    /** x_j = y_j where x_j is below the limit. */
    static void replaceSmall(int count, double limit, double[] y, double[] x) {
        for (int j = 0; j < count; j++) {
            x[j] = x[j] < limit ? y[j] : x[j];
        }
    }

    /** v_j = 2 - u_j. */
    static void complement(int count, double[] gap, double[] antigap) {
        for (int j = 0; j < count; j++) {
            antigap[j] = 2 - gap[j];
        }
    }

    /** x_j = ρ x_j + (1 - ρ). */
    static void shrink(int count, double keepRate, double[] x) {
        for (int j = 0; j < count; j++) {
            x[j] = keepRate * x[j] + (1 - keepRate);
        }
    }

    /** x_j *= c. */
    static void scale(int count, double factor, double[] x) {
        for (int j = 0; j < count; j++) {
            x[j] *= factor;
        }
    }

    /** u_j = u_j + w_j - u_j w_j: 1 - (1-u)(1-w) without cancellation. */
    static void productGap(int count, double[] other, double[] gap) {
        for (int j = 0; j < count; j++) {
            gap[j] = gap[j] + other[j] - gap[j] * other[j];
        }
    }

    /** τ_j = a a_j r₂ τ_j + b b_j r₁ τ₂. */
    static void productTangent(
            int count, double a, double[] as, double[] r2, double b, double[] bs, double[] second, double[] tangent) {
        for (int j = 0; j < count; j++) {
            tangent[j] = a * as[j] * r2[j] * tangent[j] + b * bs[j] * second[j];
        }
    }

    /** x_j *= y_j. */
    static void multiply(int count, double[] y, double[] x) {
        for (int j = 0; j < count; j++) {
            x[j] *= y[j];
        }
    }

    /** Where one input has no variance: gap 1, and 0 where neither has any; e = 1 marks such inputs. */
    static void markMissing(int count, double missing, double[] missings, double[] gap) {
        for (int j = 0; j < count; j++) {
            double either = missing + missings[j] - missing * missings[j];
            double one = missing + missings[j] - 2 * missing * missings[j];
            gap[j] = (1 - either) * gap[j] + one;
        }
    }
}
