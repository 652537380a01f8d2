package meanfield.core.tiles;

import meanfield.core.linalg.LinearAlgebra;

/** A plug-in that computes tiles elsewhere; found by {@link java.util.ServiceLoader}. */
public interface TileEngineProvider {
    /** Name on the command line, before the colon: {@code spark}. */
    String name();

    /**
     * Starts the engine.
     *
     * @param address what stood behind the colon on the command line; empty for the plug-in's own choice
     * @param threads threads to use where the address does not say
     * @param linearAlgebra what to compute with, by {@linkplain LinearAlgebra#name() name} on other machines
     * @throws IllegalArgumentException with one line when it is no address
     */
    TileEngine open(String address, int threads, LinearAlgebra linearAlgebra);
}
