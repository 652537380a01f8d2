/**
 * Hebbian networks in replica-symmetric theory: what they store, what they learn from noisy examples, and when they forget.
 *
 * <p>The problem: N spins keep K patterns in couplings that Hebb's rule made of them. With a load α = (P-1)! K/N^(P-1) of order one
 * the patterns disturb each other like frozen Gaussian noise, and three numbers decide about a memory: its overlap n with the
 * stored pattern, the overlap q between replicas, the variance v of the noise.
 *
 * <pre>
 *   H = -c_P Σ_μ Σ_{i₁&lt;…&lt;i_P} Π_k x_{i_k}^μ s_{i_k},   c_P = (P-1)!/N^(P-1)
 *   h = n^(P-1) x + √v z,   n = E x tanh βh,   m = E tanh βh,   q = E tanh² βh,   C = β(1-q),   v = α g(q, C)
 *   f = -T E ln 2cosh βh + (P-1)/P n^P + Ψ + vC/2,   u = ∂(βf)/∂β,   λ_R = 1 - β² v′ E sech⁴ βh
 * </pre>
 *
 * A network is a law of x (the pattern, or a mean of noisy examples) and a law of the noise; every network below is those two.
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>networks</td><td>{@link meanfield.replica.hebbian.HopfieldNetwork}, {@link meanfield.replica.hebbian.DenseNetwork},
 * {@link meanfield.replica.hebbian.SupervisedNetwork}, {@link meanfield.replica.hebbian.UnsupervisedNetwork}; other normalizations by
 * {@link meanfield.replica.hebbian.Normalization}</td></tr>
 * <tr><td>solver</td><td>{@link meanfield.replica.hebbian.HebbianTheory}: the point query and the lines; inside,
 * {@link meanfield.replica.hebbian.HebbianEquations} on a {@link meanfield.replica.branch.Branch}</td></tr>
 * <tr><td>solutions</td><td>{@link meanfield.replica.hebbian.PhasePoint}, {@link meanfield.replica.hebbian.PhaseLines},
 * {@link meanfield.replica.hebbian.RetrievalState}, {@link meanfield.replica.hebbian.UncondensedState}</td></tr>
 * <tr><td>laws</td><td>{@link meanfield.replica.law}: of the pattern, of the noise; {@link meanfield.replica.hebbian.UncondensedPhases} (continuous
 * glass, or random first order)</td></tr>
 * <tr><td>beside the branch</td><td>{@link meanfield.replica.hebbian.SymmetricMixture},
 * {@link meanfield.replica.hebbian.ExampleRetrieval}, {@link meanfield.replica.hebbian.DataNoiseLimits}</td></tr>
 * <tr><td>tensors full of noise</td><td>{@link meanfield.replica.detection}</td></tr>
 * </table>
 *
 * <pre>
 *   HebbianTheory hopfield = HebbianTheory.of(new HopfieldNetwork());
 *   double capacity = hopfield.lines(0).spinodalLoad();               // 0.137905566495
 *   PhasePoint point = hopfield.point(0.3, 0.07);                     // T, α
 *   double m = point.retrieval().orThrow().magnetization();
 * </pre>
 *
 * <p>Which result means what: the <em>spinodal</em> is the capacity a simulation started at the pattern sees, the
 * <em>first-order load</em> is where another state gets the lowest free energy, the <em>AT load</em> is where replica symmetry, and
 * with it these numbers, stop to be exact. Below the AT line at low temperature the true border is close to vertical; the
 * replica-symmetric one bends back (a little for P = 2, much for P ≥ 3).
 *
 * <p>Conventions: energies per spin, k_B = 1, temperatures in units in which the signal field is n^(P-1). P = 2 is the Hopfield
 * network throughout. T = 0 is allowed everywhere and is the limit T → 0; there the replicon is -∞. The glass of P = 2 is replica
 * symmetric (an approximation, a few percent in energy at T = 0), that of P ≥ 3 with distinct indices has one step of replica symmetry
 * breaking. The full-power network's glass, a mixture of p-spin glasses of several orders with a random field for odd P, is treated in
 * replica symmetry alone: its first-order lines at low temperature are approximate, its retrieval states, spinodals and AT lines are
 * not affected.
 *
 * <p>Sources: [Amit1985], [Amit1987], [Gardner1985], [Gardner1987], [Steffan1994], [Agliari2023], [Agliari2023b]. The data-noise
 * equations are derived in the canonical normalization; they agree with simulations, prefactors of the papers were not compared.
 */
package meanfield.replica.hebbian;
