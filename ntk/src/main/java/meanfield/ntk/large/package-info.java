/**
 * Kernel regression on more points than fit into memory: tens of thousands of images within 2 GB.
 *
 * <p>A kernel matrix of n = 60,000 points has 3.6 · 10⁹ entries; a Java array ends at 2.1 · 10⁹ and most machines end before
 * that. Here it is cut into tiles, its lower triangle is computed once into a scratch file (4 n² bytes: 14.4 GB), and
 *
 * <pre>
 *   (A + λ s I) α = Y                                                                                       (1)
 * </pre>
 *
 * is solved by preconditioned conjugate gradients with all outputs side by side: a step reads every tile once.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.ntk.large.LargeKernelRegression}</td><td>the entry: settings, solve, predict</td></tr>
 * <tr><td>{@link meanfield.ntk.large.LargeSolution}</td><td>weights, residual, diagnosis, disk</td></tr>
 * <tr><td>{@link meanfield.ntk.large.LargeSolveListener}</td><td>progress, and the way to stop</td></tr>
 * <tr><td>{@link meanfield.ntk.large.KernelTiles}</td><td>the kernel in tiles, for any engine of {@code meanfield.core.tiles}</td></tr>
 * <tr><td>{@code NystromPreconditioner}</td><td>(2): the large eigenvalues, from landmarks</td></tr>
 * <tr><td>{@code ConjugateGradients}</td><td>the iteration, restarted from true residuals</td></tr>
 * <tr><td>{@code LargeTests}</td><td>means and variances at test points</td></tr>
 * <tr><td>{@code MemoryPlan}</td><td>tile side, rank and batch of columns from the memory allowed</td></tr>
 * </table>
 *
 * <p><b>Why not Cholesky.</b> n³/3 = 7 · 10¹³ operations at n = 60,000 are most of an hour of two cores. A step of (1) is 7 · 10¹⁰
 * operations for ten outputs, and kernels of images need few: their large eigenvalues, which make them ill-conditioned, are few and are
 * taken out by
 *
 * <pre>
 *   P = F Fᵀ + δ I,   F Fᵀ = A_nm A_mm⁺ A_mn,   δ = ridge + mean of the other eigenvalues                    (2)
 * </pre>
 *
 * from m ≤ 1500 landmarks. The tangent kernel of ReLU networks has a cusp at equal inputs that keeps its small eigenvalues away from
 * zero. Smooth kernels (erf, GELU NNGP) with a small ridge need more steps; where the limit of steps comes first the
 * verdict says so, and a larger ridge helps.
 *
 * <p>Conventions: the ridge is that of {@link meanfield.ntk.prediction.Ridge}. The tolerance bounds |y - A_reg α|/|y| of every
 * output, computed from the definition, not from the recursion. Temporary folders that live in memory (tmpfs) are no place for the tiles: name a folder on a disk.
 *
 * <p>Sources: [Frangella2023] for the preconditioner.
 */
package meanfield.ntk.large;
