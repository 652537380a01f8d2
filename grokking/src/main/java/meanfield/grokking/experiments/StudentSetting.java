package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/** Parameters of {@code grokking.student-teacher}. */
public record StudentSetting(
        @Parameter(meaning = "network (tanh, Adam) or linear (gradient descent, with theory)")
        StudentModel model,

        @Parameter(symbol = "D", meaning = "input dimension", range = "[1, 5000]")
        int inputDimension,

        @Parameter(symbol = "N", meaning = "width of the two hidden layers (network)", range = "[1, 5000]")
        int width,

        @Parameter(meaning = "outputs (network)", range = "[1, 1000]")
        int outputs,

        @Parameter(symbol = "s", meaning = "scale of the student's initial weights", range = "(0, inf)")
        double studentScale,

        @Parameter(symbol = "P", meaning = "training examples", range = "[0, 100000]")
        int trainSize,

        @Parameter(meaning = "test examples (network)", range = "[1, 100000]")
        int testSize,

        @Parameter(symbol = "\\eta", meaning = "learning rate", range = "(0, inf)")
        double learningRate,

        @Parameter(symbol = "\\lambda", meaning = "decoupled weight decay (network)", range = "[0, inf)")
        double weightDecay,

        @Parameter(meaning = "training steps", range = "[0, 10000000]")
        int steps,

        @Parameter(
                symbol = "\\theta",
                meaning = "squared errors below which an example counts as right",
                range = "(0, inf)")
        List<Double> thresholds,

        @Parameter(meaning = "seed of data, teacher and student (network)", range = "(-inf, inf)")
        long dataSeed) {
    /** Checks every value. */
    public StudentSetting {
        Require.present("model", model);
        Require.inRange("inputDimension", inputDimension, 1, 5000);
        Require.inRange("width", width, 1, 5000);
        Require.inRange("outputs", outputs, 1, 1000);
        Require.positive("studentScale", studentScale);
        Require.inRange("trainSize", trainSize, 0, 100_000);
        Require.inRange("testSize", testSize, 1, 100_000);
        Require.positive("learningRate", learningRate);
        Require.nonNegative("weightDecay", weightDecay);
        Require.that(
                learningRate * weightDecay < 1, "learningRate * weightDecay", "be < 1", learningRate * weightDecay);
        Require.inRange("steps", steps, 0, 10_000_000);
        thresholds = List.copyOf(Require.present("thresholds", thresholds));
        Require.that(!thresholds.isEmpty(), "thresholds", "have at least one entry", thresholds);
        thresholds.forEach(threshold -> Require.positive("thresholds", threshold));
    }
}
