package meanfield.approximation.trained;

import meanfield.core.activation.StandardActivation;

/**
 * The hidden units that are compared, as functions of a preactivation z.
 *
 * <pre>
 *   RELU z₊ · SQUARED_RELU z₊² · GELU zΦ(z) · SILU z/(1+e^-z) · TANH · POLYRELU Σ_{i≤3} a_i z₊^i, a shared and trained
 *   SWIGLU silu(w·x + b)(v·x + c), read-out absorbed into v and c
 * </pre>
 */
public enum HiddenUnit {
    /** z₊. */
    RELU,
    /** z₊². */
    SQUARED_RELU,
    /** zΦ(z). */
    GELU,
    /** z/(1 + e^-z). */
    SILU,
    /** tanh z. */
    TANH,
    /** Σ a_i z₊^i with one trained vector of coefficients for the layer, started at 1/3 each. */
    POLYRELU,
    /** silu(w·x + b)(v·x + c). */
    SWIGLU;

    /** Trained numbers that all units share. */
    int sharedCount() {
        return this == POLYRELU ? 3 : 0;
    }

    /** σ(z). */
    double value(double z, double[] shared) {
        double positive = Math.max(z, 0);
        return switch (this) {
            case RELU -> positive;
            case SQUARED_RELU -> positive * positive;
            case GELU -> StandardActivation.GELU.value(z);
            case SILU, SWIGLU -> StandardActivation.SILU.value(z);
            case TANH -> Math.tanh(z);
            case POLYRELU -> ((shared[2] * positive + shared[1]) * positive + shared[0]) * positive;
        };
    }

    /** σ′(z); at kinks the mean of both sides. */
    double derivative(double z, double[] shared) {
        return switch (this) {
            case RELU -> z > 0 ? 1 : z == 0 ? 0.5 : 0;
            case SQUARED_RELU -> 2 * Math.max(z, 0);
            case GELU -> StandardActivation.GELU.derivative(z);
            case SILU, SWIGLU -> StandardActivation.SILU.derivative(z);
            case TANH -> StandardActivation.TANH.derivative(z);
            case POLYRELU -> z > 0 ? (3 * shared[2] * z + 2 * shared[1]) * z + shared[0] : z == 0 ? 0.5 * shared[0] : 0;
        };
    }
}
