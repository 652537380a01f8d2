package meanfield.core.activation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A scalar nonlinearity φ: its value, its derivative and where it is not smooth. The Gram and training loops are
 * written once; an activation is only these scalar functions, and {@link DualActivation#of} finds its Gaussian
 * averages (closed form where there is one, quadrature with an error bound otherwise).
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Activation {
    /**
     * Name as the command line spells it: lower case with hyphens, such as {@code leaky-relu}; parameters follow in
     * parentheses. (Not {@code name()}, which an enum cannot spell freely.)
     */
    String label();

    /** φ(x). */
    double value(double x);

    /** φ′(x); at a kink the mean of the one-sided derivatives, Dirac parts dropped. */
    double derivative(double x);

    /**
     * φ″(x); at a kink the mean of the one-sided second derivatives, Dirac parts dropped, so that it is 0 for ReLU. The
     * library's activations know it in closed form; unless overridden it is a five-point difference of φ′ that does not
     * reach across kinks, absolute accuracy about 1e-11 where φ varies on the scale of one.
     */
    default double secondDerivative(double x) {
        return difference(this::derivative, x);
    }

    /**
     * φ‴(x); at a kink the mean of the one-sided third derivatives, Dirac parts dropped. The library's smooth activations
     * know it in closed form; unless overridden it is a five-point difference of φ″ that does not reach across kinks,
     * absolute accuracy about 1e-11 where φ″ is exact and varies on the scale of one.
     */
    default double thirdDerivative(double x) {
        return difference(this::secondDerivative, x);
    }

    /** Five-point difference at x, at a kink the mean of both sides, beside one at the nearest point that sees only one side. */
    private double difference(DoubleUnaryOperator function, double x) {
        double step = 0x1p-9 * Math.max(1, Math.abs(x));
        for (double kink : kinks()) {
            if (x == kink) {
                return 0.5 * (difference(function, x - 3 * step, step) + difference(function, x + 3 * step, step));
            }
            if (Math.abs(x - kink) < 2.5 * step) {
                return difference(function, x > kink ? kink + 3 * step : kink - 3 * step, step);
            }
        }
        return difference(function, x, step);
    }

    /** [8 (f(x+h) - f(x-h)) - (f(x+2h) - f(x-2h))]/(12 h) = f′(x) + O(h⁴). */
    private static double difference(DoubleUnaryOperator function, double x, double h) {
        double near = function.applyAsDouble(x + h) - function.applyAsDouble(x - h);
        double far = function.applyAsDouble(x + 2 * h) - function.applyAsDouble(x - 2 * h);
        return (8 * near - far) / (12 * h);
    }

    /** Points where φ is not infinitely differentiable, ascending; empty for smooth φ. */
    default double[] kinks() {
        return new double[0];
    }

    /**
     * Half-width d of the strip |Im x| &lt; d in which φ continues analytically and grows at most polynomially along the
     * real direction: π/2 for tanh, π for the logistic family. The quadrature of {@link DualActivation#of} takes its
     * step from it; 0 means unknown, and the step is then found by halving. Ignored where there are kinks.
     */
    default double analyticStrip() {
        return 0;
    }

    /**
     * The lines that φ approaches exponentially fast on both sides, where it does; with {@link #analyticStrip} they
     * make quadrature cheap at large variances.
     */
    default Optional<Asymptotes> asymptotes() {
        return Optional.empty();
    }

    /**
     * The Gaussian averages of φ in closed form, where they are known.
     *
     * @return empty when {@link DualActivation#of} has to integrate
     */
    default Optional<DualActivation> closedFormDual() {
        return Optional.empty();
    }

    /** r if φ(sx) = s^r φ(x) for every s &gt; 0 (ReLU family: 1), empty otherwise. */
    default OptionalDouble homogeneity() {
        return OptionalDouble.empty();
    }
}
