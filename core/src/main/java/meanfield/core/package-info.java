/**
 * The vocabulary that everything else shares: argument checks and verdicts.
 *
 * <p>A caller's mistake is an {@link java.lang.IllegalArgumentException} with one line that names the argument, the rule
 * and the value received; {@link meanfield.core.Require} writes it. A numerical failure is a value: whatever iterates,
 * factorizes or integrates returns a {@link meanfield.core.Convergence} beside its result, and {@code orThrow()} turns a
 * bad one into {@link meanfield.core.NonConvergenceException} with the same text. NaN means "undefined here" and is
 * documented where it may appear.
 *
 * <table>
 * <caption>Packages below</caption>
 * <tr><th>package</th><th>subject</th></tr>
 * <tr><td>{@code activation}</td><td>activations and their Gaussian dual functions</td></tr>
 * <tr><td>{@link meanfield.core.gaussian}</td><td>averages of an Ising spin in a Gaussian local field</td></tr>
 * <tr><td>{@link meanfield.core.linalg}</td><td>dense linear algebra by OpenBLAS or EJML</td></tr>
 * <tr><td>{@link meanfield.core.solve}</td><td>fixed points, roots, boundaries, differential equations, branches</td></tr>
 * <tr><td>{@link meanfield.core.random}</td><td>named random streams</td></tr>
 * <tr><td>{@link meanfield.core.parallel}</td><td>parallel loops with results that do not depend on threads</td></tr>
 * <tr><td>{@link meanfield.core.special}</td><td>the normal law in its tails</td></tr>
 * <tr><td>{@link meanfield.core.twotime}</td><td>functions of two times, growing Gaussian processes</td></tr>
 * <tr><td>{@link meanfield.core.learningcurve}</td><td>learning curves of kernels from their spectrum</td></tr>
 * </table>
 */
package meanfield.core;
