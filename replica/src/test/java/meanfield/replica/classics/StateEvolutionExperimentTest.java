package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import meanfield.replica.perceptron.WeightPrior;
import org.junit.jupiter.api.Test;

class StateEvolutionExperimentTest extends ExperimentContract<StateEvolution> {
    @Override
    protected Experiment<StateEvolution> experiment() {
        return new StateEvolutionExperiment();
    }

    @Test
    void messagePassingFollows() {
        StateEvolution point = new StateEvolution(WeightPrior.GAUSSIAN, 1.5, 0, 6, 500, 8);
        ResultTable table = Runs.run(experiment(), point).resultTable();
        ResultTable theory = table.where(Map.of("source", "theory"));
        ResultTable simulation = table.where(Map.of("source", "simulation"));
        assertEquals(6, theory.size());
        assertEquals(6, simulation.size());
        for (int t = 0; t < 6; t++) {
            double error = simulation.number(t, "overlapStdErr");
            assertEquals(theory.number(t, "overlap"), simulation.number(t, "overlap"), 4.5 * error + 4e-3);
        }
    }
}
