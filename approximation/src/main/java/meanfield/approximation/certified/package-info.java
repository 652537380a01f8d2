/**
 * Certified statements about small networks: ranges over a box and Lipschitz constants.
 *
 * <p>The problem: what can be proved of a network, as opposed to sampled? Every number here is an upper or lower bound that
 * holds at all points, or exact.
 *
 * <pre>
 *   min and max of the output over x₀ ± ε,     sup |f(x) - f(y)|/|x - y|
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.certified.ReluNetwork}</td><td>weights and biases</td></tr>
 * <tr><td>{@link meanfield.approximation.certified.Bounds}</td><td>intervals, CROWN, CROWN-IBP</td></tr>
 * <tr><td>{@link meanfield.approximation.certified.HouseholderNetwork},
 *     {@link meanfield.approximation.certified.HouseholderBounds}</td><td>the same for groups that are reflected, sorted pairs
 *     (MaxMin) among them</td></tr>
 * <tr><td>{@link meanfield.approximation.certified.LinearRegions}</td><td>all affine pieces: exact ranges and exact Lipschitz
 *     constants</td></tr>
 * <tr><td>{@link meanfield.approximation.certified.LipschitzBound}</td><td>LipSDP for ReLU and MaxMin networks</td></tr>
 * </table>
 *
 * <p>Which when: intervals cost a forward pass and blow up with depth; CROWN costs its square and is usually but not always
 * tighter, so intersect both; enumeration is exact and exponential; LipSDP is polynomial, tight on small networks and
 * never worse than the product of spectral norms, but it does not see biases.
 *
 * <p>Conventions: rows of a weight are units; ranges are of preactivations; norms are Euclidean.
 *
 * <p>Sources: [Zhang2018], [Gowal2018], [Fazlyab2019], [Pauli2022], [Anil2019], [Singla2022].
 */
package meanfield.approximation.certified;
