package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class WidthConvergenceExperimentTest extends ExperimentContract<WidthConvergence> {
    @Override
    protected Experiment<WidthConvergence> experiment() {
        return new WidthConvergenceExperiment();
    }

    @Test
    void networksFollowTheExactLaw() {
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        ResultTable networks = OrderRuns.rows(quickRun(), "simulation");
        for (int i = 0; i < theory.size(); i++) {
            for (String name : new String[] {"runDeviation", "meanDeviation"}) {
                double expected = theory.number(i, name);
                // the plane through curved data has a bias of its own, of order 1/(M N)
                double allowed = 4.5 * networks.number(i, name + "StdErr") + 0.05 * expected;
                assertEquals(expected, networks.number(i, name), allowed, name + " of row " + i);
            }
        }
    }

    @Test
    void slopesOfTheTheory() {
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        int last = theory.size() - 1;
        double run = theory.number(last, "runDeviation") / theory.number(last - 1, "runDeviation");
        double mean = theory.number(last, "meanDeviation") / theory.number(last - 1, "meanDeviation");
        assertEquals(-0.5, Math.log(run) / Math.log(2), 0.01);
        assertEquals(-1, Math.log(mean) / Math.log(2), 0.02);
        assertTrue(theory.number(last, "width") == 256);
    }
}
