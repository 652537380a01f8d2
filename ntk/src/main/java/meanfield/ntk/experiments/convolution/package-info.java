/**
 * What an architecture knows about images, and how many channels it takes: dense, convolutional and pooled networks compared
 * as kernels, and convolutional networks of finitely many channels beside their limit.
 *
 * <p>The problem: dense kernels see an image as a bag of pixels. A convolution shares its weights between places, but if the
 * last layer is dense on all positions (flattening), the kernel of infinitely many channels is that of a network <em>without</em>
 * shared weights: places never meet. Only pooling makes them meet,
 *
 * <pre>
 *   dense     k(x, x′) = K_L(x·x′/D)                                                                       (1)
 *   flatten   k(x, x′) = mean_a K_L(a, a)          same place with same place                               (2)
 *   pool      k(x, x′) = mean_{a,b} K_L(a, b)      every place with every place                             (3)
 * </pre>
 *
 * which is why (3) does not change when the image is moved (circular borders) and costs P times as much as (2). One network
 * averages over its n channels only, however large the images are, and comes to its limit by the law of dense ones,
 *
 * <pre>
 *   √(E ‖K̂ - K‖²) = A n^(-1/2),   ‖E K̂ - K‖ = B/n                                                              (4)
 * </pre>
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>use</th></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ConvolutionExperiment}</td><td>{@code ntk.convolution}</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ImageArchitecture}</td><td>(1), (2), (3) as networks</td></tr>
 * <tr><td>{@code RandomFeatures}</td><td>the same with finitely many channels: random layers, of which only the last is trained</td></tr>
 * <tr><td>{@code ImageScaling}</td><td>images of fewer pixels by averaging</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ConvolutionConvergenceExperiment}</td>
 *     <td>{@code ntk.convolution-convergence}: (4)</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.Readout}</td><td>flattening or pooling</td></tr>
 * </table>
 *
 * <p>Which setting when: pooling fluctuates more than flattening; one convolution has no bias at all in (4), because its
 * channels are independent, and shows 0 for it; the bias of deeper ones needs some thousand networks.
 *
 * <p>Conventions: NTK parameterization; images are averaged to fewer pixels (said in every caption), then scaled to the sphere;
 * targets are centred one-hot; ridge relative to the mean of the kernel's diagonal; errors without a factor ½. Depth counts
 * hidden layers, of convolutions or of dense ones. Convergence is measured on images of one channel with independent Gaussian pixels.
 *
 * <p>Sources: kernels [Novak2020], [Jacot2018], flattening against pooling [Novak2019], tangent kernels of pooled networks [Arora2019].
 */
package meanfield.ntk.experiments.convolution;
