/**
 * Monte Carlo of finite associative memories, to be drawn over the lines of replica theory.
 *
 * <pre>
 *   P(s_i = +1) = 1/(1 + exp(-2βh_i)),   one spin at a time in random order                                        (1)
 *   m = (1/N) Σ ξ_i ⟨s_i⟩,   q = (1/N) Σ ⟨s_i⟩²,   u = ⟨H⟩/N                                                      (2)
 * </pre>
 *
 * You give a {@link meanfield.replica.memory.FiniteMemory}, a temperature and numbers of sweeps and samples; you get averages
 * with standard errors over independent disorder samples.
 *
 * <table>
 * <caption>Classes</caption>
 * <tr><th>class</th><th>what it is</th></tr>
 * <tr><td>{@link meanfield.replica.montecarlo.MonteCarlo}</td><td>whole simulations</td></tr>
 * <tr><td>{@link meanfield.replica.montecarlo.SequentialDynamics}, {@link meanfield.replica.montecarlo.FlipRule}</td>
 *     <td>how spins move</td></tr>
 * <tr><td>{@link meanfield.replica.montecarlo.HeatingTrial}</td><td>the temperature at which a sample forgets</td></tr>
 * <tr><td>{@link meanfield.replica.montecarlo.SampleAverages}, {@link meanfield.replica.montecarlo.Estimate}</td><td>what is
 *     measured on a sample, and its mean over samples</td></tr>
 * <tr><td>{@link meanfield.replica.montecarlo.StructuredPatterns}</td><td>classes of images as patterns</td></tr>
 * </table>
 *
 * <h2>Which when, and what it costs</h2>
 *
 * Measured in processor time of one core (N spins, K patterns): N = 2000, K = 100, P = 2: 19 ns an attempt; N = 100, K = 7800,
 * P = 4: 2.1 μs (0.27 ns a pattern; 0.6 μs on Java 25, which vectorizes the loop); the same with means of 20 examples: 4.2 μs.
 * Two threads with a sample each reach 9.0·10⁷ attempts a second in the first case, 8.7·10⁵ in the second and 4.4·10⁵ in the third,
 * 6.8·10⁹ and 3.4·10⁹ pattern terms a second. The bounds of the layout: pairs of signs read (K/64)(1 + log₂ N) words from the first
 * cache, one AND and one bit count a word; many-body signs read 1 + 8 bytes a pattern, a row and its weights, from the second cache,
 * one multiplication and addition a pattern and cycle, because HotSpot does not vectorize products of bytes and longs (0.27 ns
 * measured, 0.3 ns a cycle at 3 GHz); real patterns read 4 bytes a pattern in each of P - 1 passes, vectorized but for the last sum.
 * When that is too slow, {@link meanfield.replica.tap} solves mean-field equations of the same sample.
 *
 * <h2>Conventions and limits</h2>
 *
 * <ul>
 * <li>The order of sites is random, drawn for every attempt; sweeps have N attempts. Parallel updates are another model.
 * <li>Overlaps between replicas multiply averages of two halves of a run, not squares of one.
 * <li>Random numbers are a function of seed, sample index and purpose (disorder, moves), so that samples can be compared
 *     between temperatures and methods, and threads do not matter.
 * <li>Metastable states end: P = 4 with N &lt; 80 leaves retrieval within some hundred sweeps from about half of the first-order
 *     load on. A spin glass started from a pattern keeps a remanent magnetization for thousands of sweeps.
 * </ul>
 *
 * <p>Sources: [Glauber1963]; structured patterns: [Krotov2016].
 */
package meanfield.replica.montecarlo;
