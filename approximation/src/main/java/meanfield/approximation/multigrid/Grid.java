package meanfield.approximation.multigrid;

import meanfield.core.Require;

/**
 * The interior of a uniform grid on (0,1)^d with zero values outside, and its five-point (three-point) negative Laplacian.
 *
 * <pre>
 *   h = 1/(n+1),   n = 2^k - 1,   (A u)_j = (2d u_j - Σ_neighbours u)/h²
 * </pre>
 *
 * Grid functions are arrays of n^d numbers, row-major.
 *
 * @param dimension d, 1 or 2
 * @param points n in each direction, 2^k - 1
 */
public record Grid(int dimension, int points) {
    /** Checks both. */
    public Grid {
        Require.that(dimension == 1 || dimension == 2, "dimension", "be 1 or 2", dimension);
        Require.that(
                points >= 1 && points <= 4095 && (points & (points + 1)) == 0, "points", "be 2^k - 1 ≤ 4095", points);
    }

    /** h = 1/(n + 1). */
    public double spacing() {
        return 1.0 / (points + 1);
    }

    /** n^d. */
    public int unknowns() {
        return dimension == 1 ? points : points * points;
    }

    /** Diagonal of A, 2d/h². */
    public double diagonal() {
        return 2.0 * dimension * (points + 1) * (points + 1);
    }

    /** True when there is a coarser grid. */
    public boolean coarsens() {
        return points > 1;
    }

    /** Every second point. */
    public Grid coarser() {
        Require.that(points > 1, "points", "be at least 3 to coarsen", points);
        return new Grid(dimension, (points - 1) / 2);
    }

    /** Grids down to one point, this one included. */
    public int levels() {
        return 32 - Integer.numberOfLeadingZeros(points);
    }

    /** f - A u. */
    public double[] residual(double[] u, double[] f) {
        checkSize("u", u);
        checkSize("f", f);
        double[] r = new double[f.length];
        if (dimension == 1) {
            GridKernels.residual1(u, f, r);
        } else {
            GridKernels.residual2(u, f, r, points);
        }
        return r;
    }

    /** A u. */
    public double[] laplacian(double[] u) {
        double[] result = residual(u, new double[u.length]);
        for (int i = 0; i < result.length; i++) {
            result[i] = -result[i];
        }
        return result;
    }

    /** Full weighting R = Pᵀ/2^d onto the coarser grid. */
    public double[] restrict(double[] fine) {
        checkSize("fine", fine);
        Grid coarse = coarser();
        double[] result = new double[coarse.unknowns()];
        if (dimension == 1) {
            GridKernels.restrict1(fine, result);
        } else {
            GridKernels.restrict2(fine, points, result, coarse.points);
        }
        return result;
    }

    /** fine += P coarse, (bi)linear interpolation from the coarser grid. */
    public void addProlonged(double[] coarse, double[] fine) {
        checkSize("fine", fine);
        coarser().checkSize("coarse", coarse);
        if (dimension == 1) {
            GridKernels.addProlonged1(coarse, fine);
        } else {
            GridKernels.addProlonged2(coarse, coarser().points, fine, points);
        }
    }

    private void checkSize(String name, double[] values) {
        Require.present(name, values);
        Require.that(values.length == unknowns(), name, "have " + unknowns() + " values", values.length);
    }
}
