/**
 * Polynomial regression with a wide quadratic network: grokking that can be computed exactly.
 *
 * <p>The problem: inputs x ~ N(0, I_D/D), labels y = ½ (β·x)², |β|² = D, and a network with fixed readout,
 *
 * <pre>
 *   f(x) = (α/N) Σ_i φ(w_i·x),   φ(h) = h + ½ ε h²,   f = α (w̄·x + ½ ε xᵀ M x)                                   (1)
 *   w̄ ← U w̄ + c b,   M ← U M U + c (U w̄ bᵀ + b (U w̄)ᵀ) + c² b bᵀ                                               (2)
 *   E (f - y)² = (tr A/2D)² + |A|_F²/(2D²) + α² |d|²/D,   A = α ε δM - ββᵀ                                       (3)
 * </pre>
 *
 * with c = 2 η₀/α, b and S the first two moments of the inputs weighted by residuals, U = I + c ε S. Every neuron undergoes
 * the same affine map, so that the moments (2) follow gradient descent of any width without approximation; infinite width is
 * the start w̄ = 0, M = I.
 *
 * <p>What is seen: with large α the network fits the data with the features it was born with, K₀ = u + ε² u², whose mass is on
 * linear functions that do not help; the test loss even rises. The slow growth of M along ββᵀ that follows is what
 * generalizes. With small α that growth comes first.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.grokking.polynomial.QuadraticNetwork}</td><td>α and ε</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.PolynomialData}</td><td>inputs, target, labels</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.WeightMoments}</td><td>w̄ and M; draws of weights</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.PolynomialTraining}</td><td>gradient descent by (2) or neuron by neuron</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.PolynomialRun}, {@link meanfield.grokking.polynomial.Epoch}</td><td>what it leaves</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.PopulationLoss}</td><td>(3), test loss in its parts</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.QuadraticKernel}</td><td>tangent kernel, its distance and alignments over all inputs</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.LazyDescent}</td><td>the limit α → ∞</td></tr>
 * <tr><td>{@link meanfield.grokking.polynomial.StableRate}</td><td>a learning rate that does not diverge</td></tr>
 * </table>
 *
 * <p>Which method when: a step by moments costs P D² + 2 D³ products whatever the width, by weights 2 P D N;
 * {@code PolynomialTraining.run} takes weights below N = D/8. Both agree to 1e-11 over hundreds of steps.
 *
 * <p>Conventions: losses are mean squares without ½; outputs are centred (f - f₀) unless told otherwise; η = η₀ N/α². Sources:
 * [Kumar2024]; closed forms over all inputs derived here and tested against samples.
 */
package meanfield.grokking.polynomial;
