package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;
import meanfield.ntk.experiments.DataChoice;

/** Parameters of {@code grokking.digits}. */
public record DigitsSetting(
        @Parameter(meaning = "digits (8 x 8 pixels), mnist, fashion-mnist, or a folder of IDX or CSV files")
        String dataSet,

        @Parameter(meaning = "width of every hidden layer", range = "[1, 10000]")
        List<Integer> hiddenWidths,

        @Parameter(symbol = "s", meaning = "scale of the initial parameters: large is lazy", range = "(0, inf)")
        double initialScale,

        @Parameter(symbol = "\\alpha", meaning = "output scale: large is lazy", range = "(0, inf)")
        double outputScale,

        @Parameter(symbol = "P", meaning = "training examples", range = "[0, 60000]")
        int trainSize,

        @Parameter(meaning = "test examples at most", range = "[1, 10000]")
        int testSize,

        @Parameter(symbol = "\\lambda", meaning = "decoupled weight decay", range = "[0, inf)")
        double weightDecay,

        @Parameter(symbol = "\\eta", meaning = "learning rate of Adam", range = "(0, inf)")
        double learningRate,

        @Parameter(meaning = "examples a step; 0 for all", range = "[0, 60000]")
        int batchSize,

        @Parameter(meaning = "training steps", range = "[0, 10000000]")
        int steps,

        @Parameter(meaning = "a row every so many steps (and at the last)", range = "[1, 1000000]")
        int recordEvery,

        @Parameter(meaning = "seed of split and initial parameters", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public DigitsSetting {
        Require.present("dataSet", dataSet);
        if (!isSmall(dataSet)) {
            DataChoice.requireKnownOrFolder(dataSet);
        }
        hiddenWidths = List.copyOf(Require.present("hiddenWidths", hiddenWidths));
        hiddenWidths.forEach(width -> Require.inRange("hiddenWidths", width, 1, 10_000));
        Require.positive("initialScale", initialScale);
        Require.positive("outputScale", outputScale);
        Require.inRange("trainSize", trainSize, 0, 60_000);
        Require.inRange("testSize", testSize, 1, 10_000);
        Require.nonNegative("weightDecay", weightDecay);
        Require.positive("learningRate", learningRate);
        Require.that(
                learningRate * weightDecay < 1, "learningRate * weightDecay", "be < 1", learningRate * weightDecay);
        Require.inRange("batchSize", batchSize, 0, 60_000);
        Require.inRange("steps", steps, 0, 10_000_000);
        Require.inRange("recordEvery", recordEvery, 1, 1_000_000);
        Require.that(batchSize <= Math.max(trainSize, 0) || trainSize == 0, "batchSize", "be <= trainSize", batchSize);
    }

    /** True for the 8 × 8 digits. */
    static boolean isSmall(String name) {
        return name.equalsIgnoreCase("digits");
    }
}
