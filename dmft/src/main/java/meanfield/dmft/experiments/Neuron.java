package meanfield.dmft.experiments;

/** Which neurons {@link Langevin} is about. */
public enum Neuron {
    /** σ = θ·x, population risk for inputs of a given covariance: exact moments. */
    LINEAR,
    /** σ = tanh(θ x), scalar examples: a density on a grid. */
    TANH
}
