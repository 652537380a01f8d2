/**
 * Deep nonlinear networks that learn features, at infinite width: one representative neuron per layer, sampled.
 *
 * <p>In a wide network the frozen initial weights of a layer act on the neurons above and below as Gaussian fields, and
 * back on themselves as a linear response. What is left is a process of one neuron in the kernels of its neighbours:
 *
 * <pre>
 *   h^l = u^l + (A^{l-1} + k Φ^{l-1} Δ) g^l,     u^l ~ GP(0, Φ^{l-1}),     A^l = ⟨∂φ(h^l)/∂r^l⟩                     (1)
 *   z^l = r^l + (B^l + k G^{l+1} Δ) φ(h^l),      r^l ~ GP(0, G^{l+1}),     B^l = ⟨∂g^{l+1}/∂u^{l+1}⟩                 (2)
 *   Φ^l = ⟨φ(h^l) φ(h^l)⟩,   G^l = ⟨g^l g^l⟩,   g = φ′(h) z,   f = ⟨z^L φ(h^L)⟩/γ₀                                  (3)
 * </pre>
 *
 * matrices over times and samples, causal. The responses are what distinguishes a trained network from one whose
 * backward pass used other weights than its forward pass; leaving them out changes the output at once.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.dmft.sampler.CausalSampler}</td><td>one pass in time: the method to use</td></tr>
 * <tr><td>{@link meanfield.dmft.sampler.DampedFixedPoint}</td><td>the same equations by iterating kernels on growing windows
 *     of time: for comparison</td></tr>
 * <tr><td>{@link meanfield.dmft.sampler.LearningTheory}</td><td>the best method for a problem, chosen</td></tr>
 * <tr><td>{@link meanfield.dmft.sampler.SampledDynamics}</td><td>trajectories of every draw, kernels, responses</td></tr>
 * <tr><td>{@link meanfield.dmft.sampler.SourceMoments}, {@link meanfield.dmft.sampler.ResponseTerms}</td><td>how the sources
 *     are drawn; the responses switched off, to see what they do</td></tr>
 * </table>
 *
 * <p>Which when: two layers and few samples are done better by {@link meanfield.dmft.feature.TwoLayerQuadrature}, linear
 * layers exactly by {@link meanfield.dmft.linear.DeepLinearDynamics}. For everything else the sampler costs
 * (2/3)(L - 1) S (TP)³ multiplications and 72 L S T P bytes: it keeps fields, not their derivatives, because the average
 * responses need one backward pass a site and time.
 *
 * <p>Conventions as in {@link meanfield.dmft.feature}. Cholesky pivots below 1e-9 of the variance count as zero; a
 * negative one beyond rounding ends the solution with a verdict. Source: [Bordelon2022].
 */
package meanfield.dmft.sampler;
