package meanfield.ntk.experiments.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinibatchNoiseExperimentTest extends ExperimentContract<MinibatchTraining> {
    private static final double STANDARD_ERRORS = 4.5;

    @Override
    protected Experiment<MinibatchTraining> experiment() {
        return new MinibatchNoiseExperiment();
    }

    private static MinibatchTraining parameters(
            BatchRule rule, double learningRate, int runs, int networks, int width) {
        return new MinibatchTraining(
                StandardActivation.TANH,
                2,
                1.5,
                0.1,
                10,
                3,
                learningRate,
                List.of(1, 3, 10),
                rule,
                25,
                runs,
                networks,
                width);
    }

    @ParameterizedTest
    @EnumSource(BatchRule.class)
    void linearRunsAgreeAtEveryStep(BatchRule rule) {
        RunResult result = Runs.run(experiment(), parameters(rule, 0.4, 4000, 0, 1));
        ResultTable theory = Runs.theory(result);
        ResultTable simulation = Runs.simulation(result);
        assertEquals(3 * 26, theory.size());
        assertEquals(theory.size(), simulation.size());
        for (int i = 0; i < theory.size(); i++) {
            for (String column : List.of("trainLoss", "outputVariance")) {
                double error = simulation.number(i, column + "StdErr");
                assertEquals(
                        theory.number(i, column), simulation.number(i, column), STANDARD_ERRORS * error, column + i);
                assertTrue(error < 0.2 * theory.number(i, column), column + " " + i);
            }
        }
    }

    /** Small batches are noisier at the same time; the whole set without replacement is not noisy at all. */
    @Test
    void smallBatchesAreNoisier() {
        RunResult result = Runs.run(experiment(), parameters(BatchRule.WITHOUT_REPLACEMENT, 0.4, 0, 0, 1));
        double before = Double.POSITIVE_INFINITY;
        for (int batch : List.of(1, 3, 10)) {
            ResultTable rows = Runs.theory(result).where(Map.of("batchSize", "" + batch, "step", "25"));
            double loss = rows.number(0, "trainLoss");
            assertTrue(loss < before, batch + " " + loss);
            before = loss;
        }
    }

    @Test
    void wideNetworksComeCloser() {
        double[] gaps = new double[2];
        int[] widths = {16, 512};
        for (int w = 0; w < 2; w++) {
            RunResult result = Runs.run(experiment(), parameters(BatchRule.WITH_REPLACEMENT, 0.4, 0, 60, widths[w]));
            ResultTable networks = Runs.simulation(result).where(Map.of("batchSize", "3"));
            ResultTable theory = Runs.theory(result).where(Map.of("batchSize", "3"));
            double scale = theory.number(25, "trainLoss");
            gaps[w] = Math.abs(networks.number(25, "trainLoss") - scale) / scale;
            if (w == 1) {
                assertTrue(
                        gaps[w] < 0.1 + STANDARD_ERRORS * networks.number(25, "trainLossStdErr") / scale, "" + gaps[w]);
            }
        }
        assertTrue(gaps[1] < gaps[0], gaps[0] + " " + gaps[1]);
    }

    @Test
    void divergenceIsAVerdict() {
        RunResult result = Runs.run(experiment(), parameters(BatchRule.WITHOUT_REPLACEMENT, 50, 20, 2, 16));
        assertTrue(result.notConverged() > 0 && result.failed() > 0, result.verdict());
        assertTrue(Runs.summary(result, "maximumLearningRate") < 50);
    }

    @Test
    void refusesBatchesLargerThanTheSet() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new MinibatchTraining(
                        StandardActivation.ERF,
                        1,
                        1,
                        0,
                        4,
                        2,
                        0.1,
                        List.of(2, 5),
                        BatchRule.WITH_REPLACEMENT,
                        3,
                        0,
                        0,
                        8));
        assertTrue(e.getMessage().startsWith("batchSizes must be at most trainSize = 4"), e.getMessage());
    }
}
