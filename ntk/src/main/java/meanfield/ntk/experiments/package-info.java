/**
 * The experiments of this theory: each puts infinite-width theory beside finite networks, writes rows by column name and says
 * as values which figures show them. They are found by {@link java.util.ServiceLoader}.
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><th>id</th><th>class</th><th>what is shown</th></tr>
 * <tr><td>{@code ntk.kernel-convergence}</td><td>{@link meanfield.ntk.experiments.KernelConvergenceExperiment}</td>
 *     <td>kernels approach the limit like n^(-1/2), their mean like 1/n</td></tr>
 * <tr><td>{@code ntk.training-dynamics}</td><td>{@link meanfield.ntk.experiments.TrainingDynamicsExperiment}</td>
 *     <td>losses under gradient descent, step by step</td></tr>
 * <tr><td>{@code ntk.order-chaos}</td><td>{@link meanfield.ntk.experiments.OrderChaosExperiment}</td>
 *     <td>one point of the order-to-chaos diagram; a sweep draws it</td></tr>
 * <tr><td>{@code ntk.digits}</td><td>{@link meanfield.ntk.experiments.DigitsExperiment}</td>
 *     <td>kernel regression on real images against training-set size</td></tr>
 * <tr><td>{@code ntk.length-branches}</td><td>{@link meanfield.ntk.experiments.LengthBranchesExperiment}</td>
 *     <td>fixed-point lengths through folds, by continuation inside one run</td></tr>
 * </table>
 *
 * <p>Further experiments have packages of their own: {@link meanfield.ntk.experiments.finitewidth} (depth to width),
 * {@link meanfield.ntk.experiments.convolution} (finitely many channels), {@link meanfield.ntk.experiments.training} (mini-batch noise), {@link meanfield.ntk.experiments.selection} (model selection,
 * calibration), {@link meanfield.ntk.experiments.convolution} (kernels of images).
 *
 * <p>Which form when: a point that stands for itself is swept by the caller ({@code ntk.order-chaos}); points that share work
 * or one fit are looped inside the run ({@code widths}, {@code trainSizes}); a branch is followed inside the run, because
 * each point starts from the last.
 *
 * <p>Conventions: {@code networks} = 0 turns a simulation off; one network is refused, it has no standard error. Losses
 * carry the factor ½ of the descended loss (1/2N) Σ (f - y)², {@code meanSquaredError} does not. Standard errors are over
 * independently drawn networks. Sweep points share their random numbers. Parameter records check themselves.
 *
 * <p>Sources: [Jacot2018], [Lee2018], [Lee2019], [Poole2016], [Schoenholz2017], [Roberts2022].
 */
package meanfield.ntk.experiments;
