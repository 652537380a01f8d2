/**
 * The delay of generalization as a number.
 *
 * <p>The problem: a network fits its training set and only much later its test loss falls. How late is late? With thresholds
 * relative to the start,
 *
 * <pre>
 *   t_tr(θ), t_te(θ) = first epoch with loss ≤ θ loss(0),   Γ(θ) = log₁₀(t_te/t_tr)   (decades)                  (1)
 * </pre>
 *
 * and a kind of run follows: grokking (Γ ≥ 0.6 with the test loss still above 0.3 of its start when training crosses),
 * tracking (Γ &lt; 0.4), memorising (the test loss never crosses), intermediate, unfinished.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.grokking.gap.GrokkingGap}</td><td>crossings, Γ, memorization excess, area between the curves</td></tr>
 * <tr><td>{@link meanfield.grokking.gap.GrokkingLabel}</td><td>the kinds of run</td></tr>
 * </table>
 *
 * <p>Which measure when: give losses. A thresholded accuracy ("share of examples with error below 10⁻³") stays at 0 while the
 * loss falls by decades and then jumps, so that any slow learner seems to grok; {@code grokking.student-teacher} shows it. The
 * area needs no threshold, but every epoch.
 *
 * <p>Conventions: epochs are gradient steps, counted from 0; Γ is NaN without both crossings. Source: [Kumar2024].
 */
package meanfield.grokking.gap;
