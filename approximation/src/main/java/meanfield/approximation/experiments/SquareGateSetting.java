package meanfield.approximation.experiments;

import java.util.List;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link SquareGateExperiment}.
 *
 * @param levels m; a single m stands for 1 … m
 */
public record SquareGateSetting(
        @Parameter(
                symbol = "m",
                meaning = "levels of the gate, ascending; a lone number m stands for 1, ..., m",
                range = "[1, 50]",
                lone = true)
        List<Integer> levels) {
    /** Checks the list. */
    public SquareGateSetting {
        levels = SizeList.ascending("levels", levels, 1, 50);
    }
}
