package meanfield.dmft.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.TimeGrid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecurrentSimulationTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();

    /** Without couplings everything decays at rate 1. */
    @Test
    void noCouplingsNoLife() {
        RecurrentSimulation.Outcome outcome =
                new RecurrentSimulation(0, 20, 30, 20).run(TimeGrid.of(0, 1), ALGEBRA, RandomStream.of(2));
        assertEquals(0, outcome.variance(), 1e-20);
        // the fourth-order step: e^-0.4 to 8e-5
        assertEquals(-1, outcome.lyapunovExponent(), 4e-4);
    }

    /** Networks at g = 4: C(τ) and λ_L within 3 standard errors; the O(1/N) bias is below them. */
    @Test
    @Tag("slow")
    void networksFollowTheTheory() {
        double gain = 4;
        TimeGrid lags = TimeGrid.of(0, 0.9, 2.5, 4);
        ChaoticState theory = ChaoticState.of(gain);
        double[] expected = theory.autocorrelation(lags);
        int networks = 8;
        double[][] values = new double[networks][];
        for (int m = 0; m < networks; m++) {
            RecurrentSimulation.Outcome outcome = new RecurrentSimulation(gain, 400, 20, 60)
                    .run(lags, ALGEBRA, RandomStream.of(4).child(m));
            values[m] = new double[5];
            System.arraycopy(outcome.autocorrelation(), 0, values[m], 0, 4);
            values[m][4] = outcome.lyapunovExponent();
            assertEquals(outcome.variance(), outcome.autocorrelation()[0], 1e-12);
        }
        for (int k = 0; k < 5; k++) {
            double mean = 0;
            double squares = 0;
            for (double[] value : values) {
                mean += value[k] / networks;
            }
            for (double[] value : values) {
                squares += (value[k] - mean) * (value[k] - mean);
            }
            double error = Math.sqrt(squares / (networks - 1) / networks);
            double exact = k < 4 ? expected[k] : theory.lyapunovExponent().value();
            // few networks: Student's law, and the bias of N = 400
            assertEquals(exact, mean, 4 * error + 0.01 * expected[0] * (k < 4 ? 1 : 0.5), "number " + k);
            assertTrue(error < 0.1 * expected[0]);
        }
    }
}
