package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class LangevinExperimentTest extends ExperimentContract<Langevin> {
    @Override
    protected Experiment<Langevin> experiment() {
        return new LangevinExperiment();
    }

    private static Langevin with(Neuron neuron, double ridge, double temperature, List<Double> mean, int networks) {
        return new Langevin(
                neuron,
                List.of(List.of(1.0, 0.3), List.of(0.3, 0.5)),
                List.of(0.5, -1.0),
                List.of(-1.0, 2.0, 0.5),
                List.of(-0.6, 0.4, 0.1),
                ridge,
                temperature,
                mean,
                0.7,
                List.of(0.0, 1.0, 4.0),
                400,
                0.05,
                networks);
    }

    /** Columns follow the problem: coordinates of linear neurons, examples of tanh neurons. */
    @Test
    void linearNeurons() {
        RunResult result = OrderRuns.run(experiment(), with(Neuron.LINEAR, 0.2, 0.1, List.of(1.0, 0.0), 20), 1);
        assertTrue(result.isOk());
        ResultTable theory = OrderRuns.rows(result, "theory");
        ResultTable simulation = OrderRuns.rows(result, "simulation");
        assertFalse(result.resultTable().has("output3"));
        assertEquals(1, theory.number(0, "output1"), 1e-12);
        double error = simulation.number(2, "output2StdErr");
        assertEquals(theory.number(2, "output2"), simulation.number(2, "output2"), 4 * error + 0.01);
        assertTrue(theory.number(2, "excessFreeEnergy") > 0);
    }

    /** No noise, no ridge, neither: rows without a Gibbs law, no failure. */
    @Test
    void edgesHaveRows() {
        for (double[] edge : new double[][] {{0.1, 0}, {0, 0.1}, {0, 0}}) {
            for (Neuron neuron : Neuron.values()) {
                RunResult result = OrderRuns.run(experiment(), with(neuron, edge[0], edge[1], List.of(), 2), 1);
                assertTrue(result.isOk(), result::verdict);
                ResultTable theory = OrderRuns.rows(result, "theory");
                assertTrue(theory.number(2, "freeEnergy") <= theory.number(0, "freeEnergy"));
                assertTrue(theory.number(2, "risk") < theory.number(0, "risk"));
            }
        }
    }

    @Test
    void shapesMustAgree() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> with(Neuron.TANH, 0.1, 0.1, List.of(1.0, 0.0), 2));
        assertEquals("initialMean must be empty or have 1 entries, got [1.0, 0.0]", e.getMessage());
    }
}
