package meanfield.approximation.sobolev;

import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.Target;
import meanfield.core.Require;

/**
 * f - f_N, the field whose sup is measured.
 *
 * @param target f
 * @param approximant f_N
 */
public record ErrorField(Target target, ScalarField approximant) implements ScalarField {
    /** Present. */
    public ErrorField {
        Require.present("target", target);
        Require.present("approximant", approximant);
    }

    @Override
    public double value(double[] x) {
        return target.value(x) - approximant.value(x);
    }
}
