package meanfield.ntk.experiments.convolution;

import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Parameter;
import meanfield.ntk.experiments.Checks;
import meanfield.ntk.experiments.DataChoice;

/**
 * Parameters of {@link ConvolutionExperiment}.
 *
 * @param dataSet name of an embedded data set of images, or a folder of IDX files
 * @param activation φ
 * @param depth L hidden layers, convolutions or dense ones
 * @param filterSize pixels along each side of a convolution's window
 * @param weightVariance σ_w²
 * @param biasVariance σ_b²
 * @param trainSize training examples, the first ones
 * @param testSize test examples, the first ones
 * @param imageSize pixels along each side, to which images are averaged first
 * @param ridge λ in units of the mean of the kernel's diagonal
 * @param networks M finite networks whose last layer is trained; 0 turns them off
 * @param channels C of each hidden layer in them
 */
public record Convolution(
        @Parameter(meaning = "mnist, fashion-mnist, or a folder of IDX files")
        String dataSet,

        @Parameter(meaning = "activation function") StandardActivation activation,

        @Parameter(symbol = "L", meaning = "hidden layers, of convolutions or dense", range = "[1, 100]")
        int depth,

        @Parameter(symbol = "F", meaning = "pixels along each side of a convolution's window", range = "[1, 28]")
        int filterSize,

        @Parameter(symbol = "\\sigma_w^2", meaning = "weight variance", range = "(0, 100]")
        double weightVariance,

        @Parameter(symbol = "\\sigma_b^2", meaning = "bias variance", range = "[0, 100]")
        double biasVariance,

        @Parameter(symbol = "n", meaning = "training examples", range = "[2, 20000]")
        int trainSize,

        @Parameter(meaning = "test examples", range = "[1, 20000]")
        int testSize,

        @Parameter(
                symbol = "s",
                meaning =
                        "pixels along each side, to which images are averaged first; the cost of pooling grows like s⁴",
                range = "[2, 256]")
        int imageSize,

        @Parameter(
                symbol = "\\lambda",
                meaning = "ridge over the mean of the kernel's diagonal",
                range = "[0, 1000000]")
        double ridge,

        @Parameter(
                symbol = "M",
                meaning = "finite networks, last layer trained; 0 turns them off",
                range = "[0, 10000]")
        int networks,

        @Parameter(symbol = "C", meaning = "channels of each hidden layer in them", range = "[1, 16384]")
        int channels) {
    /** Checks every range, and that the data set is known or may be a folder. */
    public Convolution {
        Require.present("dataSet", dataSet);
        DataChoice.requireKnownOrFolder(dataSet);
        Require.present("activation", activation);
        Checks.between("depth", depth, 1, 100);
        Checks.between("filterSize", filterSize, 1, 28);
        Checks.variances(weightVariance, biasVariance);
        Checks.between("trainSize", trainSize, 2, 20_000);
        Checks.between("testSize", testSize, 1, 20_000);
        Checks.between("imageSize", imageSize, 2, 256);
        Require.inRange("ridge", ridge, 0, 1e6);
        Checks.networks(networks, 10_000);
        Checks.between("channels", channels, 1, 16_384);
    }
}
