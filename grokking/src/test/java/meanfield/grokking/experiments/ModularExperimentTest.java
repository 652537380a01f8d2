package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;

class ModularExperimentTest extends ExperimentContract<ModularSetting> {
    @Override
    protected Experiment<ModularSetting> experiment() {
        return new ModularExperiment();
    }

    private static RunResult run(ModularSetting setting) {
        return Runs.run(new ModularExperiment(), setting);
    }

    @Test
    void publishedStartOfTwoRuns() {
        compare("g4_modadd_train_p23_frac0p7", 0.7, 200, 2000, 100);
        compare("g4_modadd_train_p23_frac0p9_N100", 0.9, 100, 1000, 300);
    }

    private static void compare(String file, double fraction, int width, double rate, int steps) {
        JsonNode run = ReferenceFile.read(file).json().get("runs").get(0);
        ResultTable table = Runs.simulation(run(new ModularSetting(23, fraction, width, rate, steps, 1, 5)));
        int[] epochs = ReferenceFile.ints(run.get("epochs"));
        for (int i = 0; i < epochs.length && epochs[i] <= steps; i++) {
            double train = run.get("train_mse").get(i).doubleValue();
            double test = run.get("test_mse").get(i).doubleValue();
            assertEquals(train, table.number(epochs[i], "trainLoss"), 1e-6 * train);
            assertEquals(test, table.number(epochs[i], "testLoss"), 1e-6 * test);
            assertEquals(run.get("train_acc").get(i).doubleValue(), table.number(epochs[i], "trainAccuracy"), 1e-12);
            assertEquals(run.get("test_acc").get(i).doubleValue(), table.number(epochs[i], "testAccuracy"), 1e-12);
        }
    }

    @Test
    void outputScaleSetsTheUnitOfLosses() {
        // L/α² with small f: the target y/α = ½ alone
        ResultTable one = Runs.simulation(run(new ModularSetting(7, 0.8, 20, 50, 2, 2, 1)));
        assertEquals(0.25 / 7, one.number(0, "trainLoss"), 0.02);
    }

    @Test
    void compositeModulusIsSaid() {
        RunResult result = run(new ModularSetting(6, 0.5, 10, 10, 5, 1, 1));
        assertEquals(1, result.failed());
        assertTrue(result.resultTable().text(0, "message").contains("6 is not a prime"));
        assertEquals(6, Runs.simulation(result).size());
    }

    @Test
    void divergenceIsSaid() {
        ResultTable table = Runs.simulation(run(new ModularSetting(7, 0.8, 20, 1e6, 200, 1, 1)));
        assertTrue(table.text(table.size() - 1, "message").contains("learning rate"));
    }

    @Test
    void allPairsShownLeavesNoTest() {
        RunResult result = run(new ModularSetting(5, 1, 10, 10, 3, 1, 1));
        assertTrue(Double.isNaN(Runs.simulation(result).number(0, "testLoss")));
        assertEquals(0, result.failed());
    }
}
