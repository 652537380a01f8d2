/**
 * Experiments of dynamical mean-field theory: every theory beside the finite system that it describes.
 *
 * <p>The question of all of them: what does a large learning system do in the course of time, and how large must it be for
 * the theory to hold? A run writes the theory's rows first ({@code source} = theory) and those of simulated systems after
 * them (simulation, with standard errors), in the same columns, so that a figure is a line under points.
 *
 * <pre>
 *   a time series has one row for every step 0 … steps, or for every entry of times                              (1)
 *   xStdErr is the standard error of x: over simulated systems, or over draws of the sites of a sampled theory   (2)
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><th>id</th><th>what it shows</th></tr>
 * <tr><td>{@code dmft.two-layer-linear}</td><td>two-layer linear networks: the exact solution beside drawn networks</td></tr>
 * <tr><td>{@code dmft.deep-linear}</td><td>deep linear networks: the closed recursion beside trained networks</td></tr>
 * <tr><td>{@code dmft.richness}</td><td>lazy or rich: loss and motion of the kernels for any activation and depth</td></tr>
 * <tr><td>{@code dmft.feature-kernels}</td><td>the feature kernel before and after training, as heat maps</td></tr>
 * <tr><td>{@code dmft.width-convergence}</td><td>deviations from infinite width: N^(-1/2) for one network, 1/N in the mean</td></tr>
 * <tr><td>{@code dmft.committee}</td><td>online learning from a teacher: overlaps, plateau, specialisation</td></tr>
 * <tr><td>{@code dmft.scaling-laws}</td><td>losses against training time, data and width</td></tr>
 * <tr><td>{@code dmft.langevin}</td><td>outputs and free energy of densities of noisy neurons</td></tr>
 * <tr><td>{@code dmft.recurrent-chaos}</td><td>autocorrelation and Lyapunov exponent of random recurrent networks</td></tr>
 * </table>
 *
 * <p>Conventions: outputs are centred; kernels are those of theory, that is the learning-rate scale γ₀² N of the mean-field
 * parameterization is part of the tangent kernel. A solver without an answer leaves a row that says why, with NaN in place
 * of numbers; an empty list of widths or no networks turns the simulation off.
 *
 * <p>Sources: [Bordelon2022]; each experiment names its own.
 */
package meanfield.dmft.experiments;
