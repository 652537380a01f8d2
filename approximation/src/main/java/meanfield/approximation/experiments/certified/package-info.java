/**
 * Certified statements about random networks as experiments.
 *
 * <p>The problem: how much do certified bounds give away against exact values, and against what sampling sees?
 *
 * <pre>
 *   sampled ≤ exact ≤ certified
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@code approximation.certified-bounds}</td>
 *     <td>{@link meanfield.approximation.experiments.certified.CertifiedBoundsExperiment}</td>
 *     <td>ranges over boxes</td></tr>
 * <tr><td>{@code approximation.lipschitz}</td>
 *     <td>{@link meanfield.approximation.experiments.certified.LipschitzExperiment}</td>
 *     <td>Lipschitz constants against width</td></tr>
 * </table>
 *
 * <p>Conventions: weights N(0, 2/fan-in), biases N(0, 0.01), one output; sampled numbers are lower bounds and rows of source
 * {@code simulation}.
 *
 * <p>Sources: [Zhang2018], [Gowal2018], [Fazlyab2019], [Pauli2022].
 */
package meanfield.approximation.experiments.certified;
