/**
 * Tasks for networks that are simply trained: digits, a student of a teacher, random labels, a linear student.
 *
 * <p>The problem: what is seen of late generalization outside the solvable model, and what of it is an artefact of how it is
 * measured? Every task comes as inputs, targets and a published start,
 *
 * <pre>
 *   W_l, b_l ~ s · U(-1/√n_l, 1/√n_l),   L = mean of (f - y)²,   θ ← (1 - η λ) θ - η m̂/(√v̂ + ε)                   (1)
 * </pre>
 *
 * and training itself is that of {@code meanfield.core.network}. A large initial scale s makes a network lazy, as a large output
 * scale does; weight decay then is what brings it back.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.grokking.training.PortableStart}</td><td>the scaled uniform start of (1)</td></tr>
 * <tr><td>{@link meanfield.grokking.training.AdamTraining}</td><td>Adam with decoupled decay on mean squares</td></tr>
 * <tr><td>{@link meanfield.grokking.training.ImageTask}</td><td>digits and other images with one-hot targets</td></tr>
 * <tr><td>{@link meanfield.grokking.training.StudentTeacher}</td><td>tanh student and teacher; thresholded accuracy</td></tr>
 * <tr><td>{@link meanfield.grokking.training.LinearStudent}</td><td>the linear case, from the Marchenko-Pastur law</td></tr>
 * <tr><td>{@link meanfield.grokking.training.SparsityTask}</td><td>random labels; how sparse activations are</td></tr>
 * </table>
 *
 * <p>Which measure when: report mean squared errors and several thresholds. With error below 10⁻³ as "right", a student at step 1600
 * has a training accuracy of 1 and a test accuracy of 0.26 although its test error has fallen by two decades, without a pause.
 *
 * <p>MNIST itself, 784-200-200-10, s = 8, 1000 examples, batches of 200, λ = 0.01, η = 10⁻³ [Liu2023]; FOLDER holds the four IDX files:
 *
 * <pre>
 *   ./meanfield run grokking.digits --set dataSet=FOLDER --set 'hiddenWidths=[200,200]' --set initialScale=8 \
 *       --set trainSize=1000 --set batchSize=200 --set weightDecay=0.01 --set steps=100000 --set recordEvery=500
 * </pre>
 *
 * took 8.6 minutes of one core (5 ms a step, most of it in matrix products): training accuracy 98 % at step 2,000, test accuracy
 * 23 % at step 10,000, 80 % at step 34,000, 88.8 % at the end. Interrupted, the same command goes on from the last kept step.
 *
 * <p>Validity: smooth activations reproduce published runs to 1e-4 over thousands of steps; ReLU under Adam amplifies rounding,
 * so that only statistics agree after some hundred steps. Conventions: streams are those of {@code PortableRandom}; no
 * factor ½ in losses. Sources: [Liu2023], [Levi2024], [Li2023], [Loshchilov2019], [Kingma2015].
 */
package meanfield.grokking.training;
