/**
 * Kernels of networks with branches, and of networks on arrays of positions: images, sequences, graphs.
 *
 * <pre>
 *   k(a, b) between position a of x and position b of x′;   start  k(a, b) = x_a·x′_b/C,   t = 0                       (1)
 *   convolution  k′(a, b) = (σ_w²/|F|) Σ_f k(a+f, b+f) + σ_b²,   t′ = k′ + (σ_w²/|F|) Σ_f t(a+f, b+f)                 (2)
 *   flattening   k = mean_a k(a, a),      global pooling   k = mean_{a,b} k(a, b)                                     (3)
 * </pre>
 *
 * <p>A network is turned into a plan of stages. Each stage says which pairs of positions it needs of the stage before: behind a
 * flattening only the pairs a = b and those that convolutions shift together, behind pooling, graphs and attention all of them. Layers
 * that treat pairs one by one are those of {@link meanfield.ntk.layer}.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>use</th></tr>
 * <tr><td>{@link meanfield.ntk.position.PositionRecursion}</td><td>kernels tile by tile; what {@code KernelRecursion} calls</td></tr>
 * <tr><td>{@link meanfield.ntk.position.PositionInputs}</td><td>a set of inputs and what was measured of each</td></tr>
 * <tr><td>{@code Stage} and its kinds</td><td>pointwise, sum over taps, mixing of positions, branches</td></tr>
 * </table>
 *
 * <p>Accuracy and cost: entries as those of dense networks. A pair of positions costs about 10 ns a 3 × 3 convolution and ReLU; the taps
 * of (2) are sums of covariances that are expanded once, and pairs that come out nearly parallel are summed again as gaps, without
 * cancellation. Behind pooling each input is first evaluated with itself, by half.
 *
 * <p>Conventions: one example a row, flattened row-major with the channel last; padding contributes zeros; the divisor of (2) is always
 * the number of taps. Sources: [Novak2020], attention [Hron2020].
 */
package meanfield.ntk.position;
