/**
 * Nonlinear elliptic equations: Barron norms of the iterates of a descent, against the bound that proofs use.
 *
 * <p>The problem: networks represent functions of small Barron norm without a curse of dimension. Does the solution of a nonlinear
 * equation have one? Proofs follow a descent and bound the norm of every iterate:
 *
 * <pre>
 *   -Δu + u + λu³ = f on [0, 2π]^d,   u_{t+1} = u_t - η (I - Δ)⁻¹ E'(u_t)                                          (1)
 *   ‖u_t‖_B ≤ b_t,   b_{t+1} = (1 - η) b_t + η (λ b_t³ + ‖(I - Δ)⁻¹ f‖_B)                                         (2)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.pde.TorusModes}</td><td>wave vectors, norms, exact products</td></tr>
 * <tr><td>{@link meanfield.approximation.pde.CubicEquation}</td><td>energy and gradient of (1), the threshold of (2)</td></tr>
 * <tr><td>{@link meanfield.approximation.pde.PreconditionedDescent}</td><td>iterates with norms, bounds and errors; the solution with
 *     a verdict</td></tr>
 * </table>
 *
 * <p>What is seen: the error falls linearly, and the norm itself settles, while the bound grows like a polynomial of degree 3^t
 * unless ‖(I - Δ)⁻¹ f‖_B ≤ 2/(3√(3λ)). That the bound explodes says nothing of the solution.
 *
 * <p>Conventions: ‖u‖_B = Σ (1 + |k|)|û_k| with Euclidean |k|; means over the torus, not integrals; even f with real coefficients; the
 * modes |k_i| ≤ K, cubes exact before they are cut; products are direct sums, cost (2K+1)^{2d}.
 *
 * <p>Sources: [Marwah2023].
 */
package meanfield.approximation.pde;
