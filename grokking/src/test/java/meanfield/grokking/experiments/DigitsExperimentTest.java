package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;

class DigitsExperimentTest extends ExperimentContract<DigitsSetting> {
    @Override
    protected Experiment<DigitsSetting> experiment() {
        return new DigitsExperiment();
    }

    private static DigitsSetting setting(double scale, double output, int batch, int steps, int every, int seed) {
        return new DigitsSetting(
                "digits", List.of(64, 64), scale, output, 150, 10_000, 0.1, 1e-3, batch, steps, every, seed);
    }

    @Test
    void publishedRunsStepByStep() {
        for (String name : List.of("g5_digits_scale6", "g5_digits_scale1")) {
            JsonNode file = ReferenceFile.read(name).json();
            for (JsonNode run : file.get("runs")) {
                ResultTable table = Runs.simulation(Runs.run(
                        new DigitsExperiment(),
                        setting(
                                file.get("scale").doubleValue(),
                                1,
                                0,
                                100,
                                1,
                                run.get("seed").intValue())));
                int[] steps = ReferenceFile.ints(run.get("steps"));
                for (int i = 0; i < steps.length && steps[i] <= 100; i++) {
                    for (String[] pair : new String[][] {
                        {"train_mse", "trainLoss"}, {"test_mse", "testLoss"}, {"weight_norm", "weightNorm"}
                    }) {
                        double expected = run.get(pair[0]).get(i).doubleValue();
                        assertEquals(expected, table.number(steps[i], pair[1]), 1e-6 * expected, name + steps[i]);
                    }
                    assertEquals(
                            run.get("test_acc").get(i).doubleValue(), table.number(steps[i], "testAccuracy"), 1e-3);
                }
            }
        }
    }

    /** Far beyond where ReLU and Adam have amplified rounding: the published accuracies, within 0.02. */
    @Test
    void publishedAccuraciesLateInTraining() {
        for (String name : List.of("g5_digits_scale6", "g5_digits_scale1")) {
            JsonNode file = ReferenceFile.read(name).json();
            JsonNode run = file.get("runs").get(0);
            boolean lazy = file.get("scale").doubleValue() == 6;
            int last = lazy ? 5673 : 2742;
            ResultTable table = Runs.simulation(Runs.run(
                    new DigitsExperiment(),
                    setting(
                            file.get("scale").doubleValue(),
                            1,
                            0,
                            last,
                            last,
                            run.get("seed").intValue())));
            int[] steps = ReferenceFile.ints(run.get("steps"));
            int at = java.util.stream.IntStream.range(0, steps.length)
                    .filter(i -> steps[i] == last)
                    .findFirst()
                    .orElseThrow();
            assertEquals(run.get("train_acc").get(at).doubleValue(), table.number(1, "trainAccuracy"), 0.02, name);
            assertEquals(run.get("test_acc").get(at).doubleValue(), table.number(1, "testAccuracy"), 0.02, name);
            double norm = run.get("weight_norm").get(at).doubleValue();
            assertEquals(norm, table.number(1, "weightNorm"), 0.02 * norm, name);
        }
    }

    @Test
    void usualWeightsGeneralizeWithTheFit() {
        // reference: training 90 % at step 57, test 80 % at step 52
        assertEquals(57, Runs.summary(quickRun(), "memorizationStep"), 4);
        assertEquals(52, Runs.summary(quickRun(), "generalizationStep"), 4);
    }

    @Test
    void outputScaleIsAFactorOfTheOutput() {
        ResultTable plain = Runs.simulation(Runs.run(new DigitsExperiment(), setting(1, 1, 0, 0, 1, 3)));
        ResultTable scaled = Runs.simulation(Runs.run(new DigitsExperiment(), setting(1, 3, 0, 0, 1, 3)));
        assertEquals(plain.number(0, "testAccuracy"), scaled.number(0, "testAccuracy"), 0);
        assertTrue(scaled.number(0, "trainLoss") > plain.number(0, "trainLoss"));
    }

    @Test
    void batchesRunAndStopsAreSaid() {
        RunResult batches = Runs.run(new DigitsExperiment(), setting(1, 1, 50, 20, 7, 3));
        assertEquals(
                List.of(0L, 7L, 14L, 20L),
                List.of(
                        (long) batches.resultTable().number(0, "step"),
                        (long) batches.resultTable().number(1, "step"),
                        (long) batches.resultTable().number(2, "step"),
                        (long) batches.resultTable().number(3, "step")));
        RunResult empty = Runs.run(
                new DigitsExperiment(), new DigitsSetting("digits", List.of(4), 1, 1, 0, 10, 0, 1e-3, 0, 5, 1, 3));
        assertTrue(empty.resultTable().text(0, "message").contains("nothing to train"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DigitsSetting("digit", List.of(4), 1, 1, 10, 10, 0, 1e-3, 0, 5, 1, 3));
    }

    @Test
    void largeImagesAreReadToo() {
        RunResult result = Runs.run(
                new DigitsExperiment(),
                new DigitsSetting("mnist", List.of(20), 1, 1, 60, 50, 0.01, 1e-3, 20, 30, 10, 3));
        ResultTable table = result.resultTable();
        assertEquals(4, table.size());
        assertTrue(table.number(3, "trainLoss") < table.number(0, "trainLoss"));
        assertEquals(4, result.inputs().size());
    }
}
