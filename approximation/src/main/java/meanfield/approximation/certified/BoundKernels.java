package meanfield.approximation.certified;

/** Loops of bound propagation. */
final class BoundKernels {
    private BoundKernels() {}

    /** out += W x. */
    static void addProduct(double[][] w, double[] x, double[] out) {
        for (int i = 0; i < w.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += w[i][j] * x[j];
            }
            out[i] += sum;
        }
    }

    /** A W. */
    static double[][] product(double[][] a, double[][] w) {
        double[][] out = new double[a.length][w[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < w.length; k++) {
                double factor = a[i][k];
                for (int j = 0; j < w[k].length; j++) {
                    out[i][j] += factor * w[k][j];
                }
            }
        }
        return out;
    }

    /** The range of W x + b for x in a box. */
    static Bounds.Range affine(double[][] w, double[] b, Bounds.Range box) {
        return new Bounds.Range(concrete(w, b, box, -1), concrete(w, b, box, 1));
    }

    /** The largest (sign +1) or smallest (-1) values of A x + c on a box. */
    static double[] concrete(double[][] a, double[] c, Bounds.Range box, int sign) {
        double[] value = c.clone();
        for (int i = 0; i < value.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                double slope = a[i][j];
                value[i] += slope * (sign * slope > 0 ? box.upper()[j] : box.lower()[j]);
            }
        }
        return value;
    }

    /**
     * Takes A h + c, h = z + 2v max(s, 0) with s = -v·z in groups, back to A z + c.
     *
     * @param v directions, group after group
     * @param s ranges of s, one for each group
     * @param sign +1 for upper, -1 for lower bounds
     */
    static void throughGroups(double[][] a, double[] c, double[] v, Bounds.Range s, int sign) {
        int size = v.length / s.lower().length;
        for (int g = 0; g < s.lower().length; g++) {
            double l = s.lower()[g];
            double u = s.upper()[g];
            if (u <= 0) {
                continue;
            }
            double above = l >= 0 ? 1 : u / (u - l);
            double below = l >= 0 || u > -l ? 1 : 0;
            for (int i = 0; i < a.length; i++) {
                double factor = 0;
                for (int j = g * size; j < (g + 1) * size; j++) {
                    factor += 2 * a[i][j] * v[j];
                }
                boolean up = sign * factor > 0;
                if (up && l < 0) {
                    c[i] -= factor * above * l;
                }
                for (int j = g * size; j < (g + 1) * size; j++) {
                    a[i][j] -= factor * (up ? above : below) * v[j];
                }
            }
        }
    }

    /**
     * Takes A h + c, h = max(z, 0), back to A z + c: where a line bounds h from the side that the sign of A asks for.
     *
     * @param sign +1 for upper, -1 for lower bounds
     */
    static void throughRelu(double[][] a, double[] c, double[] lower, double[] upper, int sign) {
        for (int j = 0; j < lower.length; j++) {
            double l = lower[j];
            double u = upper[j];
            if (l >= 0) {
                continue;
            }
            double above = u <= 0 ? 0 : u / (u - l);
            double below = u > -l ? 1 : 0;
            for (int i = 0; i < a.length; i++) {
                boolean up = sign * a[i][j] > 0;
                if (u > 0 && up) {
                    c[i] -= a[i][j] * above * l;
                }
                a[i][j] *= up ? above : u <= 0 ? 0 : below;
            }
        }
    }
}
