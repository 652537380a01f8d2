package meanfield.ntk.large;

import java.nio.file.Path;
import java.util.Optional;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;
import meanfield.core.tiles.DiskTileEngine;
import meanfield.core.tiles.TileEngine;

/**
 * What a large solve computes with.
 *
 * @param workers threads over tiles and strips
 * @param linearAlgebra products, on one thread
 * @param scratch folder of temporary files
 * @param engine where the kernel's tiles are computed and kept; empty for this machine
 * @param listener who hears of progress
 */
record Surroundings(
        Workers workers,
        LinearAlgebra linearAlgebra,
        Path scratch,
        Optional<TileEngine> engine,
        LargeSolveListener listener) {
    Surroundings with(Workers value) {
        return new Surroundings(value, linearAlgebra, scratch, engine, listener);
    }

    Surroundings with(LinearAlgebra value) {
        return new Surroundings(workers, value, scratch, engine, listener);
    }

    Surroundings with(Path value) {
        return new Surroundings(workers, linearAlgebra, value, engine, listener);
    }

    Surroundings with(TileEngine value) {
        return new Surroundings(workers, linearAlgebra, scratch, Optional.of(value), listener);
    }

    Surroundings with(LargeSolveListener value) {
        return new Surroundings(workers, linearAlgebra, scratch, engine, value);
    }

    /** This machine's threads and disk, unless told otherwise. */
    TileEngine tiles() {
        return engine.orElseGet(() -> new DiskTileEngine(workers, linearAlgebra, scratch));
    }
}
