package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.approximation.experiments.BarronSetting.Features;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import org.junit.jupiter.api.Test;

class BarronMonteCarloExperimentTest extends ExperimentContract<BarronSetting> {
    @Override
    protected Experiment<BarronSetting> experiment() {
        return new BarronMonteCarloExperiment();
    }

    /** Slope -1/2 and the exact constant in every dimension. */
    @Test
    void noCurseOfDimension() {
        List<Integer> units = List.of(8, 16, 32, 64);
        for (int d : new int[] {1, 3, 30}) {
            RunResult result = Runs.run(experiment(), new BarronSetting(Features.COSINE_GAUSSIAN, d, 0, units, 400));
            assertEquals(-0.5, Runs.summary(result, "slope"), 0.06, "d=" + d);
            assertTrue(Runs.summary(result, "constantDeviation") < 4.5, "d=" + d);
        }
        RunResult sphere = Runs.run(experiment(), new BarronSetting(Features.RELU_SPHERE, 5, 4, units, 400));
        assertTrue(Runs.summary(sphere, "constantDeviation") < 4.5);
    }

    @Test
    void samplingChangesTheRate() {
        List<Integer> units = List.of(8, 16, 32, 64, 128);
        double[] expected = {-0.5, -1.5, -2};
        Features[] schemes = {Features.CIRCLE_PLAIN, Features.CIRCLE_STRATIFIED, Features.CIRCLE_EQUISPACED};
        for (int s = 0; s < 3; s++) {
            RunResult result = Runs.run(experiment(), new BarronSetting(schemes[s], 2, 2, units, 30));
            assertEquals(expected[s], Runs.summary(result, "slope"), 0.13, schemes[s] + "");
        }
    }

    @Test
    void theoryAloneAndBadSettings() {
        RunResult theory = Runs.run(experiment(), new BarronSetting(Features.COSINE_CUBE, 5, 0, List.of(16, 64), 0));
        assertEquals(2, theory.resultTable().size());
        assertEquals(0.305959629521787742, theory.resultTable().number(0, "constant"), 1e-12);
        assertThrows(
                IllegalArgumentException.class, () -> new BarronSetting(Features.CIRCLE_PLAIN, 3, 0, List.of(8), 10));
        assertThrows(
                IllegalArgumentException.class, () -> new BarronSetting(Features.RELU_SPHERE, 1, 0, List.of(8), 10));
    }
}
