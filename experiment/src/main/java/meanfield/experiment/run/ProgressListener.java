package meanfield.experiment.run;

/** Hears how far a run or a sweep is; called from one thread at a time. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = progress -> {};

    /** Where the work stands. */
    void progress(Progress progress);

    /** A computation goes on from a state of an earlier run: what is reported next was not reached at this run's pace. */
    default void goesOn() {}

    /**
     * Where the work stands.
     *
     * @param finished finished points, among them those of an earlier, interrupted run
     * @param points all points
     * @param fraction done so far, 0 to 1, with the parts of running points; never decreases
     * @param text what is being done; may be empty
     */
    record Progress(int finished, int points, double fraction, String text) {}
}
