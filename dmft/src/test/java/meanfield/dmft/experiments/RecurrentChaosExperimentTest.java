package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class RecurrentChaosExperimentTest extends ExperimentContract<RecurrentChaos> {
    @Override
    protected Experiment<RecurrentChaos> experiment() {
        return new RecurrentChaosExperiment();
    }

    /** Silence has rows too, and its Lyapunov exponent is g - 1 in theory and in networks. */
    @Test
    void orderedPhase() {
        RunResult result = OrderRuns.run(experiment(), new RecurrentChaos(0.5, List.of(0.0, 2.0), 200, 3), 5);
        assertTrue(result.isOk());
        ResultTable theory = OrderRuns.rows(result, "theory");
        ResultTable simulation = OrderRuns.rows(result, "simulation");
        assertEquals(-0.5, theory.number(1, "lyapunovExponent"));
        assertEquals(0, theory.number(0, "autocorrelation"));
        // the spectral abscissa of a finite matrix: g - 1 + O(N^-1/2)
        assertEquals(-0.5, simulation.number(0, "lyapunovExponent"), 0.1);
        assertEquals(0, simulation.number(0, "variance"), 1e-10);
    }

    /** Lags need not start at 0 and need not fit any step; no simulation on demand. */
    @Test
    void anyLags() {
        RunResult result = OrderRuns.run(experiment(), new RecurrentChaos(3, List.of(0.37, 1.234, 200.0), 0, 4), 5);
        assertEquals(3, result.resultTable().size());
        assertTrue(result.resultTable().number(0, "autocorrelation")
                < result.resultTable().number(0, "variance"));
        assertEquals(0, result.resultTable().number(2, "autocorrelation"), 1e-8);
    }

    @Test
    void timesMustAscend() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new RecurrentChaos(2, List.of(1.0, 1.0), 0, 0));
        assertEquals("times[1] must be > 1.0, got 1.0", e.getMessage());
    }
}
