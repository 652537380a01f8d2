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
 * <tr><td>{@code approximation.rational-minimax}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.RationalMinimaxExperiment}</td>
 *     <td>error of the best rational function of one type</td></tr>
 * <tr><td>{@code approximation.aaa}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.AaaExperiment}</td>
 *     <td>rational functions from samples, step by step</td></tr>
 * <tr><td>{@code approximation.zolotarev}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.ZolotarevExperiment}</td>
 *     <td>ReLU by composed rational functions</td></tr>
 * <tr><td>{@code approximation.splines}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.SplinesExperiment}</td>
 *     <td>least-squares splines on uniform grids</td></tr>
 * <tr><td>{@code approximation.kan-layer}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.KanLayerExperiment}</td>
 *     <td>which basis an edge should select</td></tr>
 * <tr><td>{@code approximation.greedy}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.GreedyExperiment}</td>
 *     <td>units chosen one by one</td></tr>
 * <tr><td>{@code approximation.dual-kernel}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.DualKernelExperiment}</td>
 *     <td>the kernel of a wide PolyReLU layer</td></tr>
 * <tr><td>{@code approximation.sphere-spectrum}</td>
 *     <td>{@link meanfield.approximation.experiments.baselines.SphereSpectrumExperiment}</td>
 *     <td>its eigenvalues on the sphere</td></tr>
 * </table>
 *
 * <p>Which form when: a best approximation of one degree stands for itself and is swept by the caller; errors that share a
 * fit or a run (splines, greedy, AAA, compositions) are rows of one run.
 *
 * <p>Conventions: degrees, not numbers of coefficients. A row whose iteration did not converge has no number for the best
 * error, only a message with what is known.
 */
package meanfield.approximation.experiments.baselines;
