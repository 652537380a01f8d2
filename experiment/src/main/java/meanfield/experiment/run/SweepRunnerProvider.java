package meanfield.experiment.run;

/** A plug-in that computes the points of sweeps elsewhere; found by {@link java.util.ServiceLoader}. */
public interface SweepRunnerProvider {
    /** Name on the command line, before the colon: {@code spark}. */
    String name();

    /**
     * The runner at an address.
     *
     * @param address what stood behind the colon on the command line; empty for the plug-in's own choice
     * @param threads threads to use where the address does not say
     * @throws IllegalArgumentException with one line when it is no address
     */
    SweepRunner create(String address, int threads);

    /** One line for people: which library, of which version. */
    String description();
}
