/**
 * Monte Carlo rates without a curse of dimension, with their constants exact.
 *
 * <p>The problem: a function that is an average of ridges over a probability measure is approximated by the mean of N of them. The
 * exponent -1/2 holds in every dimension; what can be said about the constant, and can the exponent be beaten by sampling better?
 *
 * <pre>
 *   f = E_w a(w) σ(w·x),   E‖f_N - f‖²_ρ = (E_w a²‖σ(w·)‖²_ρ - ‖f‖²_ρ)/N                                     (1)
 *   C_f = ∫ |w| d|f̂|,   ‖f - f_N‖ ≤ 2 R C_f/√N                                                             (2)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.barron.FeatureModel}</td><td>f, its features, and ‖f_N - f‖² of a draw in closed
 *     form</td></tr>
 * <tr><td>{@link meanfield.approximation.barron.CosineFeatures}</td><td>a Gaussian by cosines; normal or uniform inputs</td></tr>
 * <tr><td>{@link meanfield.approximation.barron.SphereFeatures}</td><td>a zonal harmonic by ReLU ridges</td></tr>
 * <tr><td>{@link meanfield.approximation.barron.CircleSampling}</td><td>plain, stratified and equispaced features on the
 *     circle</td></tr>
 * <tr><td>{@link meanfield.approximation.barron.BarronNorm}</td><td>C_f and the bound (2)</td></tr>
 * </table>
 *
 * <p>Conventions: distances are L² with respect to a probability measure ρ; no inputs are sampled, so that the only noise is that of
 * the features. The closed forms hold for every dimension from 1 to 1,000.
 *
 * <p>Sources: [Barron1993].
 */
package meanfield.approximation.barron;
