package meanfield.grokking.experiments;

import meanfield.core.Require;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Parameter;
import meanfield.grokking.geometry.LatentLabel;

/** Parameters of {@code grokking.geometry}. */
public record GeometrySetting(
        @Parameter(symbol = "\\phi", meaning = "activation of the hidden layer")
        StandardActivation activation,

        @Parameter(meaning = "what is learned of three latents: first, first-two or xor")
        LatentLabel label,

        @Parameter(symbol = "m", meaning = "share of the factorized code in the inputs", range = "[0, 1]")
        double mix,

        @Parameter(symbol = "\\gamma_0", meaning = "richness", range = "(0, inf)")
        double gamma0,

        @Parameter(symbol = "N", meaning = "hidden neurons", range = "[1, 100000]")
        int width,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, inf)")
        double learningRate,

        @Parameter(meaning = "gradient steps", range = "[0, 1000000]")
        int steps,

        @Parameter(meaning = "networks to average over", range = "[1, 1000]")
        int networks,

        @Parameter(meaning = "seed of the first network; others follow at distance 10", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public GeometrySetting {
        Require.present("activation", activation);
        Require.present("label", label);
        Require.inRange("mix", mix, 0, 1);
        Require.positive("gamma0", gamma0);
        Require.inRange("width", width, 1, 100_000);
        Require.positive("learningRate", learningRate);
        Require.inRange("steps", steps, 0, 1_000_000);
        Require.inRange("networks", networks, 1, 1000);
    }
}
