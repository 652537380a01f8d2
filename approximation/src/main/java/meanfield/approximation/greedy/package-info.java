/**
 * Greedy approximation by shallow networks: one unit after another, each the best that a dictionary has.
 *
 * <p>The problem: how well can n units approximate f in L² when their weights may be chosen freely? For the closed convex
 * hull of ReLU^k ridge functions the answer is a power of n, and the orthogonal greedy algorithm attains it without any
 * training.
 *
 * <pre>
 *   inf over n units ‖f - f_n‖ ~ n^{-1/2-(2k+1)/(2d)};   d = 1: n^{-(k+1)};   Monte Carlo: n^{-1/2}
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.greedy.SampledTarget}</td><td>f at the nodes of a quadrature</td></tr>
 * <tr><td>{@link meanfield.approximation.greedy.RidgeDictionary}</td><td>the units to choose from</td></tr>
 * <tr><td>{@link meanfield.approximation.greedy.OrthogonalGreedy}</td><td>the algorithm</td></tr>
 * <tr><td>{@link meanfield.approximation.greedy.GreedyExpansion}</td><td>units, coefficients and errors</td></tr>
 * </table>
 *
 * <p>What to expect: smooth targets beat the class rate, since their coefficients decay faster than the hull demands;
 * on a grid of offsets the rate ends when the grid is resolved. After some ten steps ties between symmetric atoms are
 * decided by rounding, so that runs on other machines may differ by a factor near one in the error.
 *
 * <p>Conventions: L² of the quadrature over [0,1]^d, no square root of the volume; an atom is (ω·x - o)₊^k with the minus
 * sign; ties go to the smallest index.
 *
 * <p>Sources: [Siegel2022].
 */
package meanfield.approximation.greedy;
