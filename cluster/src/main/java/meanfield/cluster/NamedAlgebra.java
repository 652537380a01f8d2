package meanfield.cluster;

import java.util.Locale;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;

/** What executors compute with. */
final class NamedAlgebra {
    private NamedAlgebra() {}

    /**
     * The linear algebra of a {@linkplain LinearAlgebra#name() name}, on one thread.
     *
     * @throws IllegalArgumentException when this machine does not have it: another one would give other bits
     */
    static LinearAlgebra named(String name) {
        return LinearAlgebras.select(Backend.valueOf(name.toUpperCase(Locale.ROOT)), 1)
                .linearAlgebra();
    }
}
