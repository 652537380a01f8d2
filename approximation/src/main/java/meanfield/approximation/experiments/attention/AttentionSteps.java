package meanfield.approximation.experiments.attention;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link PolynomialAttentionExperiment}.
 *
 * @param tokens keys and queries
 * @param dimension of queries, keys and values
 * @param squarings r of the exponential
 * @param inverseSteps K of the inverse
 * @param shift taken off all scores
 */
public record AttentionSteps(
        @Parameter(symbol = "T", meaning = "tokens, drawn at random", range = "[1, 256]")
        int tokens,

        @Parameter(symbol = "d", meaning = "dimension of queries, keys and values", range = "[1, 256]")
        int dimension,

        @Parameter(symbol = "r", meaning = "squarings of the exponential", range = "[2, 30]")
        List<Integer> squarings,

        @Parameter(symbol = "K", meaning = "steps of the inverse", range = "[1, 40]")
        List<Integer> inverseSteps,

        @Parameter(meaning = "taken off all scores before the exponential", range = "[-100, 100]")
        double shift) {
    /** Checks every range. */
    public AttentionSteps {
        Require.that(tokens >= 1 && tokens <= 256, "tokens", "be in [1, 256]", tokens);
        Require.that(dimension >= 1 && dimension <= 256, "dimension", "be in [1, 256]", dimension);
        squarings = steps("squarings", squarings, 2, 30);
        inverseSteps = steps("inverseSteps", inverseSteps, 1, 40);
        Require.inRange("shift", shift, -100, 100);
    }

    private static List<Integer> steps(String name, List<Integer> values, int low, int high) {
        Require.present(name, values);
        Require.that(!values.isEmpty(), name, "have at least one entry", values);
        for (Integer value : values) {
            int each = Require.present(name, value);
            Require.that(each >= low && each <= high, name, "be in [" + low + ", " + high + "]", each);
        }
        Require.that(values.stream().distinct().count() == values.size(), name, "be distinct", values);
        return List.copyOf(values);
    }
}
