/**
 * Perceptrons: how much they store, how well they learn from a teacher, and finite ones to compare with.
 *
 * <p>The problem: N weights, αN random examples. In the storage problem the labels are random and one asks for the largest
 * load α at which weights with all margins above κ exist. In the teacher-student problem a second perceptron made the labels
 * and one asks how often a student errs on a new example. Both are averages over the one field that an example sees:
 *
 * <pre>
 *   storage:   α = q/((1-q) E g²) (sphere),   q̂ = α E g²/(1-q), q = E tanh²(√q̂ z) (binary),   g = φ/H
 *   posterior: q̂ = 2α/(1-q+Δ) E[φ(tz)²/Φ(tz)],   q = q̂/(1+q̂) or E tanh(q̂ + √q̂ z)
 *   minimizer: V = 1/(λ + V̂),  m = m̂V,  q = (m̂² + q̂)V²  with averages of the proximal map of the loss
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><th>you ask</th><th>theory</th><th>finite N</th></tr>
 * <tr><td>capacity at a margin, number of solutions</td><td>{@link meanfield.replica.perceptron.SphericalStorage},
 *     {@link meanfield.replica.perceptron.BinaryStorage}, {@link meanfield.replica.perceptron.SymmetricBinaryStorage}</td>
 *     <td>{@link meanfield.replica.perceptron.StorageTrial}</td></tr>
 * <tr><td>the best possible student, thresholds of binary weights</td>
 *     <td>{@link meanfield.replica.perceptron.BayesPerceptron}</td>
 *     <td>{@link meanfield.replica.perceptron.MessagePassing}</td></tr>
 * <tr><td>a student that minimizes a loss</td><td>{@link meanfield.replica.perceptron.ConvexRegression},
 *     {@link meanfield.replica.perceptron.MarginLoss}</td><td>{@link meanfield.replica.perceptron.RegressionTrial}</td></tr>
 * <tr><td>the Hebb rule</td><td>{@link meanfield.replica.perceptron.HebbRule}</td>
 *     <td>{@link meanfield.replica.perceptron.MessagePassing#hebb}</td></tr>
 * </table>
 *
 * <p>Which method when: curves are parametrised by the conjugate overlap, so that branches and their ends come without
 * hunting; a point costs milliseconds. Replica symmetry is exact for the posterior and for convex losses, for spherical
 * storage at κ ≥ 0, and for the capacity of binary weights at κ = 0 (where the replicon is reported); spherical storage
 * at κ &lt; 0 is an upper bound.
 *
 * <p>Limits: inputs have independent entries of equal variance. Minimizers for inputs and teachers with covariances of their own
 * (traces over joint spectra in place of scalars) are not here; ridge regression with any spectrum is in {@code ntk.learning-curve}
 * and {@code replica.learning-curve}.
 *
 * <p>Conventions: inputs x ~ N(0, 1)^N enter as w·x/√N; labels y = sign(w*·x/√N + √Δ ξ); errors are probabilities of a
 * wrong noise-free label; the ridge is (λ/2)|w|² beside a sum over examples. Sources: [Gardner1988], [Krauth1989],
 * [Aubin2019], [Gyorgyi1990], [Opper1991], [Barbier2019], [Aubin2020], [Rangan2011], [Vallet1989], [Cover1965].
 */
package meanfield.replica.perceptron;
