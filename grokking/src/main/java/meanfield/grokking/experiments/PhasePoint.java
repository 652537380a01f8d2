package meanfield.grokking.experiments;

import meanfield.core.Require;
import meanfield.experiment.Parameter;

/** Parameters of {@code grokking.phase-diagram}: one point of the diagram. */
public record PhasePoint(
        @Parameter(symbol = "P/D", meaning = "training examples per input dimension", range = "[0, 1000]")
        double sampleRatio,

        @Parameter(symbol = "\\alpha", meaning = "output scale: large is lazy, small is rich", range = "(0, inf)")
        double alpha,

        @Parameter(
                symbol = "\\epsilon",
                meaning = "weight of the quadratic part, what the initial kernel knows of the target",
                range = "(0, inf)")
        double epsilon,

        @Parameter(symbol = "s", meaning = "scale of the initial weights", range = "(0, inf)")
        double initialScale,

        @Parameter(symbol = "D", meaning = "input dimension", range = "[1, 2000]")
        int inputDimension,

        @Parameter(
                symbol = "N",
                meaning = "neurons of the simulated network; 0 for theory alone",
                range = "[0, 1000000]")
        int width,

        @Parameter(symbol = "\\eta_0", meaning = "learning rate; 0 takes a stable one", range = "[0, inf)")
        double learningRate,

        @Parameter(meaning = "gradient steps; fewer where both losses have crossed", range = "[0, 10000000]")
        int steps,

        @Parameter(meaning = "seed of inputs, target and initial weights", range = "(-inf, inf)")
        long dataSeed,

        @Parameter(symbol = "\\theta", meaning = "loss that counts as learned, in units of its start", range = "(0, 1)")
        double threshold) {
    /** Checks every value. */
    public PhasePoint {
        Require.inRange("sampleRatio", sampleRatio, 0, 1000);
        Require.positive("alpha", alpha);
        Require.positive("epsilon", epsilon);
        Require.positive("initialScale", initialScale);
        Require.inRange("inputDimension", inputDimension, 1, 2000);
        Require.inRange("width", width, 0, 1_000_000);
        Require.nonNegative("learningRate", learningRate);
        Require.inRange("steps", steps, 0, 10_000_000);
        Require.that(threshold > 0 && threshold < 1, "threshold", "be in (0, 1)", threshold);
        Require.that(
                sampleRatio * inputDimension <= 100_000,
                "sampleRatio * inputDimension",
                "be <= 100000",
                sampleRatio * inputDimension);
    }

    /** P = round(sampleRatio · D). */
    int trainSize() {
        return (int) Math.round(sampleRatio * inputDimension);
    }

    PolynomialSetting setting() {
        return new PolynomialSetting(
                inputDimension,
                trainSize(),
                width,
                alpha,
                epsilon,
                initialScale,
                learningRate,
                steps,
                dataSeed,
                threshold);
    }
}
