/**
 * Special functions of statistical physics, in forms that neither overflow nor cancel.
 *
 * <p>The problem: Gaussian averages of phase-space volumes, E ln H(u) or E (φ/H)(u), need the normal law far in its tails,
 * where 1 - Φ has no digits and Φ itself underflows. Logarithms and ratios stay accurate there:
 *
 * <pre>
 *   ln Φ(x),   φ(x)/Φ(x),   x → -∞
 * </pre>
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link meanfield.core.special.StudentLaw}</td><td>half widths of confidence intervals</td></tr>
 * <tr><td>{@link meanfield.core.special.StandardNormal}</td><td>density, distribution function, its logarithm and the
 * ratio of both</td></tr>
 * <tr><td>{@link meanfield.core.special.EllipticFunctions}</td><td>K, sn, cn, dn with full relative accuracy at moduli
 * next to 1, where best rational approximants of a sign live</td></tr>
 * <tr><td>{@link meanfield.core.special.GammaFunctions}</td><td>ln Γ, and how many spherical harmonics there are</td></tr>
 * <tr><td>{@link meanfield.core.special.DoubleDouble}</td><td>31 digits, for the small errors of good approximations</td></tr>
 * </table>
 *
 * <p>Conventions: Φ is the lower tail; the upper tail is Φ(-x), never 1 - Φ(x). Error functions are those of the library
 * behind this module.
 */
package meanfield.core.special;
