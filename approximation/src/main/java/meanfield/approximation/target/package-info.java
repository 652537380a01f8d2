/**
 * Functions to approximate, their norms, and three ways to measure a sup error.
 *
 * <p>The problem: a construction needs derivatives up to order n - 1 and a target in the unit ball of W^{n,∞}; an error needs a
 * maximum over a continuum, and the obvious grid can hide it.
 *
 * <pre>
 *   ‖f‖_{W^{n,∞}} = max_{|α| ≤ n} ess sup |D^α f|,   ‖f‖_{W^{n,p}} = (Σ_{|α| ≤ n} ‖D^α f‖_p^p)^{1/p}            (1)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.target.Target}</td><td>f with D^α f and its smoothness; implement it for your own</td></tr>
 * <tr><td>{@link meanfield.approximation.target.TargetFunction}</td><td>the named ones</td></tr>
 * <tr><td>{@link meanfield.approximation.target.TensorTarget}, {@link meanfield.approximation.target.RidgeTarget}</td><td>products
 *     Π g_k(x_k) and ridges g(Σ x_k) of a {@link meanfield.approximation.target.Profile}</td></tr>
 * <tr><td>{@link meanfield.approximation.target.SobolevNorm}</td><td>W^{n,p} on an interval and on the
 *     cube, pieces and sign changes respected</td></tr>
 * <tr><td>{@link meanfield.approximation.target.TorusNorm}</td><td>fractional norms of periodic functions: Bessel, Gagliardo</td></tr>
 * <tr><td>{@link meanfield.approximation.target.GridSup}</td><td>reference protocol: bit-reproducible lower bound; use it for rates</td></tr>
 * <tr><td>{@link meanfield.approximation.target.RefinedSup}</td><td>lower bound with polished maxima; use it for constants</td></tr>
 * <tr><td>{@link meanfield.approximation.target.CertifiedSup}</td><td>both bounds from a Lipschitz constant; use it for claims</td></tr>
 * </table>
 *
 * <p>Conventions: the domain is [0,1]^d; at a jump of the highest bounded derivative its value is the mean of both sides; a target
 * says itself how smooth it is, and a construction of higher order refuses it. Values below 1e-13 max |f| are rounding noise.
 *
 * <p>Sources: [Yarotsky2017] for the norm, [Zhuo2025].
 */
package meanfield.approximation.target;
