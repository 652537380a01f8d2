package meanfield.ntk.experiments.convolution;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Parameter;
import meanfield.ntk.experiments.Checks;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Layer;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Window;

/**
 * Parameters of {@link ConvolutionConvergenceExperiment}.
 *
 * @param activation φ
 * @param depth L convolutions
 * @param weightVariance σ_w²
 * @param biasVariance σ_b²
 * @param padding of all convolutions
 * @param readout what follows the last one
 * @param filterSide taps along each axis
 * @param imageSide positions along each axis
 * @param widths channels n of the hidden layers, ascending
 * @param networks M networks for each number of channels; 0 turns the simulation off
 * @param inputs P random images of one channel
 */
public record ConvolutionConvergence(
        @Parameter(meaning = "activation function") StandardActivation activation,

        @Parameter(symbol = "L", meaning = "convolutional hidden layers", range = "[1, 8]")
        int depth,

        @Parameter(symbol = "\\sigma_w^2", meaning = "weight variance", range = "(0, 100]")
        double weightVariance,

        @Parameter(symbol = "\\sigma_b^2", meaning = "bias variance", range = "[0, 100]")
        double biasVariance,

        @Parameter(meaning = "what a convolution reads beyond the border")
        Padding padding,

        @Parameter(meaning = "what stands between the last convolution and the output")
        Readout readout,

        @Parameter(symbol = "F", meaning = "taps of a filter along each axis", range = "[1, 9]")
        int filterSide,

        @Parameter(symbol = "S", meaning = "positions of an image along each axis", range = "[1, 32]")
        int imageSide,

        @Parameter(symbol = "n", meaning = "channels of the hidden layers, ascending", range = "[1, 1024]")
        List<Integer> widths,

        @Parameter(
                symbol = "M",
                meaning = "networks for each number of channels; 0 turns the simulation off",
                range = "[0, 1000000]")
        int networks,

        @Parameter(symbol = "P", meaning = "random images of one channel", range = "[1, 16]")
        int inputs) {
    /** Checks every range, and that the filters fit. */
    public ConvolutionConvergence {
        Require.present("activation", activation);
        Checks.between("depth", depth, 1, 8);
        Checks.variances(weightVariance, biasVariance);
        Require.present("padding", padding);
        Require.present("readout", readout);
        Checks.between("filterSide", filterSide, 1, 9);
        Checks.between("imageSide", imageSide, 1, 32);
        int smallest = padding == Padding.VALID ? depth * (filterSide - 1) + 1 : 1;
        Require.that(
                imageSide >= smallest,
                "imageSide",
                "be at least " + smallest + ", so that " + depth + " valid convolutions fit",
                imageSide);
        widths = Checks.ascending("widths", widths, 1, 1024);
        Checks.networks(networks, 1_000_000);
        Checks.between("inputs", inputs, 1, 16);
    }

    /** The network with this many channels in every hidden layer; its limit does not depend on them. */
    Architecture architecture(int channels) {
        Conv conv = Conv.of(channels, Window.of(padding, filterSide, filterSide), weightVariance);
        Dense dense = Dense.of(1, weightVariance);
        if (biasVariance > 0) {
            conv = conv.withBiasVariance(biasVariance);
            dense = dense.withBiasVariance(biasVariance);
        }
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            layers.add(conv);
            layers.add(ActivationLayer.of(activation));
        }
        layers.add(readout.layer());
        layers.add(dense);
        return new Architecture(layers).withInputShape(ArrayShape.of(List.of(imageSide, imageSide, 1)));
    }
}
