/**
 * Activations and their Gaussian averages, the only thing that infinite width keeps of them.
 *
 * <p>The problem: with random weights the preactivations of a wide layer are Gaussian, so that a layer acts on
 * covariances by
 *
 * <pre>
 *   F(p, q, k) = E φ(u) φ(v),   G(p, q, k) = E φ′(u) φ′(v) = ∂F/∂k,   (u, v) ~ N(0, [[p, k], [k, q]])
 * </pre>
 *
 * You give a scalar function φ (its value, derivative, kinks); {@link meanfield.core.activation.DualActivation#of}
 * gives F and G with an error bound.
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.core.activation.Activation}</td><td>a scalar nonlinearity; implement it for your own</td></tr>
 * <tr><td>{@link meanfield.core.activation.StandardActivation}</td><td>the ones without parameters, an enum</td></tr>
 * <tr><td>{@link meanfield.core.activation.ParameterizedActivation}</td><td>the ones with parameters, records</td></tr>
 * <tr><td>{@link meanfield.core.activation.PolyRelu}, {@link meanfield.core.activation.PolyNorm}</td><td>polynomial
 * compositions: by entry, and normalized over a feature axis</td></tr>
 * <tr><td>{@link meanfield.core.activation.Activations}</td><td>finding a standard one by its spelling</td></tr>
 * <tr><td>{@link meanfield.core.activation.ActivationTable}</td><td>names and parameters of network files</td></tr>
 * <tr><td>{@link meanfield.core.activation.ActivationSeries}</td><td>φ of a power series, for Taylor expansions</td></tr>
 * <tr><td>{@link meanfield.core.activation.DualActivation}</td><td>F, G, their diagonals and error bounds</td></tr>
 * <tr><td>{@link meanfield.core.activation.HomogeneousDual}</td><td>the ReLU family as functions of the angle</td></tr>
 * <tr><td>{@link meanfield.core.activation.Asymptotes}</td><td>lines that φ approaches; make quadrature cheap</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual}</td><td>the closed forms behind F and G</td></tr>
 * </table>
 *
 * <p>How an average is found, with cost and accuracy:
 *
 * <table>
 * <caption>Methods</caption>
 * <tr><th>φ</th><th>method</th><th>error, relative to √(F(p,p,p) F(q,q,q))</th><th>cost</th></tr>
 * <tr><td>ReLU family, erf, GELU, sin, cos, Gaussian, exp, Gabor, polynomials</td><td>closed form</td><td>1e-15</td>
 * <td>0.1 µs</td></tr>
 * <tr><td>tanh, sigmoid, softplus, SiLU, swish</td><td>trapezoid rule on tabulated lattices; at large variance only the
 * difference to a smoothed step or ramp</td><td>1e-14 for variances from 0 to 1e4 and beyond</td><td>2-60 µs</td></tr>
 * <tr><td>ELU, SELU, hard tanh, ReLU6</td><td>closed form in one variable, panels in the other</td><td>1e-13</td>
 * <td>5-50 µs</td></tr>
 * <tr><td>your own with kinks</td><td>panels in both variables</td><td>1e-12 for pieces that vary on the scale of
 * one</td><td>1 ms</td></tr>
 * <tr><td>your own, analytic</td><td>trapezoid rule, step from {@code analyticStrip} or halved until two results
 * agree</td><td>see {@code valueError}</td><td>0.1-10 ms</td></tr>
 * </table>
 *
 * <p>Conventions: p and q are variances; Dirac parts of derivatives are dropped (G of the sign function is 0); at a kink
 * φ′ is the mean of both sides. Near-parallel inputs under a kinked φ need the gap √(pq) - k, not k: see
 * {@link meanfield.core.activation.HomogeneousDual}.
 *
 * <p>Sources: [Cho2009] for the arc-cosine family, [Williams1997] for erf, [Han2022] for further duals, [Trefethen2014] for the
 * trapezoid rule; the remaining
 * closed forms are derived in the class comments of {@link meanfield.core.activation.dual}.
 */
package meanfield.core.activation;
