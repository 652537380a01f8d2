/**
 * Finite fully connected networks: what theory is compared with.
 *
 * <p>A network of finite width is drawn, evaluated, differentiated and trained here, in the same conventions in which the
 * theories state their limits, so that a simulation stands beside a theory without conversion.
 *
 * <pre>
 *   z_{l+1} = s_{l+1} φ(z_l) W_{l+1} + t_{l+1} β_{l+1},   f = z_{L+1}                                           (1)
 *   Θ(x, x') = ∇_θ f(x) · ∇_θ f(x')                                                                             (2)
 *   θ ← θ - η κ ∇_θ L,   κ = γ₀² N for MEAN_FIELD, 1 otherwise                                                  (3)
 * </pre>
 *
 * <table>
 *   <caption>Classes</caption>
 *   <tr><th>class</th><th>what it is</th></tr>
 *   <tr><td>{@link meanfield.core.network.Parameterization}</td><td>the scales s, t of (1) and the initial variances</td></tr>
 *   <tr><td>{@link meanfield.core.network.NetworkShape}</td><td>widths, activations, variances: a network before its draw</td></tr>
 *   <tr><td>{@link meanfield.core.network.FiniteNetwork}</td><td>outputs, gradients, Jacobian, linearization, Taylor expansion to third order, Θ v</td></tr>
 *   <tr><td>{@link meanfield.core.network.NetworkParameters}</td><td>parameters, gradients, displacements as vectors</td></tr>
 *   <tr><td>{@link meanfield.core.network.EmpiricalKernels}</td><td>NNGP and NTK (2) of one network</td></tr>
 *   <tr><td>{@link meanfield.core.network.Loss}</td><td>half mean square, cross-entropy</td></tr>
 *   <tr><td>{@link meanfield.core.network.GradientDescent}</td><td>training (3): full batch or stochastic, momentum or Adam</td></tr>
 *   <tr><td>{@link meanfield.core.network.TrainedNetwork}</td><td>the network after it, losses, verdict</td></tr>
 * </table>
 *
 * <p>Which method when: kernels of a few hundred examples by {@link meanfield.core.network.EmpiricalKernels#of};
 * products with a kernel too large to form by {@link meanfield.core.network.FiniteNetwork#ntkVectorProduct}; the Jacobian
 * only where its entries are wanted. With few outputs the NNGP of one network is of low rank and noisy: use
 * {@link meanfield.core.network.EmpiricalKernels#conditionalNngp}, which averages over the readout exactly.
 *
 * <p>A training that takes minutes should be able to go on after an interruption:
 * {@link meanfield.core.network.TrainingObserver#keptIn} with a {@link meanfield.core.checkpoint.Checkpoint}.
 *
 * <p>Gradient flow is {@link meanfield.core.network.GradientDescent} with small η at time t = η · step, error O(η).
 *
 * <p>Conventions: rows are examples; W has shape fan-in × fan-out; depth L counts hidden layers. Arrays are summed in a
 * fixed order, so that results do not depend on the number of threads.
 *
 * <p>Sources: [Jacot2018], [Lee2019], [Novak2020], [Bordelon2022], [Kingma2015].
 */
package meanfield.core.network;
