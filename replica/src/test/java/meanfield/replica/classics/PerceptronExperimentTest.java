package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PerceptronExperimentTest extends ExperimentContract<PerceptronStorage> {
    @Override
    protected Experiment<PerceptronStorage> experiment() {
        return new PerceptronExperiment();
    }

    @Test
    void criticalLoads() {
        ResultTable ising = Runs.theory(experiment(), new PerceptronStorage(StorageWeights.ISING, 1, 0.2, 2, 0));
        assertEquals(0.2707000922925944, ising.number(0, "criticalLoad"), 1e-9);
        assertEquals(0.6998846263030927, ising.number(0, "criticalOverlap"), 1e-8);
        ResultTable sphere = Runs.theory(experiment(), new PerceptronStorage(StorageWeights.SPHERICAL, 0.5, 3, 2, 0));
        assertEquals(0.9612050528015417, sphere.number(0, "criticalLoad"), 1e-12);
        assertEquals(0, sphere.number(0, "satisfiableFraction"));
        assertTrue(Double.isNaN(sphere.number(0, "overlap")));
        assertEquals("ok", sphere.text(0, "status"));
    }

    @Test
    void simulationsAgreeFarFromTheCapacity() {
        PerceptronStorage symmetric = new PerceptronStorage(StorageWeights.SYMMETRIC_ISING, 1.2, 0.5, 14, 60);
        Runs.compare(Runs.run(experiment(), symmetric), "entropy", 0.02);
        PerceptronStorage sphere = new PerceptronStorage(StorageWeights.SPHERICAL, 0.4, 0.6, 60, 10);
        RunResult result = Runs.run(experiment(), sphere);
        Runs.compare(result, "satisfiableFraction", 0.01);
    }

    @Test
    void contradictionsAreRefused() {
        String text = assertThrows(
                        IllegalArgumentException.class,
                        () -> new PerceptronStorage(StorageWeights.SYMMETRIC_ISING, 0, 0.5, 14, 0))
                .getMessage();
        assertEquals("margin must be > 0 for the symmetric constraint, got 0.0", text);
    }
}
