package meanfield.approximation.target;

/** A real function of a point of ℝ^d; implementations are immutable and may be asked from several threads. */
@FunctionalInterface
public interface ScalarField {
    /** The value at x; the array is read, never kept or changed. */
    double value(double[] x);
}
