/**
 * Networks as graphs with exact counts, and the gates that constructions are made of.
 *
 * <p>The problem: a rate is an error against a number of parameters, so the number has to be that of a network that exists. Here a
 * network is a list of nodes that can be evaluated, counted and written to a file, and every closed formula for a size is tested
 * against it.
 *
 * <pre>
 *   v_i = σ_i(Σ_{j &lt; i} w_ij v_j + b_i)                                                                     (1)
 *   W = listed weights + structurally present biases + listed coefficients,  U = units,  L = longest path     (2)
 *   ReLU:      x² to 4^-(m+1) with 8m - 1 parameters,  xy to M² 4^-(m+1) with 14m + 12                        (3)
 *   PolyReLU, ReLU², quadratic and square units:  xy exactly, with 12, 12, 6 and 6 parameters                 (4)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.network.Graph}</td><td>immutable; values, counts, JSON</td></tr>
 * <tr><td>{@link meanfield.approximation.network.GraphBuilder}</td><td>makes one</td></tr>
 * <tr><td>{@link meanfield.approximation.network.Unit}, {@link meanfield.approximation.network.LinearForm}</td><td>what a node
 *     does, and on what</td></tr>
 * <tr><td>{@link meanfield.approximation.network.SquareGate}, {@link meanfield.approximation.network.ProductGate}</td><td>ReLU
 *     gates with their exact errors</td></tr>
 * <tr><td>{@link meanfield.approximation.network.ExactGates}, {@link meanfield.approximation.network.PolynomialNetwork}</td>
 *     <td>gates and polynomials without error</td></tr>
 * <tr><td>{@link meanfield.approximation.network.SharedCoefficients}</td><td>pure powers out of one shared activation</td></tr>
 * <tr><td>{@link meanfield.approximation.network.GraphBounds}</td><td>interval bounds of values and slopes</td></tr>
 * </table>
 *
 * <p>Conventions: identity nodes and skip connections are allowed and said; U units densely connected carry up to U² parameters,
 * so rates are stated in W; {@code dense} is reported for honesty beside W.
 *
 * <p>Sources: [Yarotsky2017], [DeVore2021], [Zhuo2025].
 */
package meanfield.approximation.network;
