package meanfield.approximation.multigrid;

import meanfield.core.Require;

/**
 * One cycle of the multigrid method as a linear map B, an approximate inverse of A.
 *
 * <pre>
 *   u ← 0;   ν₁ times u ← u + (ω/a)(f - A u);   u ← u + P B_coarse R (f - A u);   ν₂ times u ← u + (ω/a)(f - A u)   (1)
 *   iteration matrix  E = I - B A
 * </pre>
 *
 * a is the diagonal of A, P linear interpolation, R = Pᵀ/2^d. On the coarsest of {@code levels} grids B = A⁻¹ exactly: two
 * levels make the two-grid method, {@link Grid#levels()} the V-cycle down to one point. A on coarse grids is rediscretized.
 * Immutable and thread-safe; a V-cycle costs O(n^d). Source: [Briggs2000].
 */
public final class MultigridCycle {
    private final Grid grid;
    private final double damping;
    private final int preSmoothing;
    private final int postSmoothing;
    private final MultigridCycle coarse;
    private final SineSolver solver;

    private MultigridCycle(Grid grid, double damping, int preSmoothing, int postSmoothing, int levels) {
        this.grid = grid;
        this.damping = damping;
        this.preSmoothing = preSmoothing;
        this.postSmoothing = postSmoothing;
        this.solver = levels == 1 ? new SineSolver(grid) : null;
        this.coarse = levels == 1
                ? null
                : new MultigridCycle(grid.coarser(), damping, preSmoothing, postSmoothing, levels - 1);
    }

    /** A cycle over this many grids with damping ω in (0, 2] and ν₁, ν₂ smoothing steps. */
    public static MultigridCycle of(Grid grid, double damping, int preSmoothing, int postSmoothing, int levels) {
        Require.present("grid", grid);
        Require.that(damping > 0 && damping <= 2, "damping", "be in (0, 2]", damping);
        Require.atLeast("preSmoothing", preSmoothing, 0);
        Require.atLeast("postSmoothing", postSmoothing, 0);
        Require.that(levels >= 1 && levels <= grid.levels(), "levels", "be in [1, " + grid.levels() + "]", levels);
        return new MultigridCycle(grid, damping, preSmoothing, postSmoothing, levels);
    }

    /** The two-grid method. */
    public static MultigridCycle twoGrid(Grid grid, double damping, int preSmoothing, int postSmoothing) {
        return of(grid, damping, preSmoothing, postSmoothing, 2);
    }

    /** The V-cycle down to one point. */
    public static MultigridCycle full(Grid grid, double damping, int preSmoothing, int postSmoothing) {
        return of(grid, damping, preSmoothing, postSmoothing, grid.levels());
    }

    /** The finest grid. */
    public Grid grid() {
        return grid;
    }

    /** B f. */
    public double[] apply(double[] f) {
        if (coarse == null) {
            Require.that(f.length == grid.unknowns(), "f", "have " + grid.unknowns() + " values", f.length);
            return solver.solve(f);
        }
        double[] u = new double[grid.unknowns()];
        smooth(u, f, preSmoothing);
        grid.addProlonged(coarse.apply(grid.restrict(grid.residual(u, f))), u);
        smooth(u, f, postSmoothing);
        return u;
    }

    /** E e = e - B A e: the error after one cycle from the error before. */
    public double[] iterate(double[] error) {
        double[] correction = apply(grid.laplacian(error));
        for (int i = 0; i < correction.length; i++) {
            correction[i] = error[i] - correction[i];
        }
        return correction;
    }

    /** Spectral radius of E, to about 1e-10, with a verdict. */
    public SpectralRadius radius() {
        return SpectralRadius.of(this::iterate, grid.unknowns());
    }

    private void smooth(double[] u, double[] f, int steps) {
        double scale = damping / grid.diagonal();
        for (int step = 0; step < steps; step++) {
            double[] r = grid.residual(u, f);
            for (int i = 0; i < u.length; i++) {
                u[i] += scale * r[i];
            }
        }
    }
}
