package meanfield.dmft.langevin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;
import meanfield.dmft.ReferenceCase;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LinearNeuronsTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();
    private static final double REFERENCE = 1e-10;

    @Test
    void publishedNumbers() {
        JsonNode reference = ReferenceCase.read("d3_mean_field_langevin").get("linear_neurons");
        DMatrixRMaj sigma = new DMatrixRMaj(new double[][] {
            ReferenceCase.numbers(reference.get("Sigma").get(0)),
            ReferenceCase.numbers(reference.get("Sigma").get(1))
        });
        LinearNeurons neurons = LinearNeurons.of(
                sigma,
                ReferenceCase.numbers(reference.get("beta")),
                reference.get("lam").asDouble(),
                reference.get("tau").asDouble(),
                ALGEBRA);
        double[] start = ReferenceCase.numbers(reference.get("m0"));
        double[] times = ReferenceCase.numbers(reference.get("times"));
        for (int i = 0; i < times.length; i++) {
            NeuronState state = neurons.at(times[i], start, reference.get("c0").asDouble());
            assertArrayEquals(ReferenceCase.numbers(reference.get("mean").get(i)), state.outputs(), REFERENCE);
            assertEquals(reference.get("var").get(i).asDouble(), state.variance(), REFERENCE);
            assertEquals(reference.get("risk").get(i).asDouble(), state.risk(), REFERENCE);
        }
    }

    private static LinearNeurons three(double ridge, double temperature) {
        DMatrixRMaj sigma = new DMatrixRMaj(new double[][] {{2, 0.5, 0}, {0.5, 1, -0.3}, {0, -0.3, 0.4}});
        return LinearNeurons.of(sigma, new double[] {1, -2, 0.5}, ridge, temperature, ALGEBRA);
    }

    /** The closed form against its own differential equations. */
    @Test
    void solvesTheMomentEquations() {
        double ridge = 0.3;
        double temperature = 0.2;
        double[][] sigma = {{2, 0.5, 0}, {0.5, 1, -0.3}, {0, -0.3, 0.4}};
        double[] beta = {1, -2, 0.5};
        double[] end = OdeSolver.withDefaults()
                .withTolerance(1e-13)
                .solve(
                        (t, s, v) -> {
                            for (int a = 0; a < 3; a++) {
                                v[a] = -ridge * s[a];
                                for (int b = 0; b < 3; b++) {
                                    v[a] -= sigma[a][b] * (s[b] - beta[b]);
                                }
                            }
                            v[3] = -2 * ridge * s[3] + 2 * temperature;
                        },
                        0,
                        new double[] {0.2, 0.1, -0.4, 0.7},
                        TimeGrid.of(1.7))
                .states()[0];
        NeuronState state = three(ridge, temperature).at(1.7, new double[] {0.2, 0.1, -0.4}, 0.7);
        for (int a = 0; a < 3; a++) {
            assertEquals(end[a], state.outputs()[a], 1e-11);
        }
        assertEquals(end[3], state.variance(), 1e-11);
    }

    /** The free energy never increases and ends at the Gibbs law; without noise it is risk and ridge. */
    @Test
    void freeEnergyFalls() {
        for (double temperature : new double[] {0, 0.05, 2}) {
            LinearNeurons neurons = three(0.2, temperature);
            double before = Double.POSITIVE_INFINITY;
            for (int k = 0; k <= 400; k++) {
                double free = neurons.at(0.1 * k, new double[] {2, 1, 3}, 0.6).freeEnergy();
                assertTrue(free <= before + 1e-14, temperature + " " + k);
                before = free;
            }
            double gibbs = neurons.gibbs().freeEnergy();
            assertTrue(before >= gibbs - 1e-14);
            assertEquals(gibbs, neurons.at(200, new double[] {2, 1, 3}, 0.6).freeEnergy(), 1e-12);
        }
    }

    /** λ = 0: the variance spreads like 2τt and there is no Gibbs law; a start without width has infinite free energy. */
    @Test
    void edges() {
        LinearNeurons free = three(0, 0.5);
        assertEquals(0.1 + 2 * 0.5 * 3, free.at(3, new double[3], 0.1).variance(), 1e-14);
        assertTrue(Double.isNaN(free.gibbs().freeEnergy()));
        assertEquals(Double.POSITIVE_INFINITY, free.at(0, new double[3], 0).freeEnergy());
        assertThrows(
                IllegalArgumentException.class,
                () -> LinearNeurons.of(new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), new double[2], 0, 0, ALGEBRA));
    }
}
