package meanfield.grokking.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.FiniteNetwork;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;

class ModularAdditionTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();

    @Test
    void closedFormAccuracies() {
        for (JsonNode row : ReferenceFile.read("g4_modadd_analytic").json().get("rows")) {
            ModularAddition task = ModularAddition.portable(row.get("p").intValue(), 0.5, 1);
            FourierSolution solution =
                    FourierSolution.portable(task, row.get("N").intValue(), 7, ALGEBRA);
            assertEquals(row.get("accuracy").doubleValue(), solution.accuracy(), 1e-12);
            assertEquals(
                    1, FourierMeasure.of(task.modulus()).inverseParticipationRatio(solution.network(), ALGEBRA), 1e-12);
        }
    }

    @Test
    void manyNeuronsMakeItExact() {
        // Phases average out: f ∝ 1 on the right sum and -1/(p-1) elsewhere, so the best-fit loss is that of a centred
        // one-hot.
        ModularAddition task = ModularAddition.portable(7, 1, 1);
        assertTrue(task.test() == null);
        double loss = FourierSolution.portable(task, 60_000, 3, ALGEBRA).bestLoss();
        assertEquals(1 / 7.0 * (1 / 7.0), loss, 2e-3);
    }

    @Test
    void gaussianWeightsHaveNoFrequency() {
        ModularAddition task = ModularAddition.portable(23, 0.7, 5);
        FiniteNetwork network = task.portableNetwork(2000, 1, 5, ALGEBRA);
        double ratio = FourierMeasure.of(23).inverseParticipationRatio(network, ALGEBRA);
        // E P² / (Σ)² with 11 exponential powers and one of a single real amplitude: about 2/12
        assertEquals(0.165, ratio, 0.02);
    }

    @Test
    void splitCoversEveryPairOnce() {
        ModularAddition task = ModularAddition.portable(23, 0.7, 5);
        assertEquals(370, task.train().size());
        assertEquals(159, task.test().size());
        assertTrue(task.isPrime());
        assertFalse(ModularAddition.portable(9, 0.7, 5).isPrime());
        assertThrows(
                IllegalArgumentException.class,
                () -> FourierSolution.portable(ModularAddition.portable(9, 0.5, 1), 10, 1, ALGEBRA));
    }
}
