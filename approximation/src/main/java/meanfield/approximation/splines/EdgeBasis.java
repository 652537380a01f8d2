package meanfield.approximation.splines;

/** Functions of one variable that a layer combines linearly; immutable. */
public interface EdgeBasis {
    /** Number of functions. */
    int size();

    /** All functions at x. */
    double[] values(double x);

    /** Points where some function is not smooth, ascending; quadrature splits there. */
    default double[] breaks() {
        return new double[0];
    }

    /** Σ_c coefficients_c B_c(x). */
    default double combine(double[] coefficients, double x) {
        double[] values = values(x);
        double sum = 0;
        for (int c = 0; c < values.length; c++) {
            sum += coefficients[c] * values[c];
        }
        return sum;
    }
}
