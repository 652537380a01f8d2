package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class FeatureKernelsExperimentTest extends ExperimentContract<FeatureKernels> {
    @Override
    protected Experiment<FeatureKernels> experiment() {
        return new FeatureKernelsExperiment();
    }

    /** One network of width 3000 has the kernels of the theory within its own fluctuations. */
    @Test
    void oneNetworkIsTheTheory() {
        assertEquals(2 * 16 * 16, OrderRuns.rows(quickRun(), "theory").size());
        assertNetworkNear(quickRun());
    }

    /** Two hidden layers, where neurons of one answer to those of the other; the loss falls to 5 % of its start. */
    @Test
    void oneDeepNetworkIsTheTheory() {
        RunResult run = Runs.run(
                experiment(), new FeatureKernels(StandardActivation.TANH, 2, 6, 2, 1.5, 0.6, 14, 600, 2, 1500));
        assertNetworkNear(run);
        assertTrue(Runs.summary(run, "endLoss") < 0.05 * Runs.summary(run, "startLoss"), "it learns");
        assertTrue(Runs.theory(run).number(40, "featureKernelStdErr") > 0, "two draws");
    }

    private static void assertNetworkNear(RunResult run) {
        ResultTable theory = OrderRuns.rows(run, "theory");
        ResultTable network = OrderRuns.rows(run, "simulation");
        double distance = 0;
        double size = 0;
        for (int i = 0; i < theory.size(); i++) {
            assertEquals(theory.text(i, "stage"), network.text(i, "stage"));
            double expected = theory.number(i, "featureKernel");
            distance += Math.pow(network.number(i, "featureKernel") - expected, 2);
            size += expected * expected;
        }
        assertTrue(Math.sqrt(distance / size) < 0.1, "relative distance " + Math.sqrt(distance / size));
    }

    /** Neighbours across the boundary of a sector start as like as neighbours inside, and end unlike. */
    @Test
    void samplesAreGroupedByTheirTargets() {
        ResultTable theory = OrderRuns.rows(quickRun(), "theory");
        double[] inside = new double[2];
        double[] across = new double[2];
        for (int stage = 0; stage < 2; stage++) {
            inside[stage] = theory.number(stage * 256 + 16 + 2, "featureKernel");
            across[stage] = theory.number(stage * 256 + 3 * 16 + 4, "featureKernel");
        }
        assertEquals(inside[0], across[0], 0.05);
        assertTrue(inside[1] > 1.3 * across[1], "after: " + inside[1] + " inside, " + across[1] + " across");
    }
}
