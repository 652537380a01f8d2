package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import meanfield.grokking.training.SparsityTask;
import org.junit.jupiter.api.Test;

class SparsityExperimentTest extends ExperimentContract<SparsitySetting> {
    @Override
    protected Experiment<SparsitySetting> experiment() {
        return new SparsityExperiment();
    }

    private static void compare(String name, SparsityOptimizer optimizer, double variance, double rate) {
        JsonNode j = ReferenceFile.read(name).json();
        int last = 100;
        ResultTable result = Runs.run(
                        new SparsityExperiment(),
                        new SparsitySetting(
                                32,
                                256,
                                10,
                                256,
                                SparsityTask.Inputs.POSITIVE,
                                SparsityTask.Labels.RANDOM,
                                variance,
                                optimizer,
                                rate,
                                last,
                                2001))
                .resultTable();
        ResultTable table = result.where(java.util.Map.of("source", "simulation"));
        int[] steps = ReferenceFile.ints(j.get("steps"));
        for (int i = 0; i < steps.length && steps[i] <= last; i++) {
            boolean early = steps[i] <= 20;
            double loss = j.get("train_mse").get(i).doubleValue();
            assertEquals(loss, table.number(steps[i], "trainLoss"), (early ? 1e-6 : 1e-2) * loss);
            assertEquals(
                    j.get("active_fraction").get(i).doubleValue(),
                    table.number(steps[i], "activeFraction"),
                    early ? 1e-6 : 0.01);
            double mean = j.get("mean_activation").get(i).doubleValue();
            assertEquals(mean, table.number(steps[i], "meanActivation"), (early ? 1e-6 : 0.01) * mean);
            assertEquals(
                    j.get("dead_units").get(i).doubleValue(),
                    table.number(steps[i], "deadFraction"),
                    early ? 1e-9 : 0.02);
        }
        JsonNode checks = j.get("init_checks");
        assertEquals(checks.get("gradient_on_activation_slope").doubleValue(), table.number(0, "gradientSlope"), 1e-9);
        assertEquals(checks.get("expected_slope").doubleValue(), result.number(0, "gradientSlope"), 1e-12);
    }

    @Test
    void publishedAdam() {
        compare("g9_sparsity_random_labels_adam_mse", SparsityOptimizer.ADAM, 1.0 / 256, 0.01);
    }

    @Test
    void publishedDescent() {
        compare("g9_sparsity_random_labels_gd_mse", SparsityOptimizer.GRADIENT_DESCENT, 0.0625, 0.001);
    }

    @Test
    void slopeIsCTimesTheReadoutVarianceOnAverage() {
        double sum = 0;
        double squares = 0;
        int draws = 60;
        for (int k = 0; k < draws; k++) {
            double slope = SparsityTask.portable(
                            new SparsityTask.Sizes(12, 60, 7, 30),
                            SparsityTask.Inputs.CENTRED,
                            SparsityTask.Labels.LINEAR,
                            0.3,
                            100 + 10 * k,
                            LinearAlgebras.automatic())
                    .gradientSlope();
            sum += slope / draws;
            squares += slope * slope / draws;
        }
        double error = Math.sqrt((squares - sum * sum) / (draws - 1));
        assertEquals(7 * 0.09, sum, 4.5 * error);
    }

    @Test
    void centredInputsStayHalfActive() {
        ResultTable table = Runs.simulation(Runs.run(
                new SparsityExperiment(),
                new SparsitySetting(
                        32,
                        256,
                        10,
                        256,
                        SparsityTask.Inputs.CENTRED,
                        SparsityTask.Labels.RANDOM,
                        1.0 / 256,
                        SparsityOptimizer.GRADIENT_DESCENT,
                        0.05,
                        100,
                        2001)));
        assertEquals(0.5, table.number(100, "activeFraction"), 0.02);
        assertTrue(table.number(100, "trainLoss") < table.number(0, "trainLoss"));
    }

    @Test
    void divergenceAndEmptyDataAreSaid() {
        SparsitySetting wild = new SparsitySetting(
                8,
                16,
                3,
                20,
                SparsityTask.Inputs.POSITIVE,
                SparsityTask.Labels.LINEAR,
                1,
                SparsityOptimizer.GRADIENT_DESCENT,
                100,
                50,
                1);
        assertTrue(Runs.run(new SparsityExperiment(), wild).failed() > 0);
    }
}
