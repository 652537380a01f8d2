package meanfield.grokking.polynomial;

/** Looks on while a quadratic network is trained. */
@FunctionalInterface
public interface EpochObserver {
    /**
     * Called at epoch 0 and after every step. An exception thrown here ends the training and reaches its caller.
     *
     * @return false to end the training here
     */
    boolean goOn(Epoch epoch);

    /** Sees nothing and never ends. */
    static EpochObserver none() {
        return epoch -> true;
    }
}
