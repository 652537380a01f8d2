package meanfield.core.tiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskTileEngineTest {
    /** Sums of at most 211 products of numbers below 1. */
    private static final double ROUNDING = 1e-13;

    @TempDir
    private Path scratch;

    /** A_ij = 1/(1 + |i - j|) + cos(i + j)/n. */
    private record Example(int size) implements TileFunction {
        @Override
        public DMatrixRMaj tile(int rowFrom, int rows, int columnFrom, int columns, LinearAlgebra linearAlgebra) {
            DMatrixRMaj tile = new DMatrixRMaj(rows, columns);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    int row = rowFrom + i;
                    int column = columnFrom + j;
                    tile.set(i, j, 1.0 / (1 + Math.abs(row - column)) + Math.cos(row + column) / size);
                }
            }
            return tile;
        }

        DMatrixRMaj whole() {
            return tile(0, size, 0, size, LinearAlgebras.ejml());
        }
    }

    private static DMatrixRMaj vectors(int size) {
        DMatrixRMaj x = new DMatrixRMaj(size, 3);
        RandomStream.of(5).fillGaussian(x.data);
        return x;
    }

    private DMatrixRMaj product(Example matrix, int side, int threads) {
        try (Workers workers = Workers.of(threads);
                StoredTiles stored = engine(workers).store(matrix, new TileGrid(matrix.size(), side), part -> {})) {
            return stored.apply(vectors(matrix.size()));
        }
    }

    private DiskTileEngine engine(Workers workers) {
        return new DiskTileEngine(workers, LinearAlgebras.automatic(), scratch);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "64, 16", "211, 10", "50, 50", "50, 64"})
    void productIsThatOfTheWholeMatrix(int size, int side) throws IOException {
        Example matrix = new Example(size);
        DMatrixRMaj expected = LinearAlgebras.ejml().multiply(matrix.whole(), vectors(size));
        assertArrayEquals(expected.data, product(matrix, side, 1).data, ROUNDING * size);
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count(), "scratch files must be gone");
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        Example matrix = new Example(211);
        assertArrayEquals(product(matrix, 10, 1).data, product(matrix, 10, 3).data);
    }

    @Test
    void frobeniusNormIsThatOfTheWholeMatrix() {
        Example matrix = new Example(53);
        try (Workers workers = Workers.of(2);
                StoredTiles stored = engine(workers).store(matrix, new TileGrid(53, 8), part -> {})) {
            assertEquals(Blocks.norm(matrix.whole()), stored.frobenius(), ROUNDING * 53);
        }
    }

    @Test
    void rectanglesCoverWhatTheyName() {
        Example matrix = new Example(20);
        DMatrixRMaj found = new DMatrixRMaj(20, 20);
        List<TileEngine.Rectangle> parts =
                List.of(new TileEngine.Rectangle(0, 12, 0, 20), new TileEngine.Rectangle(12, 8, 0, 20));
        try (Workers workers = Workers.of(2)) {
            engine(workers)
                    .compute(
                            matrix,
                            parts,
                            (k, values) -> Blocks.put(values, parts.get(k).rowFrom(), found));
        }
        assertArrayEquals(matrix.whole().data, found.data);
    }

    @Test
    void listenerEndsTheWork() throws IOException {
        try (Workers workers = Workers.of(2)) {
            assertThrows(CancellationException.class, () -> engine(workers)
                    .store(new Example(100), new TileGrid(100, 4), part -> {
                        if (part > 0.1) {
                            throw new CancellationException("enough");
                        }
                    }));
        }
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 7", "1000, 10", "60000, 1024"})
    void groupsCoverEveryTileOnce(int size, int side) {
        TileGrid grid = new TileGrid(size, side);
        TileSums sums = new TileSums(grid);
        assertEquals(0, sums.from(0));
        assertEquals(grid.tiles(), sums.from(sums.groups()));
        for (int g = 0; g < sums.groups(); g++) {
            assertTrue(sums.from(g) < sums.from(g + 1));
        }
        for (int tile = 0; tile < Math.min(grid.tiles(), 5000); tile++) {
            int row = TileGrid.row(tile);
            int column = TileGrid.column(tile);
            assertTrue(column >= 0 && column <= row);
            assertEquals(tile, row * (row + 1) / 2 + column);
        }
    }
}
