package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.dmft.feature.LearningReference;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class DeepLinearExperimentTest extends ExperimentContract<DeepLinear> {
    @Override
    protected Experiment<DeepLinear> experiment() {
        return new DeepLinearExperiment();
    }

    private static DeepLinear onePoint(double learningRate, int steps) {
        return new DeepLinear(3, List.of(List.of(1.0)), List.of(1.0), 1, learningRate, steps, List.of(), 0);
    }

    @Test
    void oneRowForEveryStepAndWidth() {
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        ResultTable networks = OrderRuns.rows(quickRun(), "simulation");
        assertEquals(61, theory.size());
        assertEquals(61, networks.size());
        for (int step = 0; step <= 60; step++) {
            assertEquals(step, theory.number(step, "step"));
            assertEquals(0.05 * step, theory.number(step, "time"), 1e-12);
            assertEquals(100, networks.number(step, "width"));
        }
    }

    @Test
    void thePublishedRows() {
        JsonNode file = LearningReference.read("d1b_deep_linear_L2_P2");
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        for (int i = 0; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            assertEquals(file.get("f").get(i).get(1).doubleValue(), theory.number(step, "output2"), 1e-8);
            assertEquals(file.get("loss").get(i).doubleValue(), theory.number(step, "trainLoss"), 1e-8);
            assertEquals(file.get("ntk").get(i).get(0).get(1).doubleValue(), theory.number(step, "ntk12"), 1e-8);
        }
    }

    @Test
    void noStepsAreTheStart() {
        RunResult result = OrderRuns.run(experiment(), onePoint(0.1, 0), 1);
        assertEquals(1, result.resultTable().size());
        assertEquals(4, result.resultTable().number(0, "ntk11"), 1e-14);
    }

    @Test
    void tooLargeAStepIsSaidAndNotDrawn() {
        RunResult result = OrderRuns.run(experiment(), onePoint(2, 30), 1);
        ResultTable table = result.resultTable();
        assertTrue(result.notConverged() > 0);
        assertEquals("ok", table.text(0, "status"));
        int last = table.size() - 1;
        assertEquals(30, table.number(last, "step"));
        assertTrue(Double.isNaN(table.number(last, "trainLoss")));
        assertTrue(table.text(last, "message").contains("learning rate 2.0 is too large"), table.text(last, "message"));
    }

    @Test
    void mistakesAreOneLine() {
        List<List<Double>> indefinite = List.of(List.of(1.0, 2.0), List.of(2.0, 1.0));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DeepLinear(1, indefinite, List.of(1.0, 1.0), 1, 0.1, 5, List.of(), 0))
                .getMessage()
                .contains("inputKernel must be positive semidefinite"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DeepLinear(1, indefinite, List.of(1.0), 1, 0.1, 5, List.of(), 0))
                .getMessage()
                .contains("inputKernel must have 1 rows"));
    }
}
