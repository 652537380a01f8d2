package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.dmft.scaling.ScalingSolver;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class ScalingLawsExperimentTest extends ExperimentContract<ScalingLaws> {
    @Override
    protected Experiment<ScalingLaws> experiment() {
        return new ScalingLawsExperiment();
    }

    /** Rows 0 … steps of both sources, within 4.5 standard errors of each other. */
    @Test
    void simulationFollowsTheory() {
        RunResult result = OrderRuns.run(experiment(), new ScalingLaws(150, 1.6, 1.2, 60, 80, 2, 20, 0.1, 40), 4);
        ResultTable theory = OrderRuns.rows(result, "theory");
        ResultTable simulation = OrderRuns.rows(result, "simulation");
        assertEquals(21, theory.size());
        assertEquals(21, simulation.size());
        for (int t = 0; t <= 20; t++) {
            double expected = theory.number(t, "testLoss");
            double error = simulation.number(t, "testLossStdErr");
            assertEquals(expected, simulation.number(t, "testLoss"), 4.5 * error + 0.01 * expected);
            assertTrue(theory.number(t, "ensembleTestLoss") <= expected);
        }
    }

    /** 0 means infinite, and then nothing is random: theory alone, in closed form, at steps without end. */
    @Test
    void zeroIsInfinite() {
        ScalingLaws parameters = new ScalingLaws(40, 1.6, 1.2, 0, 0, 1.5, 5000, 0, 10);
        RunResult result = OrderRuns.run(experiment(), parameters, 4);
        assertEquals(5001, result.resultTable().size());
        double exact = ScalingSolver.solve(parameters.model(), 5000).testLoss()[5000];
        assertEquals(exact, result.resultTable().number(5000, "testLoss"));
        assertEquals(0, result.resultTable().number(5000, "limitTestLoss"), 1e-15);
    }

    @Test
    void longFiniteRunsAreRefusedInOneLine() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new ScalingLaws(40, 1.6, 1.2, 10, 0, 1.5, 5000, 0, 0));
        assertTrue(e.getMessage().startsWith("steps must be <= 1000"), e.getMessage());
    }

    @Test
    void unstableRatesSaySo() {
        RunResult result = OrderRuns.run(experiment(), new ScalingLaws(40, 1.6, 1.2, 20, 0, 9, 40, 0, 0), 4);
        assertEquals(41, result.notConverged());
        assertTrue(result.resultTable().text(0, "message").contains("above the largest stable one"));
        assertTrue(Double.isNaN(result.resultTable().number(0, "limitTestLoss")));
    }
}
