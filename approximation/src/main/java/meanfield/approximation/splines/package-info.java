/**
 * Splines, and the layers whose edges are splines.
 *
 * <p>The problem: on a fixed grid, what does a piecewise polynomial of degree k reach, and what does a layer that learns one
 * on every edge?
 *
 * <pre>
 *   ‖f - s‖_2 = O(G^{-(k+1)}) for smooth f,   O(G^{-min(k+1, 3/2)}) for a kink
 *   KAN edge:  u silu(x) + v Σ_c a_c B_c(x)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.splines.UniformSplines}</td><td>B-splines on an extended uniform grid</td></tr>
 * <tr><td>{@link meanfield.approximation.splines.EdgeBasis}, {@link meanfield.approximation.splines.EdgeBases}</td>
 *     <td>any basis; Chebyshev, PolyReLU and rational ones</td></tr>
 * <tr><td>{@link meanfield.approximation.splines.LeastSquares}</td><td>best combination in L²</td></tr>
 * <tr><td>{@link meanfield.approximation.splines.TensorSpline}</td><td>least squares in d variables, axis by axis</td></tr>
 * <tr><td>{@link meanfield.approximation.splines.KanLayer}</td><td>a layer of edges that choose among bases</td></tr>
 * </table>
 *
 * <p>Which when: kinks want splines with a knot there or PolyReLU; entire functions want Chebyshev; grids refine without
 * loss, since knots are nested ({@code refined}).
 *
 * <p>Conventions: knots go on uniformly beyond the ends (not clamped); G cells and degree k give G + k functions; L² is
 * unweighted on the interval.
 *
 * <p>Sources: [deBoor2001], [Liu2025].
 */
package meanfield.approximation.splines;
