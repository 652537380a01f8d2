/**
 * Fitted exponents with what they are worth, and the lines that no method can cross.
 *
 * <p>The problem: errors at a handful of sizes are to support a statement about an exponent, and an error is to be judged by how
 * far it is from the best possible.
 *
 * <pre>
 *   ln ε = ln C - s ln W        ε = C (W/ln(1/ε))^-s        error ≥ c W^(-n/d)                               (1)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.rates.RateFit}</td><td>slope, 95 % interval, R², local slopes, and words when it is
 *     worth nothing</td></tr>
 * <tr><td>{@link meanfield.approximation.rates.RateModels}</td><td>power law against power law with a logarithm</td></tr>
 * <tr><td>{@link meanfield.approximation.rates.Widths}</td><td>n-widths, the rigorous lower line, the line of discontinuous
 *     methods</td></tr>
 * <tr><td>{@link meanfield.approximation.rates.LinearPieces}</td><td>lower lines of ReLU networks</td></tr>
 * </table>
 *
 * <p>Which when: the slope against N has target -n exactly; the slope against W bends by up to 10 % because W is a polynomial in N.
 * Take the log-corrected model whenever the construction contains gates of m levels. The class exponent holds for the worst f: a
 * smooth f may do better at n = 1 and n = 3.
 *
 * <p>Conventions: windows are N ≥ 16 for d = 1 and N ≥ 8 for d ≥ 2; errors up to 1e-13 of the target's size are dropped and said.
 *
 * <p>Sources: [DeVore1989], [Pinkus1985], [Yarotsky2017], [Telgarsky2017].
 */
package meanfield.approximation.rates;
