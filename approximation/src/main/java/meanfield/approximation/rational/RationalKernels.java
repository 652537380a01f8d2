package meanfield.approximation.rational;

/** Loops over the coefficients of rational functions. */
final class RationalKernels {
    private RationalKernels() {}

    /** x Π_j (x² + c_{2j})/(x² + c_{2j-1}) with shifts c_1, c_2, …; 0 at 0. */
    static double oddProduct(double x, double[] shifts) {
        double square = x * x;
        double product = x;
        for (int j = 0; j + 1 < shifts.length; j += 2) {
            product *= (square + shifts[j + 1]) / (square + shifts[j]);
        }
        return product;
    }

    /** The derivative of the same product. */
    static double oddProductSlope(double x, double[] shifts) {
        double square = x * x;
        double product = x;
        double slope = 1;
        for (int j = 0; j + 1 < shifts.length; j += 2) {
            double below = square + shifts[j];
            double factor = (square + shifts[j + 1]) / below;
            slope = slope * factor + product * 2 * x * (shifts[j] - shifts[j + 1]) / (below * below);
            product *= factor;
        }
        return slope;
    }
}
