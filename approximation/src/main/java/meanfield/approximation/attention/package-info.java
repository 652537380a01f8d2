/**
 * Attention by polynomials: what a network may compute when it can only add and multiply, as under homomorphic encryption.
 *
 * <p>The problem: softmax needs an exponential and a division. Both have polynomials whose depth, the number of
 * multiplications in a row, is the logarithm of their degree:
 *
 * <pre>
 *   e^x ≈ (1 + x/2^r)^{2^r},  error 2e^{-2}/2^r;      1/y ≈ Π_{i &lt; K} (1 + (1-y)^{2^i}),  error (1-y)^{2^K}
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.attention.PolynomialExponential}</td><td>repeated squaring</td></tr>
 * <tr><td>{@link meanfield.approximation.attention.PolynomialInverse}</td><td>Goldschmidt's product, the best polynomial's
 *     error</td></tr>
 * <tr><td>{@link meanfield.approximation.attention.PolynomialAttention}</td><td>both inside attention, with a bound</td></tr>
 * <tr><td>{@link meanfield.approximation.attention.PowerSoftmax}</td><td>powers in place of exponentials</td></tr>
 * </table>
 *
 * <p>Which when: repeated squaring is first order in 2^{-r}, so that a digit costs three squarings; the inverse doubles its
 * digits with every step once y is within reach of 1, and needs log₂(1/y) steps to get there.
 *
 * <p>Conventions: rows are tokens; scores are divided by √d; errors of the inverse are relative, of the exponential absolute
 * unless said otherwise.
 *
 * <p>Sources: [Zimerman2024].
 */
package meanfield.approximation.attention;
