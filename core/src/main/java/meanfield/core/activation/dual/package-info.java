/**
 * The Gaussian averages that are known as formulas.
 *
 * <p>The problem: for many φ the two averages of {@link meanfield.core.activation.DualActivation},
 *
 * <pre>
 *   F(p, q, k) = E φ(u) φ(v),   G(p, q, k) = E φ′(u) φ′(v) = ∂F/∂k,   (u, v) ~ N(0, [[p, k], [k, q]])
 * </pre>
 *
 * are elementary functions. Written down naively they lose all digits where inputs are nearly parallel, k → √(pq), which
 * is where deep networks end up; here they are arranged so that no digits are lost beyond those that a rounded k has
 * lost already. The usual way in is {@link meanfield.core.activation.DualActivation#of}, which checks its arguments and
 * integrates where there is no formula; the classes of this package check nothing.
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><th>class</th><th>φ</th><th>by</th></tr>
 * <tr><td>{@link meanfield.core.activation.dual.HomogeneousDuals}</td><td>ReLU family, powers of ReLU, sign</td>
 *     <td>functions of the angle θ, cos θ = k/√(pq)</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.SmoothDuals}</td><td>erf, GELU, sin, cos, Gaussian, exp, Gabor</td>
 *     <td>the determinant Δ = pq - k²</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.PolynomialDuals}</td><td>polynomials, Hermite polynomials</td>
 *     <td>the Hermite series in k</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.PolyReluDual}</td><td>polynomials in max(x, 0)</td>
 *     <td>angle integrals of positive terms</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.ClosedFormDual}</td><td colspan="2">what those without an angle share:
 *     the diagonal and the error of rounding; implement it for a formula of your own</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.HomogeneousKernels}</td><td colspan="2">θ, √Δ and arc-cosine functions,
 *     used by quadrature as well</td></tr>
 * </table>
 *
 * <h2>Conventions</h2>
 *
 * <ul>
 * <li>p, q ≥ 0 and k² ≤ pq up to rounding; Δ is formed from the numbers as given with the rounding errors of both
 *     products, and negative Δ counts as 0.
 * <li>Errors are bounds on rounding, 16 units of 2⁻⁵³ of the diagonal unless the class says otherwise.
 * <li>Dirac parts of derivatives are dropped: G of the sign function is 0.
 * <li>Cost: about 0.1 µs; polynomials grow with the square of the degree.
 * </ul>
 *
 * <p>Sources: [Cho2009] for the arc-cosine family, [Williams1997] for erf, [Han2022] for further duals; the remaining
 * formulas stand in the class comments.
 */
package meanfield.core.activation.dual;
