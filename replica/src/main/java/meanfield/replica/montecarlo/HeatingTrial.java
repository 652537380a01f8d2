package meanfield.replica.montecarlo;

import meanfield.core.Require;
import meanfield.core.random.RandomStream;
import meanfield.replica.memory.Disorder;
import meanfield.replica.memory.Start;

/**
 * The temperature at which one finite sample forgets its pattern: bisection over temperatures, each run starting in the pattern.
 *
 * <pre>
 *   kept at T:   n = (1/N) Σ x_i ⟨s_i⟩ &gt; threshold,   averaged over the last third of the sweeps                        (1)
 *   0 kept, high lost  →  6 halvings  →  the middle of the last interval, to high/128                             (2)
 * </pre>
 *
 * <p>In the limit N → ∞ this is the spinodal of retrieval, below which the state lives for ever. At finite N the state of
 * many-body networks escapes over a barrier within the sweeps, which lowers the temperature, while that of pairs takes many sweeps to
 * decay beyond the spinodal, which raises it; both vanish slowly with N, and samples scatter by O(N^(-1/2)). Some 60 sweeps balance
 * them. Heating is used, not loading, because at low temperature the spins of a
 * network that has forgotten stay frozen near the pattern (remanence) and seem to remember it.
 *
 * @param sweeps of each run, at least 6
 * @param threshold overlap below which the pattern counts as lost
 */
public record HeatingTrial(int sweeps, double threshold) {
    private static final int HALVINGS = 6;

    /** Checked. */
    public HeatingTrial {
        Require.atLeast("sweeps", sweeps, 6);
        Require.finite("threshold", threshold);
    }

    /**
     * The temperature of (2).
     *
     * @param highest a temperature at which the pattern is certainly lost; the result where it is not is just below it
     * @param eachSweep called after every sweep; may throw to end the run
     */
    public double lossTemperature(Disorder disorder, double highest, RandomStream random, Runnable eachSweep) {
        Require.positive("highest", highest);
        double low = 0;
        double high = highest;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = 0.5 * (low + high);
            boolean kept = keeps(disorder, middle, halving, random, eachSweep);
            low = kept ? middle : low;
            high = kept ? high : middle;
        }
        return 0.5 * (low + high);
    }

    private boolean keeps(Disorder disorder, double temperature, int run, RandomStream random, Runnable eachSweep) {
        int measured = sweeps / 3;
        return new MonteCarlo(
                                disorder.memory(),
                                SequentialDynamics.glauber(temperature),
                                Start.ARCHETYPE,
                                sweeps - measured,
                                measured,
                                1)
                        .measure(disorder, run, random, eachSweep)
                        .exampleOverlap()
                > threshold;
    }
}
