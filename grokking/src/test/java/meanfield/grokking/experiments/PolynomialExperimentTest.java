package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;

class PolynomialExperimentTest extends ExperimentContract<PolynomialSetting> {
    @Override
    protected Experiment<PolynomialSetting> experiment() {
        return new PolynomialExperiment();
    }

    @Test
    void everyEpochOfThePublishedRun() {
        ResultTable network = Runs.simulation(quickRun());
        assertEquals(801, network.size());
        var run = ReferenceFile.read("g1_grokking_rich").json().get("runs").get(0);
        int[] epochs =
                ReferenceFile.ints(ReferenceFile.read("g1_grokking_rich").json().get("epochs"));
        for (int i = 0; i < epochs.length; i++) {
            int row = epochs[i];
            double expected = run.get("train").get(i).doubleValue();
            assertEquals(expected, network.number(row, "trainLoss"), 1e-6 * expected);
            double parts = network.number(row, "varianceLoss")
                    + network.number(row, "misalignmentLoss")
                    + network.number(row, "linearLoss");
            assertEquals(network.number(row, "testLoss"), parts, 1e-12);
        }
        assertEquals("tracking", network.text(0, "label"));
        assertEquals(Math.log10(44.0 / 23), Runs.summary(quickRun(), "grokkingGap"), 1e-9);
    }

    private static RunResult run(int trainSize, int width, double alpha, double learningRate, int steps) {
        return Runs.run(
                new PolynomialExperiment(),
                new PolynomialSetting(8, trainSize, width, alpha, 0.3, 1, learningRate, steps, 3, 0.1));
    }

    @Test
    void emptyTrainingSetIsSaid() {
        RunResult result = run(0, 5, 1, 1, 10);
        assertEquals(1, result.failed());
        assertTrue(result.resultTable().text(0, "message").contains("nothing to train"));
    }

    @Test
    void divergenceIsSaid() {
        RunResult result = run(30, 5, 1, 500, 100);
        ResultTable table = Runs.simulation(result);
        int last = table.size() - 1;
        assertEquals("failed", table.text(last, "status"));
        assertTrue(table.text(last, "message").contains("learning rate 500"), table.text(last, "message"));
        assertEquals("diverged", result.summary().get("label"));
    }

    @Test
    void noStepsAndNoWidth() {
        RunResult result = run(30, 0, 1, 1, 0);
        assertEquals(1, result.resultTable().size());
        assertEquals("unfinished", result.resultTable().text(0, "label"));
        assertEquals(0, result.failed());
    }

    @Test
    void stableRateIsFound() {
        RunResult result = run(60, 3, 0.2, 0, 300);
        assertTrue(Runs.summary(result, "learningRate") > 0.1);
        ResultTable theory = Runs.theory(result);
        for (int t = 1; t < theory.size(); t++) {
            assertTrue(theory.number(t, "trainLoss") <= theory.number(t - 1, "trainLoss") * (1 + 1e-8));
        }
    }

    @Test
    void moreNeuronsComeCloserToTheory() {
        double few = deviation(4);
        double many = deviation(400);
        assertTrue(many < few / 4, few + " and " + many);
    }

    private static double deviation(int width) {
        RunResult result = run(60, width, 0.5, 1, 100);
        ResultTable theory = Runs.theory(result);
        ResultTable network = Runs.simulation(result);
        double sum = 0;
        for (int t = 0; t <= 100; t++) {
            sum += Math.abs(theory.number(t, "testLoss") - network.number(t, "testLoss"));
        }
        return sum;
    }
}
