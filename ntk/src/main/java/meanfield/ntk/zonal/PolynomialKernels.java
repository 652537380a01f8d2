package meanfield.ntk.zonal;

/** Loops over the angles of a chunk; short bodies, so that HotSpot vectorizes them. */
final class PolynomialKernels {
    /** Coefficients that {@link #appendPowers} consumes in one pass. */
    static final int PASS = 4;

    private PolynomialKernels() {}

    /** t_j = (θ_j - m)/h. */
    static void local(int count, double[] angle, double middle, double inverseHalf, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] = (angle[j] - middle) * inverseHalf;
        }
    }

    /** t_j = ((v_j - u_j)/2 - m)/h, from the correlation r = (v - u)/2. */
    static void localCorrelation(
            int count, double[] gap, double[] antigap, double middle, double inverseHalf, double[] out) {
        for (int j = 0; j < count; j++) {
            out[j] = (0.5 * (antigap[j] - gap[j]) - middle) * inverseHalf;
        }
    }

    /** p_j = c_3 t_j^3 + … + c_0, as {@link #appendPowers} with nothing before. */
    static void firstPowers(int count, double[] t, double[] coefficients, int offset, double[] out) {
        double c0 = coefficients[offset];
        double c1 = coefficients[offset + 1];
        double c2 = coefficients[offset + 2];
        double c3 = coefficients[offset + 3];
        for (int j = 0; j < count; j++) {
            double x = t[j];
            out[j] = (c0 + c1 * x) + (c2 + c3 * x) * (x * x);
        }
    }

    /**
     * p_j = p_j t_j^4 + c_3 t_j^3 + … + c_0, with the four coefficients from an offset on. In pairs (Estrin), because a
     * chain of dependent operations waits more than it works; four, because HotSpot does not vectorize longer bodies.
     */
    static void appendPowers(int count, double[] t, double[] coefficients, int offset, double[] out) {
        double c0 = coefficients[offset];
        double c1 = coefficients[offset + 1];
        double c2 = coefficients[offset + 2];
        double c3 = coefficients[offset + 3];
        for (int j = 0; j < count; j++) {
            double x = t[j];
            double square = x * x;
            out[j] = ((c0 + c1 * x) + (c2 + c3 * x) * square) + (square * square) * out[j];
        }
    }

    /** Σ_k c_k t^k. */
    static double value(double[] coefficients, double t) {
        double p = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            p = p * t + coefficients[k];
        }
        return p;
    }
}
