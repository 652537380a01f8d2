/**
 * Convolutional networks of finitely many channels beside their limit.
 *
 * <p>Problem: {@code ntk.kernel-convergence} shows for dense networks how kernels approach the limit. Convolutions share their
 * weights between positions, so that one network averages over channels only, however large the images are; does the same
 * law hold in the number of channels n?
 *
 * <pre>
 *   √(E ‖K̂ - K‖²) = A n^(-1/2),   ‖E K̂ - K‖ = B/n                                                              (1)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ConvolutionConvergenceExperiment}</td>
 *     <td>{@code ntk.convolution-convergence}</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ConvolutionConvergence}</td><td>its parameters</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.Readout}</td><td>flattening or pooling</td></tr>
 * </table>
 *
 * <p>Which setting when: pooling compares all pairs of positions and fluctuates more than flattening; one convolution has no
 * bias at all, because its channels are independent, and shows 0 for it; the bias of deeper ones needs some thousand networks.
 * Conventions: NTK parameterization; images of one channel with independent Gaussian pixels.
 *
 * <p>Sources: [Jacot2018], [Arora2019], [Novak2020].
 */
package meanfield.ntk.experiments.convolution;
