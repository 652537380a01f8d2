package meanfield.core.linalg;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import meanfield.core.Require;

/** Chooses what computes dense linear algebra on this machine, and says why. */
public final class LinearAlgebras {
    /** System property; {@code true} makes OpenBLAS unavailable, as on a machine where it does not load. */
    public static final String NATIVE_DISABLED = "meanfield.native.disabled";

    private LinearAlgebras() {}

    /** EJML, always there. */
    public static LinearAlgebra ejml() {
        return new EjmlLinearAlgebra();
    }

    /** The automatic choice on one thread: what experiments use. */
    public static LinearAlgebra automatic() {
        return select(Backend.AUTO, 1).linearAlgebra();
    }

    /**
     * The linear algebra of a backend. {@code threads} is what one call of OpenBLAS may use; leave it at 1 wherever calls
     * come from several threads at once, and wherever bits must not depend on the number of threads. EJML always runs on
     * the caller's thread.
     *
     * @throws IllegalArgumentException with one line when the backend was asked for by name and is not available
     */
    public static BackendChoice select(Backend backend, int threads) {
        Require.present("backend", backend);
        Require.atLeast("threads", threads, 1);
        return switch (backend) {
            case AUTO -> automatic(threads);
            case EJML -> new BackendChoice(ejml(), "asked for");
            case NATIVE -> {
                OpenBlasLibrary.unavailableReason().ifPresent(reason -> refuse(backend, reason));
                yield new BackendChoice(new OpenBlasLinearAlgebra(threads), "asked for");
            }
            case GPU -> {
                Plugin plugin = plugin(backend);
                plugin.refusal().ifPresent(reason -> refuse(backend, reason));
                yield new BackendChoice(open(backend, plugin.provider(), threads), "asked for");
            }
        };
    }

    /** What is available here, in the order EJML, native, GPU. */
    public static List<BackendStatus> statuses() {
        return Stream.of(Backend.EJML, Backend.NATIVE, Backend.GPU)
                .map(LinearAlgebras::status)
                .toList();
    }

    private static BackendChoice automatic(int threads) {
        return OpenBlasLibrary.unavailableReason()
                .map(reason -> new BackendChoice(ejml(), reason))
                .orElseGet(() -> new BackendChoice(new OpenBlasLinearAlgebra(threads), "OpenBLAS loads"));
    }

    private static BackendStatus status(Backend backend) {
        try {
            return new BackendStatus(
                    backend, true, select(backend, 1).linearAlgebra().description());
        } catch (IllegalArgumentException e) {
            return new BackendStatus(backend, false, e.getMessage());
        }
    }

    private static LinearAlgebra open(Backend backend, LinearAlgebraProvider provider, int threads) {
        try {
            return provider.create(threads);
        } catch (BackendException e) {
            throw refusal(backend, e.getMessage());
        }
    }

    private static void refuse(Backend backend, String reason) {
        throw refusal(backend, reason);
    }

    private static IllegalArgumentException refusal(Backend backend, String reason) {
        return new IllegalArgumentException("backend " + backend.spelling() + " is not available: " + reason);
    }

    private static Plugin plugin(Backend backend) {
        try {
            return ServiceLoader.load(LinearAlgebraProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.name().equals(backend.spelling()))
                    .findFirst()
                    .map(provider -> new Plugin(provider, provider.unavailableReason()))
                    .orElseGet(() -> new Plugin(null, Optional.of("no plug-in of that name is on the class path")));
        } catch (ServiceConfigurationError | LinkageError e) {
            return new Plugin(null, Optional.of("its plug-in does not load: " + e.getMessage()));
        }
    }

    private record Plugin(LinearAlgebraProvider provider, Optional<String> refusal) {}
}
