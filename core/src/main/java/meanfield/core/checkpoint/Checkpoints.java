package meanfield.core.checkpoint;

import meanfield.core.Require;

/** Places for the states of the computations of one run, by name. Thread-safe. */
@FunctionalInterface
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = name -> Checkpoint.NONE;

    /**
     * The place of this name, for one computation.
     *
     * @param name small letters, digits and hyphens; within a run every computation needs a name of its own, the same
     *     in every repetition of the run
     */
    Checkpoint at(String name);

    /** The places whose names begin like this. */
    default Checkpoints below(String prefix) {
        Require.present("prefix", prefix);
        return name -> at(prefix + name);
    }
}
