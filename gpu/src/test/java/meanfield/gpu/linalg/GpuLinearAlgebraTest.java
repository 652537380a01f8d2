package meanfield.gpu.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.gpu.SoftwareDevice;
import meanfield.gpu.library.GpuLibraries;
import meanfield.gpu.pairs.Limits;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation on a device against EJML, in one piece and in blocks. */
@ExtendWith(SoftwareDevice.class)
class GpuLinearAlgebraTest {
    /** Sums of at most 400 products of order one, in another order. */
    private static final double ROUNDING = 1e-11;

    private static LinearAlgebra cpu;
    private static LinearAlgebra whole;
    private static LinearAlgebra blocks;

    @BeforeAll
    static void open() {
        assertEquals("", GpuLibraries.unavailableReason().orElse(""));
        cpu = LinearAlgebras.ejml();
        whole = GpuLinearAlgebra.open(cpu, "a device", 1, Limits.NONE);
        // 5000 numbers: sides of about 36
        blocks = GpuLinearAlgebra.open(cpu, "a small device", 1, new Limits(2048, 50_000));
    }

    private static DMatrixRMaj random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = random.nextGaussian();
        }
        return matrix;
    }

    private static void assertNear(DMatrixRMaj expected, DMatrixRMaj actual) {
        assertEquals(expected.numRows, actual.numRows);
        assertEquals(expected.numCols, actual.numCols);
        assertArrayEquals(expected.data, actual.data, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,3,5", "31,33,32", "64,1,100", "1,64,100", "100,90,80", "37,36,400"})
    void products(int rows, int columns, int inner) {
        for (LinearAlgebra gpu : new LinearAlgebra[] {whole, blocks}) {
            DMatrixRMaj a = random(rows, inner, 1);
            DMatrixRMaj b = random(inner, columns, 2);
            assertNear(cpu.multiply(a, b), gpu.multiply(a, b));
            DMatrixRMaj at = random(inner, rows, 3);
            assertNear(cpu.multiplyTransA(at, b), gpu.multiplyTransA(at, b));
            DMatrixRMaj bt = random(columns, inner, 4);
            assertNear(cpu.multiplyTransB(a, bt), gpu.multiplyTransB(a, bt));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,2", "33,7", "100,90", "36,400"})
    void gramMatricesAreExactlySymmetric(int rows, int columns) {
        DMatrixRMaj x = random(rows, columns, 5);
        for (LinearAlgebra gpu : new LinearAlgebra[] {whole, blocks}) {
            DMatrixRMaj gram = gpu.gram(x);
            assertNear(cpu.gram(x), gram);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < i; j++) {
                    assertEquals(gram.get(i, j), gram.get(j, i));
                }
            }
        }
    }

    @Test
    void gramTilesAreThoseOfTheCpu() {
        DMatrixRMaj x = random(90, 13, 6);
        DMatrixRMaj y = random(70, 13, 7);
        double[] expected = new double[20 * 30];
        double[] actual = new double[20 * 30];
        for (LinearAlgebra gpu : new LinearAlgebra[] {whole, blocks}) {
            GramTiles tiles = gpu.gramTiles(x, y);
            try (GramTiles reference = cpu.gramTiles(x, y)) {
                reference.tile(50, 70, 40, 70, expected);
                tiles.tile(50, 70, 40, 70, actual);
                assertArrayEquals(expected, actual, ROUNDING);
            }
            tiles.close();
        }
        GramTiles closed = whole.gramTiles(x, y);
        closed.close();
        assertThrows(IllegalStateException.class, () -> closed.tile(0, 1, 0, 1, actual));
    }

    /** Around the edges of blocks of 256. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 255, 256, 257, 520})
    void choleskyFactorizationsAgree(int n) {
        DMatrixRMaj a = cpu.gram(random(n, n + 20, 8));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                a.set(i, j, Double.NaN); // only the lower triangle is read
            }
        }
        for (double shift : new double[] {0, 3.5}) {
            Cholesky expected = cpu.cholesky(a, shift);
            Cholesky actual = whole.cholesky(a, shift);
            assertTrue(actual.convergence().isConverged());
            double scale = Math.sqrt(n);
            assertArrayEquals(expected.lower().data, actual.lower().data, 1e-10 * scale);
            assertEquals(expected.logDeterminant(), actual.logDeterminant(), 1e-10 * n);
            double ratio = actual.conditionEstimate() / expected.conditionEstimate();
            assertTrue(ratio > 0.3 && ratio < 3, "condition ratio " + ratio);
            DMatrixRMaj b = random(n, 3, 9);
            DMatrixRMaj solution = actual.solve(b);
            double residual = 0;
            DMatrixRMaj reference = expected.solve(b);
            for (int i = 0; i < b.getNumElements(); i++) {
                residual = Math.max(residual, Math.abs(solution.data[i] - reference.data[i]));
            }
            assertTrue(residual < 1e-14 * expected.conditionEstimate(), "solutions differ by " + residual);
        }
    }

    @Test
    void theBadPivotIsNamed() {
        int n = 300;
        DMatrixRMaj a = cpu.gram(random(n, n, 10));
        a.set(270, 270, -1);
        Cholesky cholesky = whole.cholesky(a);
        assertFalse(cholesky.convergence().isConverged());
        assertEquals(
                cpu.cholesky(a).convergence().detail(), cholesky.convergence().detail());
    }

    @Test
    void aMatrixThatDoesNotFitIsFactoredOnTheCpu() {
        DMatrixRMaj a = cpu.gram(random(120, 130, 11));
        assertArrayEquals(cpu.cholesky(a).lower().data, blocks.cholesky(a).lower().data);
    }

    @Test
    void smallOperationsRunOnTheCpuToTheBit() {
        LinearAlgebra usual = GpuLinearAlgebra.open(cpu, "a device");
        DMatrixRMaj a = random(40, 30, 12);
        assertArrayEquals(cpu.gram(a).data, usual.gram(a).data);
        assertTrue(
                usual.description().contains("a device") && usual.description().contains("EJML"));
    }

    @Test
    void manyThreadsGetTheBitsOfOne() {
        DMatrixRMaj x = random(60, 20, 13);
        double[] alone = new double[60 * 60];
        try (GramTiles tiles = whole.gramTiles(x, x);
                Workers workers = Workers.of(4)) {
            tiles.tile(0, 60, 0, 60, alone);
            DMatrixRMaj gram = whole.gram(x);
            workers.forEach(12, k -> {
                double[] here = new double[60 * 60];
                tiles.tile(0, 60, 0, 60, here);
                assertArrayEquals(alone, here);
                assertArrayEquals(gram.data, whole.gram(x).data);
            });
        }
    }

    @Test
    void theBackendIsFoundByItsName() {
        LinearAlgebra found = LinearAlgebras.select(Backend.GPU, 1).linearAlgebra();
        assertEquals("gpu", found.name());
        assertTrue(found.pairEngine().isPresent());
    }
}
