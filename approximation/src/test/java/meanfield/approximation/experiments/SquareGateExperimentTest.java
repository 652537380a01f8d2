package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class SquareGateExperimentTest extends ExperimentContract<SquareGateSetting> {
    @Override
    protected Experiment<SquareGateSetting> experiment() {
        return new SquareGateExperiment();
    }

    @Test
    void errorsAreExactToTheBit() {
        ResultTable table =
                Runs.run(experiment(), new SquareGateSetting(List.of(30))).resultTable();
        assertEquals(30, table.size(), "a lone m stands for 1, ..., m");
        for (int i = 0; i < table.size(); i++) {
            int m = (int) table.number(i, "level");
            assertEquals(Math.scalb(1.0, -2 * (m + 1)), table.number(i, "supError"));
            assertEquals(0.0, table.number(i, "maximalDeviation"));
            assertEquals(8 * m - 1, table.number(i, "parameters"));
        }
    }

    @Test
    void aListIsTakenAsItIs() {
        ResultTable table =
                Runs.run(experiment(), new SquareGateSetting(List.of(2, 7))).resultTable();
        assertEquals(2, table.size());
        assertEquals(55, table.number(1, "parameters"));
    }
}
