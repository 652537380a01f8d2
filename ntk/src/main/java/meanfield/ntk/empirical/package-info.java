/**
 * Finite networks of any architecture, and their kernels: what the infinite-width kernels of images and branches are compared
 * with.
 *
 * <p>A {@link meanfield.ntk.network.Architecture} names layers, widths and variances. Here it is drawn, evaluated and
 * differentiated at the widths that it names; {@link meanfield.ntk.kernel.KernelRecursion} gives the limit of the same value.
 *
 * <pre>
 *   z(a) = s Σ_f x(a+f) W_f + t β,   s = σ_w/√(|F| C), t = σ_b (NTK);   s = t = 1 (STANDARD)                       (1)
 *   Θ_{io, jo'} = ∇_θ f_o(x_i) · ∇_θ f_o'(x'_j)                                                                    (2)
 *               = Σ_l Σ_{a, b} (G_l^o(x_i, a) · G_l^{o'}(x'_j, b)) (s_l² R_l(x_i, a) · R_l(x'_j, b) + t_l²)       (3)
 *   f(X; θ + t δ) = f_0 + f_1 t + f_2 t² + f_3 t³ + …                                                              (4)
 * </pre>
 *
 * Symbols: a, b positions, f taps, C channels that enter, R_l what layer l reads at a position, G_l^o = ∂f_o/∂z_l.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.ntk.empirical.ArrayNetwork}</td><td>a network with its parameters: outputs, Jᵀ v, J δ, Θ v, expansion (4)</td></tr>
 * <tr><td>{@link meanfield.ntk.empirical.ArrayNetworkKernels}</td><td>NNGP and NTK of one network, by (2) and by (3)</td></tr>
 * <tr><td>{@code ArrayLayer} and its kinds</td><td>weights, activation, pooling and graphs, flattening, normalization, branches</td></tr>
 * </table>
 *
 * <p>Which method when: kernels of some examples by {@link meanfield.ntk.empirical.ArrayNetworkKernels#of}; of a convolutional
 * network with P positions (3) costs P² a pair of examples and is given up layer by layer for products of gradients where those
 * are cheaper, as they are for large images and moderate widths. Kernels too large to form by
 * {@link meanfield.ntk.empirical.ArrayNetwork#ntkVectorProduct}. Dense networks train and draw faster in
 * {@link meanfield.core.network.FiniteNetwork}. Means over networks with standard errors:
 * {@link meanfield.ntk.finitewidth.MonteCarloKernel}; beside the limit: experiment {@code ntk.convolution-convergence}.
 *
 * <p>Conventions: one example a row, flattened row-major with the channel last; padding as
 * {@link meanfield.ntk.network.Window}; the weight variance of a convolution is σ_w²/(|F| C) at the border too. Normalization
 * subtracts no mean. Dropout, attention and graphs of single inputs have no finite network here.
 *
 * <p>Sources: [Novak2022] for (3), [Jacot2018], [Novak2020].
 */
package meanfield.ntk.empirical;
