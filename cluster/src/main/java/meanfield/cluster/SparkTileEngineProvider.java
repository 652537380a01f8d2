package meanfield.cluster;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.tiles.TileEngine;
import meanfield.core.tiles.TileEngineProvider;

/** Offers {@code --runner spark[:MASTER]} to {@code kernel} and {@code predict}. */
public final class SparkTileEngineProvider implements TileEngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public TileEngine open(String address, int threads, LinearAlgebra linearAlgebra) {
        return new SparkTileEngine(SparkMaster.of(address, threads), linearAlgebra);
    }
}
