package meanfield.approximation.experiments.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.approximation.classical.StandardFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PolynomialMinimaxExperimentTest extends ExperimentContract<PolynomialMinimax> {
    @Override
    protected Experiment<PolynomialMinimax> experiment() {
        return new PolynomialMinimaxExperiment();
    }

    private ResultTable run(StandardFunction function, int degree) {
        return Runs.run(experiment(), new PolynomialMinimax(function, degree)).resultTable();
    }

    @Test
    void oneRowWithThePromisedColumns() {
        ResultTable table = run(StandardFunction.ABS, 40);
        assertEquals(1, table.size());
        assertEquals(40, table.number(0, "degree"));
        assertEquals(0.007001493619010578816364, table.number(0, "minimaxError"), 1e-12 * 0.007);
        assertEquals(43, table.number(0, "alternationPoints"));
        assertEquals(0.28016949902386913 / 40, table.number(0, "law"), 1e-15);
        assertTrue(table.number(0, "interpolationError") > table.number(0, "minimaxError"));
    }

    /** Laws approach the numbers. */
    @Test
    void lawsHold() {
        for (StandardFunction function : new StandardFunction[] {
            StandardFunction.SQRT, StandardFunction.RELU, StandardFunction.EXP, StandardFunction.POLE
        }) {
            ResultTable table = run(function, 16);
            assertEquals(1, table.number(0, "minimaxError") / table.number(0, "law"), 0.04, function.name());
        }
    }

    @Test
    void theFloorIsSaidInWords() {
        ResultTable table = run(StandardFunction.EXP, 60);
        assertEquals("not-converged", table.text(0, "status"));
        assertTrue(table.text(0, "message").contains("rounding floor"), table.text(0, "message"));
        assertTrue(Double.isNaN(table.number(0, "minimaxError")));
    }
}
