package meanfield.dmft.experiments;

import java.util.List;
import meanfield.core.Require;
import meanfield.core.solve.TimeGrid;
import meanfield.experiment.Parameter;

/**
 * Parameters of {@link RecurrentChaosExperiment}.
 *
 * @param gain g
 * @param times lags τ, ascending
 * @param simulationSize N; 0 turns the simulation off
 * @param networks simulated networks; 0 turns the simulation off
 */
public record RecurrentChaos(
        @Parameter(symbol = "g", meaning = "gain", range = "[0, 20]")
        double gain,

        @Parameter(symbol = "\\tau", meaning = "lags of the rows, ascending", range = "[0, 10000]")
        List<Double> times,

        @Parameter(
                symbol = "N",
                meaning = "units of the simulated networks; 0 turns the simulation off",
                range = "[0, 20000]")
        int simulationSize,

        @Parameter(meaning = "simulated networks; 0 turns the simulation off", range = "[0, 10000]")
        int networks) {
    private static final double LONGEST = 1e4;
    /** Fields kept for each unit of time, in memory. */
    private static final double MOST_NUMBERS = 3e7;

    /** Checks every range. */
    public RecurrentChaos {
        Require.inRange("gain", gain, 0, 20);
        times = ListChecks.times(times, LONGEST);
        ListChecks.between("simulationSize", simulationSize, 0, 20_000);
        Require.that(simulationSize != 1, "simulationSize", "be 0 (no simulation) or at least 2", simulationSize);
        ListChecks.networks(networks, 10_000);
        double numbers = 3 * times.get(times.size() - 1) * simulationSize;
        Require.that(
                numbers <= MOST_NUMBERS || networks == 0,
                "times",
                "end before " + MOST_NUMBERS / 3 / simulationSize
                        + " for a simulation of this size (simulationSize = 0 turns it off)",
                times.get(times.size() - 1));
    }

    TimeGrid lags() {
        return TimeGrid.of(ListChecks.array(times));
    }

    boolean simulated() {
        return simulationSize > 0 && networks > 0;
    }

    /** Time over which networks are measured: long against the largest lag. */
    double window() {
        return Math.max(120, 3 * times.get(times.size() - 1));
    }
}
