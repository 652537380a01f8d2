package meanfield.ntk.empirical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import meanfield.core.activation.StandardActivation;
import meanfield.core.network.Parameterization;
import meanfield.core.random.RandomStream;
import meanfield.ntk.finitewidth.MonteCarloKernel;
import meanfield.ntk.kernel.KernelPair;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.AveragePool;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Window;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Means over finite convolutional networks against the kernels of infinitely many channels. */
class ConvolutionLimitTest {
    private static final double STANDARD_ERRORS = 4.5;

    private static final ArrayShape SHAPE = ArrayShape.of(List.of(4, 3, 2));

    static Stream<Architecture> oneHiddenLayer() {
        List<Architecture> all = new ArrayList<>();
        for (Padding padding : Padding.values()) {
            for (Layer last : List.of(new Flatten(), new GlobalAveragePool())) {
                for (int stride = 1; stride <= 2; stride++) {
                    Parameterization parameterization = stride == 1 ? Parameterization.NTK : Parameterization.STANDARD;
                    all.add(network(12, padding, stride, last, parameterization));
                }
            }
        }
        return all.stream();
    }

    private static Architecture network(
            int channels, Padding padding, int stride, Layer last, Parameterization parameterization) {
        Window window = Window.of(padding, 3, 2).withStrides(stride, 1);
        Conv conv = new Conv(channels, window, 1.7, OptionalDouble.of(0.3), parameterization);
        return Architecture.of(
                        conv,
                        Networks.act(StandardActivation.RELU),
                        last,
                        new Dense(2, 1.4, OptionalDouble.of(0.1), parameterization))
                .withInputShape(SHAPE);
    }

    /** With one hidden layer the mean kernels are those of the limit at any number of channels. */
    @ParameterizedTest
    @MethodSource("oneHiddenLayer")
    void meanOfOneHiddenLayerIsTheLimit(Architecture architecture) {
        DMatrixRMaj inputs = Networks.inputs(architecture, 3, 22);
        KernelPair limit = KernelRecursion.of(architecture).kernels(inputs);
        MonteCarloKernel.Estimate mean =
                MonteCarloKernel.of(architecture).withNetworks(600).estimate(inputs, RandomStream.of(23));
        for (int i = 0; i < 9; i++) {
            assertEquals(limit.nngp().data[i], mean.nngp().data[i], STANDARD_ERRORS * mean.nngpStdErr().data[i]);
            assertEquals(limit.ntk().data[i], mean.ntk().data[i], STANDARD_ERRORS * mean.ntkStdErr().data[i]);
            assertTrue(mean.ntkStdErr().data[i] < 0.03 * limit.ntk().get(0, 0));
        }
    }

    /** Two hidden layers with pooling between: the mean differs by b/n + O(1/n²), which two widths take out. */
    @Test
    void deeperNetworksApproachTheLimit() {
        DMatrixRMaj inputs = Networks.inputs(deep(8), 2, 24);
        KernelPair limit = KernelRecursion.of(deep(8)).kernels(inputs);
        MonteCarloKernel.Estimate narrow =
                MonteCarloKernel.of(deep(16)).withNetworks(1500).estimate(inputs, RandomStream.of(25));
        MonteCarloKernel.Estimate wide =
                MonteCarloKernel.of(deep(32)).withNetworks(1500).estimate(inputs, RandomStream.of(26));
        for (int i = 0; i < 4; i++) {
            assertExtrapolates(
                    limit.nngp().data[i],
                    narrow.nngp().data[i],
                    wide.nngp().data[i],
                    narrow.nngpStdErr().data[i],
                    wide.nngpStdErr().data[i]);
            assertExtrapolates(
                    limit.ntk().data[i],
                    narrow.ntk().data[i],
                    wide.ntk().data[i],
                    narrow.ntkStdErr().data[i],
                    wide.ntkStdErr().data[i]);
        }
    }

    private static void assertExtrapolates(
            double limit, double narrow, double wide, double narrowError, double wideError) {
        double error = Math.sqrt(4 * wideError * wideError + narrowError * narrowError);
        assertEquals(limit, 2 * wide - narrow, STANDARD_ERRORS * error);
        assertTrue(error < 0.03 * limit);
    }

    private static Architecture deep(int channels) {
        Conv conv = Conv.of(channels, Window.of(Padding.SAME, 3, 3), 2).withBiasVariance(0.1);
        return Architecture.of(
                        conv,
                        Networks.act(StandardActivation.GELU),
                        new AveragePool(Window.of(Padding.VALID, 2, 1).withStrides(2, 1)),
                        conv,
                        Networks.act(StandardActivation.GELU),
                        new GlobalAveragePool(),
                        Dense.of(1, 1))
                .withInputShape(SHAPE);
    }
}
