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
