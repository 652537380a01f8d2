package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.target.TargetFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class SobolevRatesExperimentTest extends ExperimentContract<SobolevRatesSetting> {
    private static final List<Integer> CELLS = List.of(16, 32, 64, 128);

    @Override
    protected Experiment<SobolevRatesSetting> experiment() {
        return new SobolevRatesExperiment();
    }

    private RunResult run(TargetFunction target, int n, int d, NetworkKind kind, List<Integer> cells) {
        return Runs.run(experiment(), new SobolevRatesSetting(target, n, d, kind, cells, 0));
    }

    /** The claim, by kind: slope -n against N; ReLU reaches n/d once its logarithm is modelled. */
    @Test
    void slopesAreThoseOfTheClass() {
        for (NetworkKind kind : NetworkKind.values()) {
            RunResult result = run(TargetFunction.KINK, 2, 1, kind, CELLS);
            double tolerance = kind == NetworkKind.RELU || kind == NetworkKind.RATIONAL ? 0.05 : 0.02;
            assertEquals(-2, Runs.summary(result, "slopeCells"), tolerance, kind + "");
            ResultTable table = result.resultTable();
            for (int i = 0; i < table.size(); i++) {
                double error = table.number(i, "supError");
                assertTrue(error <= table.number(i, "supErrorUpper"), kind + "");
                assertTrue(table.number(i, "supErrorUpper") <= table.number(i, "errorBound") * 1.000001, kind + "");
                assertTrue(table.number(i, "lowerLine") < error, "no construction beats the lower line");
            }
        }
        RunResult relu = run(TargetFunction.KINK, 2, 1, NetworkKind.RELU, CELLS);
        assertTrue(Runs.summary(relu, "slopeParameters") > -1.8, "biased low without the logarithm");
        assertEquals(-2, Runs.summary(relu, "slopeLogCorrected"), 0.24);
    }

    @Test
    void threeDimensionsWork() {
        RunResult result = run(TargetFunction.EXP, 2, 3, NetworkKind.REQU, List.of(2, 3, 4, 6));
        assertEquals(4, result.resultTable().size());
        assertEquals(0, result.failed());
        double[] errors = result.resultTable().numbers("supError");
        assertTrue(
                errors[3] < 0.5 * errors[0] && errors[3] <= result.resultTable().number(3, "errorBound"));
    }

    @Test
    void roughTargetsFailInWords() {
        RunResult result = run(TargetFunction.ABS, 3, 1, NetworkKind.POLYRELU, CELLS);
        assertEquals(1, result.failed());
        assertTrue(result.resultTable().text(0, "message").contains("bounded derivatives up to order 1 only"));
    }

    @Test
    void fewPointsAndNoiseAreSaid() {
        RunResult few = run(TargetFunction.SINE, 2, 1, NetworkKind.POLYRELU, List.of(8, 16, 32));
        assertEquals("not-converged", few.resultTable().text(2, "status"));
        assertTrue(few.resultTable().text(2, "message").contains("slope unresolved: 3 points"));
        assertEquals("ok", few.resultTable().text(0, "status"));
        RunResult noise = run(TargetFunction.PARABOLA, 3, 1, NetworkKind.POLYRELU, List.of(4, 8, 16, 32));
        assertTrue(noise.resultTable().text(0, "message").contains("rounding floor"));
        assertEquals(
                0, run(TargetFunction.SINE, 2, 1, NetworkKind.RELU, List.of(8)).notConverged(), "no fit of one");
    }

    @Test
    void settingsAreCheckedInOneLine() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new SobolevRatesSetting(TargetFunction.KINK, 2, 2, NetworkKind.RELU, CELLS, 0));
        assertEquals("dimension must be 1 for target kink, got 2", e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SobolevRatesSetting(TargetFunction.SINE, 2, 1, NetworkKind.RELU, List.of(8, 4), 0));
    }

    @Test
    void gateLevelsCanBeFixed() {
        SobolevRatesSetting shallow =
                new SobolevRatesSetting(TargetFunction.SINE, 2, 1, NetworkKind.RELU, List.of(16), 2);
        ResultTable table = Runs.run(experiment(), shallow).resultTable();
        assertEquals(2, table.number(0, "levels"));
        double full = run(TargetFunction.SINE, 2, 1, NetworkKind.RELU, List.of(16))
                .resultTable()
                .number(0, "supError");
        assertTrue(table.number(0, "supError") > full);
    }
}
