/**
 * Functions of two times, and Gaussian processes that grow with them.
 *
 * <p>The problem: when disorder that is frozen (random weights, random couplings) is averaged over, a large system becomes
 * one representative unit in a self-made Gaussian field. The field's correlation and the unit's response to it depend on
 * two times,
 *
 * <pre>
 *   C_μν(t, s) = ⟨φ_μ(t) φ_ν(s)⟩  symmetric,        R_μν(t, s) = ⟨∂φ_μ(t)/∂u_ν(s)⟩  zero for s &gt; t                (1)
 *   u ~ GP(0, C):   u_n = Σ_{j ≤ n} L_nj ζ_j,   C = L Lᵀ,   n = t P + μ                                         (2)
 * </pre>
 *
 * and a causal theory knows row t of (1) once all earlier rows are known. Nothing here has to be solved at once: a
 * correlation is appended time by time, its Cholesky factor grows by the same rows, and the sites of a Monte Carlo average
 * are moved one time further.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.core.twotime.TwoTimeFunction}</td><td>C or R of P samples, stored for s ≤ t, read like a function</td></tr>
 * <tr><td>{@link meanfield.core.twotime.GrowingCholesky}</td><td>L of (2), row by row, with a verdict on every pivot</td></tr>
 * </table>
 *
 * <p>Conventions: the row is the later time; times and samples count from 0; the equal-time part of a response is stored
 * (it is zero for a response in the Itô convention, and not zero for the response of a derivative field). Pivots below
 * {@link meanfield.core.twotime.GrowingCholesky#VANISHING} of the variance are zero: slow dynamics makes neighbouring times
 * almost equal, and what the pivot would add is below 3e-5 of the field.
 *
 * <p>Source: [Bordelon2022] for the use; the factorization is the textbook one.
 */
package meanfield.core.twotime;
