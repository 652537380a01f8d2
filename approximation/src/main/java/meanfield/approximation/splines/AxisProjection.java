package meanfield.approximation.splines;

import meanfield.core.quadrature.QuadratureRule;

/**
 * Least squares in B-splines along one axis, prepared once for many right-hand sides.
 *
 * <pre>
 *   c = (Bᵀ W B)^-1 Bᵀ W y,   B_{sc} = B_c(x_s),   W the Gauss weights of k + 2 nodes a cell                  (1)
 * </pre>
 *
 * Banded Cholesky factorization of the Gram matrix (scaled to unit diagonal), two steps of refinement by the residual: cost
 * O((G+k) k²) once and O((G+k) k) for each line.
 */
final class AxisProjection {
    private static final int PASSES = 3;

    private final int cells;
    private final int degree;
    private final double[] nodes;
    private final double[] weights;
    private final double[][] local;
    private final double[] scale;
    private final double[][] factor;

    /** The projection onto splines of this degree on this many cells of the unit interval. */
    AxisProjection(int cells, int degree) {
        this.cells = cells;
        this.degree = degree;
        int perCell = degree + 2;
        QuadratureRule rule = QuadratureRule.gaussLegendre(perCell);
        nodes = new double[perCell];
        weights = new double[perCell];
        local = new double[perCell][degree + 1];
        for (int i = 0; i < perCell; i++) {
            nodes[i] = 0.5 * (1 + rule.node(i));
            weights[i] = 0.5 * rule.weight(i);
            SplineKernels.nonzero(nodes[i], degree, local[i]);
        }
        double[][] gram = gram();
        int n = cells + degree;
        scale = new double[n];
        for (int c = 0; c < n; c++) {
            scale[c] = 1 / Math.sqrt(gram[c][0]);
        }
        for (int c = 0; c < n; c++) {
            for (int j = 0; j <= degree && c + j < n; j++) {
                gram[c][j] *= scale[c] * scale[c + j];
            }
        }
        BandKernels.factorize(gram, degree);
        factor = gram;
    }

    /** Number of sites, cells·(degree + 2). */
    int sites() {
        return cells * nodes.length;
    }

    /** The s-th site in [0, 1]. */
    double site(int s) {
        return (s / nodes.length + nodes[s % nodes.length]) / cells;
    }

    /** The upper bands of BᵀWB: gram[c][j] couples c and c + j. */
    private double[][] gram() {
        double[][] gram = new double[cells + degree][degree + 1];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < nodes.length; i++) {
                for (int a = 0; a <= degree; a++) {
                    for (int b = a; b <= degree; b++) {
                        gram[cell + a][b - a] += weights[i] * local[i][a] * local[i][b];
                    }
                }
            }
        }
        return gram;
    }

    /** Equation (1) for the values at all sites. */
    double[] coefficients(double[] values) {
        double[] c = new double[cells + degree];
        double[] residual = values.clone();
        for (int pass = 0; pass < PASSES; pass++) {
            double[] step = new double[c.length];
            for (int s = 0; s < residual.length; s++) {
                int cell = s / nodes.length;
                int i = s % nodes.length;
                for (int a = 0; a <= degree; a++) {
                    step[cell + a] += weights[i] * local[i][a] * residual[s];
                }
            }
            for (int k = 0; k < step.length; k++) {
                step[k] *= scale[k];
            }
            BandKernels.solve(factor, degree, step);
            for (int k = 0; k < step.length; k++) {
                c[k] += scale[k] * step[k];
            }
            for (int s = 0; s < residual.length; s++) {
                int cell = s / nodes.length;
                double fit = 0;
                for (int a = 0; a <= degree; a++) {
                    fit += local[s % nodes.length][a] * c[cell + a];
                }
                residual[s] = values[s] - fit;
            }
        }
        return c;
    }
}
