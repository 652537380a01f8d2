package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PhaseDiagramExperimentTest extends ExperimentContract<PhasePoint> {
    @Override
    protected Experiment<PhasePoint> experiment() {
        return new PhaseDiagramExperiment();
    }

    private static ResultTable point(double ratio, double alpha, double learningRate, int steps) {
        return Runs.run(
                        new PhaseDiagramExperiment(),
                        new PhasePoint(ratio, alpha, 0.05, 1, 40, 200, learningRate, steps, 11, 0.1))
                .resultTable();
    }

    @Test
    void publishedPoint() {
        // g1_phase_sweep: P = 200, α = 0.25: crossings 36 and 151
        ResultTable table = point(5, 0.25, 8, 1500);
        assertEquals(36, table.number(1, "trainCrossing"), 1);
        assertEquals(151, table.number(1, "testCrossing"), 1);
        assertEquals(0.62267, table.number(1, "grokkingGap"), 1e-4);
        assertEquals(0.918370441999568 / 0.75, table.number(1, "memorizationExcess"), 1e-6);
        assertEquals("grokking", table.text(1, "label"));
    }

    @Test
    void fewExamplesAreMemorised() {
        ResultTable table = point(2, 0.25, 0, 800);
        assertEquals("memorising", table.text(0, "label"));
        assertEquals("ok", table.text(0, "status"));
        assertTrue(Double.isNaN(table.number(0, "grokkingGap")));
        assertTrue(table.text(0, "verdict").contains("test loss never did"));
    }

    @Test
    void gapDoesNotDependOnTheRate() {
        double fast = point(7, 0.25, 4, 1500).number(0, "grokkingGap");
        double slow = point(7, 0.25, 1, 4000).number(0, "grokkingGap");
        assertEquals(fast, slow, 0.03);
    }

    private static ResultTable theory(double alpha, double epsilon, double learningRate, int steps) {
        return Runs.run(
                        new PhaseDiagramExperiment(),
                        new PhasePoint(7, alpha, epsilon, 1, 20, 0, learningRate, steps, 11, 0.1))
                .resultTable();
    }

    @Test
    void atFixedAlphaTheGapGrowsWithEpsilonAndAtFixedProductItDoesNot() {
        double weak = theory(2, 0.03, 0, 3000).number(0, "grokkingGap");
        double middle = theory(2, 0.1, 0, 3000).number(0, "grokkingGap");
        double strong = theory(2, 1, 0, 3000).number(0, "grokkingGap");
        assertTrue(weak + 0.03 < middle && middle + 0.2 < strong, weak + " " + middle + " " + strong);
        double small = theory(20, 0.1, 2, 8000).number(0, "grokkingGap");
        double larger = theory(2 / 0.3, 0.3, 2 / 3.0, 3000).number(0, "grokkingGap");
        double matched = theory(2 / 3.0, 3, 0.2 / 3, 300).number(0, "grokkingGap");
        assertEquals(small, larger, 0.01, "the product decides");
        assertTrue(matched < small - 0.08, "a kernel that knows the target: " + matched + " against " + small);
    }

    @Test
    void theWideGapAtTheLinearSaddleIsNoMatterOfTheRateAndIsExplained() {
        ResultTable fast = theory(0.001, 0.01, 0.4, 2000);
        ResultTable slow = theory(0.001, 0.01, 0.1, 2000);
        assertEquals("intermediate", fast.text(0, "label"));
        assertTrue(fast.number(0, "grokkingGap") > 1, "gap " + fast.number(0, "grokkingGap"));
        assertEquals(fast.number(0, "grokkingGap"), slow.number(0, "grokkingGap"), 0.06);
        String words = fast.text(0, "verdict");
        assertTrue(words.contains("; not grokking, because the test loss was at 0.2"), words);
    }

    @Test
    void emptyTrainingSetIsSaid() {
        RunResult result = Runs.run(new PhaseDiagramExperiment(), new PhasePoint(0, 1, 0.05, 1, 40, 0, 0, 10, 11, 0.1));
        assertEquals(1, result.failed());
    }
}
