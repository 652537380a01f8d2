package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PolyReluVersusReluExperimentTest extends ExperimentContract<EmulationSetting> {
    @Override
    protected Experiment<EmulationSetting> experiment() {
        return new PolyReluVersusReluExperiment();
    }

    /** Between the two lines, and linear in the logarithm: 2 units a level, two bits a level. */
    @Test
    void emulationsLieBetweenTheLines() {
        RunResult result =
                Runs.run(experiment(), new EmulationSetting(List.of(0.2, -0.5, 0.7, 0.1, -0.3), List.of(9), 1.5));
        ResultTable table = result.resultTable();
        assertEquals(27, table.size());
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.number(i, "supError") <= table.number(i, "errorBound") * (1 + 1e-12));
            assertTrue(table.number(i, "units") >= table.number(i, "fewestUnits"));
        }
        assertEquals(2 / Math.log(4), Runs.summary(result, "unitsPerLogarithmSquare"), 1e-9);
    }

    /** A unit that is piecewise linear costs nothing, whatever the theorem said. */
    @Test
    void withoutCurvatureThereIsNothingToPay() {
        ResultTable table = Runs.run(experiment(), new EmulationSetting(List.of(0.0, 1.0), List.of(1, 2), 1))
                .resultTable();
        assertEquals(0.0, table.number(4, "supError"));
        assertEquals(1, table.number(4, "units"));
        assertThrows(IllegalArgumentException.class, () -> new EmulationSetting(List.of(1.0), List.of(2), 1));
    }
}
