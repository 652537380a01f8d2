/**
 * Hierarchical polynomials: what three layers learn one after the other, and kernels do not.
 *
 * <p>The problem: h = g(p(x)) with a quadratic p of unit variance and a function g of one variable. Seen as a whole, h is a polynomial
 * of degree four and a kernel needs d⁴ samples. Layer by layer it is easy:
 *
 * <pre>
 *   degree-2 part of h ≈ E[g′] p   ⇒   square loss with degree-2 features finds p from n ≫ d² samples             (1)
 *   ĥ = ĝ(p̂)                       ⇒   a fit in one variable, from a few more                                    (2)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.grokking.hierarchical.HierarchicalTarget}</td><td>p, g, h; the overlap in the limit n → ∞</td></tr>
 * <tr><td>{@link meanfield.grokking.hierarchical.ThreeLayerLearner}</td><td>both stages</td></tr>
 * <tr><td>{@link meanfield.grokking.hierarchical.LayerwiseTraining}</td><td>how: solved as ridge regressions, or descended by
 *     gradient steps on the middle layer of a three-layer network and then, with biases drawn anew, on its last</td></tr>
 * <tr><td>{@link meanfield.grokking.hierarchical.KernelBaseline}</td><td>kernel ridge regression on the samples of both stages</td></tr>
 * </table>
 *
 * <p>Which when: solved regressions stand for gradient descent run to its end, and all degree-2 polynomials for a wide random
 * layer; they give the published numbers and the sample sizes. Gradient descent shows what its number of steps does: one step [Nichani2023]
 * finds (1) filtered by the kernel of the random layer, in which the form |x|² - d is d/2 times stronger than any other, and for normal
 * inputs covers p; the analysis of one step takes inputs from the sphere, where that form is constant. A few times d/2 steps find p [Wang2024].
 *
 * <p>Validity: the overlap (1) does not reach 1 for finite d, because p is not exactly Gaussian; for d below about 14 the kernel, which has
 * no such limit, is ahead once it has all of degree four, n of about d⁴/24.
 *
 * <p>Conventions: mean squared errors without ½; n counts samples of one stage, a kernel gets both stages' 2n. Sources: [Wang2024], [Nichani2023].
 */
package meanfield.grokking.hierarchical;
