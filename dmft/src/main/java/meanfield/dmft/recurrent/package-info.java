/**
 * Large random recurrent networks: silence, or chaos beyond a critical gain. Dynamical mean-field theory replaces the network
 * by one unit that is driven by Gaussian noise with the network's own autocorrelation.
 *
 * <pre>
 *   x_i′ = -x_i + Σ_j J_ij tanh x_j,   J_ij ~ N(0, g²/N)                                                     (1)
 *   N → ∞:   x′ = -x + η(t),   ⟨η(t) η(s)⟩ = g² ⟨tanh x(t) tanh x(s)⟩                                        (2)
 *   stationary:   C″ = C - g² ⟨φ φ⟩_C = -∂V/∂C, a particle that starts at rest in C₀ and ends on the hill C = 0      (3)
 * </pre>
 *
 * <p>What you give: the gain g, and lags; or a start and times. What you get: variance, autocorrelation and largest Lyapunov
 * exponent of the stationary state; or the correlation in two times on the way to it; both for N → ∞, and networks of N
 * units beside them.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.dmft.recurrent.ChaoticState}</td><td>C₀, C(τ) by the energy of (3), λ_L by its lowest level</td></tr>
 * <tr><td>{@link meanfield.dmft.recurrent.TransientSolver}</td><td>C(t, s) from a Gaussian start, closed, no sampling</td></tr>
 * <tr><td>{@link meanfield.dmft.recurrent.TransientSampler}</td><td>the same from any start, by sampled sites</td></tr>
 * <tr><td>{@link meanfield.dmft.recurrent.RecurrentSimulation}</td><td>networks: C(τ), and λ_L by a tangent vector</td></tr>
 * </table>
 *
 * <p>Which method when: the stationary state costs milliseconds; use the two-time solver for what happens before it (T²/2
 * Gaussian averages), the sampler for starts that are not Gaussian. Compare with networks at g ≥ 2 and N ≥ 2000: nearer to
 * g = 1 the state is slow, and finite networks fall into cycles and fixed points.
 *
 * <p>Conventions: time in units of the membrane time constant; lags τ ≥ 0; C is the autocorrelation of the fields x, not of
 * the rates; g ≤ 1 has C = 0 and λ_L = g - 1. Near the transition C₀ = ε + 7ε²/6 + … and λ_L ≈ ε²/2 with ε = g - 1 (the
 * latter already far off at g = 1.2).
 *
 * <p>Source: [Sompolinsky1988].
 */
package meanfield.dmft.recurrent;
