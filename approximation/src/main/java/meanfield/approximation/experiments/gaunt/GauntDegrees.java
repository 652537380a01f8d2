package meanfield.approximation.experiments.gaunt;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link GauntExperiment}.
 *
 * @param degrees L of both factors and of the product, ascending
 */
public record GauntDegrees(
        @Parameter(
                symbol = "L",
                meaning = "largest degree of both factors and of the product, ascending",
                range = "[0, 12]")
        List<Integer> degrees) {
    /** Checks every range. */
    public GauntDegrees {
        Require.present("degrees", degrees);
        Require.that(!degrees.isEmpty(), "degrees", "have at least one entry", degrees);
        for (int i = 0; i < degrees.size(); i++) {
            int degree = Require.present("degrees", degrees.get(i));
            Require.that(degree >= 0 && degree <= 12, "degrees", "be in [0, 12]", degree);
            Require.that(i == 0 || degree > degrees.get(i - 1), "degrees", "ascend", degrees);
        }
        degrees = List.copyOf(degrees);
    }
}
