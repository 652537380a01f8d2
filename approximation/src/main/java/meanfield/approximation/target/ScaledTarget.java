package meanfield.approximation.target;

import meanfield.core.Require;

/**
 * A target divided by a number, as a rule its Sobolev norm.
 *
 * @param inner f
 * @param divisor c &gt; 0
 */
public record ScaledTarget(Target inner, double divisor) implements Target {
    /** Checked. */
    public ScaledTarget {
        Require.present("inner", inner);
        Require.positive("divisor", divisor);
    }

    @Override
    public String label() {
        return inner.label();
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public int smoothness() {
        return inner.smoothness();
    }

    @Override
    public double value(double[] x) {
        return inner.value(x) / divisor;
    }

    @Override
    public double derivative(int[] alpha, double[] x) {
        return inner.derivative(alpha, x) / divisor;
    }

    @Override
    public double lebesgueNorm(int[] alpha, SobolevNorm norm) {
        return inner.lebesgueNorm(alpha, norm) / divisor;
    }

    @Override
    public double supremum(int[] alpha) {
        return inner.supremum(alpha) / divisor;
    }
}
