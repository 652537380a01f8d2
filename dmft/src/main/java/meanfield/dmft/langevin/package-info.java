/**
 * Two-layer networks as densities of neurons: noisy gradient descent of infinitely many neurons is a Fokker-Planck equation
 * that goes downhill in a free energy and ends in one Gibbs law.
 *
 * <pre>
 *   f(x) = ⟨σ(x; θ)⟩_ρ,   dθ = -∇Ψ[ρ](θ) dt + √(2τ) dB,   Ψ = (1/P) Σ_μ (f_μ - y_μ) σ(x_μ; θ) + (λ/2)|θ|²     (1)
 *   ∂ρ/∂t = ∇·(ρ ∇Ψ) + τ Δρ                                                                                 (2)
 *   F = R + (λ/2)⟨|θ|²⟩ + τ ⟨ln ρ⟩ falls until   ρ ∝ exp(-Ψ[ρ]/τ)                                            (3)
 * </pre>
 *
 * <p>What you give: data, ridge λ, temperature τ, a Gaussian start. What you get: outputs, risk, spread and free energy at any
 * times, the Gibbs limit, and N particles beside them.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.dmft.langevin.LinearNeurons}</td><td>σ = θ·x with population inputs: exact moments</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.TanhNeurons}</td><td>σ = tanh(θx), one weight: the problem</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.FokkerPlanckSolver}</td><td>(2) on a grid, τ &gt; 0</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.NoiselessFlow}</td><td>(2) by trajectories, τ = 0</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.GibbsLaw}</td><td>(3), by damped iteration</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.ParticleSimulation}</td><td>N neurons, Euler-Maruyama</td></tr>
 * <tr><td>{@link meanfield.dmft.langevin.NeuronState}</td><td>what all of them return</td></tr>
 * </table>
 *
 * <p>Which method when: linear neurons are closed at any dimension. The grid takes one weight a neuron; more weights need
 * particles. Without a ridge there is no Gibbs law, and the density spreads for ever.
 *
 * <p>Conventions: the output is the mean over neurons (mean-field scaling), time is gradient-flow time of one neuron, R has
 * the factor ½; the outputs of linear neurons are the coordinates of ⟨θ⟩, that is f at the unit vectors.
 *
 * <p>Sources: [Mei2018] (theory), [Scharfetter1969] (fluxes).
 */
package meanfield.dmft.langevin;
