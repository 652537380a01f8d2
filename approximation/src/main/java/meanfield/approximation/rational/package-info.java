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
 * <tr><td>{@link meanfield.approximation.rational.ZolotarevSign}</td><td>the best rational sign, in closed form</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.SignComposition}</td><td>the same as a composition</td></tr>
 * <tr><td>{@link meanfield.approximation.rational.RationalRectifier}</td><td>ReLU by a composition, error and
 * parameters</td></tr>
 * </table>
 *
 * <p>Sources: [Zolotarev1877], [Nakatsukasa2016], [Boulle2020].
 */
package meanfield.approximation.rational;
