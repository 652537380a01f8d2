package meanfield.ntk.experiments.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import meanfield.core.activation.StandardActivation;
import meanfield.core.random.RandomStream;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationExperimentTest extends ExperimentContract<Calibration> {
    /** Test points of one draw are correlated, which the standard error over points does not see. */
    private static final double STANDARD_ERRORS = 6;

    @Override
    protected Experiment<Calibration> experiment() {
        return new CalibrationExperiment();
    }

    private static Calibration mnist(TargetSource targets, Amplitude amplitude) {
        return new Calibration("mnist", targets, amplitude, StandardActivation.ERF, 2, 1.8, 0.2, 0.02, 150, 500, 5);
    }

    /** Where the model is right, errors are as predicted and intervals hold what they promise; the fitted scale is 1. */
    @ParameterizedTest
    @EnumSource(Amplitude.class)
    void calibratedOnItsOwnPrior(Amplitude amplitude) {
        RunResult result = Runs.run(experiment(), mnist(TargetSource.PRIOR, amplitude));
        assertEquals(1, Runs.summary(result, "amplitude"), 4.5 * Math.sqrt(2.0 / 1500));
        assertEquals(1, Runs.summary(result, "standardizedError"), 0.15);
        ResultTable theory = Runs.theory(result);
        ResultTable simulation = Runs.simulation(result);
        for (int i = 0; i < theory.size(); i++) {
            String column = theory.text(i, "measure").equals("coverage") ? "coverage" : "empiricalError";
            double error = simulation.number(i, column + "StdErr");
            assertEquals(theory.number(i, column), simulation.number(i, column), STANDARD_ERRORS * error, column + i);
        }
    }

    /** On labels the larger predicted deviations belong to the larger errors. */
    @Test
    void deviationsRankErrorsOnDigits() {
        Calibration parameters = new Calibration(
                "mnist", TargetSource.LABELS, Amplitude.FITTED, StandardActivation.RELU, 2, 2, 0.1, 0.01, 300, 500, 5);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable bins = Runs.simulation(result).where(Map.of("measure", "deviation"));
        assertEquals(5, bins.size());
        assertTrue(bins.number(4, "empiricalError") > 1.2 * bins.number(0, "empiricalError"));
        assertTrue(bins.number(4, "predictedDeviation") > bins.number(0, "predictedDeviation"));
        assertTrue(Runs.summary(result, "accuracy") > 0.7);
        assertEquals(500, Arrays.stream(bins.numbers("points")).sum());
    }

    /** Known Gaussian errors, no kernels: every bin and interval by construction. */
    @Test
    void reliabilityOfKnownErrors() {
        int points = 20_000;
        RandomStream random = RandomStream.of(6);
        double[] deviations = new double[points];
        DMatrixRMaj errors = new DMatrixRMaj(points, 2);
        for (int i = 0; i < points; i++) {
            deviations[i] = 0.5 + random.nextDouble();
            for (int o = 0; o < 2; o++) {
                errors.set(i, o, 1.3 * deviations[i] * random.nextGaussian());
            }
        }
        Reliability reliability = new Reliability(deviations, errors);
        assertEquals(1.69, reliability.standardizedError(), 0.05);
        for (int b = 0; b < 7; b++) {
            Reliability.Bin bin = reliability.bin(b, 7);
            assertEquals(
                    1.3 * bin.predicted(),
                    bin.observed().value(),
                    4.5 * bin.observed().standardError());
        }
        double covered = reliability.coverage(1.3).value();
        assertEquals(
                0.6826894921370859, covered, 4.5 * reliability.coverage(1.3).standardError());
        assertEquals(0.95, Reliability.nominal(1.959963984540054), 1e-12);
    }
}
