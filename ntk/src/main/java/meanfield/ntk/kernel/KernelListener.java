package meanfield.ntk.kernel;

/** Hears how far a kernel matrix has come; what it throws ends the computation. */
@FunctionalInterface
public interface KernelListener {
    /**
     * Called after every tile, on the thread that computed it: must be thread-safe and fast.
     *
     * @param fraction of the tiles, in (0, 1]; calls of different threads may overtake one another
     */
    void at(double fraction);
}
