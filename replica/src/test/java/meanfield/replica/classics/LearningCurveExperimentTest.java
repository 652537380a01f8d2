package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningCurveExperimentTest extends ExperimentContract<LearningCurve> {
    @Override
    protected Experiment<LearningCurve> experiment() {
        return new LearningCurveExperiment();
    }

    private static List<Double> powers(int count, double exponent) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(k -> Math.pow(k, -exponent))
                .toList();
    }

    private static LearningCurve powerLaw(int count, int n, double ridge, double noise, int features, int samples) {
        return new LearningCurve(
                powers(count, 1.5), List.of(), powers(count, 2), n, ridge, noise, features, 2, samples);
    }

    @Test
    void referencePoint() {
        ResultTable table = Runs.theory(experiment(), powerLaw(600, 100, 0.01, 0.1, 0, 0));
        assertEquals(3, table.size());
        for (int row = 0; row < 3; row++) {
            assertEquals(0.09558191702618926, table.number(row, "generalizationError"), 1e-10);
        }
        assertEquals(0.00028872346240708594, table.number(0, "trainingError"), 1e-12);
        assertEquals(0.2602695197470546, table.number(0, "effectiveRidge"), 1e-10);
        assertEquals(2.2981348839538126e-05, table.number(2, "modeError"), 1e-13);
    }

    /** Kernel and random features; the theory's own correction is some 1/n. */
    @ParameterizedTest
    @CsvSource({"80, 0.01, 0.1, 0", "80, 0.3, 0, 0", "100, 0.01, 0.05, 60", "60, 0.01, 0.05, 150", "150, 0.1, 0.2, 0"})
    void gaussianFeaturesAgree(int n, double ridge, double noise, int features) {
        RunResult result = Runs.run(experiment(), powerLaw(120, n, ridge, noise, features, 40));
        ResultTable theory = result.resultTable().where(Map.of("source", "theory"));
        Runs.compare(result, "generalizationError", 0.05 * theory.number(0, "generalizationError"));
        Runs.compare(result, "trainingError", 0.05 * theory.number(0, "trainingError"));
        if (features == 0) {
            ResultTable simulation = result.resultTable().where(Map.of("source", "simulation"));
            for (int mode = 1; mode <= 2; mode++) {
                double expected = theory.number(mode, "coefficientError");
                double error = simulation.number(mode, "coefficientErrorStdErr");
                double value = simulation.number(mode, "coefficientError");
                assertEquals(expected, value, 4.5 * error + 0.05 * expected, "mode " + mode);
            }
        }
    }

    @Test
    void interpolationAndModesThatTheKernelLacks() {
        LearningCurve point = new LearningCurve(
                List.of(1.0, 0.2, 0.0), List.of(10.0, 40.0, 5.0), List.of(1.0, 0.3, 0.1), 30, 0, 0.1, 0, 3, 60);
        RunResult result = Runs.run(experiment(), point);
        ResultTable theory = result.resultTable().where(Map.of("source", "theory"));
        ResultTable simulation = result.resultTable().where(Map.of("source", "simulation"));
        Runs.compare(result, "generalizationError", 0.05 * theory.number(0, "generalizationError"));
        assertEquals(0, theory.number(0, "trainingError"));
        assertTrue(simulation.number(0, "trainingError") < 1e-15);
        assertEquals(0.1, simulation.number(3, "coefficientError"), 1e-12); // not learned at all
        LearningCurve many =
                new LearningCurve(List.of(1.0, 0.2), List.of(10.0, 40.0), List.of(1.0, 0.3), 90, 0, 0.1, 0, 0, 40);
        RunResult plain = Runs.run(experiment(), many);
        Runs.compare(plain, "generalizationError", 0.005);
        Runs.compare(plain, "trainingError", 0.003);
    }

    @Test
    void contradictionsAreRefused() {
        String text = assertThrows(
                        IllegalArgumentException.class,
                        () -> new LearningCurve(List.of(1.0, 0.5), List.of(1.0), List.of(1.0, 0.5), 5, 0, 0, 0, 0, 0))
                .getMessage();
        assertEquals("multiplicities must have one entry for each of the 2 eigenvalues, got 1 entries", text);
    }

    @Test
    void whatCannotBeSimulatedIsLeftOutWithTheReason() {
        LearningCurve split = new LearningCurve(List.of(1.0), List.of(2.5), List.of(1.0), 5, 0, 0, 0, 0, 2);
        RunResult result = Runs.run(experiment(), split);
        assertEquals(1, result.resultTable().size());
        assertEquals(
                "left out: multiplicities must be whole for a simulation (samples = 0 turns it off), got 2.5",
                result.summary().get("simulation"));
    }
}
