package meanfield.core.checkpoint;

/**
 * The place where one long computation puts down its state, so that it goes on there after an interruption.
 *
 * <pre>
 *   checkpoint.restore(loop);
 *   while (loop.step() &lt; steps) {
 *       checkpoint.offer(loop);
 *       loop.advance();
 *   }
 * </pre>
 *
 * When a state is really kept is the place's own business. A computation that calls this at every step must not notice
 * whether it does: the continuation has the bits of an uninterrupted computation. One thread.
 */
public interface Checkpoint {
    /** Keeps nothing. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public boolean restore(Resumable computation) {
            return false;
        }

        @Override
        public void offer(Resumable computation) {}

        @Override
        public void settle(Resumable computation) {}
    };

    /** Puts the computation where it stood when its state was last kept; false, and nothing changes, when there is none. */
    boolean restore(Resumable computation);

    /**
     * Keeps the state if it is time to. To be called between steps, when everything fits together; costs some
     * nanoseconds when it is not.
     *
     * @throws java.util.concurrent.CancellationException when the user asked to stop; the state is kept then
     */
    void offer(Resumable computation);

    /**
     * Keeps the state if much was computed since it was last kept: the computation is as good as done, and another one
     * of the same run follows.
     *
     * @throws java.util.concurrent.CancellationException when the user asked to stop; the state is kept then
     */
    void settle(Resumable computation);
}
