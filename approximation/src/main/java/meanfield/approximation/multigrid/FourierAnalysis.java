package meanfield.approximation.multigrid;

import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/**
 * Spectral radius of the two-grid method from its blocks of sine modes, exact on a finite grid.
 *
 * <pre>
 *   modes θ and π - θ, in every direction, mix:   E = S^ν₂ (I - p (1/â_2h) pᵀ Â) S^ν₁,   S = 1 - ω â/a            (1)
 *   â = Σ (4/h²) sin²(θ/2),   p = Π {cos²(θ/2) or -sin²(θ/2)},   â_2h = Σ (1/h²) sin²θ
 * </pre>
 *
 * Blocks are 2 × 2 in one dimension and 4 × 4 in two; modes with θ = π/2 in some direction are invisible to the coarse grid and
 * are only smoothed. Independent of {@link MultigridCycle}. Source: [Briggs2000].
 */
public final class FourierAnalysis {
    private FourierAnalysis() {}

    /** Largest magnitude of the eigenvalues of the two-grid iteration; cost n^d small eigenvalue problems. */
    public static double twoGridRadius(Grid grid, double damping, int preSmoothing, int postSmoothing) {
        Require.present("grid", grid);
        Require.that(damping > 0 && damping <= 2, "damping", "be in (0, 2]", damping);
        Require.that(grid.coarsens(), "points", "be at least 3", grid.points());
        int visible = grid.coarser().points();
        double largest = 0;
        for (int k = 1; k <= visible; k++) {
            for (int l = 1; l <= (grid.dimension() == 1 ? 1 : k); l++) {
                double[][] block = block(grid, k, l);
                largest = Math.max(largest, blockRadius(grid, block, damping, preSmoothing, postSmoothing));
            }
        }
        return Math.max(largest, invisible(grid, damping, preSmoothing + postSmoothing));
    }

    /** Symbols â, weights p, and in the last row the coarse symbol alone. */
    private static double[][] block(Grid grid, int k, int l) {
        double h = grid.spacing();
        int size = 1 << grid.dimension();
        double[][] result = new double[3][size];
        for (int i = 0; i < size; i++) {
            double s = sineSquared(k, h, (i & 1) == 1);
            result[1][i] = (i & 1) == 1 ? s - 1 : 1 - s;
            result[0][i] = 4 * s / (h * h);
            if (grid.dimension() == 2) {
                double t = sineSquared(l, h, (i & 2) == 2);
                result[0][i] += 4 * t / (h * h);
                result[1][i] *= (i & 2) == 2 ? t - 1 : 1 - t;
            }
        }
        double first = Math.sin(Math.PI * k * h);
        double second = grid.dimension() == 1 ? 0 : Math.sin(Math.PI * l * h);
        result[2][0] = (first * first + second * second) / (h * h);
        return result;
    }

    /** sin²(θ/2) of the mode k, or of its partner n + 1 - k. */
    private static double sineSquared(int k, double h, boolean partner) {
        double s = Math.sin(Math.PI * k * h / 2);
        return partner ? 1 - s * s : s * s;
    }

    private static double blockRadius(Grid grid, double[][] block, double damping, int pre, int post) {
        int size = block[0].length;
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double correction = block[1][i] * block[1][j] * block[0][j] / block[2][0];
                double left = Math.pow(1 - damping * block[0][i] / grid.diagonal(), post);
                double right = Math.pow(1 - damping * block[0][j] / grid.diagonal(), pre);
                matrix.set(i, j, left * ((i == j ? 1 : 0) - correction) * right);
            }
        }
        return SpectralRadius.radius(matrix);
    }

    private static double invisible(Grid grid, double damping, int steps) {
        int n = grid.points();
        double h = grid.spacing();
        double largest = 0;
        for (int l = 1; l <= (grid.dimension() == 1 ? 1 : n); l++) {
            double symbol = 0.5 + (grid.dimension() == 1 ? 0 : sineSquared(l, h, false));
            double smoothed = 1 - damping * 4 * symbol / (h * h * grid.diagonal());
            largest = Math.max(largest, Math.pow(Math.abs(smoothed), steps));
        }
        return largest;
    }
}
