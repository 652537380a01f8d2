package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.approximation.target.TargetFunction;
import meanfield.approximation.trained.HiddenUnit;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class OptimalLineExperimentTest extends ExperimentContract<OptimalLineSetting> {
    @Override
    protected Experiment<OptimalLineSetting> experiment() {
        return new OptimalLineExperiment();
    }

    /** The line holds for the worst function: of one function splines may be better. No network of fixed weights is below the rigorous line; exact products run parallel to it, in two dimensions too. */
    @Test
    void constructionsRunParallelToTheLine() {
        RunResult result = Runs.run(
                experiment(),
                new OptimalLineSetting(
                        TargetFunction.RIDGEKINK, 2, 2, List.of(4, 8, 12, 16), List.of(2, 4), HiddenUnit.POLYRELU, 1));
        ResultTable table = result.resultTable();
        for (int i = 0; i < table.size(); i++) {
            boolean classical = List.of("chebyshev", "spline").contains(table.text(i, "method"));
            assertTrue(
                    classical || table.number(i, "supError") >= table.number(i, "lowerLine") * (1 - 1e-12), "row " + i);
        }
        for (String name : List.of("Polyrelu", "Quadratic")) {
            assertEquals(-1, Runs.summary(result, "slope" + name), 0.3, name);
        }
        ResultTable line = table.where(Map.of("method", "optimal"));
        assertEquals(9, line.size());
        assertEquals(1.0, line.number(3, "ratio"));
        assertEquals(2, Runs.simulation(result).size());
        ResultTable spline = table.where(Map.of("method", "spline"));
        assertEquals(34 * 34, spline.number(3, "parameters"));
        assertEquals(-1, Runs.summary(result, "slopeSpline"), 0.3);
    }

    @Test
    void trainingCanBeTurnedOff() {
        RunResult result = Runs.run(
                experiment(),
                new OptimalLineSetting(TargetFunction.SINE, 1, 1, List.of(4, 8), List.of(4), HiddenUnit.TANH, 0));
        assertEquals(0, Runs.simulation(result).size());
        RunResult rough = Runs.run(
                experiment(),
                new OptimalLineSetting(TargetFunction.ABS, 2, 1, List.of(4, 8), List.of(4), HiddenUnit.TANH, 0));
        assertEquals(1, rough.failed());
    }
}
