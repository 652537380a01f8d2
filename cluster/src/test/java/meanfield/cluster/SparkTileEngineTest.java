package meanfield.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.tiles.Blocks;
import meanfield.core.tiles.DiskTileEngine;
import meanfield.core.tiles.StoredTiles;
import meanfield.core.tiles.TileEngine;
import meanfield.core.tiles.TileGrid;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.large.KernelTiles;
import meanfield.ntk.large.LargeKernelRegression;
import meanfield.ntk.large.LargeSolution;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SparkTileEngineTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();
    private static final WideNetwork NETWORK =
            WideNetwork.of(StandardActivation.RELU).withBiasVariance(0.05).withDepth(2);

    @TempDir
    private Path scratch;

    private static DMatrixRMaj gaussian(int rows, int columns, long seed) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        RandomStream.of(seed).fillGaussian(matrix.data);
        return matrix;
    }

    private static TileEngine spark() {
        return new SparkTileEngineProvider().open("local[2]", 1, ALGEBRA);
    }

    private DiskTileEngine disk() {
        return new DiskTileEngine(Workers.serial(), ALGEBRA, scratch);
    }

    @Test
    void storedKernelHasTheBitsOfTheDisk() {
        KernelTiles kernel = KernelTiles.of(KernelKind.NTK, NETWORK.architecture(), gaussian(300, 8, 1));
        DMatrixRMaj vectors = gaussian(300, 4, 2);
        TileGrid grid = new TileGrid(300, 16);
        try (TileEngine engine = spark();
                StoredTiles there = engine.store(kernel, grid, part -> {});
                StoredTiles here = disk().store(kernel, grid, part -> {})) {
            assertEquals(here.frobenius(), there.frobenius());
            assertArrayEquals(here.apply(vectors).data, there.apply(vectors).data);
            assertArrayEquals(here.apply(vectors).data, there.apply(vectors).data);
        }
    }

    @Test
    void rectanglesArriveWhereTheyBelong() {
        DMatrixRMaj inputs = gaussian(40, 5, 3);
        KernelTiles kernel = KernelTiles.of(KernelKind.NNGP, NETWORK.architecture(), inputs);
        List<TileEngine.Rectangle> parts =
                List.of(new TileEngine.Rectangle(0, 25, 0, 40), new TileEngine.Rectangle(25, 15, 0, 40));
        DMatrixRMaj there = new DMatrixRMaj(40, 40);
        DMatrixRMaj here = new DMatrixRMaj(40, 40);
        try (TileEngine engine = spark()) {
            engine.compute(
                    kernel,
                    parts,
                    (k, values) -> Blocks.put(values, parts.get(k).rowFrom(), there));
        }
        disk().compute(
                        kernel,
                        parts,
                        (k, values) -> Blocks.put(values, parts.get(k).rowFrom(), here));
        assertArrayEquals(here.data, there.data);
    }

    @Test
    void regressionHasTheBitsOfThisMachine() {
        DMatrixRMaj inputs = gaussian(400, 6, 4);
        DMatrixRMaj targets = gaussian(400, 2, 5);
        LargeKernelRegression regression = LargeKernelRegression.of(KernelKind.NTK, KernelRecursion.of(NETWORK), inputs)
                .withRidge(Ridge.relative(1e-4))
                .withScratch(scratch)
                .withTiles(64, 40);
        LargeSolution here = regression.solve(targets);
        try (TileEngine engine = spark()) {
            LargeSolution there = regression.withEngine(engine).solve(targets);
            assertTrue(there.convergence().isConverged(), there.convergence()::toString);
            assertArrayEquals(here.weights().data, there.weights().data);
        }
    }
}
