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

class MultigridOperatorExperimentTest extends ExperimentContract<MultigridSetting> {
    @Override
    protected Experiment<MultigridSetting> experiment() {
        return new MultigridOperatorExperiment();
    }

    @Test
    void blockIsTheCycleAndBothRoutesAgree() {
        ResultTable table = quickRun().resultTable();
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.number(i, "blockDifference") < 1e-12);
            assertEquals(table.number(i, "fourierRadius"), table.number(i, "twoGridRadius"), 1e-9);
            assertTrue(table.number(i, "cycleRadius") < 0.4);
        }
    }

    @Test
    void oneDimensionHasNoBlock() {
        ResultTable table = Runs.run(experiment(), MultigridSetting.of(1, 2.0 / 3, 1, 1, List.of(15)))
                .resultTable();
        assertEquals(1.0 / 9, table.number(0, "twoGridRadius"), 1e-10);
        assertEquals(0.32425026173441274, table.number(0, "sineResidual"), 1e-11);
        assertTrue(Double.isNaN(table.number(0, "blockParameters")));
    }

    @Test
    void restrictingTheSourceIsNoCycle() {
        MultigridSetting setting = new MultigridSetting(
                2, 0.8, 1, 1, List.of(15), false, 24, List.of(List.of(1, 1), List.of(1, 1), List.of(2, 0)));
        RunResult result = Runs.run(experiment(), setting);
        ResultTable table = result.resultTable();
        assertTrue(table.number(0, "blockDifference") > 0.01);
        assertEquals(246 - 9 * 3, table.number(0, "blockParameters"));
        assertEquals(96192, Runs.summary(result, "networkParameters"));
        assertEquals(96192 + 9 * 24 * 24 * 2, Runs.summary(result, "networkParametersResidual"));
        assertEquals(15040, Runs.summary(quickRun(), "networkParameters"));
    }
}
