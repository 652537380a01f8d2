package meanfield.core.check;

import java.util.Optional;
import java.util.function.Consumer;
import meanfield.core.linalg.Backend;

/**
 * A backend that can examine itself on this machine; found by {@link java.util.ServiceLoader}. What it does that {@link
 * meanfield.core.linalg.LinearAlgebra} does not show (single precision, rates of the device) is examined here.
 */
public interface BackendCheck {
    /** The backend. */
    Backend backend();

    /** Why it cannot be used here, in one clause; empty when it can. Never throws. */
    Optional<String> unavailableReason();

    /** The device and its libraries; only called when it is available. */
    String description();

    /** Examines correctness; only called when it is available. */
    void correctness(CheckPlan plan, Consumer<CheckResult> results);

    /**
     * Measures rates of the device.
     *
     * @param size inputs of the kernel matrix that is timed
     * @param dimension features of an input
     */
    void speed(CheckPlan plan, int size, int dimension, Consumer<CheckResult> results);
}
