/**
 * Feature learning of infinitely wide networks: the problem, and networks of two layers.
 *
 * <p>A network whose output is divided by γ₀ N in place of √N moves its features by order γ₀ while it learns. At γ₀ → 0 the
 * features stand still and the tangent kernel is a constant (lazy, the limit of the {@code ntk} module); at γ₀ of order one
 * every neuron moves, and infinite width is a theory of one neuron in the field of the training errors.
 *
 * <pre>
 *   h¹ = W⁰x/√D,   h^{l+1} = W^l φ(h^l)/√N,   f = w·φ(h^L)/(γ₀ N),   θ ← θ - η γ₀² N ∂L/∂θ                      (1)
 *   K(t) = Σ_{l=0}^{L} G^{l+1}(t,t) ∘ Φ^l(t,t),    df/dt = K Δ/P in the flow limit                              (2)
 *   Φ^l = ⟨φ(h^l) φ(h^l)⟩,  G^l = ⟨g^l g^l⟩,  g^l = γ₀ N ∂f/∂h^l,  Φ⁰ = x·x/D,  G^{L+1} = 1                       (3)
 * </pre>
 *
 * <p>You give a {@link meanfield.dmft.feature.LearningProblem} and get a {@link meanfield.dmft.feature.LearningTrajectory}:
 * outputs, loss, tangent and feature kernels at every step, with a verdict.
 *
 * <table>
 * <caption>Which method when</caption>
 * <tr><th>method</th><th>for</th><th>accuracy and cost</th></tr>
 * <tr><td>{@link meanfield.dmft.feature.TwoLayerLinearFlow}</td><td>two linear layers, one sample, gradient flow</td>
 *     <td>closed form, at every width</td></tr>
 * <tr><td>{@link meanfield.dmft.feature.LinearMomentFlow}</td><td>two linear layers, any samples, gradient flow</td>
 *     <td>P² + P + 1 differential equations, at every width</td></tr>
 * <tr><td>{@link meanfield.dmft.feature.TwoLayerQuadrature}</td><td>two layers, any φ, one or two samples</td>
 *     <td>1e-8 with an estimate; up to seconds</td></tr>
 * <tr><td>{@code linear.DeepLinearDynamics}</td><td>any number of linear layers</td><td>exact; milliseconds</td></tr>
 * <tr><td>{@code sampler.CausalSampler}</td><td>everything else</td><td>standard errors ~ S^(-1/2); seconds</td></tr>
 * </table>
 *
 * <p>Finite width: {@link meanfield.dmft.feature.LearningSimulation} trains the network that all of these describe, with
 * centred outputs; {@link meanfield.dmft.feature.FiniteWidthLaw} has the exact mean and deviation of two linear layers at
 * every width, {@link meanfield.dmft.feature.DrawnTwoLayers} draws them. {@code sampler.LearningTheory} chooses the method.
 *
 * <p>Conventions: the loss is (1/2P) Σ Δ²; outputs are centred; samples and steps count from 0; discrete equations are exact
 * for finite η, gradient flow is t = η · step at small η. (γ₀, y) → (γ₀/c, c y) leaves γ₀ f as it is at every width.
 * Finite networks are {@link meanfield.core.network.FiniteNetwork} with {@code MEAN_FIELD} parameterization.
 *
 * <p>Sources: [Bordelon2022]; [Saxe2014] for linear layers.
 */
package meanfield.dmft.feature;
