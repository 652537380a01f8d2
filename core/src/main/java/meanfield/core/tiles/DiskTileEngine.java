package meanfield.core.tiles;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;
import org.ejml.data.DMatrixRMaj;

/**
 * Tiles on this machine: computed in parallel, kept in a scratch file, read once a product.
 *
 * @param workers threads over tiles
 * @param linearAlgebra on one thread
 * @param scratch folder of the file
 */
public record DiskTileEngine(Workers workers, LinearAlgebra linearAlgebra, Path scratch) implements TileEngine {
    /** Tiles between two reports of progress. */
    private static final int CHUNK = 64;

    @Override
    public StoredTiles store(TileFunction matrix, TileGrid grid, DoubleConsumer progress) {
        TileSums sums = new TileSums(grid);
        ScratchFile file = ScratchFile.in(scratch, grid.tileBytes());
        try {
            double[] squares = new double[grid.tiles()];
            for (int from = 0; from < grid.tiles(); from += CHUNK) {
                int first = from;
                int count = Math.min(CHUNK, grid.tiles() - from);
                progress.accept((double) from / grid.tiles());
                workers.forEach(count, k -> {
                    DMatrixRMaj values = sums.compute(matrix, first + k, linearAlgebra);
                    file.write(first + k, values.data, values.getNumElements());
                    squares[first + k] = TileSums.square(first + k, values);
                });
            }
            double square = 0;
            for (double each : squares) {
                square += each;
            }
            return new OnDisk(sums, workers, linearAlgebra, file, Math.sqrt(square));
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void compute(TileFunction matrix, List<Rectangle> rectangles, BiConsumer<Integer, DMatrixRMaj> sink) {
        workers.forEach(rectangles.size(), k -> {
            Rectangle part = rectangles.get(k);
            DMatrixRMaj values =
                    matrix.tile(part.rowFrom(), part.rows(), part.columnFrom(), part.columns(), linearAlgebra);
            synchronized (sink) {
                sink.accept(k, values);
            }
        });
    }

    @Override
    public void requireSpace(long bytes) {
        ScratchFile.requireSpace(scratch, bytes);
    }

    /** The workers are the caller's; nothing of the engine's own is open. */
    @Override
    public void close() {}

    private record OnDisk(
            TileSums sums, Workers workers, LinearAlgebra linearAlgebra, ScratchFile file, double frobenius)
            implements StoredTiles {
        @Override
        public DMatrixRMaj apply(DMatrixRMaj x) {
            DMatrixRMaj[] parts = new DMatrixRMaj[sums.groups()];
            workers.forEach(parts.length, g -> {
                parts[g] = new DMatrixRMaj(x.numRows, x.numCols);
                for (int tile = sums.from(g); tile < sums.from(g + 1); tile++) {
                    addTile(tile, x, parts[g]);
                }
            });
            return sums.total(parts);
        }

        private void addTile(int tile, DMatrixRMaj x, DMatrixRMaj sum) {
            int count = sums.grid().rows(TileGrid.row(tile)) * sums.grid().rows(TileGrid.column(tile));
            file.read(tile, count, values -> sums.add(tile, values, x, linearAlgebra, sum));
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
