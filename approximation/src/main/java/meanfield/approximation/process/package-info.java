/**
 * Gaussian processes that solve linear equations, with kernels whose spectrum is known line by line.
 *
 * <p>The problem: -u″ = f with a solution that oscillates fast. A smooth prior spreads its variance over low frequencies and misses
 * it; a prior whose spectrum has a line near each frequency of u needs few points per wave.
 *
 * <pre>
 *   k(τ) = Σ_q w_q e^{-2π²s_q²τ²} cos 2πμ_qτ                                                                      (1)
 *   data: f at n points, u at both ends;   mean(x) = k(x)ᵀK⁻¹y                                                    (2)
 *   weights: minimize ½ yᵀK⁻¹y + ½ ln det K over ln w                                                             (3)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.process.SpectralMixture}</td><td>(1) with derivatives up to the fourth</td></tr>
 * <tr><td>{@link meanfield.approximation.process.PoissonProblem}</td><td>an equation with its solution</td></tr>
 * <tr><td>{@link meanfield.approximation.process.PoissonProcess}</td><td>(2) and its likelihood</td></tr>
 * <tr><td>{@link meanfield.approximation.process.NonlinearProcess}</td><td>-u″ + λu³ = f by linear problems, Gauss and
 *     Newton</td></tr>
 * <tr><td>{@link meanfield.approximation.process.WeightSearch}</td><td>(3), which finds the lines among many</td></tr>
 * <tr><td>{@link meanfield.approximation.process.KroneckerProcess}</td><td>grids in two dimensions by the eigenvectors of each
 *     direction</td></tr>
 * </table>
 *
 * <p>Nonlinear equations: the published solver optimizes the values on the grid together with the weights. Here both take turns: the
 * values by Gauss and Newton under given weights, where each step eliminates them exactly, then the weights of the equation
 * linearized there.
 *
 * <p>Conventions: frequencies in cycles per unit length; jitter relative to the diagonal of K. Collocation is ill-conditioned: errors are
 * right in their order of magnitude.
 *
 * <p>Sources: [Fang2024], [Wilson2013], [Chen2021].
 */
package meanfield.approximation.process;
