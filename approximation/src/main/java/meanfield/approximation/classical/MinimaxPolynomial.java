package meanfield.approximation.classical;

import java.util.function.DoubleUnaryOperator;
import meanfield.core.Convergence;

/**
 * A best polynomial in the sup norm, or the verdict that it was not found.
 *
 * <p>Only where {@link #convergence} is converged are the numbers those of the best polynomial; {@link #orThrow} insists.
 */
public final class MinimaxPolynomial {
    private final int degree;
    private final LinearExchange.Solution solution;
    private final DoubleUnaryOperator base;
    private final DoubleUnaryOperator remainder;
    private final double low;
    private final double high;

    MinimaxPolynomial(
            int degree,
            LinearExchange.Solution solution,
            DoubleUnaryOperator base,
            DoubleUnaryOperator remainder,
            double low,
            double high) {
        this.degree = degree;
        this.solution = solution;
        this.base = base;
        this.remainder = remainder;
        this.low = low;
        this.high = high;
    }

    /** E, the sup error; for degenerate symmetric functions that of the next degree as well. */
    public double minimaxError() {
        return solution.levelled();
    }

    /** Degree asked for; a higher one was solved where symmetry makes its last coefficient vanish. */
    public int degree() {
        return degree;
    }

    /** Degree of the solved problem: {@code reference().length - 2}. */
    public int solvedDegree() {
        return solution.reference().length - 2;
    }

    /** Points where the error is ±E with alternating signs, ascending. */
    public double[] reference() {
        return solution.reference().clone();
    }

    /** p(x). */
    public double value(double x) {
        return base.applyAsDouble(x) + solution.polynomial().applyAsDouble(x);
    }

    /** f(x) - p(x), without the digits that p and f have in common where f is known to 30 digits. */
    public double error(double x) {
        return remainder.applyAsDouble(x) - solution.polynomial().applyAsDouble(x);
    }

    /** p in the Chebyshev basis of the interval, to the solved degree. */
    public ChebyshevSeries series() {
        return ChebyshevSeries.interpolating(this::value, low, high, solvedDegree());
    }

    /** The verdict; its error estimate is that of E. */
    public Convergence convergence() {
        return solution.convergence();
    }

    /** This, when converged. */
    public MinimaxPolynomial orThrow() {
        convergence().orThrow("best polynomial of degree " + degree);
        return this;
    }

    @Override
    public String toString() {
        return convergence() + ": E = " + minimaxError() + " at degree " + degree;
    }
}
