package meanfield.dmft.sampler;

/** What the sources of a finite number of sites have in common with Gaussians. */
public enum SourceMoments {
    /** Means, covariances and the symmetry r → -r exactly, over the sites: smaller sampling errors. */
    EXACT,
    /** The law of independent draws: plain Monte Carlo. */
    SAMPLED
}
