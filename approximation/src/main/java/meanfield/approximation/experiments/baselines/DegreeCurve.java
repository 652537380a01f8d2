package meanfield.approximation.experiments.baselines;

import java.util.List;
import meanfield.approximation.classical.StandardFunction;
import meanfield.approximation.experiments.SizeList;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link ChebyshevExperiment}.
 *
 * @param function f
 * @param degrees n, ascending
 */
public record DegreeCurve(
        @Parameter(meaning = "function to approximate, on its interval")
        StandardFunction function,

        @Parameter(symbol = "n", meaning = "degrees, ascending", range = "[0, 2000]")
        List<Integer> degrees) {
    /** Checks every range. */
    public DegreeCurve {
        Require.present("function", function);
        degrees = SizeList.ascending("degrees", degrees, 0, 2000);
    }
}
