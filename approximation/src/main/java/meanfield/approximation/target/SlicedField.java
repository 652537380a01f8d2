package meanfield.approximation.target;

import java.util.function.DoubleUnaryOperator;

/** A field that is cheaper to ask along a line than point by point; {@link GridSup} asks it so. */
public interface SlicedField extends ScalarField {
    /**
     * The function of the last coordinate with all others fixed.
     *
     * @param leading the first d - 1 coordinates; read, not kept
     */
    DoubleUnaryOperator slice(double[] leading);

    /** The slice at the leading coordinates, asked at the last. */
    @Override
    default double value(double[] x) {
        return slice(java.util.Arrays.copyOf(x, x.length - 1)).applyAsDouble(x[x.length - 1]);
    }
}
