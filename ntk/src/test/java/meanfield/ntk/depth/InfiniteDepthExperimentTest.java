package meanfield.ntk.depth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfiniteDepthExperimentTest extends ExperimentContract<DeepMachines> {
    @Override
    protected Experiment<DeepMachines> experiment() {
        return new InfiniteDepthExperiment();
    }

    private static DeepMachines kernels(DeepActivation activation, int dimension, List<Integer> depths) {
        return new DeepMachines(activation, List.of(), dimension, depths, 20, 20, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void fittedExponentOfTheOptimalActivation(int dimension) {
        RunResult result = Runs.run(experiment(), kernels(DeepActivation.OPTIMAL, dimension, List.of(10)));
        assertEquals(dimension, Runs.summary(result, "singularExponent"), 1e-10);
        assertEquals(dimension, Runs.summary(result, "fittedExponent"), 1e-3);
        assertEquals("singular-kernel", result.resultTable().text(0, "regime"));
        assertEquals(dimension, result.resultTable().number(0, "singularExponent"), 1e-10);
    }

    @Test
    void reluRatioApproachesAQuarter() {
        RunResult result = Runs.run(experiment(), kernels(DeepActivation.RELU, 2, List.of(10, 1000)));
        ResultTable table = result.resultTable().where(Map.of("depth", "1000"));
        assertEquals("majority-vote", table.text(0, "regime"));
        // near θ = 1 and beyond: 1/4 + 0.5 ln L/L
        assertEquals(0.2535, table.number(table.size() - 1, "kernel"), 5e-4);
        assertTrue(Double.isNaN(table.number(0, "singularExponent")));
    }

    private double[] agreement(DeepMachines parameters) {
        ResultTable table = Runs.simulation(Runs.run(experiment(), parameters)).where(Map.of("role", "agreement"));
        double[] shares = new double[table.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = table.number(i, "agreement");
        }
        return shares;
    }

    @Test
    void machinesBecomeNearestNeighbors() {
        double[] share =
                agreement(new DeepMachines(DeepActivation.QUADRATIC, List.of(), 3, List.of(2, 6, 9), 80, 400, 4, 0));
        assertTrue(share[1] > 0.9 && share[2] > 0.99, share[1] + " " + share[2]);
        assertTrue(share[0] < share[1] && share[1] < share[2]);
    }

    @Test
    void machinesBecomeMajorityVotes() {
        double[] share =
                agreement(new DeepMachines(DeepActivation.MIXED, List.of(), 3, List.of(3, 30, 100), 81, 400, 4, 0));
        assertTrue(share[1] > 0.8 && share[2] > 0.999, share[1] + " " + share[2]);
        assertTrue(share[0] < share[1]);
    }

    @Test
    void machinesBecomeSingularKernels() {
        double[] share =
                agreement(new DeepMachines(DeepActivation.OPTIMAL, List.of(), 3, List.of(3, 30, 1000), 80, 400, 4, 0));
        assertTrue(share[1] > 0.94 && share[2] > 0.985, share[1] + " " + share[2]);
        assertTrue(share[0] < share[1]);
    }

    @ParameterizedTest
    @EnumSource(DeepActivation.class)
    void everyActivationHasAVerdict(DeepActivation activation) {
        List<Double> coefficients = activation == DeepActivation.HERMITE ? List.of(0.8, 0.55, 0.2398) : List.of();
        DeepMachines parameters = new DeepMachines(activation, coefficients, 4, List.of(1, 5), 12, 10, 2, 5);
        RunResult result = Runs.run(experiment(), parameters);
        assertTrue(result.isOk(), result::verdict);
        boolean none = activation == DeepActivation.LINEAR
                || activation == DeepActivation.HERMITE
                || result.resultTable().text(0, "regime").equals("none");
        assertEquals(
                none ? 0 : 25,
                Runs.theory(result).where(Map.of("role", "limit")).size());
    }

    @Test
    void hermiteNeedsCoefficients() {
        DeepMachines parameters = kernels(DeepActivation.HERMITE, 2, List.of(1));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Runs.run(experiment(), parameters));
        assertTrue(e.getMessage().contains("hermiteCoefficients"), e.getMessage());
    }
}
