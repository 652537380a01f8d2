/**
 * Kernels of wide PolyReLU layers on the sphere.
 *
 * <p>The problem: which functions does a wide layer of random PolyReLU units fit easily? Those that its kernel's
 * eigenvalues favour; on the sphere they are known in closed form.
 *
 * <pre>
 *   K(x, x′) = Σ_k μ_k Σ_m Y_{km}(x) Y_{km}(x′),   μ_k ~ k^{-(d+2s)}
 * </pre>
 *
 * <table>
 * <caption>What is here and around</caption>
 * <tr><td>{@link meanfield.approximation.kernel.PolyReluSpectrum}</td><td>μ_k, multiplicities, exponents</td></tr>
 * <tr><td>{@link meanfield.core.activation.dual.PolyReluDual}</td><td>the kernel itself, at any correlation</td></tr>
 * </table>
 *
 * <p>What it says: ReLU alone has no odd eigenvalues from degree 3 on; with a₁, a₂ ≠ 0 even degrees decay like
 * k^{-(d+2)} and odd ones like k^{-(d+4)}, and the kernel is strictly positive definite without biases. In the tangent
 * kernel of the same layer each exponent is smaller by 2.
 *
 * <p>Conventions: the measure on the sphere is a probability; μ_k is repeated N(d, k) times; weights are N(0, I_d), so that
 * preactivations of unit inputs have variance 1.
 *
 * <p>Sources: [Bach2017], [Zhuo2025].
 */
package meanfield.approximation.kernel;
