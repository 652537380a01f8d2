package meanfield.grokking.experiments;

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

class FieldTheoryExperimentTest extends ExperimentContract<FieldSetting> {
    @Override
    protected Experiment<FieldSetting> experiment() {
        return new FieldTheoryExperiment();
    }

    /** |simulation - theory| within 4.5 standard errors of both and the finite-size effect. */
    private static void agree(RunResult result, double finiteSize) {
        ResultTable theory = Runs.theory(result);
        ResultTable network = Runs.simulation(result);
        for (int t = 1; t < theory.size(); t += 5) {
            for (String column : List.of("testLoss", "overlap")) {
                double expected = theory.number(t, column);
                double errors = Math.hypot(theory.number(t, column + "StdErr"), network.number(t, column + "StdErr"));
                assertEquals(
                        expected,
                        network.number(t, column),
                        4.5 * errors + finiteSize * Math.abs(expected),
                        column + " " + t);
            }
        }
    }

    @Test
    void fewNeuronsFollowTheory() {
        agree(
                Runs.run(
                        new FieldTheoryExperiment(),
                        new FieldSetting(2, List.of(0.4, -0.4), 4, 0.1, 1, 0.01, 25, 1500, 3, 400, 6)),
                0.05);
    }

    @Test
    void unequalNeuronsFollowTheory() {
        agree(
                Runs.run(
                        new FieldTheoryExperiment(),
                        new FieldSetting(3, List.of(0.6, -0.2, 0.1), 5, 0.5, 0.8, 0.02, 20, 2000, 3, 400, 6)),
                0.05);
    }

    @Test
    void infinitelyManyFollowTheory() {
        agree(
                Runs.run(
                        new FieldTheoryExperiment(),
                        new FieldSetting(0, List.of(0.3), 4, 0.1, 0.5, 0.02, 25, 1200, 3, 100, 8)),
                0.06);
    }

    @Test
    void noStepsAndNoNetworks() {
        RunResult result = Runs.run(
                new FieldTheoryExperiment(), new FieldSetting(1, List.of(0.3), 4, 1, 0.5, 0.02, 0, 100, 1, 50, 0));
        assertEquals(1, result.resultTable().size());
        assertEquals(0.75, result.resultTable().number(0, "testLoss"), 1e-12);
        assertEquals(0, result.failed());
    }

    @Test
    void divergenceIsSaid() {
        RunResult result = Runs.run(
                new FieldTheoryExperiment(), new FieldSetting(1, List.of(0.3), 4, 0.1, 1, 3, 20, 100, 2, 50, 1));
        assertTrue(result.failed() > 0);
        assertTrue(result.resultTable().text(20, "message").contains("diverged"));
    }

    @Test
    void overlapsBelongToNeurons() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FieldSetting(2, List.of(0.4), 4, 0.1, 1, 0.01, 5, 100, 1, 50, 0));
    }
}
