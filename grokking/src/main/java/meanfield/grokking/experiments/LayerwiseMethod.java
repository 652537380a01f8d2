package meanfield.grokking.experiments;

/** How the stages of layerwise learning are carried out. */
public enum LayerwiseMethod {
    /** Ridge regressions, solved: the published surrogate. */
    SOLVED,
    /** Gradient descent on a network with a random first layer: the algorithm itself. */
    DESCENDED
}
