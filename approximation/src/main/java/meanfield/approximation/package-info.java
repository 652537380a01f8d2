/**
 * How fast networks approximate smooth functions, against the best possible.
 *
 * <p>The problem: a function f with n bounded derivatives on [0,1]^d is to be approximated in the sup norm by something that has
 * W parameters. What error is reached, by which construction, and how far is it from the best that any method can do?
 *
 * <pre>
 *   ‖f‖_{W^{n,∞}} = max_{|α| ≤ n} sup |D^α f| ≤ 1                         the class F_{n,d}                 (1)
 *   f_N = Σ_i φ_i(x) Σ_{|α| &lt; n} D^α f(i/N)/α! (x - i/N)^α,   ‖f - f_N‖ ≤ C N^-n,   W ~ N^d                  (2)
 *   any method with continuous weights:  error ≥ c W^(-n/d)                                                   (3)
 * </pre>
 *
 * With products that are exact (PolyReLU, ReLU², quadratic and rational units) a network realizes (2) as it stands and reaches
 * (3) up to its constant. ReLU has to build its products from teeth, m levels deep for an error 4^-(m+1), and pays a factor
 * log W. Words such as <i>optimal</i> always mean: among methods whose weights depend continuously on f.
 *
 * <table>
 * <caption>Packages</caption>
 * <tr><td>{@link meanfield.approximation.target}</td><td>functions with derivatives, their norms, three ways to measure a sup
 *     error</td></tr>
 * <tr><td>{@link meanfield.approximation.network}</td><td>networks as graphs, exact parameter counts, square and product
 *     gates</td></tr>
 * <tr><td>{@link meanfield.approximation.sobolev}</td><td>equation (2) as explicit networks of five kinds, and the evaluator
 *     that uses locality</td></tr>
 * <tr><td>{@link meanfield.approximation.rates}</td><td>fitted exponents with what they are worth, n-widths, lower lines</td></tr>
 * <tr><td>{@link meanfield.approximation.emulation}</td><td>PolyReLU by ReLU and back: sizes from above and below</td></tr>
 * <tr><td>{@link meanfield.approximation.barron}</td><td>Monte Carlo rates without a curse of dimension, with exact
 *     constants</td></tr>
 * <tr><td>{@link meanfield.approximation.trained}</td><td>trained one-layer networks beside the best free-knot
 *     splines</td></tr>
 * <tr><td>{@link meanfield.approximation.classical}, {@link meanfield.approximation.rational},
 *     {@link meanfield.approximation.splines}</td><td>best polynomials and rationals, AAA, Zolotarev, splines and spline
 *     layers: the baselines</td></tr>
 * <tr><td>{@link meanfield.approximation.greedy}, {@link meanfield.approximation.kernel}</td><td>orthogonal greedy selection of
 *     ridges; the spectrum of PolyReLU on the sphere</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid}</td><td>the V-cycle as a linear operator and as a layer of a
 *     network</td></tr>
 * <tr><td>{@link meanfield.approximation.pde}</td><td>a nonlinear elliptic equation by descent, Barron norms on the way</td></tr>
 * <tr><td>{@link meanfield.approximation.process}</td><td>equations by Gaussian processes with spectral lines</td></tr>
 * <tr><td>{@link meanfield.approximation.experiments}</td><td>what is run from the command line</td></tr>
 * </table>
 *
 * <p>Conventions: norms as in (1), never summed; W counts weights, structurally present biases and listed activation
 * coefficients, of units that are not shared and fixed; L counts layers of units, not of identities. Rates are stated in W.
 *
 * <p>Sources: [Zhuo2025], [Yarotsky2017], [DeVore1989].
 */
package meanfield.approximation;
