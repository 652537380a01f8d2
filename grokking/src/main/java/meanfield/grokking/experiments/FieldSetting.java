package meanfield.grokking.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;
import meanfield.grokking.fieldtheory.FieldModel;
import meanfield.grokking.fieldtheory.FieldTerms;
import meanfield.grokking.fieldtheory.FiniteWidthTheory;
import meanfield.grokking.fieldtheory.InfiniteWidthTheory;

/** Parameters of {@code grokking.field-theory}. */
public record FieldSetting(
        @Parameter(symbol = "N", meaning = "hidden neurons; 0 for infinitely many", range = "[0, 16]")
        int width,

        @Parameter(
                symbol = "m_i",
                meaning =
                        "overlaps of the initial weights with the target, one a neuron; one of either sign for width 0",
                range = "[-10, 10]")
        List<Double> initialOverlaps,

        @Parameter(symbol = "\\delta", meaning = "training examples per input dimension", range = "(0, 100]")
        double sampleRatio,

        @Parameter(symbol = "\\alpha", meaning = "output scale: large is lazy", range = "(0, inf)")
        double alpha,

        @Parameter(symbol = "\\epsilon", meaning = "weight of the quadratic part", range = "(0, inf)")
        double epsilon,

        @Parameter(symbol = "\\hat\\eta", meaning = "learning rate per input dimension", range = "(0, inf)")
        double learningRate,

        @Parameter(meaning = "gradient steps", range = "[0, 200]")
        int steps,

        @Parameter(symbol = "S", meaning = "samples of the theory's Monte Carlo", range = "[2, 100000]")
        int samples,

        @Parameter(meaning = "independent solutions of the theory", range = "[1, 100]")
        int solutions,

        @Parameter(symbol = "D", meaning = "input dimension of the simulation", range = "[2, 5000]")
        int simulationDimension,

        @Parameter(meaning = "draws of the simulation; 0 for theory alone", range = "[0, 1000]")
        int networks) {
    /** Checks every value. */
    public FieldSetting {
        Require.inRange("width", width, 0, 16);
        initialOverlaps = List.copyOf(Require.present("initialOverlaps", initialOverlaps));
        initialOverlaps.forEach(m -> Require.inRange("initialOverlaps", m, -10, 10));
        Require.that(
                initialOverlaps.size() == Math.max(1, width),
                "initialOverlaps",
                "have " + Math.max(1, width) + (width == 0 ? " entry for width 0" : " entries, one a neuron"),
                initialOverlaps);
        Require.that(sampleRatio > 0 && sampleRatio <= 100, "sampleRatio", "be in (0, 100]", sampleRatio);
        Require.positive("alpha", alpha);
        Require.positive("epsilon", epsilon);
        Require.positive("learningRate", learningRate);
        Require.inRange("steps", steps, 0, 200);
        Require.inRange("samples", samples, 2, 100_000);
        Require.inRange("solutions", solutions, 1, 100);
        Require.inRange("simulationDimension", simulationDimension, 2, 5000);
        Require.inRange("networks", networks, 0, 1000);
        double derivatives = 0.5 * Math.pow(Math.max(width, 1) * (steps + 1.0), 2) * Math.min(samples, 500);
        Require.that(
                derivatives < Integer.MAX_VALUE,
                "steps * width",
                "leave derivatives of a block below 2^31",
                derivatives);
        Require.that(
                networks == 0 || Math.round(sampleRatio * simulationDimension) >= 1,
                "sampleRatio * simulationDimension",
                "be at least one example",
                sampleRatio * simulationDimension);
    }

    private FieldModel model() {
        return new FieldModel(alpha, epsilon, sampleRatio, learningRate);
    }

    FiniteWidthTheory finite() {
        return new FiniteWidthTheory(model(), initialOverlaps, 1, steps, samples, FieldTerms.ALL);
    }

    InfiniteWidthTheory infinite() {
        return new InfiniteWidthTheory(model(), initialOverlaps.get(0), steps, samples, FieldTerms.ALL);
    }
}
