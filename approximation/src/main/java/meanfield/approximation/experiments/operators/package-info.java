/**
 * Operators of partial differential equations as experiments: multigrid as a layer.
 *
 * <p>The problem: networks that solve equations are built from classical methods. Each experiment runs the classical method with its
 * known constants beside what the network claims to add.
 *
 * <pre>
 *   multigrid:  e ← (I - BA) e,   radius 1/9 … 0.36 on any grid
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@code approximation.multigrid-operator}</td>
 *     <td>{@link meanfield.approximation.experiments.operators.MultigridOperatorExperiment}</td>
 *     <td>radii by grid, the trainable block</td></tr>
 * </table>
 *
 * <p>Conventions: no experiment here draws random numbers; all rows are theory.
 *
 * <p>Sources: [He2024].
 */
package meanfield.approximation.experiments.operators;
