package meanfield.approximation.experiments.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class GaussianProcessPdeExperimentTest extends ExperimentContract<GaussianProcessSetting> {
    @Override
    protected Experiment<GaussianProcessSetting> experiment() {
        return new GaussianProcessPdeExperiment();
    }

    private static GaussianProcessSetting published(int iterations) {
        return new GaussianProcessSetting(
                List.of(1.0, 0.1),
                List.of(1.0, 20.0),
                List.of(1.0, 0.01),
                List.of(1.0, 20.0),
                List.of(0.5, 0.5),
                1,
                List.of(96),
                1e-10,
                iterations,
                0,
                List.of(0.0, 0.05));
    }

    @Test
    void linesReachWhatOneGaussianKernelMisses() {
        ResultTable table = Runs.run(experiment(), published(0)).resultTable();
        assertTrue(table.number(0, "errorGaussian") > 0.09);
        assertTrue(table.number(0, "errorMixture") < 1e-6);
        assertTrue(Double.isNaN(table.number(0, "errorSearched")));
        assertEquals("line", table.text(1, "part"));
        assertEquals(1.01, table.number(3, "kernel"), 1e-15);
        assertEquals(0, table.number(3, "kernelThird"), 1e-12);
    }

    @Test
    void searchLowersTheLikelihoodAndNamesTheLines() {
        ResultTable table = quickRun().resultTable();
        for (int i = 0; table.text(i, "part").equals("error"); i++) {
            assertTrue(table.number(i, "likelihoodSearched") < table.number(i, "likelihoodGiven"));
        }
    }

    @Test
    void weightsThatAreSearchedArePositive() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GaussianProcessSetting(
                        List.of(1.0),
                        List.of(1.0),
                        List.of(0.0, 1.0),
                        List.of(1.0, 2.0),
                        List.of(1.0, 1.0),
                        1,
                        List.of(8),
                        1e-8,
                        5,
                        0,
                        List.of()));
    }
}
