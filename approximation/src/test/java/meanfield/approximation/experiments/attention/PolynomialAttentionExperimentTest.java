package meanfield.approximation.experiments.attention;

import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PolynomialAttentionExperimentTest extends ExperimentContract<AttentionSteps> {
    @Override
    protected Experiment<AttentionSteps> experiment() {
        return new PolynomialAttentionExperiment();
    }

    @Test
    void boundsHold() {
        ResultTable table = quickRun().resultTable();
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.number(i, "maxError") <= table.number(i, "errorBound") + 1e-14, "row " + i);
        }
    }
}
