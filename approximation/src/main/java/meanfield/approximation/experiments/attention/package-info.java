/**
 * Attention by polynomials as an experiment.
 *
 * <p>The problem: how deep must a polynomial circuit be for softmax attention to a given accuracy?
 *
 * <pre>
 *   depth r + K + 2:  r squarings, K steps of the inverse, two products
 * </pre>
 *
 * <table>
 * <caption>Experiments</caption>
 * <tr><td>{@code approximation.polynomial-attention}</td>
 *     <td>{@link meanfield.approximation.experiments.attention.PolynomialAttentionExperiment}</td>
 *     <td>error against both depths</td></tr>
 * </table>
 *
 * <p>Conventions: all combinations of both lists are rows of one run on the same drawn tokens; the bound is printed beside
 * every error.
 *
 * <p>Sources: [Zimerman2024].
 */
package meanfield.approximation.experiments.attention;
