/**
 * Rational functions: best ones, deep ones, and those of trained layers.
 *
 * <p>The problem: a kink costs a polynomial of degree n an error of 1/n, a rational function of degree n only
 * e^{-π√n}, and a composition of k rational functions of degree 3, with 4k parameters, e^{-c 3^{k/2}}. That is why a
 * network of rational activations follows ReLU with O(log log 1/ε) parameters.
 *
 * <pre>
 *   E_{m,n}(f) = min ‖f - p/q‖_∞,  deg p ≤ m, deg q ≤ n;    E_{n,n}(|x|) ~ 8 e^{-π√n}
 *   R(x) = M x Π (x² + c_{2j})/(x² + c_{2j-1}),   R_b ∘ R_a/(1 + e_a) = R_{ab}
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.rational.RationalRemez},
 *     {@link meanfield.approximation.rational.RationalMinimax}</td><td>solver of best rational functions of type (m, n), and its
 *     solution with the verdict</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.BrasilAlgorithm}</td><td>the same for type (n, n) by levelling the errors
 *     between interpolation nodes: slower, and independent of the exchange</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.AaaAlgorithm},
 *     {@link meanfield.approximation.rational.AaaApproximation}</td><td>rational functions from samples; Lawson's
 *     iteration levels their error</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.NewmanRational}</td><td>the explicit function of 1964</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.ZolotarevSign}</td><td>the best rational sign, in closed form</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.SignComposition}</td><td>the same as a composition</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.RationalRectifier}</td><td>ReLU by a composition, error and
 * parameters</td></tr>
 * </table>
 *
 * <table>
 * <caption>Activations of trained layers</caption>
 * <tr><td>{@link meanfield.approximation.rational.SafeRational}</td><td>P/(1 + |S|) with gradients and gain</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.GroupRational}</td><td>the same on channels, shared by groups</td></tr>
 * </table>
 *
 * <p>Which when: the exchange is for the number E and for equioscillation, on a function that can be evaluated anywhere; AAA is
 * for data and needs no thought; Zolotarev's function is for signs, absolute values and ReLU, where everything is known
 * in closed form. Cost: a type takes 10 ms to 1 s, AAA k⁴ times the number of samples.
 *
 * <p>Conventions: type (m, n) has a numerator of degree at most m and a denominator of degree at most n. Errors are
 * absolute. A best function of type (m, n) whose degrees both drop (1/(1+25x²) at type (4, 4), for one) has no alternation
 * of m + n + 2 points: the solver then says so and gives no number. The barycentric form keeps its digits where support
 * points cluster exponentially; coefficients of powers or Chebyshev polynomials do not.
 *
 * <p>Sources: [Stahl1993], [Newman1964], [Filip2018], [Nakatsukasa2018], [Nakatsukasa2020], [Zolotarev1877], [Nakatsukasa2016],
 * [Boulle2020], [Yang2024], [Hofreither2021].
 */
package meanfield.approximation.rational;
