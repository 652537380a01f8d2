package meanfield.grokking.experiments;

import meanfield.core.Require;
import meanfield.experiment.Parameter;

/** Parameters of {@code grokking.modular-addition}. */
public record ModularSetting(
        @Parameter(symbol = "p", meaning = "modulus", range = "[2, 500]")
        int modulus,

        @Parameter(symbol = "f", meaning = "share of the p² pairs trained on", range = "(0, 1]")
        double trainFraction,

        @Parameter(symbol = "N", meaning = "hidden neurons", range = "[1, 100000]")
        int width,

        @Parameter(meaning = "learning rate", range = "(0, inf)")
        double learningRate,

        @Parameter(meaning = "gradient steps", range = "[0, 10000000]")
        int steps,

        @Parameter(symbol = "\\alpha", meaning = "output scale: large is lazy", range = "(0, inf)")
        double outputScale,

        @Parameter(meaning = "seed of split and initial weights", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public ModularSetting {
        Require.inRange("modulus", modulus, 2, 500);
        Require.that(trainFraction > 0 && trainFraction <= 1, "trainFraction", "be in (0, 1]", trainFraction);
        Require.inRange("width", width, 1, 100_000);
        Require.positive("learningRate", learningRate);
        Require.inRange("steps", steps, 0, 10_000_000);
        Require.positive("outputScale", outputScale);
    }
}
