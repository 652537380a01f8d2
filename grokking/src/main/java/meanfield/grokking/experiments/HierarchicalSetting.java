package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;
import meanfield.grokking.hierarchical.LayerwiseTraining;

/** Parameters of {@code grokking.hierarchical}. */
public record HierarchicalSetting(
        @Parameter(symbol = "d", meaning = "input dimensions", range = "[2, 64]")
        List<Integer> inputDimensions,

        @Parameter(symbol = "n/d²", meaning = "samples of a stage per squared dimension", range = "(0, 100]")
        List<Double> sampleRatios,

        @Parameter(
                meaning =
                        "solved (ridge regressions, the published surrogate) or descended (gradient descent layer by layer)")
        LayerwiseMethod method,

        @Parameter(meaning = "ReLU features of the second stage", range = "[1, 10000]")
        int scalarFeatures,

        @Parameter(meaning = "descended: random features of the first layer; 0 for d(d + 1)", range = "[0, 20000]")
        int randomFeatures,

        @Parameter(
                symbol = "T_1",
                meaning = "descended: gradient steps on the middle layer; 1 is one-step learning",
                range = "[1, 1000000]")
        int featureSteps,

        @Parameter(meaning = "descended: gradient steps on the last layer", range = "[1, 1000000]")
        int readoutSteps,

        @Parameter(meaning = "test samples", range = "[10, 100000]")
        int testSize,

        @Parameter(meaning = "ridges of the kernel baseline, the best is shown; empty for none", range = "(0, inf)")
        List<Double> kernelRidges,

        @Parameter(meaning = "most samples the kernel baseline is given (NaN beyond)", range = "[0, 20000]")
        int kernelLimit,

        @Parameter(meaning = "draws of target and samples to average over", range = "[1, 1000]")
        int draws,

        @Parameter(meaning = "seed of target and samples", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public HierarchicalSetting {
        inputDimensions = List.copyOf(Require.present("inputDimensions", inputDimensions));
        inputDimensions.forEach(d -> Require.inRange("inputDimensions", d, 2, 64));
        Require.that(!inputDimensions.isEmpty(), "inputDimensions", "have at least one entry", inputDimensions);
        sampleRatios = List.copyOf(Require.present("sampleRatios", sampleRatios));
        sampleRatios.forEach(ratio -> Require.that(ratio > 0 && ratio <= 100, "sampleRatios", "be in (0, 100]", ratio));
        Require.that(!sampleRatios.isEmpty(), "sampleRatios", "have at least one entry", sampleRatios);
        Require.present("method", method);
        Require.inRange("scalarFeatures", scalarFeatures, 1, 10_000);
        Require.inRange("randomFeatures", randomFeatures, 0, 20_000);
        Require.inRange("featureSteps", featureSteps, 1, 1_000_000);
        Require.inRange("readoutSteps", readoutSteps, 1, 1_000_000);
        Require.inRange("testSize", testSize, 10, 100_000);
        kernelRidges = List.copyOf(Require.present("kernelRidges", kernelRidges));
        kernelRidges.forEach(ridge -> Require.positive("kernelRidges", ridge));
        Require.inRange("kernelLimit", kernelLimit, 0, 20_000);
        Require.inRange("draws", draws, 1, 1000);
    }

    /** The method with its sizes, in this input dimension. */
    LayerwiseTraining training(int dimension) {
        return method == LayerwiseMethod.SOLVED
                ? new LayerwiseTraining.Solved(scalarFeatures)
                : new LayerwiseTraining.Descended(scalarFeatures, firstLayer(dimension), featureSteps, readoutSteps);
    }

    /** N₂. */
    int firstLayer(int dimension) {
        return randomFeatures == 0 ? dimension * (dimension + 1) : randomFeatures;
    }
}
