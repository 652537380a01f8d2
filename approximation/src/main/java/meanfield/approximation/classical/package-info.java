/**
 * Polynomials: best ones, and the near-best ones that cost nothing.
 *
 * <p>The problem: how well can any polynomial of degree n follow f? Every statement that a network is good needs that
 * number beside it.
 *
 * <pre>
 *   E_n(f) = min_{deg p ≤ n} max_x |f(x) - p(x)|
 *   alternation:  f - p = ±E_n with n + 2 alternating signs, and only the best polynomial does that
 *   E_n(|x|) ~ 0.2801694990/n,   E_n(e^x) ~ 2^{-n}/(n+1)!,   E_n = O(ρ^{-n}) for analytic f
 * </pre>
 *
 * You give a {@link meanfield.approximation.classical.RealFunction}: its values, interval, kinks, symmetry, and if it has
 * them values to 30 digits; {@link meanfield.approximation.classical.StandardFunction} has a dozen.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><td>{@link meanfield.approximation.classical.PolynomialRemez}</td><td>solver of best polynomials</td></tr>
 * <tr><td>{@link meanfield.approximation.classical.MinimaxPolynomial}</td><td>its solution with the verdict</td></tr>
 * <tr><td>{@link meanfield.approximation.classical.LinearExchange}</td><td>the exchange behind it, with a weight; rational
 *     functions use it for their last digits</td></tr>
 * <tr><td>{@link meanfield.approximation.classical.ErrorExtrema}</td><td>extrema of an error curve</td></tr>
 * <tr><td>{@link meanfield.approximation.classical.ChebyshevSeries}</td><td>interpolation and truncation</td></tr>
 * <tr><td>{@link meanfield.approximation.classical.GridError}</td><td>sup error on the reference grid</td></tr>
 * </table>
 *
 * <p>Which when: interpolation at Chebyshev points loses at most a factor 2 + (2/π) ln(n+1) and takes microseconds; the
 * exchange is for the number E_n itself and for equioscillating errors.
 *
 * <p>Conventions: degrees, never numbers of coefficients; errors are absolute; c₀ of a Chebyshev series is not halved. A
 * Remez iteration that was stopped early looks plausible and is wrong in the sixth digit: nothing here returns such a
 * number without the verdict that says so.
 *
 * <p>Sources: [Remez1934], [Pachon2009], [Trefethen2013], [Varga1985], [Bernstein1914].
 */
package meanfield.approximation.classical;
