package meanfield.approximation.experiments.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class NonlinearPdeExperimentTest extends ExperimentContract<NonlinearPdeSetting> {
    @Override
    protected Experiment<NonlinearPdeSetting> experiment() {
        return new NonlinearPdeExperiment();
    }

    @Test
    void normsSettleAndStayBelowTheBound() {
        RunResult result = quickRun();
        assertEquals(0.47976288326078725, Runs.summary(result, "linearRate"), 1e-9);
        assertEquals(0.935657834531427, Runs.summary(result, "barronLimit"), 1e-9);
        ResultTable table = result.resultTable();
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.number(i, "barron") <= table.number(i, "barronBound"));
        }
        assertTrue(Runs.summary(result, "smallBoundLimit") < 1);
    }

    @Test
    void overflowIsSaidInTheRow() {
        RunResult result =
                Runs.run(experiment(), new NonlinearPdeSetting(1, 20, 8, 1, 40, List.of(List.of(1)), List.of(30.0), 0));
        assertTrue(result.failed() > 0);
        assertTrue(result.resultTable().text(40, "message").contains("stepSize"));
    }
}
