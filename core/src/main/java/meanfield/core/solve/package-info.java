/**
 * Equations in few unknowns: fixed points, roots, phase boundaries, initial value problems and solution branches. Each
 * solver is a record of settings, {@code X.withDefaults().withTolerance(…)}, and returns a solution with a
 * {@link meanfield.core.Convergence} verdict; {@code orThrow()} insists on it.
 *
 * <pre>
 *   x = f(x),    f(x) = 0,    dx/dt = v(t, x),    F(x, p) = 0 along p
 * </pre>
 *
 * <table>
 * <caption>Which solver when</caption>
 * <tr><th>you have</th><th>use</th><th>you get</th></tr>
 * <tr><td>a map and want the attracting fixed point</td><td>{@link meanfield.core.solve.FixedPointSolver}</td>
 *     <td>{@link meanfield.core.solve.FixedPoint}, {@link meanfield.core.solve.VectorFixedPoint}</td></tr>
 * <tr><td>a function that changes sign, maybe itself the result of a solver
 *     ({@link meanfield.core.solve.Measured})</td><td>{@link meanfield.core.solve.RootSearch}</td>
 *     <td>{@link meanfield.core.solve.Root}</td></tr>
 * <tr><td>a function with one hump</td><td>{@link meanfield.core.solve.MaximumSearch}</td>
 *     <td>{@link meanfield.core.solve.Root}</td></tr>
 * <tr><td>a linear function on a small polyhedron</td><td>{@link meanfield.core.solve.LinearProgram}</td>
 *     <td>its maximum</td></tr>
 * <tr><td>a smooth function of many variables with its gradient</td>
 *     <td>{@link meanfield.core.solve.LimitedMemoryMinimizer}</td><td>a local minimum</td></tr>
 * <tr><td>only a yes or no ({@link meanfield.core.solve.Side})</td><td>{@link meanfield.core.solve.BoundarySearch}</td>
 *     <td>{@link meanfield.core.solve.Root}</td></tr>
 * <tr><td>a velocity ({@link meanfield.core.solve.OdeSystem}) and times
 *     ({@link meanfield.core.solve.TimeGrid})</td><td>{@link meanfield.core.solve.OdeSolver}</td>
 *     <td>{@link meanfield.core.solve.OdeSolution}</td></tr>
 * <tr><td>a solution at one parameter, and want those at others, stable or not, and where they end</td>
 *     <td>{@link meanfield.core.solve.continuation.BranchContinuation}</td>
 *     <td>{@link meanfield.core.solve.continuation.Branch} of {@link meanfield.core.solve.continuation.BranchPoint}, with
 *     {@link meanfield.core.solve.continuation.Fold}s</td></tr>
 * </table>
 *
 * <h2>Conventions</h2>
 *
 * <ul>
 * <li>Iterations stop on the undamped residual |f(x) - x|. Near criticality that says little about the error, which is
 *     about residual / |1 - f′(x)|: the error estimate.
 * <li>A side that did not converge is no evidence: searches step around it or refuse, and say where.
 * <li>Functions return NaN outside their domain. A NaN never comes back silently: the verdict is then
 *     {@code DIVERGED} or {@code ILL_POSED}.
 * <li>A fold (saddle-node) is where a stable and an unstable branch meet: F = ∂F/∂x = 0.
 * </ul>
 *
 * <p>Sources: [Walker2011] (Anderson acceleration), [Hairer1993] (Dormand-Prince methods), [Keller1977] (continuation).
 */
package meanfield.core.solve;
