/**
 * A solvable model of neural scaling laws: linear regression on random projections of power-law features, trained by gradient
 * descent. Its loss falls with training time, data and width as power laws whose exponents differ, and dynamical mean-field
 * theory gives the whole curve.
 *
 * <pre>
 *   f = N^{-1/2} w·(A ψ),   ψ ~ N(0, diag λ),   y = w*·ψ + σ ε,   P samples, M features                       (1)
 *   H_k = (1 + λ_k R_w R_D)^{-1},   R_D = (1 - R_L/P)^{-1},   R_w = (1 - Θ R_13/N)^{-1} Θ                     (2)
 *   C_0 = Σ_k λ_k H_k (w*_k² J + C_w) H_kᵀ + …,   test(t) = C_0(t, t),   train(t) = C_Δ(t, t)                  (3)
 * </pre>
 *
 * <p>Each frozen matrix, data and projection, leaves a Gaussian source (C_Δ, C_w) and a linear response (R_D, R_w). What you
 * give: spectrum, target, P, N (either may be infinite), learning rate, noise. What you get: test and train loss at every
 * step, exact for finite learning rate.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.dmft.scaling.LinearFeatureModel}</td><td>the model, its power laws, its limit t → ∞</td></tr>
 * <tr><td>{@link meanfield.dmft.scaling.ScalingSolver}, {@link meanfield.dmft.scaling.ScalingSolution}</td>
 *     <td>losses and responses; infinite ensembles over projections and over data</td></tr>
 * <tr><td>{@link meanfield.dmft.scaling.ScalingExponents}</td><td>the exponents for power laws</td></tr>
 * <tr><td>{@link meanfield.dmft.scaling.ScalingSimulation}</td><td>single draws, trained</td></tr>
 * </table>
 *
 * <p>Which method when: the solver up to about 500 steps (T⁴ multiplications); {@code staticLimit} for t → ∞, where the model
 * is ridgeless regression on random features; without disorder the solution is (1 - η λ_k)^t at any t. The test loss of one
 * draw scatters around the theory like 1/√P, 1/√N, its mean deviates like 1/P, 1/N.
 *
 * <p>Conventions: losses have no factor ½; the test loss leaves label noise out; J = 1 1ᵀ; T × T matrices are lower triangular
 * and, because gradient descent is the same at every step, depend on t - s alone. That turns the matrix inverses of (2)
 * into recursions in the lag.
 *
 * <p>Sources: [Bordelon2024] (model, equations, exponents), [Simon2024] (limit t → ∞).
 */
package meanfield.dmft.scaling;
