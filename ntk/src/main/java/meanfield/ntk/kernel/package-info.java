/**
 * The NNGP and the tangent kernel of infinitely wide networks, at full accuracy and at the speed of the inner products.
 *
 * <p>For two inputs the recursion carries the covariance k of the pre-activations, the tangent kernel t, and the variances
 * p = k(x, x), q = k(x′, x′).
 *
 * <pre>
 *   start        k = x·x′/D,   t = 0                                                                        (1)
 *   dense        k′ = σ_w² k + σ_b²,   t′ = k′ + σ_w² t   (NTK parameterization)                             (2)
 *                                      t′ = n k + σ_w² t + [1 with a bias]   (standard)
 *   activation   k′ = E φ(u)φ(v),   t′ = t E φ′(u)φ′(v),   (u, v) ~ N(0, [[p, k], [k, q]])                  (3)
 * </pre>
 *
 * <p><b>Accuracy.</b> The textbook form computes an angle from 1 - k²/(pq) and loses half the digits of nearly parallel
 * inputs. Here pairs are normalized, k = √(pq) (1 - u), and the gap u is carried: small u has small errors, so the angle
 * √(2u) keeps an absolute error of about 1e-16 a layer. The gap of the inputs comes from the inner product, and from the
 * difference of the normalized inputs where the angle is below 0.045 or within 0.045 of π. A bias changes the gap by
 *
 * <pre>
 *   u′ = α_i α_j u + ½[(α_i - α_j)² + (β_i - β_j)²],   α² = σ_w² p/p′,   β² = σ_b²/p′                       (4)
 * </pre>
 *
 * which has no cancellation either. Against 80 digits: 5e-16 at depth 10 and 7e-15 at depth 50, for angles from 1e-12 to
 * π - 1e-12.
 *
 * <p><b>Speed.</b> Inputs are cut into tiles of 512 × 512 pairs. A tile's inner products are one matrix product; then every
 * row of the tile passes all layers before the next row is touched, in 512-entry chunks that stay in the first-level
 * cache. Everything that belongs to one input (variances, scales) is computed once. Symmetric kernels are computed once a
 * pair. The bits do not depend on the number of workers.
 *
 * <p><b>Depth for free.</b> Where the kernels depend on the angle alone (no biases and homogeneous activations, or inputs of
 * one norm) and there are 50,000 pairs or more, all layers together are one step: a table of polynomials in the angle
 * from {@code meanfield.ntk.zonal}, which costs the same at every depth.
 *
 * <p><b>On a device.</b> Where the linear algebra brings a {@link meanfield.core.pairs.PairEngine} (backend {@code gpu}) and
 * every layer can say its pair formula as {@link meanfield.core.pairs.PairStep}s (dense layers, the rectifier family,
 * erf; or all of them in the angle), the device computes whole tiles and agrees with what stands here to
 * 1e-12 √(k(x,x) k(x′,x′)). Other networks take their inner products from it and run here.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.ntk.kernel.KernelRecursion}</td><td>the entry: kernels of inputs</td></tr>
 * <tr><td>{@link meanfield.ntk.kernel.KernelPair}, {@link meanfield.ntk.kernel.PackedKernels},
 *     {@link meanfield.ntk.kernel.KernelDiagonal}</td><td>results: whole, lower triangles, diagonal</td></tr>
 * <tr><td>{@link meanfield.ntk.kernel.ScaledKernels}, {@code ScaledArchitecture}</td><td>kernels over a power of two, for any
 *     depth and scale</td></tr>
 * <tr><td>{@code LayerKernel}</td><td>one layer in two formulas: single inputs, pairs</td></tr>
 * <tr><td>{@code DenseKernel}</td><td>(2) and (4)</td></tr>
 * <tr><td>{@code RectifierKernel}</td><td>(3) for ReLU, leaky ReLU, |x|: vectorized, 2 to 3 ns a pair</td></tr>
 * <tr><td>{@code AngularKernel}</td><td>(3) for other homogeneous φ, in the angle: below 100 ns a pair</td></tr>
 * <tr><td>{@code ErfKernel}</td><td>(3) for erf: vectorized</td></tr>
 * <tr><td>{@code DualKernel}</td><td>(3) for any φ: below 100 ns a pair in closed form, more by quadrature</td></tr>
 * <tr><td>{@code ZonalShortcut}</td><td>all layers in one step, in the angle: 2 to 4 ns a pair</td></tr>
 * <tr><td>{@code EngineKernels}</td><td>whole tiles on a device, where the linear algebra has one</td></tr>
 * <tr><td>{@code TileEvaluator}</td><td>one tile through all layers</td></tr>
 * </table>
 *
 * <p>Conventions: kernels of one output unit of the last layer; nothing is divided by the number of outputs. Inputs are
 * rows. Zero inputs are legal: without bias their kernel is 0, and two of them count as equal.
 *
 * <p>Limits: the gap after a general dual (erf, GELU, ...) is a difference from 1; a ReLU above it sees angles with an error
 * of 1e-16/θ. Variances are plain doubles: ReLU with σ_w² = 9 overflows
 * near depth 465, which is reported; {@link meanfield.ntk.kernel.KernelRecursion#scaled} carries an exponent instead.
 *
 * <p>Sources: [Jacot2018], [Lee2018], [Cho2009], [Novak2020].
 */
package meanfield.ntk.kernel;
