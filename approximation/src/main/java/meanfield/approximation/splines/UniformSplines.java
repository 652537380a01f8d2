package meanfield.approximation.splines;

import meanfield.core.Require;

/**
 * B-splines of degree k on a uniform grid of G cells, extended k steps beyond both ends.
 *
 * <pre>
 *   B_{c,0}(x) = 1 on [t_c, t_{c+1}),   t_c = a + (c - k) h,   h = (b - a)/G                                (1)
 *   B_{c,p}(x) = (x - t_c)/(p h) B_{c,p-1}(x) + (t_{c+p+1} - x)/(p h) B_{c+1,p-1}(x)                        (2)
 *   Σ_c B_c = 1 on [a, b],   c = 0 … G+k-1                                                                  (3)
 * </pre>
 *
 * Not clamped: outside [a, b] the functions go on until their knots end. Half-open cells; at the right end the next cell
 * counts, which changes nothing for k ≥ 1. Accuracy: rounding. Source: [deBoor2001].
 *
 * @param cells G
 * @param degree k in [0, 10]
 * @param low a
 * @param high b
 */
public record UniformSplines(int cells, int degree, double low, double high) implements EdgeBasis {
    /** Checked. */
    public UniformSplines {
        Require.that(cells >= 1 && cells <= 100_000, "cells", "be in [1, 100000]", cells);
        Require.that(degree >= 0 && degree <= 10, "degree", "be in [0, 10]", degree);
        Require.finite("low", low);
        Require.that(Double.isFinite(high) && high > low, "high", "be finite and > low = " + low, high);
    }

    /** On [-1, 1]. */
    public static UniformSplines onSymmetricInterval(int cells, int degree) {
        return new UniformSplines(cells, degree, -1, 1);
    }

    @Override
    public int size() {
        return cells + degree;
    }

    /** The position of x in units of cells from the left end. */
    private double position(double x) {
        return (x - low) * cells / (high - low);
    }

    @Override
    public double[] values(double x) {
        double[] all = new double[size()];
        double position = position(x);
        int cell = (int) Math.floor(position);
        if (!(position >= -degree && position < cells + degree)) {
            return all;
        }
        double[] local = new double[degree + 1];
        SplineKernels.nonzero(position - cell, degree, local);
        for (int i = 0; i <= degree; i++) {
            int c = cell + i;
            if (c >= 0 && c < all.length) {
                all[c] = local[i];
            }
        }
        return all;
    }

    @Override
    public double[] breaks() {
        double[] knots = new double[cells - 1];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = low + (high - low) * (i + 1) / cells;
        }
        return knots;
    }

    /** The same degree on half the cell width: every spline here is one there. */
    public UniformSplines refined() {
        return new UniformSplines(2 * cells, degree, low, high);
    }
}
