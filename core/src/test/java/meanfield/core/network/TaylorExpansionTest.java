package meanfield.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import meanfield.core.activation.Activation;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaylorExpansionTest {
    private static final DMatrixRMaj INPUTS = new DMatrixRMaj(new double[][] {{0.4, -1.1, 0.7}, {-0.2, 0.5, 1.6}});

    private static FiniteNetwork network(Parameterization parameterization, Activation first, Activation second) {
        NetworkShape shape = NetworkShape.of(3, List.of(6, 5), 2, first)
                .withActivations(List.of(first, second))
                .withParameterization(parameterization)
                .withWeightVariance(1.7)
                .withBiasVariance(0.3);
        return FiniteNetwork.draw(shape, RandomStream.of(5), LinearAlgebras.automatic());
    }

    private static double error(FiniteNetwork network, NetworkParameters direction, double step, int order) {
        NetworkParameters displacement = direction.copy();
        displacement.scale(step);
        double[] exact = network.displaced(1, displacement).outputs(INPUTS).data;
        double[] expanded = network.taylorExpansion(INPUTS, displacement, order).data;
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            largest = Math.max(largest, Math.abs(exact[i] - expanded[i]));
        }
        return largest;
    }

    /** The error of order r falls by 2^(r+1) when the displacement is halved. */
    @ParameterizedTest
    @EnumSource(Parameterization.class)
    void errorIsOfTheNextOrder(Parameterization parameterization) {
        Activation swish = new ParameterizedActivation.Swish(1.4);
        for (Activation first : List.of(StandardActivation.TANH, StandardActivation.GELU, StandardActivation.GABOR)) {
            FiniteNetwork network = network(parameterization, first, swish);
            NetworkParameters direction = NetworkParameters.draw(network.shape(), RandomStream.of(6));
            for (int order = 0; order <= 3; order++) {
                double step = 0.01;
                double ratio = error(network, direction, step, order) / error(network, direction, 0.5 * step, order);
                // Cause: the term of order r + 2, a few per cent at this step
                assertEquals(order + 1, Math.log(ratio) / Math.log(2), 0.12, first + " order " + order);
            }
        }
    }

    /** A network of polynomials of degree 1 in every layer is of degree three in its parameters: order 3 is exact. */
    @Test
    void linearNetworkOfThreeLayersEndsAtOrderThree() {
        FiniteNetwork network =
                network(Parameterization.STANDARD, StandardActivation.LINEAR, StandardActivation.LINEAR);
        NetworkParameters direction = NetworkParameters.draw(network.shape(), RandomStream.of(7));
        assertEquals(0, error(network, direction, 2.5, 3), 1e-12);
    }

    @Test
    void firstCoefficientIsTheDirectionalDerivative() {
        FiniteNetwork network = network(Parameterization.NTK, StandardActivation.ERF, StandardActivation.SIN);
        NetworkParameters direction = NetworkParameters.draw(network.shape(), RandomStream.of(8));
        List<DMatrixRMaj> terms = network.taylorCoefficients(INPUTS, direction, 2);
        assertEquals(3, terms.size());
        assertArrayEquals(network.outputs(INPUTS).data, terms.get(0).data, 1e-15);
        assertArrayEquals(network.directionalDerivative(INPUTS, direction).data, terms.get(1).data, 1e-14);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> network.taylorCoefficients(INPUTS, direction, 4));
        assertEquals("order must be in [0, 3], got 4", refused.getMessage());
    }
}
