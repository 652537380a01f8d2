package meanfield.ntk.experiments.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import meanfield.core.network.Parameterization;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.GlobalAveragePool;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Window;

/** Three ways to read an image with the same depth, activation and variances. */
public enum ImageArchitecture {
    /** L times (dense, activation), one dense layer. */
    DENSE,
    /** L times (convolution, activation), all positions side by side, one dense layer. */
    FLATTEN,
    /** L times (convolution, activation), the mean over all positions, one dense layer. */
    POOL;

    /** Channels of the layers as written down; they do not enter the kernels of the NTK parameterization. */
    private static final int CHANNELS = 1;

    /** The network for images of {@code imageSize}² pixels. */
    Architecture architecture(Convolution parameters) {
        OptionalDouble bias =
                parameters.biasVariance() > 0 ? OptionalDouble.of(parameters.biasVariance()) : OptionalDouble.empty();
        Window window = Window.of(Padding.SAME, parameters.filterSize(), parameters.filterSize());
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < parameters.depth(); l++) {
            double variance = parameters.weightVariance();
            layers.add(
                    this == DENSE
                            ? new Dense(CHANNELS, variance, bias, Parameterization.NTK)
                            : new Conv(CHANNELS, window, variance, bias, Parameterization.NTK));
            layers.add(ActivationLayer.of(parameters.activation()));
        }
        if (this == FLATTEN) {
            layers.add(new Flatten());
        } else if (this == POOL) {
            layers.add(new GlobalAveragePool());
        }
        layers.add(new Dense(1, parameters.weightVariance(), bias, Parameterization.NTK));
        Architecture architecture = new Architecture(layers);
        int side = parameters.imageSize();
        return this == DENSE ? architecture : architecture.withInputShape(new ArrayShape(List.of(side, side), 1));
    }
}
