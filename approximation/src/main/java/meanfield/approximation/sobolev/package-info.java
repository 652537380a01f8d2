/**
 * Constructive networks for the unit ball of W^{n,∞}([0,1]^d), with explicit weights, in five kinds of units.
 *
 * <p>The problem: write down a network with W parameters whose error over the whole class falls as W^(-n/d), and count it. The
 * recipe is one for all kinds: a partition of unity on a grid of N cells an axis, a Taylor polynomial at every node.
 *
 * <pre>
 *   f_N = Σ_i φ_i Σ_{|α| &lt; n} D^α f(i/N)/α! (x - i/N)^α,   |f - f_N| ≤ C N^-n                               (1)
 *   ψ(t) t^j = P_j((t+1)₊) - 2 t₊^{j+1} + Q_j((t-1)₊):  three PolyReLU units                                 (2)
 * </pre>
 *
 * What differs is the product. PolyReLU, ReLU², quadratic and rational units multiply exactly, so W = O(ε^(-d/n)) with depth
 * independent of ε; ReLU multiplies to 4^-(m+1) with 14m + 12 parameters, m ~ (n/2) log₂ N, and pays log(1/ε) in size and depth.
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.sobolev.SobolevNetwork}</td><td>the construction: size, levels, bound, graph,
 *     evaluator</td></tr>
 * <tr><td>{@link meanfield.approximation.sobolev.NetworkKind}</td><td>which units</td></tr>
 * <tr><td>{@link meanfield.approximation.sobolev.Partition}</td><td>hats and quadratic splines, and the constant of (1)</td></tr>
 * <tr><td>{@link meanfield.approximation.sobolev.LocalEvaluator}</td><td>values and derivatives of large networks: at a point only
 *     the nodes around it contribute</td></tr>
 * <tr><td>{@link meanfield.approximation.sobolev.ErrorField}</td><td>f - f_N</td></tr>
 * </table>
 *
 * <p>Which when: the graph for sizes that are looked at (up to a million units), the evaluator for rates; a test shows that both
 * agree to 1e-12. For smooth f and odd n neighbouring remainders partly cancel: n = 1 gains a full order, n = 3 has a smaller
 * constant; only targets of the kink family show the exponent of the class there.
 *
 * <p>Conventions: targets are divided by their W^{n,∞} norm first; a target of smoothness below n is refused; Taylor centres of the
 * spline's outer nodes are clipped to [0,1].
 *
 * <p>Sources: [Yarotsky2017], [Zhuo2025].
 */
package meanfield.approximation.sobolev;
