package meanfield.ntk.experiments.finitewidth;

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
import meanfield.ntk.experiments.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthToWidthExperimentTest extends ExperimentContract<DepthToWidth> {
    private static final double STANDARD_ERRORS = 4.5;

    @Override
    protected Experiment<DepthToWidth> experiment() {
        return new DepthToWidthExperiment();
    }

    private static void agree(ResultTable theory, ResultTable simulation, String column) {
        int compared = 0;
        for (int i = 0; i < theory.size(); i++) {
            double expected = theory.number(i, column);
            double error = simulation.number(i, column + "StdErr");
            assertEquals(theory.number(i, "inverseWidth"), simulation.number(i, "inverseWidth"));
            if (!Double.isNaN(expected)) {
                assertEquals(expected, simulation.number(i, column), STANDARD_ERRORS * error, column + " row " + i);
                compared++;
            }
        }
        assertTrue(compared > 2, column);
    }

    /** Exact theory: every column of every width, an off-critical weight variance, at any seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void reluAgreesAtEveryWidth(long seed) {
        DepthToWidth parameters =
                new DepthToWidth(StandardActivation.RELU, List.of(2, 4), List.of(16, 32, 64), 30_000, 1.7, 0, 0.6);
        RunResult result = Runs.run(experiment(), parameters, seed);
        for (String column : List.of(
                "kurtosisExcess",
                "ntkRelativeVariance",
                "logMean",
                "logVariance",
                "scaledKurtosis",
                "scaledNtkVariance")) {
            agree(Runs.theory(result), Runs.simulation(result), column);
        }
        assertEquals(
                -1.05,
                Runs.summary(result, "ntkVarianceSlopeDepth2"),
                0.08,
                "-1 and a correction of relative order L/n");
    }

    /** Leading-order theory: wrong at finite width, right after the extrapolation. */
    @Test
    void geluAgreesAfterExtrapolation() {
        DepthToWidth parameters =
                new DepthToWidth(StandardActivation.GELU, List.of(2), List.of(16, 32, 64, 128), 40_000, 1.8, 0.1, 0.5);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable theory = Runs.theory(result).where(Map.of("inverseWidth", "0.0"));
        ResultTable limit = Runs.simulation(result).where(Map.of("inverseWidth", "0.0"));
        for (String column : List.of("scaledKurtosis", "scaledNtkVariance")) {
            double error = limit.number(0, column + "StdErr");
            assertEquals(theory.number(0, column), limit.number(0, column), STANDARD_ERRORS * error, column);
            assertTrue(error < 0.05 * theory.number(0, column), column + " " + error);
        }
        ResultTable narrow = Runs.simulation(result).where(Map.of("width", "16"));
        double gap = narrow.number(0, "scaledNtkVariance") - theory.number(0, "scaledNtkVariance");
        assertTrue(gap > STANDARD_ERRORS * narrow.number(0, "scaledNtkVarianceStdErr"), "the next order shows");
        assertEquals("leading", theory.text(0, "theory"));
    }

    @Test
    void theoryAloneAndDeep() {
        DepthToWidth parameters = new DepthToWidth(StandardActivation.RELU, List.of(50), List.of(512), 0, 2, 0, 1);
        ResultTable theory = Runs.run(experiment(), parameters).resultTable();
        assertEquals(2, theory.size());
        assertEquals(0.4392069353491175, theory.number(0, "ntkRelativeVariance"), 1e-12);
        assertEquals(4.8769731053029535 - 3, theory.number(0, "kurtosisExcess"), 1e-12);
    }

    /** Exact on a parabola whatever the weights; the error of a line's end by hand. */
    @Test
    void extrapolation() {
        double[] widths = {10, 20, 40, 80};
        Estimate[] values = new Estimate[4];
        for (int i = 0; i < 4; i++) {
            values[i] = new Estimate(3 + 7 / widths[i] - 11 / (widths[i] * widths[i]), 0.1 * (i + 1));
        }
        assertEquals(3, InverseWidthFit.limit(widths, values).value(), 1e-12);
        Estimate line = InverseWidthFit.limit(
                new double[] {10, 20}, new Estimate[] {new Estimate(4, 0.3), new Estimate(3, 0.4)});
        assertEquals(2, line.value(), 1e-12);
        assertEquals(Math.hypot(0.3, 0.8), line.standardError(), 1e-12);
        assertTrue(Double.isNaN(InverseWidthFit.limit(new double[] {10}, new Estimate[] {values[0]})
                .value()));
    }

    @Test
    void refusesBadLists() {
        for (List<Integer> depths : List.of(List.<Integer>of(), List.of(3, 1), List.of(0))) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new DepthToWidth(StandardActivation.RELU, depths, List.of(8), 0, 2, 0, 1));
            assertTrue(e.getMessage().startsWith("depths must"), e.getMessage());
        }
    }
}
