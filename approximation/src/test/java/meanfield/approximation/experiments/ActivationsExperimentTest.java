package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.approximation.trained.FitProblem;
import meanfield.approximation.trained.HiddenUnit;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class ActivationsExperimentTest extends ExperimentContract<ActivationsSetting> {
    @Override
    protected Experiment<ActivationsSetting> experiment() {
        return new ActivationsExperiment();
    }

    /** The allowed claim: PolyReLU ahead of ReLU in nine of ten pairs at 49 parameters; variable projection ahead of Adam. */
    @Test
    void polyReluLeadsFromFortyNineParameters() {
        RunResult result = Runs.run(
                experiment(),
                new ActivationsSetting(
                        FitProblem.RUNGE, List.of(HiddenUnit.RELU, HiddenUnit.POLYRELU), List.of(49), 8, 120, 200));
        assertTrue(Runs.summary(result, "winsPolyreluOverRelu") >= 0.9);
        ResultTable simulated = Runs.simulation(result);
        for (int i = 0; i < simulated.size(); i++) {
            assertTrue(simulated.number(i, "gradientError") > simulated.number(i, "meanSquareError"));
            assertTrue(simulated.number(i, "lowQuantile") <= simulated.number(i, "meanSquareError"));
        }
        assertTrue(simulated.number(0, "optimizationGap") > 1);
        ResultTable chebyshev = result.resultTable().where(Map.of("method", "chebyshev"));
        assertEquals(
                6.834908755382063e-05, chebyshev.number(0, "supError"), 1e-8 * 6.8e-5, "reference case runge, P = 49");
    }

    @Test
    void badSettingsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ActivationsSetting(FitProblem.RUNGE, List.of(), List.of(25), 4, 10, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ActivationsSetting(
                        FitProblem.RUNGE, List.of(HiddenUnit.RELU, HiddenUnit.RELU), List.of(25), 4, 10, 0));
    }
}
