/**
 * Operators of partial differential equations as experiments: multigrid as a layer, norms along a descent, kernels with
 * spectral lines.
 *
 * <p>The problem: networks that solve equations are built from classical methods. Each experiment runs the classical method with its
 * known constants beside what the network claims to add.
 *
 * <pre>
 *   multigrid:  e ← (I - BA) e,   radius 1/9 … 0.36 on any grid
 *   descent:    ‖u_t‖_B ≤ b_t,   b_t finite for small data only
 *   processes:  k(τ) = Σ w_q e^{-2π²s²τ²} cos 2πμτ,   weights from the likelihood
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@code approximation.multigrid-operator}</td>
 *     <td>{@link meanfield.approximation.experiments.operators.MultigridOperatorExperiment}</td>
 *     <td>radii by grid, the trainable block</td></tr>
 * <tr><td>{@code approximation.nonlinear-pde}</td>
 *     <td>{@link meanfield.approximation.experiments.operators.NonlinearPdeExperiment}</td>
 *     <td>Barron norms, bounds and errors by iteration</td></tr>
 * <tr><td>{@code approximation.gaussian-process-pde}</td>
 *     <td>{@link meanfield.approximation.experiments.operators.GaussianProcessPdeExperiment}</td>
 *     <td>errors by collocation points, weights of the lines</td></tr>
 * </table>
 *
 * <p>Conventions: no experiment here draws random numbers; all rows are theory.
 *
 * <p>Sources: [He2024], [Marwah2023], [Fang2024].
 */
package meanfield.approximation.experiments.operators;
