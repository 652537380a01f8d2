package meanfield.core.linalg;

import java.util.Optional;

/**
 * A plug-in that brings another implementation of {@link LinearAlgebra}; found by {@link java.util.ServiceLoader}.
 * {@link LinearAlgebras} asks the provider whose name is the {@linkplain Backend#spelling() spelling} of the backend.
 */
public interface LinearAlgebraProvider {
    /** {@code gpu}. */
    String name();

    /** Why it cannot be used here, in one clause; empty when it can. Never throws. */
    Optional<String> unavailableReason();

    /**
     * The linear algebra; only called when it is available. {@code threads} counts threads of the CPU.
     *
     * @throws BackendException when it cannot be opened after all
     */
    LinearAlgebra create(int threads);
}
