package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.dmft.feature.LearningReference;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class RichnessExperimentTest extends ExperimentContract<Richness> {
    @Override
    protected Experiment<Richness> experiment() {
        return new RichnessExperiment();
    }

    private static Richness onePoint(StandardActivation activation, int layers, double kernel, double learningRate) {
        return new Richness(
                activation, layers, List.of(List.of(kernel)), List.of(1.0), 1, learningRate, 20, 400, 4, List.of(), 0);
    }

    /** Mean over networks within 4.5 combined standard errors, and the finite-width effect of order 1/N. */
    @Test
    void networksFollowTheory() {
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        ResultTable networks = OrderRuns.rows(quickRun(), "simulation");
        for (int step = 0; step <= 50; step += 5) {
            for (String name : List.of("output1", "output2", "ntk11", "ntk12", "featureKernelChange")) {
                double expected = theory.number(step, name);
                double error = Math.hypot(theory.number(step, name + "StdErr"), networks.number(step, name + "StdErr"));
                assertEquals(
                        expected,
                        networks.number(step, name),
                        4.5 * error + 0.03 * Math.abs(expected) + 0.003,
                        name + " at step " + step);
            }
        }
    }

    /** erf(x/√2) on a kernel K is erf(x) on K/2: the published quadrature by another name. */
    @Test
    void twoLayersAreDoneByQuadrature() {
        JsonNode one = LearningReference.read("d1c_two_layer_erf_quadrature")
                .get("cases")
                .get(1);
        RunResult result = OrderRuns.run(experiment(), onePoint(StandardActivation.ERF, 1, 0.5, 0.1), 1);
        assertEquals("quadrature", result.summary().get("method"));
        for (int i = 0; i < 6; i++) {
            int step = one.get("steps").get(i).intValue();
            ResultTable table = result.resultTable();
            assertEquals(one.get("f").get(i).doubleValue(), table.number(step, "output1"), 1e-5);
            assertEquals(one.get("ntk").get(i).doubleValue(), table.number(step, "ntk11"), 1e-5);
            assertEquals(1, table.number(step, "kernelTargetAlignment"), 1e-14);
        }
    }

    @Test
    void linearLayersAreDoneExactly() {
        RunResult richness = OrderRuns.run(experiment(), onePoint(StandardActivation.LINEAR, 2, 1, 0.03), 1);
        assertEquals("closed", richness.summary().get("method"));
        JsonNode file = LearningReference.read("d1b_deep_linear_L2_P1");
        assertEquals(
                file.get("f").get(5).get(0).doubleValue(),
                richness.resultTable().number(20, "output1"),
                1e-8);
    }

    @Test
    void tooLargeAStepIsSaid() {
        for (int layers = 1; layers <= 2; layers++) {
            RunResult result = OrderRuns.run(experiment(), onePoint(StandardActivation.SOFTPLUS, layers, 1, 500), 1);
            ResultTable table = result.resultTable();
            int last = table.size() - 1;
            assertEquals("not-converged", table.text(last, "status"));
            assertTrue(Double.isNaN(table.number(last, "output1")));
            assertTrue(table.text(last, "message").contains("too large"), table.text(last, "message"));
        }
    }

    @Test
    void mistakesAreOneLine() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> onePoint(StandardActivation.SIGN, 2, 1, 0.1))
                .getMessage()
                .startsWith("activation must be continuous"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> onePoint(StandardActivation.TANH, 2, -1, 0.1))
                .getMessage()
                .contains("inputKernel must have a positive diagonal"));
    }
}
