package meanfield.approximation.rational;

import java.util.function.DoubleUnaryOperator;
import meanfield.core.Convergence;

/**
 * A best rational function in the sup norm, or the verdict that it was not found.
 *
 * <p>Only where {@link #convergence} is converged are the numbers those of the best function; {@link #orThrow} insists.
 */
public final class RationalMinimax {
    private final int numeratorDegree;
    private final int denominatorDegree;
    private final double error;
    private final double[] reference;
    private final DoubleUnaryOperator function;
    private final Convergence convergence;

    RationalMinimax(
            int numeratorDegree,
            int denominatorDegree,
            double error,
            double[] reference,
            DoubleUnaryOperator function,
            Convergence convergence) {
        this.numeratorDegree = numeratorDegree;
        this.denominatorDegree = denominatorDegree;
        this.error = error;
        this.reference = reference;
        this.function = function;
        this.convergence = convergence;
    }

    /** m asked for. */
    public int numeratorDegree() {
        return numeratorDegree;
    }

    /** n asked for. */
    public int denominatorDegree() {
        return denominatorDegree;
    }

    /** E, the sup error; NaN where nothing was found. */
    public double minimaxError() {
        return error;
    }

    /** Points where the error is ±E with alternating signs, ascending. */
    public double[] reference() {
        return reference.clone();
    }

    /** r(x), to double precision. */
    public double value(double x) {
        return function.applyAsDouble(x);
    }

    /** The verdict; its error estimate is that of E. */
    public Convergence convergence() {
        return convergence;
    }

    /** This, when converged. */
    public RationalMinimax orThrow() {
        convergence.orThrow("best rational function of type (" + numeratorDegree + ", " + denominatorDegree + ")");
        return this;
    }

    @Override
    public String toString() {
        return convergence + ": E = " + error + " at type (" + numeratorDegree + ", " + denominatorDegree + ")";
    }
}
