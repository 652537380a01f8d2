package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.solve.TimeGrid;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link TwoLayerLinearExperiment}.
 *
 * @param gamma0 γ₀
 * @param target y
 * @param times ascending, t = η · step of gradient flow
 * @param simulationWidths widths N; empty turns the simulation off
 * @param networks networks of each width; 0 turns the simulation off
 */
public record TwoLayerLinear(
        @Parameter(symbol = "\\gamma_0", meaning = "richness; 0 would be lazy", range = "(0, 1000]")
        double gamma0,

        @Parameter(symbol = "y", meaning = "target of the sample", range = "[-1000, 1000]")
        double target,

        @Parameter(symbol = "t", meaning = "times of the rows, ascending", range = "[0, 10000]")
        List<Double> times,

        @Parameter(
                symbol = "N",
                meaning = "widths of the networks; none turns the simulation off",
                range = "[1, 1000000]")
        List<Integer> simulationWidths,

        @Parameter(symbol = "M", meaning = "networks of each width; 0 turns the simulation off", range = "[0, 100000]")
        int networks) {
    /** Checks every range. */
    public TwoLayerLinear {
        Require.positive("gamma0", gamma0);
        Require.inRange("gamma0", gamma0, 0, 1000);
        Require.inRange("target", target, -1000, 1000);
        times = ListChecks.times(times, 10_000);
        simulationWidths = LearningChecks.widths(simulationWidths, 1_000_000);
        ListChecks.networks(networks, 100_000);
    }

    TimeGrid grid() {
        return TimeGrid.of(ListChecks.array(times));
    }
}
