/**
 * Kernels of pairs of inputs as data: what an accelerator has to know to compute whole tiles of them by itself.
 *
 * <p>The kernel of a wide network is one number for every pair of inputs, computed from their inner product by the same few
 * formulas for all pairs. A pair is carried as
 *
 * <pre>
 *   gap u = 1 - r,   antigap v = 1 + r,   tangent τ;    k_ij = √(p_i p_j) r,   t_ij = m_i m_j τ               (1)
 *   start   r = x_i·x_j/(|x_i||x_j|),   τ = 0                                                               (2)
 * </pre>
 *
 * and a {@link meanfield.core.pairs.PairProblem} says all that a device needs: the inputs, what is known of single inputs
 * (computed exactly beforehand, p_i and m_i after the last step among it), and the steps, one for a layer or one for all of
 * them. Nothing of networks is left in it, so that a device module depends on this package alone; and nothing of devices, so
 * that theories stay clear of them.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.core.pairs.PairProblem}, {@link meanfield.core.pairs.PairInputs},
 *     {@link meanfield.core.pairs.PairFactor}</td><td>the problem: inputs, values of single inputs</td></tr>
 * <tr><td>{@link meanfield.core.pairs.PairStep}</td><td>the formulas, a closed set</td></tr>
 * <tr><td>{@link meanfield.core.pairs.PairEngine}, {@link meanfield.core.pairs.PairOutputs},
 *     {@link meanfield.core.pairs.PairTile}</td><td>what computes it, what is wanted, and the results as they come</td></tr>
 * <tr><td>{@link meanfield.core.pairs.ErrorFunctionPair}</td><td>erf on one pair, without cancellation</td></tr>
 * <tr><td>{@link meanfield.core.pairs.PlainPairs}</td><td>the definition in plain Java: slow, and what every device is
 *     compared with</td></tr>
 * </table>
 *
 * <p>Accuracy: an engine in double precision agrees with {@code PlainPairs} to 1e-12 √(k_ii k_jj) for all inputs, parallel,
 * opposite and zero ones too; therefore pairs whose gap or antigap comes out below {@link
 * meanfield.core.pairs.PairProblem#NEARLY_PARALLEL} take it from the difference of the normalized inputs,
 *
 * <pre>
 *   u = ½|x̂_i - x̂_j|²,   v = ½|x̂_i + x̂_j|²,   x̂ = x/|x|                                               (3)
 * </pre>
 *
 * since an inner product leaves an angle θ with an error of 1e-16/θ. The diagonal is never computed from pairs: p_i and
 * t(x_i, x_i) are known. Sources: [Cho2009], [Williams1997].
 */
package meanfield.core.pairs;
