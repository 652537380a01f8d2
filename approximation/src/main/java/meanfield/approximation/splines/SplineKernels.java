package meanfield.approximation.splines;

/** The B-splines that do not vanish in a cell. */
final class SplineKernels {
    private SplineKernels() {}

    /** b_i, i = 0 … k, at the fraction u in [0, 1) of a cell of unit width, by the recurrence on uniform knots. */
    static void nonzero(double u, int k, double[] b) {
        b[0] = 1;
        for (int p = 1; p <= k; p++) {
            double carried = 0;
            for (int i = 0; i < p; i++) {
                // right knot distance i + 1 - u, left knot distance u + p - 1 - i, both over p
                double share = b[i] / p;
                b[i] = carried + (i + 1 - u) * share;
                carried = (u + p - 1 - i) * share;
            }
            b[p] = carried;
        }
    }
}
