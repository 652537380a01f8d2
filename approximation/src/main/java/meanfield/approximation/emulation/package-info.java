/**
 * PolyReLU by ReLU and back.
 *
 * <p>The problem: how much larger is a ReLU network that does what a PolyReLU network does to accuracy ε, and the other way round?
 *
 * <pre>
 *   ReLU → PolyReLU, ReLU^k:  the same size, exactly (a₁ = 1)                                                (1)
 *   PolyReLU → ReLU:  between (e/4) ln(κℓ²/(16ε)) units and O(KLr (ln(1/ε) + L ln Λ))                          (2)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.emulation.ReluEmulation}</td><td>one PolyReLU unit as a ReLU network, with its error
 *     bound</td></tr>
 * <tr><td>{@link meanfield.approximation.emulation.EmulationSize}</td><td>sizes from above and below for whole networks</td></tr>
 * </table>
 *
 * <p>Which is not here: the lower bound Ω(KL ln 1/ε) of the published theorem. It cannot hold for all PolyReLU networks, because
 * ReLU networks are among them; what holds needs curvature somewhere and has no factor KL.
 *
 * <p>Conventions: the domain of a unit is [-B, B]; Λ bounds an affine map and its activation together; ε is a sup error.
 *
 * <p>Sources: [Zhuo2025], [Yarotsky2017], [Telgarsky2017].
 */
package meanfield.approximation.emulation;
