package meanfield.dmft.sampler;

/** What the sources of a finite number of sites have in common with Gaussians. */
public enum SourceMoments {
    /** Means and covariances exactly, over the sites: smaller sampling errors. */
    EXACT,
    /** The law of independent draws: plain Monte Carlo. */
    SAMPLED
}
