package meanfield.core.checkpoint;

/**
 * Something with a state that can be put down and taken up again, bit by bit. Whoever restores has made the object as it
 * was made before, from the same arguments; only what has changed since then is written.
 */
public interface Resumable {
    /** Has no state. */
    Resumable NOTHING = new Resumable() {
        @Override
        public void save(StateWriter out) {}

        @Override
        public void restore(StateReader in) {}
    };

    /** Writes the state. */
    void save(StateWriter out);

    /** Takes up a state that {@link #save} wrote, reading all of it in the same order. */
    void restore(StateReader in);
}
