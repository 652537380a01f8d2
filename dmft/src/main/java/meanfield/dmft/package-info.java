/**
 * Dynamical mean-field theory and mean-field dynamics of learning: what happens to a network that learns features, without
 * training one.
 *
 * <p>A large system with frozen disorder (initial weights, random couplings, a random data set) is replaced by something
 * small that moves in a field made by itself: a single neuron with Gaussian sources and a linear response, a handful of
 * overlaps, a density of particles. The equations close in the limit of large size and are exact there; every experiment
 * draws the finite system beside them.
 *
 * <pre>
 *   h(t) = u(t) + Σ_s A(t, s) g(s) + learning,   u ~ GP(0, Φ)      one neuron in place of N                     (1)
 *   Φ(t, s) = ⟨φ(h(t)) φ(h(s))⟩,   A(t, s) = ⟨∂φ(h(t))/∂r(s)⟩        the field made by all of them                (2)
 * </pre>
 *
 * <table>
 * <caption>The parts</caption>
 * <tr><th>package</th><th>subject</th></tr>
 * <tr><td>{@link meanfield.dmft.feature}</td><td>the learning problem, richness γ₀, two-layer networks</td></tr>
 * <tr><td>{@link meanfield.dmft.linear}</td><td>deep linear networks: a closed recursion, no sampling</td></tr>
 * <tr><td>{@link meanfield.dmft.sampler}</td><td>deep nonlinear networks: causal one-pass Monte Carlo with responses</td></tr>
 * <tr><td>{@code committee}, {@code langevin}, {@code scaling}, {@code recurrent}</td><td>online learning of committee
 *     machines, noisy gradient flow of densities, scaling laws, chaos in random recurrent networks</td></tr>
 * <tr><td>{@link meanfield.dmft.experiments}</td><td>the experiments that show them</td></tr>
 * </table>
 *
 * <p>Conventions: times count from 0 and the row of a two-time function is the later time; "discrete" equations are exact
 * for gradient descent with a finite step, and gradient flow is their limit of small steps; outputs are centred, f(θ) -
 * f(θ₀), which removes the random output at the start and changes no gradient. Solvers carry a
 * {@link meanfield.core.Convergence}; where a theory is sampled, its rows have standard errors.
 *
 * <p>Sources: [Bordelon2022] for (1) and (2); each package names its own.
 */
package meanfield.dmft;
