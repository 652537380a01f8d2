package meanfield.ntk.experiments.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.core.data.DataSet;
import meanfield.core.data.DataSets;
import meanfield.core.data.EmbeddedDataSet;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionExperimentTest extends ExperimentContract<Convolution> {
    @Override
    protected Experiment<Convolution> experiment() {
        return new ConvolutionExperiment();
    }

    private static Convolution with(
            String dataSet, StandardActivation activation, int imageSize, int networks, int channels) {
        return new Convolution(dataSet, activation, 2, 3, 1.7, 0.2, 40, 60, imageSize, 1e-3, networks, channels);
    }

    private static double accuracy(RunResult result, String architecture, String kernel) {
        ResultTable row = Runs.theory(result).where(Map.of("architecture", architecture, "kernel", kernel));
        assertEquals(1, row.size());
        return row.number(0, "accuracy");
    }

    /** Pooling sees a digit wherever it stands: its lead is largest where examples are few. */
    @Test
    void poolingKnowsMoreAboutDigits() {
        RunResult result = Runs.run(
                experiment(),
                new Convolution("mnist", StandardActivation.RELU, 2, 3, 2, 0.01, 60, 400, 10, 1e-4, 0, 1));
        for (String kernel : List.of("nngp", "ntk")) {
            double dense = accuracy(result, "dense", kernel);
            // 400 test images: standard error 0.02
            assertTrue(accuracy(result, "pool", kernel) > dense + 0.03, kernel + " " + dense);
        }
    }

    /** The kernels are those of the finite networks that stand beside them: the distance falls like C^(-1/2). */
    @ParameterizedTest
    @EnumSource(
            value = StandardActivation.class,
            names = {"RELU", "ERF"})
    void finiteNetworksApproachTheirLimit(StandardActivation activation) {
        RunResult few = Runs.run(experiment(), with("fashion-mnist", activation, 6, 6, 24));
        RunResult many = Runs.run(experiment(), with("fashion-mnist", activation, 6, 6, 384));
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            Map<String, String> row =
                    Map.of("architecture", architecture.name().toLowerCase(java.util.Locale.ROOT), "kernel", "nngp");
            double far = Runs.simulation(few).where(row).number(0, "relativeError");
            double near = Runs.simulation(many).where(row).number(0, "relativeError");
            assertTrue(near < 0.12, architecture + " " + near);
            // 16 times as many channels: a quarter, within the scatter of six networks
            assertEquals(0.25, near / far, 0.12, architecture + "");
            double limit = Runs.theory(many).where(row).number(0, "meanSquaredError");
            double gap = Runs.simulation(many).where(row).number(0, "meanSquaredError") - limit;
            double before = Runs.simulation(few).where(row).number(0, "meanSquaredError") - limit;
            assertTrue(Math.abs(gap) < 0.5 * Math.abs(before), architecture + " " + gap + " " + before);
        }
    }

    /** With windows of one pixel and the identity all three are linear kernels: x·x′/D, x·x′/D and mean x · mean x′. */
    @Test
    void linearNetworksByHand() {
        Convolution parameters = new Convolution("mnist", StandardActivation.LINEAR, 1, 1, 1, 0, 5, 5, 7, 1e-3, 0, 1);
        DMatrixRMaj images = ImageScaling.to(
                        7, DataSets.embedded(EmbeddedDataSet.MNIST).train().first(5))
                .inputs();
        for (ImageArchitecture architecture : ImageArchitecture.values()) {
            DMatrixRMaj kernel =
                    KernelRecursion.of(architecture.architecture(parameters)).kernel(KernelKind.NNGP, images);
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    double inner = 0;
                    double first = 0;
                    double second = 0;
                    for (int a = 0; a < 49; a++) {
                        inner += images.get(i, a) * images.get(j, a) / 49;
                        first += images.get(i, a) / 49;
                        second += images.get(j, a) / 49;
                    }
                    double expected = architecture == ImageArchitecture.POOL ? first * second : inner;
                    assertEquals(expected, kernel.get(i, j), 1e-13, architecture + "");
                }
            }
        }
    }

    /** Averaging keeps the mean grey, is the identity at full size, and splits pixels by area. */
    @Test
    void scaledImages() {
        DMatrixRMaj three = new DMatrixRMaj(new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}});
        DataSet images = DataSet.ofImages("three", three, new DMatrixRMaj(new double[][] {{1}}), 3, List.of());
        DMatrixRMaj two = ImageScaling.to(2, images).inputs();
        // pixel (0, 0) covers 1, half of 2 and 4, a quarter of 5
        assertEquals((1 + 1 + 2 + 1.25) / 2.25, two.get(0, 0), 1e-15);
        assertEquals(5, (two.get(0, 0) + two.get(0, 1) + two.get(0, 2) + two.get(0, 3)) / 4, 1e-14);
        assertEquals(images, ImageScaling.to(3, images));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ImageScaling.to(4, images))
                .getMessage()
                .contains("imageSize must be at most 3"));
    }

    @Test
    void dataWithoutPixelsAreRefused(@TempDir Path folder) throws Exception {
        for (String part : List.of("train", "test")) {
            Files.writeString(folder.resolve(part + "-inputs.csv"), "1,2\n2,1\n0,1\n");
            Files.writeString(folder.resolve(part + "-targets.csv"), "1\n2\n3\n");
        }
        Convolution parameters =
                new Convolution(folder.toString(), StandardActivation.RELU, 1, 3, 2, 0, 3, 3, 2, 1e-4, 0, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> Runs.run(experiment(), parameters))
                .getMessage();
        assertTrue(message.contains("dataSet must be images"), message);
    }

    @Test
    void aFilterLargerThanTheImageReadsZeros() {
        RunResult result = Runs.run(
                experiment(), new Convolution("mnist", StandardActivation.TANH, 1, 7, 1.5, 0, 20, 20, 4, 0, 2, 3));
        assertEquals(0, result.failed(), result.verdict());
        assertEquals(9, result.resultTable().size());
    }
}
