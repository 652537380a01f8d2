package meanfield.ntk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelConvergenceExperimentTest extends ExperimentContract<KernelConvergence> {
    @Override
    protected Experiment<KernelConvergence> experiment() {
        return new KernelConvergenceExperiment();
    }

    /** The published claim at any seed: slope -1/2 within 0.05, the mean's bias visibly steeper. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void slopesAreThoseOfTheLaw(long seed) {
        KernelConvergence parameters =
                new KernelConvergence(StandardActivation.GELU, 2, 1.8, 0.1, List.of(32, 64, 128, 256), 400, 4, 6);
        RunResult result = Runs.run(experiment(), parameters, seed);
        for (String kernel : List.of("Nngp", "Ntk")) {
            assertEquals(-0.5, Runs.summary(result, "errorSlope" + kernel), 0.06, kernel);
            double bias = Runs.summary(result, "biasSlope" + kernel);
            double error = Runs.summary(result, "biasSlope" + kernel + "StdErr");
            assertEquals(-1, bias, 4.5 * error + 0.05, kernel);
            assertTrue(bias < -0.6, kernel + " " + bias);
        }
    }

    /** Theory has no free parameter: points and lines agree within errors and the next order. */
    @Test
    void simulationAgreesWithTheory() {
        KernelConvergence parameters =
                new KernelConvergence(StandardActivation.ERF, 3, 2.2, 0.15, List.of(48, 96), 400, 3, 4);
        RunResult result = Runs.run(experiment(), parameters);
        for (String kernel : List.of("nngp", "ntk")) {
            ResultTable theory = Runs.theory(result).where(Map.of("kernel", kernel));
            ResultTable simulation = Runs.simulation(result).where(Map.of("kernel", kernel));
            for (int i = 0; i < theory.size(); i++) {
                double nextOrder = 3.0 * 2 / theory.number(i, "width");
                double error = theory.number(i, "relativeError");
                assertEquals(
                        error,
                        simulation.number(i, "relativeError"),
                        4.5 * simulation.number(i, "relativeErrorStdErr") + nextOrder * error);
                double bias = theory.number(i, "bias");
                assertEquals(
                        bias,
                        simulation.number(i, "bias"),
                        4.5 * simulation.number(i, "biasStdErr") + nextOrder * bias);
            }
        }
    }

    @Test
    void oneHiddenLayerHasAnUnbiasedNngp() {
        KernelConvergence parameters =
                new KernelConvergence(StandardActivation.RELU, 1, 2, 0, List.of(16, 32), 100, 3, 5);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable theory = Runs.theory(result).where(Map.of("kernel", "nngp"));
        for (double bias : theory.numbers("bias")) {
            assertEquals(0, bias, 1e-12);
        }
        for (double bias :
                Runs.simulation(result).where(Map.of("kernel", "nngp")).numbers("bias")) {
            assertEquals(0, bias, 1e-12, "the control variate is the whole deviation");
        }
    }

    @Test
    void networksTurnedOffLeavesTheory() {
        KernelConvergence parameters =
                new KernelConvergence(StandardActivation.TANH, 1, 1.5, 0.1, List.of(16), 0, 2, 3);
        RunResult result = Runs.run(experiment(), parameters);
        assertEquals(2, result.resultTable().size());
        assertEquals(0, Runs.simulation(result).size());
    }

    @Test
    void refusesBadLists() {
        for (List<Integer> widths : List.of(List.<Integer>of(), List.of(64, 32), List.of(32, 32))) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new KernelConvergence(StandardActivation.ERF, 2, 1, 0, widths, 10, 2, 3));
            assertTrue(e.getMessage().startsWith("widths must"), e.getMessage());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new KernelConvergence(StandardActivation.ERF, 2, 1, 0, List.of(8), 1, 2, 3));
    }
}
