package meanfield.grokking.experiments;

import meanfield.core.Require;
import meanfield.experiment.Parameter;
import meanfield.grokking.training.SparsityTask;

/** Parameters of {@code grokking.sparsity}. */
public record SparsitySetting(
        @Parameter(symbol = "D", meaning = "input dimension", range = "[1, 5000]")
        int inputDimension,

        @Parameter(symbol = "N", meaning = "hidden neurons", range = "[1, 100000]")
        int width,

        @Parameter(symbol = "C", meaning = "classes", range = "[2, 1000]")
        int classes,

        @Parameter(symbol = "n", meaning = "training examples", range = "[0, 100000]")
        int trainSize,

        @Parameter(meaning = "positive (absolute values of normals) or centred inputs")
        SparsityTask.Inputs inputs,

        @Parameter(meaning = "random labels or those of a linear teacher")
        SparsityTask.Labels labels,

        @Parameter(symbol = "\\sigma_v^2", meaning = "variance of the readout weights", range = "(0, inf)")
        double readoutVariance,

        @Parameter(meaning = "adam or gradient-descent") SparsityOptimizer optimizer,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, inf)")
        double learningRate,

        @Parameter(meaning = "training steps", range = "[0, 10000000]")
        int steps,

        @Parameter(meaning = "seed of data and initial weights", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public SparsitySetting {
        Require.inRange("inputDimension", inputDimension, 1, 5000);
        Require.inRange("width", width, 1, 100_000);
        Require.inRange("classes", classes, 2, 1000);
        Require.inRange("trainSize", trainSize, 0, 100_000);
        Require.present("inputs", inputs);
        Require.present("labels", labels);
        Require.positive("readoutVariance", readoutVariance);
        Require.present("optimizer", optimizer);
        Require.positive("learningRate", learningRate);
        Require.inRange("steps", steps, 0, 10_000_000);
    }
}
