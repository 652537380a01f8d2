package meanfield.dmft.sampler;

/** Whether the response functions A and B enter the single-site equations. */
public enum ResponseTerms {
    /** The theory. */
    INCLUDED,
    /** A = B = 0: what is lost when a frozen weight matrix is taken for fresh noise; for comparison only. */
    IGNORED
}
