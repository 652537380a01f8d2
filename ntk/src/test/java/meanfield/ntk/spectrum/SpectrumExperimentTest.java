package meanfield.ntk.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumExperimentTest extends ExperimentContract<Spectrum> {
    @Override
    protected Experiment<Spectrum> experiment() {
        return new SpectrumExperiment();
    }

    @Test
    void eigenvaluesInTheUnitsOfTheReference() {
        // d = 4, two hidden layers, κ(0) = L + 1
        Spectrum parameters = new Spectrum(StandardActivation.RELU, 2, 4, 12, 2, 0, 1, 100, 0);
        ResultTable ntk = Runs.run(experiment(), parameters).resultTable().where(Map.of("kernel", "ntk"));
        assertEquals(13, ntk.size());
        assertEquals(0.861644639969, ntk.number(0, "eigenvalue"), 1e-12);
        assertEquals(0.0636011270745, ntk.number(2, "eigenvalue"), 1e-12);
        assertEquals(5.34842606258e-05, ntk.number(12, "eigenvalue"), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"RELU, 1, 4, 0, 1", "RELU, 3, 3, 0.2, 0.7", "ERF, 2, 5, 0.1, 2", "TANH, 1, 3, 0, 0.5"})
    void gramMatricesAgree(StandardActivation activation, int depth, int dimension, double bias, double signal) {
        Spectrum parameters = new Spectrum(activation, depth, dimension, 40, 1.7, bias, signal, 400, 16);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable theory = Runs.theory(result);
        ResultTable simulation = Runs.simulation(result);
        assertTrue(simulation.size() >= 2, "multiplets " + simulation.size());
        for (int i = 0; i < simulation.size(); i++) {
            ResultTable row = theory.where(
                    Map.of("kernel", simulation.text(i, "kernel"), "degree", simulation.text(i, "degree")));
            double expected = row.number(0, "sampleEigenvalue");
            double error = simulation.number(i, "sampleEigenvalueStdErr");
            // second order in 1/n beside the sampling error
            double second = Math.pow(expected / row.number(0, "eigenvalue") - 1, 2) * expected;
            assertEquals(expected, simulation.number(i, "sampleEigenvalue"), 4.5 * error + 2 * second + 1e-13);
            assertEquals(
                    row.number(0, "eigenvalue"),
                    simulation.number(i, "eigenvalue"),
                    4.5 * simulation.number(i, "eigenvalueStdErr") + 4 * second + 1e-13,
                    simulation.text(i, "kernel") + " " + simulation.text(i, "degree"));
        }
    }

    @Test
    void slopesAndTrace() {
        Spectrum parameters = new Spectrum(StandardActivation.RELU, 3, 10, 100, 2, 0, 1, 100, 0);
        RunResult result = Runs.run(experiment(), parameters);
        assertEquals(-10, Runs.summary(result, "predictedSlopeNtk"));
        assertEquals(-10, Runs.summary(result, "evenSlopeNtk"), 0.05);
        assertEquals(-12, Runs.summary(result, "evenSlopeNngp"), 0.1);
        assertEquals(0, Runs.summary(result, "traceDefectNtk"), 1e-4);
    }

    @Test
    void stepsAreIntegratedWithoutASeries() {
        Spectrum parameters = new Spectrum(StandardActivation.STEP, 2, 3, 20, 2, 0, 1, 100, 0);
        RunResult result = Runs.run(experiment(), parameters);
        assertTrue(result.isOk(), result::verdict);
        assertTrue(result.resultTable().number(0, "eigenvalue") > 0.3);
    }

    @Test
    void scalesBeyondDoublesAreRefused() {
        Spectrum parameters = new Spectrum(StandardActivation.RELU, 1000, 3, 20, 9, 0, 1, 100, 0);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Runs.run(experiment(), parameters));
        assertTrue(e.getMessage().contains("range of doubles"), e.getMessage());
    }

    @Test
    void oneDrawHasNoStandardError() {
        assertThrows(
                IllegalArgumentException.class, () -> new Spectrum(StandardActivation.RELU, 1, 3, 20, 2, 0, 1, 100, 1));
    }
}
