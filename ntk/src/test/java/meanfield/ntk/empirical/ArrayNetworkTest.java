package meanfield.ntk.empirical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.EmpiricalKernels;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Dropout;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Residual;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.network.Window;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArrayNetworkTest {
    private static final double ROUNDING = 1e-12;

    static Stream<Architecture> all() {
        return Networks.all();
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance) {
        assertArrayEquals(expected, actual, tolerance * largest(expected));
    }

    /** Jacobians multiplied, sums layer by layer, and products with vectors are one kernel, of all pairs of outputs. */
    @ParameterizedTest
    @MethodSource("all")
    void threeRoutesAgree(Architecture architecture) {
        ArrayNetwork network = Networks.draw(architecture, 1);
        DMatrixRMaj first = Networks.inputs(architecture, 3, 2);
        DMatrixRMaj second = Networks.inputs(architecture, 2, 3);
        DMatrixRMaj byJacobian = ArrayNetworkKernels.fullNtkByJacobian(network, first, second);
        DMatrixRMaj structured = ArrayNetworkKernels.fullNtk(network, first, second);
        assertClose(byJacobian.data, structured.data, ROUNDING);
        int outputs = network.outputs();
        double[] implicit = new double[byJacobian.data.length];
        for (int column = 0; column < byJacobian.numCols; column++) {
            DMatrixRMaj unit = new DMatrixRMaj(2, outputs);
            unit.data[column] = 1;
            double[] product = network.ntkVectorProduct(first, second, unit).data;
            for (int row = 0; row < product.length; row++) {
                implicit[row * byJacobian.numCols + column] = product[row];
            }
        }
        assertClose(byJacobian.data, implicit, ROUNDING);
    }

    /** Of the inputs with themselves: exactly symmetric, equal to the rectangular kernel, traces of the full one. */
    @ParameterizedTest
    @MethodSource("all")
    void symmetricKernels(Architecture architecture) {
        ArrayNetwork network = Networks.draw(architecture, 4);
        DMatrixRMaj inputs = Networks.inputs(architecture, 3, 5);
        EmpiricalKernels kernels = ArrayNetworkKernels.of(network, inputs);
        EmpiricalKernels rectangular = ArrayNetworkKernels.of(network, inputs, inputs.copy());
        DMatrixRMaj full = ArrayNetworkKernels.fullNtk(network, inputs);
        assertClose(ArrayNetworkKernels.fullNtkByJacobian(network, inputs, inputs).data, full.data, ROUNDING);
        assertClose(rectangular.nngp().data, kernels.nngp().data, ROUNDING);
        assertClose(rectangular.conditionalNngp().data, kernels.conditionalNngp().data, ROUNDING);
        assertClose(rectangular.ntk().data, kernels.ntk().data, ROUNDING);
        int outputs = network.outputs();
        DMatrixRMaj values = network.outputs(inputs);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double trace = 0;
                double product = 0;
                for (int o = 0; o < outputs; o++) {
                    trace += full.get(i * outputs + o, j * outputs + o) / outputs;
                    product += values.get(i, o) * values.get(j, o) / outputs;
                }
                assertEquals(trace, kernels.ntk().get(i, j), ROUNDING * largest(full.data));
                assertEquals(product, kernels.nngp().get(i, j), ROUNDING * largest(kernels.nngp().data));
                assertEquals(kernels.ntk().get(j, i), kernels.ntk().get(i, j));
            }
        }
        for (int i = 0; i < full.numRows; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(full.get(j, i), full.get(i, j));
            }
        }
        assertTrue(LinearAlgebras.automatic().symmetricEigen(full).values()[0] > -1e-14 * largest(full.data));
    }

    /** u·Θv = v·Θu and v·Θv ≥ 0 without forming Θ. */
    @ParameterizedTest
    @MethodSource("all")
    void productsAreSymmetricAndPositive(Architecture architecture) {
        ArrayNetwork network = Networks.draw(architecture, 6);
        DMatrixRMaj inputs = Networks.inputs(architecture, 4, 7);
        DMatrixRMaj u = new DMatrixRMaj(4, network.outputs());
        DMatrixRMaj v = new DMatrixRMaj(4, network.outputs());
        RandomStream random = RandomStream.of(8);
        random.fillGaussian(u.data);
        random.fillGaussian(v.data);
        DMatrixRMaj thetaU = network.ntkVectorProduct(inputs, inputs, u);
        DMatrixRMaj thetaV = network.ntkVectorProduct(inputs, inputs, v);
        double positive = dot(v, thetaV);
        assertTrue(positive > 0);
        assertEquals(dot(u, thetaV), dot(v, thetaU), ROUNDING * Math.max(positive, dot(u, thetaU)));
        double norm = network.pullback(inputs, v).dot(network.pullback(inputs, v));
        assertEquals(norm, positive, ROUNDING * positive);
    }

    private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
        double sum = 0;
        for (int i = 0; i < a.data.length; i++) {
            sum += a.data[i] * b.data[i];
        }
        return sum;
    }

    /** J δ and J against central differences of the outputs. */
    @ParameterizedTest
    @MethodSource("all")
    void derivativesAreDifferences(Architecture architecture) {
        ArrayNetwork network = Networks.draw(architecture, 9);
        DMatrixRMaj inputs = Networks.inputs(architecture, 2, 10);
        NetworkParameters direction = network.drawParameters(RandomStream.of(11));
        double h = 1e-5;
        double[] ahead = network.displaced(h, direction).outputs(inputs).data;
        double[] behind = network.displaced(-h, direction).outputs(inputs).data;
        double[] derivative = network.directionalDerivative(inputs, direction).data;
        double[] byJacobian =
                LinearAlgebras.automatic().multiply(network.jacobian(inputs), column(direction.toVector())).data;
        assertClose(byJacobian, derivative, ROUNDING);
        for (int i = 0; i < derivative.length; i++) {
            // Cause: h² f‴/6, about 1e-10, and rounding over h, 1e-11
            assertEquals((ahead[i] - behind[i]) / (2 * h), derivative[i], 1e-8);
        }
    }

    private static DMatrixRMaj column(double[] vector) {
        return DMatrixRMaj.wrap(vector.length, 1, vector);
    }

    /** The error of the expansion of order r falls by 2^(r+1) when the displacement is halved. */
    @ParameterizedTest
    @MethodSource("all")
    void taylorExpansionHasTheOrderThatItSays(Architecture architecture) {
        ArrayNetwork network = Networks.draw(architecture, 12);
        DMatrixRMaj inputs = Networks.inputs(architecture, 2, 13);
        NetworkParameters direction = network.drawParameters(RandomStream.of(14));
        for (int order = 0; order <= 3; order++) {
            double far = expansionError(network, inputs, direction, 0.01, order);
            double near = expansionError(network, inputs, direction, 0.005, order);
            // Cause: the term of order r + 2
            assertEquals(order + 1, Math.log(far / near) / Math.log(2), 0.2, "order " + order);
        }
    }

    private static double expansionError(
            ArrayNetwork network, DMatrixRMaj inputs, NetworkParameters direction, double step, int order) {
        NetworkParameters displacement = direction.copy();
        displacement.scale(step);
        double[] error = network.displaced(1, displacement).outputs(inputs).data;
        double[] expanded = network.taylorExpansion(inputs, displacement, order).data;
        for (int i = 0; i < error.length; i++) {
            error[i] -= expanded[i];
        }
        return largest(error);
    }

    /** Dense networks: the numbers of the network that knows nothing of arrays, from the same stream. */
    @ParameterizedTest
    @EnumSource(
            value = Parameterization.class,
            names = {"NTK", "STANDARD"})
    void denseNetworksAreFiniteNetworks(Parameterization parameterization) {
        NetworkShape shape = NetworkShape.of(5, List.of(7, 7), 1, StandardActivation.RELU)
                .withParameterization(parameterization)
                .withWeightVariance(1.9)
                .withBiasVariance(0.2);
        Architecture architecture = WideNetwork.of(StandardActivation.RELU)
                .withWidth(7)
                .withDepth(2)
                .withWeightVariance(1.9)
                .withBiasVariance(0.2)
                .withParameterization(parameterization)
                .architecture();
        FiniteNetwork plain = FiniteNetwork.draw(shape, RandomStream.of(15), LinearAlgebras.automatic());
        ArrayNetwork network = ArrayNetwork.draw(architecture, 5, RandomStream.of(15), LinearAlgebras.automatic());
        DMatrixRMaj inputs = new DMatrixRMaj(4, 5);
        RandomStream.of(16).fillGaussian(inputs.data);
        assertArrayEquals(plain.parameters().toVector(), network.parameters().toVector());
        assertClose(plain.outputs(inputs).data, network.outputs(inputs).data, ROUNDING);
        assertClose(plain.jacobian(inputs).data, network.jacobian(inputs).data, ROUNDING);
        EmpiricalKernels expected = EmpiricalKernels.of(plain, inputs);
        EmpiricalKernels actual = ArrayNetworkKernels.of(network, inputs);
        assertClose(expected.nngp().data, actual.nngp().data, ROUNDING);
        assertClose(expected.conditionalNngp().data, actual.conditionalNngp().data, ROUNDING);
        assertClose(expected.ntk().data, actual.ntk().data, ROUNDING);
        NetworkParameters direction = network.drawParameters(RandomStream.of(17));
        assertClose(
                plain.taylorExpansion(inputs, direction, 3).data,
                network.taylorExpansion(inputs, direction, 3).data,
                ROUNDING);
        ArrayNetwork same = ArrayNetwork.of(architecture, 5, plain.parameters(), LinearAlgebras.automatic());
        assertArrayEquals(network.outputs(inputs).data, same.outputs(inputs).data);
    }

    /** A convolution written out with six loops, stride 2 and zeros beyond the border; its outputs are read by a linear readout. */
    @Test
    void convolutionByDefinition() {
        Conv conv = new Conv(
                2, Window.of(Padding.SAME, 3, 2).withStrides(2, 1), 1.7, OptionalDouble.of(0.4), Parameterization.NTK);
        Architecture architecture =
                Architecture.of(conv, new Flatten(), Dense.of(1, 1)).withInputShape(ArrayShape.of(List.of(5, 4, 3)));
        ArrayNetwork network = Networks.draw(architecture, 18);
        DMatrixRMaj inputs = Networks.inputs(architecture, 1, 19);
        NetworkParameters parameters = network.parameters();
        // 5 rows at stride 2: three leave, (3 - 1) 2 + 3 - 5 = 2 zeros, one in front; 4 columns, 1 zero, none in front
        double output = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 4; b++) {
                for (int n = 0; n < 2; n++) {
                    double z = Math.sqrt(0.4) * parameters.bias(0)[n];
                    for (int f = 0; f < 3; f++) {
                        for (int g = 0; g < 2; g++) {
                            int y = 2 * a + f - 1;
                            int x = b + g;
                            if (y < 0 || y > 4 || x > 3) {
                                continue;
                            }
                            for (int c = 0; c < 3; c++) {
                                z += Math.sqrt(1.7 / 18)
                                        * inputs.get(0, (y * 4 + x) * 3 + c)
                                        * parameters.weight(0).get((f * 2 + g) * 3 + c, n);
                            }
                        }
                    }
                    output += z * parameters.weight(1).get((a * 4 + b) * 2 + n, 0) / Math.sqrt(24);
                }
            }
        }
        assertEquals(output, network.outputs(inputs).get(0, 0), ROUNDING);
    }

    /** Large images take the products of gradients, small ones the sums over positions: the numbers are the same. */
    @Test
    void bothContractionsOfALayerAgree() {
        Architecture architecture = Networks.branched();
        ArrayNetwork network = Networks.draw(architecture, 20);
        ArrayContraction.Side side = ArrayContraction.Side.of(network, Networks.inputs(architecture, 3, 21));
        ArrayContraction contraction = new ArrayContraction(network, side, side);
        for (WeightLayer layer : network.weights()) {
            List<DMatrixRMaj> routes = contraction.bothRoutes(layer, 1);
            assertClose(routes.get(0).data, routes.get(1).data, ROUNDING);
        }
    }

    @Test
    void refusals() {
        ArrayShape image = ArrayShape.of(List.of(3, 3, 2));
        Conv conv = Conv.of(4, Window.of(Padding.SAME, 3, 3), 1);
        assertRefused(
                Architecture.of(conv).withInputShape(image),
                "network must end without positions (add GlobalAvgPool or Flatten), got an output of shape [3, 3, 4]");
        assertRefused(
                Architecture.of(conv, new GlobalAveragePool(), new Dropout(0.5), Dense.of(1, 1))
                        .withInputShape(image),
                "layer 3 (Dropout) has no finite network here: masks and attention heads are not drawn");
        assertRefused(
                Architecture.of(new Residual(List.of(List.of(), List.of(conv))), new Flatten(), Dense.of(1, 1))
                        .withInputShape(image),
                "layer 1 (Residual) must join branches of equal width in a finite network, got different");
        ArrayNetwork network = Networks.draw(
                Architecture.of(conv, new Flatten(), Dense.of(1, 1)).withInputShape(image), 1);
        NetworkParameters other = Networks.draw(Networks.graph(), 1).parameters();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> network.displaced(1, other))
                .getMessage()
                .startsWith("direction must have 2 layers, got 3"));
        ArrayNetwork far = network.displaced(2e307, network.parameters());
        DMatrixRMaj large = new DMatrixRMaj(1, 18);
        Arrays.fill(large.data, 1e3);
        ArithmeticException overflow = assertThrows(ArithmeticException.class, () -> far.outputs(large));
        assertEquals(
                "preactivations of layer 1 (Conv) are not finite: the parameters are too large", overflow.getMessage());
    }

    private static void assertRefused(Architecture architecture, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Networks.draw(architecture, 1));
        assertEquals(message, refused.getMessage());
    }
}
