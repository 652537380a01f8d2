/**
 * Trained networks of one hidden layer beside the best that their number of parameters allows.
 *
 * <p>The problem: constructions have slow constants and optimizers have gaps. What does training reach at equal numbers of
 * parameters, by activation, and how far is it from the best free-knot spline?
 *
 * <pre>
 *   N(x) = c_0 + Σ_j c_j σ(w_j·x + b_j);   gap = trained L² error / (∫|f″|^{2/5})^{5/2}/(12√5 p²)              (1)
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.approximation.trained.ShallowModel}</td><td>shape, count, start</td></tr>
 * <tr><td>{@link meanfield.approximation.trained.HiddenUnit}</td><td>the activations compared</td></tr>
 * <tr><td>{@link meanfield.approximation.trained.VariableProjection}</td><td>second-order training, outer weights eliminated; use it to
 *     judge activations</td></tr>
 * <tr><td>{@link meanfield.approximation.trained.AdamTraining}</td><td>gradient training; use it to judge optimizers</td></tr>
 * <tr><td>{@link meanfield.approximation.trained.ShallowNetwork}</td><td>the result, with its verdict</td></tr>
 * <tr><td>{@link meanfield.approximation.trained.FitProblem}, {@link meanfield.approximation.trained.FreeKnotLine}</td><td>the
 *     published functions and the best piecewise linear error</td></tr>
 * </table>
 *
 * <p>What may be claimed: orderings that hold in at least 90 % of the starts. On smooth functions of one variable smooth gates win;
 * PolyReLU beats ReLU from about 49 parameters on, not below.
 *
 * <p>Conventions: the domain is [-1,1]^d; a verdict {@code ITERATION_LIMIT} is usual and no failure: medians and quantiles over starts
 * are what is reported.
 *
 * <p>Sources: [Golub1973], [Kaufman1975], [Zhuo2025].
 */
package meanfield.approximation.trained;
