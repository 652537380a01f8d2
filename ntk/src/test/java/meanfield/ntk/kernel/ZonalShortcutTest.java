package meanfield.ntk.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.core.activation.StandardActivation;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import meanfield.ntk.ReferenceCase;
import meanfield.ntk.layer.InputRows;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.WideNetwork;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one-step kernels of many inputs against the layers one by one, which few inputs still take. */
class ZonalShortcutTest {
    private static final int SIZE = 230;
    private static final double ROUNDING = 1e-14;

    private static DMatrixRMaj inputs(int dimension, boolean oneNorm) {
        DMatrixRMaj inputs = new DMatrixRMaj(SIZE, dimension);
        RandomStream.of(5).fillGaussian(inputs.data);
        for (int i = 0; i < SIZE; i++) {
            double square = 0;
            for (int c = 0; c < dimension; c++) {
                // some nearly parallel and nearly opposite to the first row
                if (i > 0 && i < 20) {
                    double sign = i % 2 == 0 ? 1 : -1;
                    inputs.set(i, c, sign * inputs.get(0, c) + Math.pow(10, -i) * inputs.get(i, c));
                }
                square += inputs.get(i, c) * inputs.get(i, c);
            }
            double norm = oneNorm ? Math.sqrt(square / dimension) : 0.5 + 3.0 / (i + 1);
            for (int c = 0; c < dimension; c++) {
                inputs.set(i, c, inputs.get(i, c) / norm);
            }
        }
        return inputs;
    }

    private static KernelPair layerByLayer(KernelRecursion recursion, DMatrixRMaj inputs) {
        KernelPair whole = new KernelPair(new DMatrixRMaj(SIZE, SIZE), new DMatrixRMaj(SIZE, SIZE));
        int half = SIZE / 10;
        for (int from = 0; from < SIZE; from += half) {
            DMatrixRMaj part = CommonOps_DDRM.extract(inputs, from, from + half, 0, inputs.numCols);
            KernelPair block = recursion.kernels(part, inputs);
            CommonOps_DDRM.insert(block.nngp(), whole.nngp(), from, 0);
            CommonOps_DDRM.insert(block.ntk(), whole.ntk(), from, 0);
        }
        return whole;
    }

    private static void compare(WideNetwork network, DMatrixRMaj inputs, double tolerance) {
        KernelRecursion recursion = KernelRecursion.of(network);
        assertTrue(taken(network, inputs), "the shortcut is meant to be taken");
        KernelPair fast = recursion.kernels(inputs);
        KernelPair slow = layerByLayer(recursion, inputs);
        assertEquals(0, ReferenceCase.distance(fast.nngp(), slow.nngp()), tolerance);
        assertEquals(0, ReferenceCase.distance(fast.ntk(), slow.ntk()), tolerance);
    }

    private static boolean taken(WideNetwork network, DMatrixRMaj inputs) {
        RowState state = InputRows.of("inputs", inputs).state();
        return ZonalShortcut.of(new CompiledNetwork(network.architecture()), inputs.numCols, state, state)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"relu, 1", "relu, 10", "relu, 50", "leaky-relu, 5", "abs, 4", "linear, 3"})
    void homogeneousActivationsWithoutBias(String name, int depth) {
        StandardActivation activation =
                StandardActivation.valueOf(name.toUpperCase().replace('-', '_'));
        WideNetwork network = WideNetwork.of(activation).withWeightVariance(1.7).withDepth(depth);
        compare(network, inputs(6, false), ROUNDING);
        compare(network.withParameterization(Parameterization.STANDARD), inputs(40, false), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"relu, 10", "erf, 3", "tanh, 2", "gelu, 2"})
    void anyDenseNetworkOnInputsOfOneNorm(String name, int depth) {
        StandardActivation activation = StandardActivation.valueOf(name.toUpperCase());
        WideNetwork network = WideNetwork.of(activation)
                .withWeightVariance(1.7)
                .withBiasVariance(0.3)
                .withDepth(depth);
        compare(network, inputs(6, true), ROUNDING);
        assertFalse(taken(network, inputs(6, false)));
    }

    @Test
    void zeroInputsAndStepsTakeTheLayers() {
        DMatrixRMaj inputs = inputs(4, false);
        WideNetwork relu = WideNetwork.of(StandardActivation.RELU).withDepth(2);
        assertTrue(taken(relu, inputs));
        assertFalse(taken(WideNetwork.of(StandardActivation.STEP).withDepth(2), inputs));
        for (int c = 0; c < 4; c++) {
            inputs.set(7, c, 0);
        }
        assertFalse(taken(relu, inputs));
        assertEquals(0, KernelRecursion.of(relu).kernels(inputs).nngp().get(7, 8));
    }

    /** What is kept for the next call belongs to its inputs: others, of another norm, get their own. */
    @Test
    void oneRecursionServesInputsOfDifferentNorms() {
        WideNetwork network =
                WideNetwork.of(StandardActivation.ERF).withWeightVariance(1.7).withDepth(2);
        KernelRecursion recursion = KernelRecursion.of(network);
        DMatrixRMaj inputs = inputs(6, true);
        DMatrixRMaj longer = inputs.copy();
        CommonOps_DDRM.scale(3, longer);
        for (DMatrixRMaj next : List.of(inputs, longer, inputs)) {
            KernelPair expected = KernelRecursion.of(network).kernels(next);
            KernelPair actual = recursion.kernels(next);
            assertArrayEquals(expected.nngp().data, actual.nngp().data);
            assertArrayEquals(expected.ntk().data, actual.ntk().data);
        }
    }
}
