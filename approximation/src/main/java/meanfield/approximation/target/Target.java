package meanfield.approximation.target;

import java.util.Collections;
import java.util.List;
import meanfield.core.Require;

/**
 * A function on [0,1]^d with its partial derivatives and its declared smoothness: what a construction approximates.
 *
 * <pre>
 *   ‖f‖_{W^{n,∞}} = max_{|α| ≤ n} ess sup |D^α f|                                                          (1)
 * </pre>
 *
 * Implementations are immutable and thread-safe. {@link TargetFunction} holds the named ones; {@link TensorTarget} and
 * {@link RidgeTarget} make one from functions of one variable.
 */
public interface Target extends ScalarField {
    /** Name as the command line spells it. */
    String label();

    /** d. */
    int dimension();

    /** Largest n with f in W^{n,∞}; {@link Integer#MAX_VALUE} for infinitely differentiable functions. */
    int smoothness();

    /** D^α f(x); at a jump of the highest bounded derivative the mean of both sides. */
    double derivative(int[] alpha, double[] x);

    /** sup |D^α f| over [0,1]^d, for |α| ≤ smoothness. */
    double supremum(int[] alpha);

    /** Equation (1). */
    default double sobolevNorm(int order) {
        Require.atLeast("order", order, 0);
        Require.that(
                order <= smoothness(), "order", "be at most the smoothness " + smoothness() + " of " + label(), order);
        double norm = 0;
        for (int[] alpha : MultiIndex.upTo(dimension(), order)) {
            norm = Math.max(norm, supremum(alpha));
        }
        return norm;
    }

    /**
     * ‖D^α f‖_p over [0,1]^d. Here by product quadrature, which knows no jumps; targets made of functions of one variable
     * integrate piece by piece.
     */
    default double lebesgueNorm(int[] alpha, SobolevNorm norm) {
        if (Double.isInfinite(norm.exponent())) {
            return supremum(alpha);
        }
        int[] order = alpha.clone();
        return norm.lebesgue(x -> derivative(order, x), Collections.nCopies(dimension(), List.of()));
    }

    /** f divided by its norm (1) of this order: a point of the unit ball F_{n,d}. */
    default Target normalized(int order) {
        return new ScaledTarget(this, sobolevNorm(order));
    }
}
