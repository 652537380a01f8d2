package meanfield.grokking.experiments;

/** How the network of {@code grokking.sparsity} is trained. */
public enum SparsityOptimizer {
    /** Adam. */
    ADAM,
    /** Gradient descent. */
    GRADIENT_DESCENT
}
