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
 * <tr><td>{@link meanfield.grokking.hierarchical.ThreeLayerLearner}</td><td>both stages, as ridge regressions</td></tr>
 * <tr><td>{@link meanfield.grokking.hierarchical.KernelBaseline}</td><td>kernel ridge regression on the samples of both stages</td></tr>
 * </table>
 *
 * <p>Validity: ridge regressions stand for gradient descent run to its end, and all degree-2 polynomials for a wide random
 * layer; the layerwise algorithm of the paper itself (descent on the middle layer, biases drawn anew) is not here. The overlap
 * (1) does not reach 1 for finite d, because p is not exactly Gaussian.
 *
 * <p>Conventions: mean squared errors without ½; n counts samples of one stage, a kernel gets both stages' 2n. Source: [Wang2024].
 */
package meanfield.grokking.hierarchical;
