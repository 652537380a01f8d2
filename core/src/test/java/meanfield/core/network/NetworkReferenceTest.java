package meanfield.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs, kernels, linearization and kernel-vector products of two networks whose weights are written out. */
class NetworkReferenceTest {
    /** Relative to the largest entry, as the reference files suggest. */
    private static final double ROUNDING = 1e-12;

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("empirical_erf_ntk_param.txt", Parameterization.NTK, PlainActivation.ERF),
                Arguments.of("empirical_relu_standard_param.txt", Parameterization.STANDARD, PlainActivation.RELU));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndLinearization(String file, Parameterization parameterization, Activation activation) {
        ReferenceBlocks reference = ReferenceBlocks.of(file);
        FiniteNetwork network = network(reference, parameterization, activation);
        DMatrixRMaj x1 = reference.matrix("x1");
        NetworkParameters displacement =
                reference.parameters("displacement_", network.shape().layers());
        assertClose(reference.array("f_x1"), network.outputs(x1));
        assertClose(reference.array("f_x1"), network.forward(x1).outputs());
        assertClose(reference.array("f_x2"), network.outputs(reference.matrix("x2")));
        assertClose(
                reference.array("f_displaced_x1"),
                network.displaced(1, displacement).outputs(x1));
        assertClose(reference.array("linearized_x1"), network.linearized(x1, displacement));
    }

    /** Orders 0 to 3 of the expansion in the parameters. */
    @ParameterizedTest
    @CsvSource({"empirical_erf_ntk_param.txt, NTK, ERF", "empirical_relu_standard_param.txt, STANDARD, RELU"})
    void taylorExpansion(String file, Parameterization parameterization, StandardActivation activation) {
        ReferenceBlocks reference = ReferenceBlocks.of(file);
        FiniteNetwork network = network(reference, parameterization, activation);
        DMatrixRMaj x1 = reference.matrix("x1");
        NetworkParameters displacement =
                reference.parameters("displacement_", network.shape().layers());
        double[] orders = reference.array("taylor_order_0_to_3_x1");
        int size = x1.numRows * network.shape().outputs();
        for (int order = 0; order <= 3; order++) {
            double[] expected = Arrays.copyOfRange(orders, order * size, (order + 1) * size);
            assertClose(expected, network.taylorExpansion(x1, displacement, order));
        }
        assertThrows(IllegalArgumentException.class, () -> network.taylorExpansion(x1, displacement, 4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernels(String file, Parameterization parameterization, Activation activation) {
        ReferenceBlocks reference = ReferenceBlocks.of(file);
        FiniteNetwork network = network(reference, parameterization, activation);
        DMatrixRMaj x1 = reference.matrix("x1");
        DMatrixRMaj x2 = reference.matrix("x2");
        EmpiricalKernels kernels = EmpiricalKernels.of(network, x1, x2);
        assertClose(reference.array("nngp_mean_over_outputs"), kernels.nngp());
        assertClose(reference.array("ntk_traced_mean_over_outputs"), kernels.ntk());
        DMatrixRMaj full =
                referenceFull(reference, x1.numRows, x2.numRows, network.shape().outputs());
        assertClose(full.data, EmpiricalKernels.fullNtk(network, x1, x2));
        assertClose(full.data, EmpiricalKernels.fullNtkByJacobian(network, x1, x2));
        assertClose(
                reference.array("product_on_x1"), network.ntkVectorProduct(x1, x2, reference.matrix("vector_on_x2")));
    }

    /** From [i][j][o][o'] to rows i K + o, columns j K + o'. */
    private static DMatrixRMaj referenceFull(ReferenceBlocks reference, int rows, int columns, int outputs) {
        double[] from = reference.array("ntk_full_n1_n2_o_o");
        DMatrixRMaj full = new DMatrixRMaj(rows * outputs, columns * outputs);
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int o = 0; o < outputs; o++) {
                    for (int p = 0; p < outputs; p++) {
                        full.set(i * outputs + o, j * outputs + p, from[at++]);
                    }
                }
            }
        }
        return full;
    }

    private static FiniteNetwork network(
            ReferenceBlocks reference, Parameterization parameterization, Activation activation) {
        double[] widths = reference.array("widths");
        double[] deviations = reference.array("deviations");
        List<Integer> hidden = Arrays.stream(widths, 1, widths.length - 1)
                .mapToObj(width -> (int) width)
                .toList();
        NetworkShape shape = NetworkShape.of((int) widths[0], hidden, (int) widths[widths.length - 1], activation)
                .withParameterization(parameterization)
                .withWeightVariance(deviations[0] * deviations[0])
                .withBiasVariance(deviations[1] * deviations[1]);
        return FiniteNetwork.of(shape, reference.parameters("", shape.layers()), new PlainAlgebra());
    }

    private static void assertClose(double[] expected, DMatrixRMaj actual) {
        assertEquals(expected.length, actual.getNumElements());
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.data[i], ROUNDING * largest, "entry " + i);
        }
    }
}
