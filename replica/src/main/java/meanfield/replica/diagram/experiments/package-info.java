/**
 * Experiments that draw phase diagrams: a raster of named regions, and over it the lines that divide them.
 *
 * <pre>
 *   lines traced at some temperatures → region of every cell → rows (part = raster | line)
 *   finite networks heated until they forget               → rows (part = simulation)        → figure
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@code replica.hopfield-diagram}</td>
 * <td>{@link meanfield.replica.diagram.experiments.HopfieldDiagramExperiment}</td></tr>
 * <tr><td>{@code replica.dense-diagram}</td>
 * <td>{@link meanfield.replica.diagram.experiments.DenseDiagramExperiment}</td></tr>
 * <tr><td>{@code replica.supervised-diagram}</td>
 * <td>{@link meanfield.replica.diagram.experiments.SupervisedDiagramExperiment}</td></tr>
 * <tr><td>{@code replica.ultra-detection-diagram}</td>
 * <td>{@link meanfield.replica.diagram.experiments.UltraDetectionDiagramExperiment}</td></tr>
 * </table>
 *
 * <p>Conventions: one run is one diagram, because its cells share the lines; regions are named as in
 * {@link meanfield.replica.diagram.Region} and have the same colour in every diagram. The glass lines are drawn only where no memory
 * hides them. Simulated points are medians over samples with standard errors, at N and N/2; the spinodal is their limit of large N,
 * approached from below for P ≥ 3, where small networks escape from retrieval before it ends, and from above for P = 2, where they
 * are slow. For numbers use the experiments on points and lines ({@link meanfield.replica.experiments}).
 */
package meanfield.replica.diagram.experiments;
