package meanfield.ntk.large;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import meanfield.core.Convergence;
import meanfield.core.NonConvergenceException;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSets;
import meanfield.core.data.EmbeddedDataSet;
import meanfield.core.data.InputNormalization;
import meanfield.core.data.TrainTestData;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.tiles.ScratchFile;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.prediction.KernelPrediction;
import meanfield.ntk.prediction.LinearizedTraining;
import meanfield.ntk.prediction.Prediction;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeKernelRegressionTest {
    /** The promise: as the dense solution, where the dense one itself has ten digits. */
    private static final double DENSE = 1e-9;

    private static final KernelRecursion RELU = KernelRecursion.of(WideNetwork.of(StandardActivation.RELU)
            .withWeightVariance(2)
            .withBiasVariance(0.01)
            .withDepth(3));

    @TempDir
    private Path scratch;

    /** Files are gone even from the folder's listing while they are in use. */
    @AfterEach
    void scratchIsEmpty() throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    private static DMatrixRMaj gaussian(int rows, int columns, long seed) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        RandomStream.of(seed).fillGaussian(matrix.data);
        return matrix;
    }

    private LargeKernelRegression regression(KernelKind kind, KernelRecursion recursion, DMatrixRMaj inputs) {
        return LargeKernelRegression.of(kind, recursion, inputs).withScratch(scratch);
    }

    private static DMatrixRMaj dense(
            KernelKind kind, KernelRecursion recursion, Ridge ridge, DMatrixRMaj inputs, DMatrixRMaj targets) {
        return LinearizedTraining.of(recursion.kernel(kind, inputs), targets)
                .withRidge(ridge)
                .weights(Double.POSITIVE_INFINITY);
    }

    /** 2,000 digits of the embedded set and 2,000 shifted ones: the memory allowed makes small tiles and a small rank. */
    @ParameterizedTest
    @EnumSource(KernelKind.class)
    void fourThousandDigitsAsTheDenseSolution(KernelKind kind) {
        TrainTestData data =
                DataSets.embedded(EmbeddedDataSet.MNIST).first(2000, 200).normalized(InputNormalization.SPHERE);
        DMatrixRMaj inputs = shiftedBelow(data.train().inputs());
        DMatrixRMaj targets = new DMatrixRMaj(4000, 10);
        for (int half = 0; half < 2; half++) {
            System.arraycopy(data.train().targets().data, 0, targets.data, half * 20_000, 20_000);
        }
        Ridge ridge = Ridge.relative(1e-4);
        LargeKernelRegression large = regression(kind, RELU.withWorkers(Workers.serial()), inputs)
                .withRidge(ridge)
                .withMemory(120_000_000L);
        LargeSolution solution = large.solve(targets).orThrow();
        assertTrue(solution.convergence().residual() <= 1e-10, solution.toString());
        DMatrixRMaj means = large.means(solution, data.test().inputs());
        DMatrixRMaj cross = RELU.kernel(kind, data.test().inputs(), inputs);
        DMatrixRMaj expected = LinearAlgebras.automatic().multiply(cross, dense(kind, RELU, ridge, inputs, targets));
        assertArrayEquals(expected.data, means.data, DENSE, solution.method());
    }

    /** The images, and the same images one pixel further. */
    private static DMatrixRMaj shiftedBelow(DMatrixRMaj images) {
        int n = images.numRows;
        int d = images.numCols;
        DMatrixRMaj both = new DMatrixRMaj(2 * n, d);
        System.arraycopy(images.data, 0, both.data, 0, n * d);
        System.arraycopy(images.data, 0, both.data, n * d + 1, n * d - 1);
        return both;
    }

    @Test
    void bitsDoNotDependOnWorkers() {
        DMatrixRMaj inputs = gaussian(230, 5, 1);
        DMatrixRMaj targets = gaussian(230, 3, 2);
        DMatrixRMaj first = null;
        for (int threads : new int[] {1, 2, 4}) {
            try (Workers workers = Workers.of(threads)) {
                DMatrixRMaj weights = regression(KernelKind.NTK, RELU, inputs)
                        .withRidge(Ridge.relative(1e-4))
                        .withTiles(37, 40)
                        .withWorkers(workers)
                        .solve(targets)
                        .orThrow()
                        .weights();
                first = first == null ? weights : first;
                assertArrayEquals(first.data, weights.data);
            }
        }
    }

    @Test
    void anyTileAndAnyLibrary() {
        DMatrixRMaj inputs = gaussian(53, 4, 1);
        DMatrixRMaj targets = gaussian(53, 2, 2);
        Ridge ridge = Ridge.absolute(0.01);
        DMatrixRMaj expected = dense(KernelKind.NNGP, RELU, ridge, inputs, targets);
        for (int side : new int[] {1, 2, 7, 52, 53, 54, 1000}) {
            for (int rank : new int[] {1, 13, 53}) {
                LargeKernelRegression large = regression(KernelKind.NNGP, RELU, inputs)
                        .withRidge(ridge)
                        .withTiles(side, rank)
                        .withTolerance(1e-12, 500);
                assertArrayEquals(expected.data, large.solve(targets).orThrow().weights().data, DENSE);
                assertArrayEquals(
                        expected.data,
                        large.withLinearAlgebra(LinearAlgebras.ejml())
                                .solve(targets)
                                .orThrow()
                                .weights()
                                .data,
                        DENSE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KernelKind.class)
    void meansAndVariancesAsDense(KernelKind kind) {
        DMatrixRMaj inputs = gaussian(90, 6, 1);
        DMatrixRMaj tests = gaussian(31, 6, 2);
        DMatrixRMaj targets = gaussian(90, 2, 3);
        KernelPair train = RELU.kernels(inputs);
        Prediction expected = KernelPrediction.of(kind, train, targets)
                .withRidge(Ridge.relative(1e-3))
                .predict(RELU.kernels(tests, inputs), RELU.variances(tests).nngp(), Double.POSITIVE_INFINITY);
        // memory for a few columns at once, so that there are several batches
        Prediction large = regression(kind, RELU, inputs)
                .withRidge(Ridge.relative(1e-3))
                .withMemory(2_000_000L)
                .predict(targets, tests);
        assertArrayEquals(expected.mean().data, large.mean().data, DENSE);
        assertArrayEquals(expected.variance(), large.variance(), DENSE);
        assertEquals(expected.diagnosis().ridge(), large.diagnosis().ridge(), 1e-15);
        assertEquals(expected.diagnosis().effectiveRank(), large.diagnosis().effectiveRank(), 1e-9);
        assertTrue(large.diagnosis().residual() < 1e-10);
    }

    /** Against eigenvalues: Ritz values approach the smallest from above, landmarks the largest from below. */
    @Test
    void conditionIsThatOfTheRegularizedKernel() {
        DMatrixRMaj inputs = gaussian(300, 8, 1);
        double[] values = LinearAlgebras.automatic()
                .symmetricEigen(RELU.kernel(KernelKind.NTK, inputs))
                .values();
        double exact = (values[299] + 0.01) / (values[0] + 0.01);
        double estimate = regression(KernelKind.NTK, RELU, inputs)
                .withRidge(Ridge.absolute(0.01))
                .solve(gaussian(300, 4, 2))
                .diagnosis()
                .conditionEstimate();
        assertEquals(1, estimate / exact, 0.3);
    }

    @Test
    void smallestProblems() {
        DMatrixRMaj one = new DMatrixRMaj(1, 1, true, 2.0);
        LargeSolution single = regression(KernelKind.NNGP, RELU, one).solve(new DMatrixRMaj(1, 1, true, 3.0));
        double variance = RELU.kernel(KernelKind.NNGP, one).get(0, 0);
        assertEquals(3 / variance, single.orThrow().weights().get(0, 0), 1e-14);
        LargeSolution zero =
                regression(KernelKind.NNGP, RELU, gaussian(20, 1, 1)).solve(new DMatrixRMaj(20, 2));
        assertArrayEquals(new double[40], zero.orThrow().weights().data);
        DMatrixRMaj constant = new DMatrixRMaj(20, 1);
        CommonOps_DDRM.fill(constant, 1);
        DMatrixRMaj inputs = gaussian(20, 3, 1);
        assertArrayEquals(
                dense(KernelKind.NTK, RELU, Ridge.none(), inputs, constant).data,
                regression(KernelKind.NTK, RELU, inputs)
                        .withTolerance(1e-13, 200)
                        .solve(constant)
                        .orThrow()
                        .weights()
                        .data,
                DENSE);
    }

    /** Two equal inputs with different targets and no ridge: no solution, and nothing silent. */
    @Test
    void duplicatesWithoutRidgeAreAVerdict() {
        DMatrixRMaj inputs = gaussian(40, 3, 1);
        System.arraycopy(inputs.data, 0, inputs.data, 60, 3);
        LargeSolution solution = regression(KernelKind.NTK, RELU, inputs)
                .withTolerance(1e-10, 300)
                .solve(gaussian(40, 1, 2));
        assertFalse(solution.convergence().isConverged());
        assertTrue(solution.convergence().residual() > 1e-3);
        assertTrue(solution.convergence().detail().contains("ridge"));
        for (double weight : solution.weights().data) {
            assertTrue(Double.isFinite(weight));
        }
        assertThrows(NonConvergenceException.class, solution::orThrow);
    }

    @Test
    void iterationLimitIsAVerdict() {
        LargeSolution solution = regression(KernelKind.NTK, RELU, gaussian(200, 30, 1))
                .withTiles(64, 1)
                .withTolerance(1e-12, 2)
                .solve(gaussian(200, 1, 2));
        assertEquals(Convergence.Status.ITERATION_LIMIT, solution.convergence().status());
        assertEquals(2, solution.convergence().iterations());
    }

    @Test
    void listenerCanStop() {
        LargeKernelRegression large = regression(KernelKind.NTK, RELU, gaussian(100, 3, 1))
                .withTiles(10, 10)
                .withListener((fraction, text) -> {
                    if (text.startsWith("step")) {
                        throw new CancellationException("enough");
                    }
                });
        assertThrows(CancellationException.class, () -> large.solve(gaussian(100, 1, 2)));
    }

    @Test
    void refusalsAreOneLine() {
        DMatrixRMaj inputs = gaussian(1000, 3, 1);
        LargeKernelRegression large = regression(KernelKind.NTK, RELU, inputs);
        assertMessage("memory must be at least ", () -> large.withMemory(10_000).solve(gaussian(1000, 1, 1)));
        assertMessage(
                "targets must have a row for each of the 1000 inputs, got 2 x 1", () -> large.solve(gaussian(2, 1, 1)));
        assertMessage("scratch must be a writable folder, got nowhere", () -> large.withScratch(Path.of("nowhere"))
                .solve(gaussian(1000, 1, 1)));
        DMatrixRMaj bad = gaussian(1000, 1, 1);
        bad.set(7, 0, Double.NaN);
        assertMessage("targets row 8 column 1 must be finite, got NaN", () -> large.solve(bad));
        assertThrows(IllegalArgumentException.class, () -> ScratchFile.requireSpace(scratch, Long.MAX_VALUE));
    }

    private static void assertMessage(String start, Runnable call) {
        String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
        assertTrue(message.startsWith(start), message);
    }
}
