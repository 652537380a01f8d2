package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.dmft.feature.FiniteWidthLaw;
import meanfield.dmft.feature.TwoLayerLinearFlow;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class TwoLayerLinearExperimentTest extends ExperimentContract<TwoLayerLinear> {
    @Override
    protected Experiment<TwoLayerLinear> experiment() {
        return new TwoLayerLinearExperiment();
    }

    /** The mean over drawn networks is the exact mean of that width, which differs from infinite width at N = 20. */
    @Test
    void networksFollowTheExactLawOfTheirWidth() {
        TwoLayerLinear parameters = new TwoLayerLinear(3, -0.7, List.of(0.0, 0.2, 0.5, 1.0), List.of(20), 4000);
        RunResult result = OrderRuns.run(experiment(), parameters, 5);
        ResultTable theory = OrderRuns.rows(result, "theory");
        ResultTable networks = OrderRuns.rows(result, "simulation");
        FiniteWidthLaw law = new FiniteWidthLaw(TwoLayerLinearFlow.of(3, -0.7), 20);
        for (int i = 0; i < 4; i++) {
            double error = networks.number(i, "output1StdErr");
            FiniteWidthLaw.Moments exact = law.output(theory.number(i, "time"));
            assertEquals(exact.mean(), networks.number(i, "output1"), 4.5 * error + 1e-9);
            assertEquals(exact.deviation(), error * Math.sqrt(4000), 0.1 * exact.deviation() + 1e-9);
        }
        assertTrue(Math.abs(theory.number(2, "output1") - networks.number(2, "output1"))
                > 4.5 * networks.number(2, "output1StdErr"));
    }

    @Test
    void theSimulationCanBeTurnedOff() {
        for (TwoLayerLinear parameters : List.of(
                new TwoLayerLinear(1, 1, List.of(0.5), List.of(), 4),
                new TwoLayerLinear(1, 1, List.of(0.5), List.of(10), 0))) {
            RunResult result = OrderRuns.run(experiment(), parameters, 1);
            assertEquals(1, result.resultTable().size());
            assertEquals(0.6618640828210485, result.resultTable().number(0, "output1"), 1e-10);
        }
    }

    @Test
    void mistakesAreOneLine() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> new TwoLayerLinear(1, 1, List.of(1.0, 0.5), List.of(), 0))
                .getMessage()
                .startsWith("times[1] must be > 1.0"));
        assertThrows(IllegalArgumentException.class, () -> new TwoLayerLinear(1, 1, List.of(1.0), List.of(20, 10), 2));
    }
}
