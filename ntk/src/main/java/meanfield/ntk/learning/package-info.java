/**
 * Learning curves of a network's kernel on the sphere.
 *
 * <p>The problem: how large is the error of regression with the tangent kernel after n examples? The spectrum of the kernel
 * ({@code meanfield.ntk.spectrum}) and the target's energy in each degree decide, by the self-consistent equations of
 * {@link meanfield.core.learningcurve.KernelLearningCurve},
 *
 * <pre>
 *   κ = ρ + κ Σ_k N_k λ_k/(n λ_k + κ),   E_g = [Σ_k a_k² κ²/(n λ_k + κ)² + σ² γ]/(1 - γ)                     (1)
 * </pre>
 *
 * and samples are beside it, with errors over the whole sphere in closed form (no test points).
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.ntk.learning.SphereLearningCurve}</td><td>(1) for a network's kernel and a target of one degree</td></tr>
 * <tr><td>{@code KernelRegression}</td><td>one sample: regression and its exact error, in all and by degree</td></tr>
 * <tr><td>{@code HarmonicTarget}</td><td>a random harmonic of unit variance</td></tr>
 * <tr><td>{@link meanfield.ntk.learning.LearningCurveExperiment}</td><td>{@code ntk.learning-curve}</td></tr>
 * </table>
 *
 * <p>Validity: (1) is exact for many independent Gaussian features. Harmonics on a sphere are as good as such from about 20 dimensions
 * on, where samples of 16 to 2048 examples agree within their standard errors, with noise and ridge or without. In few dimensions
 * the difference stays however many examples there are, about 20 % for d = 6 and 40 % for d = 4 in the error that the target
 * causes: neighboring points, not random features, then decide. {@code LearningCurveExperiment} gives numbers.
 *
 * <p>Conventions: squared error without a factor ½ against the noise-free target of unit variance; the ridge ρ adds to the
 * Gram matrix. Source: [Canatar2021].
 */
package meanfield.ntk.learning;
