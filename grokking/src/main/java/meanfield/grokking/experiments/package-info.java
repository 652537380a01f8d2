/**
 * The experiments of grokking: why networks sometimes understand long after they have learned by heart.
 *
 * <p>The answer in three sentences. A network whose output is a large multiple of its weights' work can fit its training set while
 * its weights hardly move: it learns with the features it was born with, which need not be those of the target. That fits
 * the training set and not the rest of the world, and the test loss may even rise. What remains of the gradient then turns
 * features towards the target slowly, and when they have arrived the test loss falls: grokking is feature learning that
 * comes late,
 *
 * <pre>
 *   Γ = log₁₀(t_test/t_train),   grows with laziness α and, at fixed α, with ε; falls with P/D                          (1)
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@link meanfield.grokking.experiments.PolynomialExperiment}</td><td>every epoch of the solvable model, lazy or rich</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.PhaseDiagramExperiment}</td><td>Γ at one point of (α, ε, P/D), to be swept</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.FieldTheoryExperiment}</td><td>mean-field theory in high dimension beside simulation</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.ModularExperiment}</td><td>addition modulo p, with its closed-form solution</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.DigitsExperiment}</td><td>digits from scaled initial weights</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.StudentTeacherExperiment}</td><td>what a threshold makes of a smooth curve</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.HierarchicalExperiment}</td><td>a polynomial of a polynomial, layer by layer</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.GeometryExperiment}</td><td>hidden geometry, tanh and ReLU</td></tr>
 * <tr><td>{@link meanfield.grokking.experiments.SparsityExperiment}</td><td>activation sparsity</td></tr>
 * </table>
 *
 * <p>Conventions: an epoch is a full-batch gradient step; published draws of data and weights are named by {@code dataSeed} and do
 * not depend on the run's seed; Monte Carlo does. Rows that fail say why: a diverging rate, an empty training set, a modulus
 * that is no prime. Sources: [Kumar2024], [Gromov2023], [Liu2023], [Levi2024], [Wang2024], [Alleman2024], [Li2023].
 */
package meanfield.grokking.experiments;
