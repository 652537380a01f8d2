package meanfield.approximation.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link ProductGateExperiment}.
 *
 * @param levels m; a single m stands for 1 … m
 * @param bound M
 * @param pairs random pairs
 */
public record ProductGateSetting(
        @Parameter(
                symbol = "m",
                meaning = "levels of the ReLU gate, ascending; a lone number m stands for 1, ..., m",
                range = "[1, 24]",
                lone = true)
        List<Integer> levels,

        @Parameter(symbol = "M", meaning = "the factors lie in [-M, M]", range = "(0, 1000000]")
        double bound,

        @Parameter(meaning = "random pairs at which the gates are tried", range = "[1, 1000000]")
        int pairs) {
    /** Checks every range. */
    public ProductGateSetting {
        levels = SizeList.ascending("levels", levels, 1, 24);
        Require.positive("bound", bound);
        Require.inRange("bound", bound, 0, 1e6);
        SizeList.between("pairs", pairs, 1, 1_000_000);
    }
}
