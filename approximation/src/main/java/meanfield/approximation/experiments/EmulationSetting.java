package meanfield.approximation.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link PolyReluVersusReluExperiment}.
 *
 * @param coefficients a₀, a₁, …, a_r of the PolyReLU unit; a₀ is a constant that both sides have
 * @param levels m, ascending
 * @param bound B
 */
public record EmulationSetting(
        @Parameter(symbol = "a", meaning = "coefficients a0, a1, ..., ar of the PolyReLU unit", range = "[-1000, 1000]")
        List<Double> coefficients,

        @Parameter(
                symbol = "m",
                meaning = "levels of the gates, ascending; a lone number m stands for 1, ..., m",
                range = "[1, 20]",
                lone = true)
        List<Integer> levels,

        @Parameter(symbol = "B", meaning = "the unit is emulated on [-B, B]", range = "(0, 100]")
        double bound) {
    /** Checks every range. */
    public EmulationSetting {
        Require.present("coefficients", coefficients);
        Require.that(
                coefficients.size() >= 2 && coefficients.size() <= 9,
                "coefficients",
                "be a0, a1, ..., ar with r from 1 to 8",
                coefficients);
        coefficients = List.copyOf(coefficients);
        coefficients.forEach(a -> Require.inRange("coefficients", a, -1000, 1000));
        levels = SizeList.ascending("levels", levels, 1, 20);
        Require.positive("bound", bound);
        Require.inRange("bound", bound, 0, 100);
    }
}
