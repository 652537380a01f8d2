package meanfield.ntk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderChaosExperimentTest extends ExperimentContract<OrderChaos> {
    @Override
    protected Experiment<OrderChaos> experiment() {
        return new OrderChaosExperiment();
    }

    private static OrderChaos theory(StandardActivation activation, double weight, double bias) {
        return new OrderChaos(activation, weight, bias, 1, 0, 3, 0);
    }

    @Test
    void erfChi1AtItsOwnLength() {
        ResultTable table = Runs.run(experiment(), theory(StandardActivation.ERF, 1.8, 0.05))
                .resultTable();
        double q = table.number(0, "fixedPointLength");
        assertEquals(4 * 1.8 / Math.PI / Math.sqrt(1 + 4 * q), table.number(0, "chi1"), 1e-13);
    }

    @Test
    void unboundedReluIsNotConvergedButHasChi1() {
        RunResult result = Runs.run(experiment(), theory(StandardActivation.RELU, 2.4, 0.1));
        ResultTable table = result.resultTable();
        assertEquals(1, result.notConverged());
        assertEquals("not-converged", table.text(0, "status"));
        assertEquals(1.2, table.number(0, "chi1"), 1e-15);
        assertEquals("unbounded", table.text(0, "phase"));
        assertTrue(table.text(0, "message").contains("without bound"));
    }

    @Test
    void criticalReluSaysThatEveryLengthIsFixed() {
        RunResult result = Runs.run(experiment(), theory(StandardActivation.RELU, 2, 0));
        assertEquals("critical", result.resultTable().text(0, "phase"));
        assertTrue(result.summary().get("remark").toString().contains("every length"));
    }

    @ParameterizedTest
    @CsvSource({"TANH, 1.3, 0.2", "TANH, 4, 0.1", "ERF, 2.5, 0.1", "RELU, 1.5, 0.2", "GELU, 1.5, 0.2"})
    void finiteNetworksAgree(StandardActivation activation, double weight, double bias) {
        OrderChaos parameters = new OrderChaos(activation, weight, bias, 1, 3000, 45, 16);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable theory = Runs.theory(result);
        ResultTable simulation = Runs.simulation(result);
        for (String column : new String[] {"fixedPointLength", "fixedPointCorrelation", "chi1"}) {
            double expected = theory.number(0, column);
            double finiteWidth = 10.0 / 3000 * Math.max(1, Math.abs(expected));
            double allowed = 4.5 * simulation.number(0, column + "StdErr") + finiteWidth;
            assertEquals(expected, simulation.number(0, column), allowed, column);
        }
        for (String column : new String[] {"correlationDepth", "lengthDepth"}) {
            double expected = theory.number(0, column);
            double error = simulation.number(0, column + "StdErr");
            assertTrue(error < 0.1 * expected, column + " " + error);
            // finite width shifts a depth of L layers by about L/n, and the slopes with it
            assertEquals(expected, simulation.number(0, column), 4.5 * error + 0.01 * expected, column);
        }
    }

    /** Nothing decays at criticality, and lengths 0 or infinity have no correlation. */
    @Test
    void depthsThatCannotBeMeasuredAreEmpty() {
        RunResult unbounded = Runs.run(experiment(), new OrderChaos(StandardActivation.RELU, 2.4, 0.1, 1, 100, 10, 4));
        assertTrue(Double.isNaN(Runs.simulation(unbounded).number(0, "correlationDepth")));
        RunResult vanishing = Runs.run(experiment(), new OrderChaos(StandardActivation.TANH, 0.8, 0, 1, 100, 10, 4));
        assertTrue(Double.isNaN(Runs.simulation(vanishing).number(0, "correlationDepth")));
        assertTrue(Double.isNaN(Runs.simulation(vanishing).number(0, "lengthDepth")));
    }

    @Test
    void refusesActivationsWithJumps() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> theory(StandardActivation.SIGN, 1, 0));
        assertEquals("activation must be continuous (a jump makes chi1 infinite), got sign", e.getMessage());
    }
}
