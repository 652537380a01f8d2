package meanfield.ntk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSets;
import meanfield.core.data.EmbeddedDataSet;
import meanfield.core.data.InputNormalization;
import meanfield.core.data.TrainTestData;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.prediction.KernelPrediction;
import meanfield.ntk.prediction.Ridge;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsExperimentTest extends ExperimentContract<Digits> {
    @Override
    protected Experiment<Digits> experiment() {
        return new DigitsExperiment();
    }

    private static Digits theory(String dataSet, int depth, List<Integer> trainSizes, int testSize) {
        return new Digits(dataSet, StandardActivation.RELU, depth, 2, 0.01, trainSizes, testSize, 1e-4, 0, 1, 1, 0);
    }

    private static double accuracy(RunResult result, String kernel, int trainSize) {
        ResultTable table = Runs.theory(result).where(Map.of("kernel", kernel, "trainSize", "" + trainSize));
        assertEquals(1, table.size());
        return table.number(0, "accuracy");
    }

    /** The promised bar: depth 3 ReLU, 2,000 training images, 500 test images. */
    @Test
    void mnistReachesTheBar() {
        RunResult result = Runs.run(experiment(), theory("mnist", 3, List.of(500, 2000), 500));
        assertTrue(accuracy(result, "ntk", 2000) >= 0.92);
        assertTrue(accuracy(result, "nngp", 2000) >= 0.92);
        assertTrue(accuracy(result, "ntk", 2000) > accuracy(result, "ntk", 500));
        assertEquals(4, result.inputs().size(), "four files of data are recorded");
    }

    @Test
    void fashionIsHarder() {
        RunResult result = Runs.run(experiment(), theory("Fashion_MNIST", 2, List.of(1000), 500));
        double accuracy = accuracy(result, "ntk", 1000);
        assertTrue(accuracy > 0.7 && accuracy < 0.92, "" + accuracy);
    }

    /** Nested sizes from one kernel against a regression of its own. */
    @Test
    void nestedSizesEqualSeparateRegressions() {
        RunResult result = Runs.run(experiment(), theory("mnist", 2, List.of(40, 90), 50));
        TrainTestData data =
                DataSets.embedded(EmbeddedDataSet.MNIST).first(40, 50).normalized(InputNormalization.SPHERE);
        KernelRecursion recursion =
                KernelRecursion.of(theory("mnist", 2, List.of(40), 50).network());
        KernelPair train = recursion.kernels(data.train().inputs());
        KernelPair cross = recursion.kernels(data.test().inputs(), data.train().inputs());
        for (KernelKind kind : KernelKind.values()) {
            DMatrixRMaj mean = KernelPrediction.of(kind, train, data.train().targets())
                    .withRidge(Ridge.relative(1e-4))
                    .withLinearAlgebra(LinearAlgebras.automatic())
                    .predict(cross, recursion.variances(data.test().inputs()).nngp(), Double.POSITIVE_INFINITY)
                    .mean();
            String kernel = kind.name().toLowerCase(java.util.Locale.ROOT);
            ResultTable row = Runs.theory(result).where(Map.of("kernel", kernel, "trainSize", "40"));
            assertEquals(data.test().meanSquaredError(mean), row.number(0, "meanSquaredError"), 1e-9, kernel);
        }
    }

    /** Training sets beyond the dense limit, here moved down to 50. */
    @Test
    void largeSizesOnDiskEqualDenseOnes() {
        TrainTestData data =
                DataSets.embedded(EmbeddedDataSet.MNIST).first(90, 50).normalized(InputNormalization.SPHERE);
        KernelRecursion recursion =
                KernelRecursion.of(theory("mnist", 2, List.of(40), 50).network());
        DigitRegression dense = new DigitRegression(recursion, data, 1e-4, Runs.context());
        for (KernelKind kind : KernelKind.values()) {
            List<DigitRegression.Outcome> expected = dense.outcomes(kind, List.of(40, 60, 90));
            List<DigitRegression.Outcome> mixed = dense.withLargestDense(50).outcomes(kind, List.of(40, 60, 90));
            for (int s = 0; s < 3; s++) {
                assertEquals(expected.get(s).trainSize(), mixed.get(s).trainSize());
                assertTrue(mixed.get(s).verdict().isConverged());
                for (int i = 0; i < 500; i++) {
                    assertEquals(expected.get(s).outputs().data[i], mixed.get(s).outputs().data[i], 1e-9);
                }
            }
            assertTrue(mixed.get(2).verdict().iterations() > 0, "by iteration");
        }
    }

    /** Wider networks come closer to the kernel regression. */
    @Test
    void trainedNetworksApproachTheKernel() {
        double theory = Double.NaN;
        double[] gaps = new double[2];
        int[] widths = {64, 512};
        for (int w = 0; w < 2; w++) {
            Digits parameters =
                    new Digits("mnist", StandardActivation.RELU, 1, 2, 0.01, List.of(60), 200, 0, 6, widths[w], 60, 60);
            RunResult result = Runs.run(experiment(), parameters);
            theory = Runs.theory(result).where(Map.of("kernel", "ntk")).number(0, "meanSquaredError");
            gaps[w] = Runs.simulation(result).number(0, "meanSquaredError") - theory;
        }
        assertTrue(Math.abs(gaps[1]) < 0.4 * Math.abs(gaps[0]), gaps[0] + " " + gaps[1]);
        assertTrue(Math.abs(gaps[1]) < 0.05 * theory, gaps[1] + " of " + theory);
    }

    @Test
    void ownDataInCsvFiles(@TempDir Path folder) throws Exception {
        StringBuilder inputs = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            inputs.append(Math.cos(i)).append(',').append(Math.sin(i)).append('\n');
            targets.append(Math.cos(i)).append('\n');
        }
        for (String part : List.of("train", "test")) {
            Files.writeString(folder.resolve(part + "-inputs.csv"), inputs);
            Files.writeString(folder.resolve(part + "-targets.csv"), targets);
        }
        RunResult result = Runs.run(experiment(), theory(folder.toString(), 1, List.of(6, 12), 12));
        ResultTable table = Runs.theory(result).where(Map.of("kernel", "ntk", "trainSize", "12"));
        assertEquals("ok", table.text(0, "status"));
        assertTrue(Double.isNaN(table.number(0, "accuracy")), "one target is no class");
        assertTrue(table.number(0, "meanSquaredError") < 1e-3);
    }

    @Test
    void duplicatesWithoutRidgeGiveAVerdictAndNoNumbers(@TempDir Path folder) throws Exception {
        for (String part : List.of("train", "test")) {
            Files.writeString(folder.resolve(part + "-inputs.csv"), "1,2\n1,2\n0,1\n");
            Files.writeString(folder.resolve(part + "-targets.csv"), "1\n2\n3\n");
        }
        Digits parameters =
                new Digits(folder.toString(), StandardActivation.ERF, 1, 1, 0, List.of(3), 3, 0, 0, 1, 1, 0);
        RunResult result = Runs.run(experiment(), parameters);
        assertTrue(result.notConverged() > 0, result.verdict());
    }

    @Test
    void namesOfDataSetsAreChecked() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> theory("mnits", 1, List.of(5), 5));
        assertEquals(
                "dataSet must be one of mnist, fashion-mnist or a folder, got mnits; did you mean mnist?",
                e.getMessage());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> Runs.run(experiment(), theory("./no-such-folder", 1, List.of(5), 5)))
                .getMessage()
                .contains("no such folder"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> Runs.run(experiment(), theory("mnist", 1, List.of(2001), 5)))
                .getMessage()
                .contains("2001"));
    }
}
