/**
 * Deep linear networks that learn features, at infinite width.
 *
 * <p>A deep linear network computes a linear function, and learns it nonlinearly: its layers grow together, its tangent
 * kernel turns toward the target. Without a nonlinearity the single-neuron process of the mean-field theory is Gaussian,
 * so that its kernels and responses obey closed equations of two times:
 *
 * <pre>
 *   h = u + C g,   g = r + D h      C, D strictly causal, made of responses and of kernels times errors          (1)
 *   H = ⟨h h⟩,  G = ⟨g g⟩,  A = ∂h/∂r,  B = ∂g/∂u                                                               (2)
 * </pre>
 *
 * <p>You give a {@link meanfield.dmft.feature.LearningProblem} with a linear activation and get the trajectory, the
 * kernels H^l(t, s), G^l(t, s) and the responses.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.dmft.linear.DeepLinearDynamics}</td><td>the theory for gradient descent of any depth and training
 *     set, exact for finite steps, one pass in time</td></tr>
 * <tr><td>{@link meanfield.dmft.linear.BalancedMode}</td><td>the classical sigmoidal modes of small balanced starts</td></tr>
 * </table>
 *
 * <p>Which when: {@code DeepLinearDynamics} for random starts at any richness γ₀ (cost (TP)³: thousands of step-samples);
 * large γ₀ is the regime of small starts, where the kernel aligns with the target before the loss moves. For two layers
 * and gradient flow {@link meanfield.dmft.feature.LinearMomentFlow} is exact at every width.
 *
 * <p>Conventions as in {@link meanfield.dmft.feature}; kernels of layer l carry l as in h^l, l = 0 being the inputs. Sources:
 * [Bordelon2022] for the theory, [Saxe2014] for the modes.
 */
package meanfield.dmft.linear;
