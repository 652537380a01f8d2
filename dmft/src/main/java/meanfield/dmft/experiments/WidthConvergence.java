package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link WidthConvergenceExperiment}.
 *
 * @param gamma0 γ₀
 * @param target y
 * @param time t of gradient flow
 * @param widths N, ascending
 * @param networks networks of each width; 0 turns the simulation off
 */
public record WidthConvergence(
        @Parameter(symbol = "\\gamma_0", meaning = "richness; 0 would be lazy", range = "(0, 1000]")
        double gamma0,

        @Parameter(symbol = "y", meaning = "target of the sample", range = "[-1000, 1000]")
        double target,

        @Parameter(symbol = "t", meaning = "time of gradient flow", range = "(0, 10000]")
        double time,

        @Parameter(symbol = "N", meaning = "widths, ascending", range = "[1, 1000000]")
        List<Integer> widths,

        @Parameter(symbol = "M", meaning = "networks of each width; 0 turns the simulation off", range = "[0, 1000000]")
        int networks) {
    /** Checks every range. */
    public WidthConvergence {
        Require.positive("gamma0", gamma0);
        Require.inRange("gamma0", gamma0, 0, 1000);
        Require.inRange("target", target, -1000, 1000);
        Require.positive("time", time);
        Require.inRange("time", time, 0, 10_000);
        widths = LearningChecks.widths("widths", widths, 1_000_000);
        Require.that(!widths.isEmpty(), "widths", "have at least one entry", widths);
        ListChecks.between("networks", networks, 0, 1_000_000);
        boolean enough = networks == 0 || networks >= 8;
        Require.that(enough, "networks", "be 0 (no simulation) or at least 8 (for a fit)", networks);
    }
}
