/**
 * Products of functions on the sphere: Gaunt coefficients, the Fourier route, and what they are not.
 *
 * <p>The problem: equivariant networks multiply features of angular degree l. The Clebsch-Gordan product costs O(L⁶) for all
 * degrees up to L. Reading features as functions on the sphere and multiplying those pointwise is cheaper:
 *
 * <pre>
 *   c_{l3} = Σ G(l1, l2, l3) a_{l1} b_{l2},   G = ∫ Y Y Y ∝ (l1 l2 l3; 0 0 0)(l1 l2 l3; m1 m2 m3)
 *   harmonics → torus → FFT → product → FFT → harmonics
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.gaunt.AngularMomentum}</td><td>3j symbols, Clebsch-Gordan coefficients</td></tr>
 * <tr><td>{@link meanfield.approximation.gaunt.GauntCoefficients}</td><td>complex and real Gaunt coefficients</td></tr>
 * <tr><td>{@link meanfield.approximation.gaunt.TorusTransform}</td><td>harmonics to torus and back</td></tr>
 * <tr><td>{@link meanfield.approximation.gaunt.GauntProduct}</td><td>the product by both routes, paths counted</td></tr>
 * </table>
 *
 * <p>What is lost: 3j(0 0 0) vanishes where l1 + l2 + l3 is odd, so that a product of functions has no cross product. Up to
 * degree 2, 11 of 15 Clebsch-Gordan paths are left. A comparison of costs must say which output is computed.
 *
 * <p>Conventions: orthonormal harmonics; complex ones with the sign of Condon and Shortley, real ones without, m from -l to
 * l, index l² + l + m.
 *
 * <p>Sources: [Luo2024], [Edmonds1957].
 */
package meanfield.approximation.gaunt;
