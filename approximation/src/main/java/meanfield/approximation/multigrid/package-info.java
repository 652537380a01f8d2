/**
 * Multigrid as a linear operator: how fast it contracts, and the network block that it is a special case of.
 *
 * <p>The problem: operator networks borrow the V-cycle. A V-cycle applied to a right-hand side f is a linear map B, an approximate
 * inverse of the discrete Laplacian A, made of O(n^d) local operations where A⁻¹ is dense. What does it leave of an error, and does
 * the network with trainable stencils contain it exactly?
 *
 * <pre>
 *   E = I - B A;   radius of E:  error per cycle                                                               (1)
 *   two grids, d = 1, ω = 2/3:  1/3 after one step of smoothing, 1/9 after two
 *   two grids, d = 2, ω = 4/5:  3/5 and 9/25 as h → 0
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.multigrid.Grid}</td><td>grid, Laplacian, full weighting, linear interpolation</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid.MultigridCycle}</td><td>B and E, two grids up to the whole V-cycle</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid.SpectralRadius}</td><td>radius of a map that is only applied, with a
 *     verdict</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid.FourierAnalysis}</td><td>the two-grid radius by blocks of sine modes, an
 *     independent route</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid.MultigridBlock}</td><td>the trainable V-cycle, its weights counted; with
 *     classical stencils equal to B</td></tr>
 * <tr><td>{@link meanfield.approximation.multigrid.Convolution}</td><td>its convolutions on channels</td></tr>
 * </table>
 *
 * <p>Which when: Fourier blocks cost n^d small problems and know two grids only; the V-cycle needs the Krylov radius. A V-cycle
 * contracts worse than two grids: its coarse problem is solved by one cycle only.
 *
 * <p>Conventions: zero boundary values; n = 2^k - 1 interior points in each direction, row-major; A includes 1/h² and is
 * rediscretized on every grid; R = Pᵀ/2^d; start zero; one point is solved exactly. Blocks restrict f itself by default, as
 * published, and the residual where {@code residualRestriction} is set.
 *
 * <p>Sources: [Briggs2000], [He2024].
 */
package meanfield.approximation.multigrid;
