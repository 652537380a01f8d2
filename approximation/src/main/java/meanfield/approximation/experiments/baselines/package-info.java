/**
 * Experiments of the classical theory: what polynomials, rational functions, splines, greedy expansions and kernels reach,
 * as baselines of the networks.
 *
 * <pre>
 *   polynomial |x|: 0.28/n      rational |x|: 8 e^{-π√n}      rational composition: e^{-c 3^{k/2}}
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><th>id</th><th>class</th><th>what is shown</th></tr>
 * <tr><td>{@code approximation.polynomial-minimax}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.PolynomialMinimaxExperiment}</td>
 *     <td>error of the best polynomial of one degree</td></tr>
 * <tr><td>{@code approximation.chebyshev}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.ChebyshevExperiment}</td>
 *     <td>interpolation and truncation against the best</td></tr>
 * </table>
 *
 * <p>Conventions: degrees, not numbers of coefficients. A row whose iteration did not converge has no number for the best
 * error, only a message with what is known.
 */
package meanfield.approximation.experiments.baselines;
