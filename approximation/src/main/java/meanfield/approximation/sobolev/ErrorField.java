package meanfield.approximation.sobolev;

import java.util.function.DoubleUnaryOperator;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.SlicedField;
import meanfield.core.Require;

/**
 * f - f_N, the field whose sup is measured.
 *
 * @param target f
 * @param approximant f_N
 */
public record ErrorField(ScalarField target, ScalarField approximant) implements SlicedField {
    /** Present. */
    public ErrorField {
        Require.present("target", target);
        Require.present("approximant", approximant);
    }

    @Override
    public double value(double[] x) {
        return target.value(x) - approximant.value(x);
    }

    @Override
    public DoubleUnaryOperator slice(double[] leading) {
        double[] x = java.util.Arrays.copyOf(leading, leading.length + 1);
        DoubleUnaryOperator inner = approximant instanceof SlicedField sliced ? sliced.slice(leading) : null;
        return last -> {
            x[leading.length] = last;
            return target.value(x) - (inner == null ? approximant.value(x) : inner.applyAsDouble(last));
        };
    }
}
