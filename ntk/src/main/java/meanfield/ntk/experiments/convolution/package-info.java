/**
 * What an architecture knows about images: dense, convolutional and pooled networks compared as kernels.
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
 * which is why (3) does not change when the image is moved (circular borders) and costs P times as much as (2).
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>use</th></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ConvolutionExperiment}</td><td>{@code ntk.convolution}</td></tr>
 * <tr><td>{@link meanfield.ntk.experiments.convolution.ImageArchitecture}</td><td>(1), (2), (3) as networks</td></tr>
 * <tr><td>{@code RandomFeatures}</td><td>the same with finitely many channels: random layers, of which only the last is trained</td></tr>
 * <tr><td>{@code ImageScaling}</td><td>images of fewer pixels by averaging</td></tr>
 * </table>
 *
 * <p>Conventions: images are averaged to fewer pixels (said in every caption), then scaled to the sphere; targets are centred
 * one-hot; ridge relative to the mean of the kernel's diagonal; errors without a factor ½. Depth counts hidden layers, of
 * convolutions or of dense ones.
 *
 * <p>Sources: kernels [Novak2020], flattening against pooling [Novak2019], tangent kernels of pooled networks [Arora2019].
 */
package meanfield.ntk.experiments.convolution;
