/**
 * The experiments of approximation theory: each puts an error against a number of parameters, with the line that theory draws.
 * They are found by {@link java.util.ServiceLoader}.
 *
 * <p>The problem all of them share: an error is measured for a sequence of sizes, and what is claimed is its power law. So the
 * sizes are a list inside one run ({@code cells}, {@code units}, {@code levels}), one fit belongs to one list, and the fit says
 * when it is worth nothing: fewer than four points, or errors at the rounding floor.
 *
 * <pre>
 *   ln ε = ln C - s ln W,   s ± t_{0.975} stdErr(s)                                                          (1)
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><th>id: {@code approximation.…}</th><th>class</th><th>what is shown</th></tr>
 * <tr><td>{@code square-gate}</td><td>{@link meanfield.approximation.experiments.SquareGateExperiment}</td>
 *     <td>the ReLU network that squares: 4^-(m+1) with 8m - 1 parameters</td></tr>
 * <tr><td>{@code product-gate}</td><td>{@link meanfield.approximation.experiments.ProductGateExperiment}</td>
 *     <td>products by ReLU, and exact ones</td></tr>
 * <tr><td>{@code sobolev-rates}</td><td>{@link meanfield.approximation.experiments.SobolevRatesExperiment}</td>
 *     <td>one constructive network on one target: errors, sizes, bounds, slopes</td></tr>
 * <tr><td>{@code derivative-rates}</td><td>{@link meanfield.approximation.experiments.DerivativeRatesExperiment}</td>
 *     <td>the same in W^{1,∞}: one power of N is lost</td></tr>
 * <tr><td>{@code optimal-line}</td><td>{@link meanfield.approximation.experiments.OptimalLineExperiment}</td>
 *     <td>every method beside the n-width: the figure of the module</td></tr>
 * <tr><td>{@code polyrelu-versus-relu}</td><td>{@link meanfield.approximation.experiments.PolyReluVersusReluExperiment}</td>
 *     <td>emulation between two lines in ln(1/ε)</td></tr>
 * <tr><td>{@code barron-monte-carlo}</td><td>{@link meanfield.approximation.experiments.BarronMonteCarloExperiment}</td>
 *     <td>N^(-1/2) in every dimension, with the constant</td></tr>
 * <tr><td>{@code activations}</td><td>{@link meanfield.approximation.experiments.ActivationsExperiment}</td>
 *     <td>trained networks by activation at equal parameters</td></tr>
 * </table>
 *
 * <p>Classical baselines, kernels, splines and greedy selection have a package of their own:
 * {@link meanfield.approximation.experiments.baselines}.
 *
 * <p>Conventions: constructions and closed forms are rows of source {@code theory}, what depends on random numbers (trained
 * networks, Monte Carlo) rows of source {@code simulation}. A sup error is the maximum over the reference grid, a lower bound
 * unless the column says otherwise. Fitted slopes are numbers of the summary, in words where there is no number.
 *
 * <p>Sources: [Zhuo2025], [Yarotsky2017].
 */
package meanfield.approximation.experiments;
