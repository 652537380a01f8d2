/**
 * A two-layer network that learns from a two-layer teacher, one fresh sample at a time, in high dimension: the
 * order-parameter equations of Saad and Solla. Its learning curve has a plateau on which all hidden units do the same, and
 * ends, if at all, when they specialise.
 *
 * <pre>
 *   student Σ_i v_i g(w_i·x/√N),   teacher Σ_n ṽ_n g(B_n·x/√N) + σ ζ,   x ~ N(0, 1_N)                        (1)
 *   Q = w wᵀ/N,   R = w Bᵀ/N,   T = B Bᵀ/N;   time t = samples/N                                            (2)
 *   d(Q, R, v)/dt = Gaussian averages of g, closed for erf and quadratic units                              (3)
 * </pre>
 *
 * <p>What you give: K + M units' overlaps at the start, both second layers, learning rates, noise. What you get: all overlaps
 * and the generalization error at any times, exact for N → ∞ and finite learning rate, with a verdict.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what</th></tr>
 * <tr><td>{@link meanfield.dmft.committee.OnlineLearning}, {@link meanfield.dmft.committee.CommitteeUnit}</td>
 *     <td>the rule: g, η, η_v, σ²</td></tr>
 * <tr><td>{@link meanfield.dmft.committee.OrderParameters}</td><td>Q, R, T, v, ṽ; error, specialisation, admissibility</td></tr>
 * <tr><td>{@link meanfield.dmft.committee.CommitteeSolver}, {@link meanfield.dmft.committee.CommitteeSolution}</td>
 *     <td>equations (3) in time; plateau</td></tr>
 * <tr><td>{@link meanfield.dmft.committee.PerfectLearning}</td><td>the critical learning rate</td></tr>
 * <tr><td>{@link meanfield.dmft.committee.CommitteeSimulation}</td><td>the rule at finite N</td></tr>
 * </table>
 *
 * <p>Which method when: the equations cost milliseconds at any time and say nothing of fluctuations; the simulation shows
 * those, O(N^-1/2), largest where a plateau ends because the escape is driven by small asymmetries. A student that starts
 * exactly symmetric stays so for ever: give it different overlaps.
 *
 * <p>Conventions: ε_g has the factor ½ and leaves label noise out; overlaps are divided by N; η is multiplied by 1/√N in the
 * update. Above the critical learning rate erf units stay bounded and keep an error, quadratic units blow up in finite time
 * ({@code DIVERGED}). With label noise the error ends at a floor proportional to η σ².
 *
 * <p>Sources: [Saad1995], [Saad1995b] (equations, plateau), [Biehl1995] (one unit, critical rate), [Goldt2019] (noise, second
 * layers), [Arnaboldi2023] (quadratic units).
 */
package meanfield.dmft.committee;
