package meanfield.ntk.experiments;

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
import meanfield.ntk.meanfield.LengthMap;
import org.junit.jupiter.api.Test;

class LengthBranchesExperimentTest extends ExperimentContract<LengthBranches> {
    @Override
    protected Experiment<LengthBranches> experiment() {
        return new LengthBranchesExperiment();
    }

    private static LengthBranches theory(StandardActivation activation, double bias, double from, double to) {
        return new LengthBranches(activation, bias, from, to, 0.05, 1000, 0.02, 0, 3, 1, 0);
    }

    @Test
    void everyPointIsAFixedPointWithItsSlope() {
        ResultTable table = Runs.theory(quickRun());
        double arc = -1;
        for (int i = 0; i < table.size(); i++) {
            LengthMap map = LengthMap.of(StandardActivation.GELU, table.number(i, "weightVariance"), 0.05);
            double q = table.number(i, "fixedPointLength");
            assertEquals(0, map.excess(q), 1e-11 * q);
            assertEquals(map.slope(q), table.number(i, "slope"), 1e-10);
            assertEquals(table.number(i, "slope") < 1 ? "stable" : "unstable", table.text(i, "branch"));
            assertTrue(table.number(i, "arcLength") > arc, "arc length rises");
            arc = table.number(i, "arcLength");
        }
    }

    /** At the folds the slope of the map is 1; positions by a scan of σ_w²(q) = (q - σ_b²)/E φ². */
    @Test
    void foldsAreExtremaOfTheWeightVariance() {
        RunResult result = Runs.run(experiment(), theory(StandardActivation.GELU, 0.1, 1.5, 2.3));
        assertEquals(2, Runs.summary(result, "folds"));
        double best = 0;
        double at = 0;
        LengthMap unit = LengthMap.of(StandardActivation.GELU, 1, 0);
        for (int i = 0; i <= 40_000; i++) {
            double q = 0.4 + 0.8 * i / 40_000;
            double weight = (q - 0.1) / unit.value(q);
            if (weight > best) {
                best = weight;
                at = q;
            }
        }
        assertEquals(best, Runs.summary(result, "firstFoldWeightVariance"), 1e-8);
        assertEquals(at, Runs.summary(result, "firstFoldLength"), 1e-4);
        double foldLength = Runs.summary(result, "firstFoldLength");
        LengthMap atFold = LengthMap.of(StandardActivation.GELU, Runs.summary(result, "firstFoldWeightVariance"), 0.1);
        assertEquals(1, atFold.slope(foldLength), 1e-6);
    }

    @Test
    void tanhHasOneStableBranch() {
        RunResult result = Runs.run(experiment(), theory(StandardActivation.TANH, 0.1, 0.5, 3));
        assertEquals(0, Runs.summary(result, "folds"));
        ResultTable table = result.resultTable();
        assertEquals(table.size(), table.where(Map.of("branch", "stable")).size());
        assertEquals(3, table.number(table.size() - 1, "weightVariance"), 1e-9);
    }

    @Test
    void networksSitOnBothBranches() {
        LengthBranches parameters =
                new LengthBranches(StandardActivation.GELU, 0.05, 1.5, 2.6, 0.05, 1000, 0.02, 6000, 30, 2, 8);
        RunResult result = Runs.run(experiment(), parameters);
        ResultTable simulation = Runs.simulation(result);
        assertEquals(4, simulation.size());
        for (int i = 0; i < simulation.size(); i++) {
            double weight = simulation.number(i, "weightVariance");
            String branch = simulation.text(i, "branch");
            double expected = LengthMap.of(StandardActivation.GELU, weight, 0.05).fixedPoints().points().stream()
                    .filter(p -> (p.slope() < 1) == branch.equals("stable"))
                    .findFirst()
                    .orElseThrow()
                    .length();
            double allowed = 4.5 * simulation.number(i, "fixedPointLengthStdErr") + 0.03 * expected;
            assertEquals(expected, simulation.number(i, "fixedPointLength"), allowed, branch + " at " + weight);
        }
    }

    @Test
    void aBranchThatDoesNotStartSaysWhy() {
        LengthBranches parameters = new LengthBranches(StandardActivation.TANH, 0.1, 0.5, 3, 50, 60, 0.02, 0, 3, 1, 0);
        RunResult result = Runs.run(experiment(), parameters);
        assertEquals(1, result.notConverged());
        assertTrue(result.resultTable().text(0, "message").contains("no fixed point"));
    }

    @Test
    void refusesReversedRanges() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> theory(StandardActivation.GELU, 0.1, 2, 1))
                .getMessage()
                .startsWith("weightVarianceTo must be > weightVarianceFrom"));
    }
}
