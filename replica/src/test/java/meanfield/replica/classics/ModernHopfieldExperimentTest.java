package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.replica.modern.PatternEnsemble;
import org.junit.jupiter.api.Test;

class ModernHopfieldExperimentTest extends ExperimentContract<ModernHopfield> {
    @Override
    protected Experiment<ModernHopfield> experiment() {
        return new ModernHopfieldExperiment();
    }

    @Test
    void phasesAndBasins() {
        ResultTable table = Runs.theory(experiment(), new ModernHopfield(PatternEnsemble.GAUSSIAN, 0.3, 3, 10, 0));
        assertEquals(2.32379000772445, table.number(0, "noiseFreeEntropy"), 1e-10);
        assertEquals(0.7745966692414834, table.number(0, "basinOverlap"), 1e-10);
        assertEquals("retrieval-frozen", table.text(0, "phase"));
        assertTrue(Double.isNaN(table.number(0, "signCriticalLoad")));
        ResultTable lost = Runs.theory(experiment(), new ModernHopfield(PatternEnsemble.ISING, 0.6, 0.5, 10, 0));
        assertEquals("none", lost.text(0, "phase"));
    }

    @Test
    void simulationsAgree() {
        for (PatternEnsemble ensemble : PatternEnsemble.values()) {
            double load = 0.85 * ensemble.criticalLoad(0.5);
            int size = ensemble == PatternEnsemble.ISING ? 200 : 28;
            RunResult result = Runs.run(experiment(), new ModernHopfield(ensemble, load, 0.5, size, 60));
            Runs.compare(result, "targetWeight", 0.04);
            Runs.compare(result, "noiseFreeEntropy", 0.01);
        }
    }
}
