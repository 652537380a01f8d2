package meanfield.approximation.experiments.gaunt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class GauntExperimentTest extends ExperimentContract<GauntDegrees> {
    @Override
    protected Experiment<GauntDegrees> experiment() {
        return new GauntExperiment();
    }

    @Test
    void bothRoutesAgreeAndPathsAreLost() {
        ResultTable table = quickRun().resultTable();
        assertEquals(15, table.number(1, "clebschGordanPaths"));
        assertEquals(11, table.number(1, "gauntPaths"));
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.number(i, "routeDifference") < 1e-12);
            assertTrue(table.number(i, "directWork") < table.number(i, "clebschGordanWork"));
        }
    }
}
