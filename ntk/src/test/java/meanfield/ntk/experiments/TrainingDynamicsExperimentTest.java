package meanfield.ntk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class TrainingDynamicsExperimentTest extends ExperimentContract<TrainingDynamics> {
    @Override
    protected Experiment<TrainingDynamics> experiment() {
        return new TrainingDynamicsExperiment();
    }

    private static TrainingDynamics with(double learningRate, int width, int networks) {
        return new TrainingDynamics(StandardActivation.ERF, 2, width, learningRate, 40, 1.6, 0.1, 10, 20, 4, networks);
    }

    @Test
    void oneRowForEveryStep() {
        ResultTable theory = Runs.theory(quickRun());
        ResultTable simulation = Runs.simulation(quickRun());
        int steps = experiment().quick().steps();
        assertEquals(steps + 1, theory.size());
        assertEquals(steps + 1, simulation.size());
        for (int step = 0; step <= steps; step++) {
            assertEquals(step, theory.number(step, "step"));
            assertEquals(0.8 * step, theory.number(step, "time"), 1e-12);
        }
    }

    /** Within 4.5 standard errors of the networks' mean, and the finite-width effect of order 1/n. */
    @Test
    void networksFollowTheoryAtAllTimes() {
        RunResult result = Runs.run(experiment(), with(0.6, 512, 24));
        ResultTable theory = Runs.theory(result);
        ResultTable simulation = Runs.simulation(result);
        for (int step = 0; step < theory.size(); step++) {
            for (String loss : new String[] {"trainLoss", "testLoss"}) {
                double expected = theory.number(step, loss);
                double allowed = 4.5 * simulation.number(step, loss + "StdErr") + 0.05 * expected;
                assertEquals(expected, simulation.number(step, loss), allowed, loss + " at step " + step);
            }
        }
    }

    /** The ensemble formula against explicit linear steps of drawn Gaussian outputs would be noisy; two exact limits are not. */
    @Test
    void theoryStartsAtThePriorAndFallsMonotonically() {
        ResultTable theory = Runs.theory(Runs.run(experiment(), with(0.3, 8, 0)));
        for (int step = 1; step < theory.size(); step++) {
            assertTrue(theory.number(step, "trainLoss") < theory.number(step - 1, "trainLoss"));
        }
    }

    @Test
    void tooLargeALearningRateIsSaidAndNeverSilent() {
        double edge = Runs.summary(Runs.run(experiment(), with(0.5, 8, 0)), "maximumLearningRate");
        RunResult below = Runs.run(experiment(), with(0.98 * edge, 8, 0));
        RunResult above = Runs.run(experiment(), with(3 * edge, 8, 2));
        assertEquals(1, Runs.summary(below, "stable"));
        assertEquals(0, Runs.summary(above, "stable"));
        assertEquals(0, below.notConverged() + below.failed());
        assertTrue(above.notConverged() > 0, above.verdict());
        ResultTable table = above.resultTable();
        for (int i = 0; i < table.size(); i++) {
            boolean number = Double.isFinite(table.number(i, "trainLoss"));
            assertTrue(number || !table.text(i, "status").equals("ok"), "silent " + i);
        }
    }
}
