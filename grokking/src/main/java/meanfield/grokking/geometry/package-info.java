/**
 * What a hidden layer's representation looks like after learning, and how activation and richness decide it.
 *
 * <p>The problem: eight conditions, all signs of three latents s₁, s₂, s₃, are given to a network with one hidden layer in
 * mean-field parameterization (γ₀ large is rich), and it learns s₁, (s₁, s₂) or s₁ s₂. Which geometry has the kernel
 *
 * <pre>
 *   K = Φ Φᵀ/N,   Φ = φ(X W₀ᵀ/√D)                                                                               (1)
 * </pre>
 *
 * of the hidden layer: that of the input, that of the labels, or one that generalizes across conditions?
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.grokking.geometry.LatentTask}</td><td>conditions, inputs, labels</td></tr>
 * <tr><td>{@link meanfield.grokking.geometry.LatentLabel}</td><td>what is learned</td></tr>
 * <tr><td>{@link meanfield.grokking.geometry.RepresentationGeometry}</td><td>alignment, parallelism, cross-condition accuracy,
 * participation ratio, from the kernel</td></tr>
 * </table>
 *
 * <p>What is seen: rich tanh networks give up the geometry of the input for that of the labels (alignment 0.999 for s₁, 0.997 for
 * the exclusive or); rich ReLU networks keep much of the input's (0.95 and 0.69), because a unit that is off for a condition
 * does not learn from it. Lazy networks of both keep the input's.
 *
 * <p>Conventions: kernels are centred over conditions before they are compared; training is {@code meanfield.core.network}
 * with centred outputs, loss (1/2P) Σ Δ² over outputs. Source: [Alleman2024].
 */
package meanfield.grokking.geometry;
