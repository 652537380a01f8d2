package meanfield.gpu.pairs;

/** How far tiles are taken when they are timed. */
public enum Phase {
    /** Inner products alone. */
    PRODUCTS,
    /** Products and all steps: finished kernels in the device's memory. */
    KERNELS,
    /** Finished kernels copied to pinned memory of the host. */
    COPIES
}
