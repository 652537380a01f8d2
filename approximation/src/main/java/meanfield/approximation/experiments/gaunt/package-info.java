/**
 * Gaunt against Clebsch-Gordan products as an experiment.
 *
 * <p>The problem: claims of speed compare products that do not compute the same output. Here work is counted for each, and
 * the paths are counted beside it.
 *
 * <pre>
 *   paths (l1, l2, l3):  |l1 - l2| ≤ l3 ≤ l1 + l2;   Gaunt keeps l1 + l2 + l3 even
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@code approximation.gaunt}</td>
 *     <td>{@link meanfield.approximation.experiments.gaunt.GauntExperiment}</td><td>work and paths by degree</td></tr>
 * </table>
 *
 * <p>Conventions: operations are counted from formulas, not timed; both routes of the Gaunt product are run on a drawn
 * pair and their difference is a column.
 *
 * <p>Sources: [Luo2024].
 */
package meanfield.approximation.experiments.gaunt;
