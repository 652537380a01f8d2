package meanfield.core.twotime;

import java.util.Arrays;
import meanfield.core.Convergence;
import meanfield.core.Convergence.Status;
import meanfield.core.Require;

/**
 * The Cholesky factor of a covariance that grows row by row: Gaussian processes whose covariance at time t is known only
 * when time t has come.
 *
 * <pre>
 *   L_nj = (C_nj - Σ_{k &lt; j} L_nk L_jk)/L_jj  (j &lt; n),   L_nn² = C_nn - Σ_{k &lt; n} L_nk²                          (1)
 *   u_n = Σ_{j ≤ n} L_nj ζ_j,   ζ_j ~ N(0, 1) independent   ⇒   E u_n u_m = C_nm                                (2)
 * </pre>
 *
 * Edge cases: L_nn² below {@value #VANISHING} C_nn means that u_n follows from the earlier values; the pivot is set to
 * zero and its column skipped from then on (a deterministic direction, counted by {@link #vanished}). L_nn² below
 * -{@value #INDEFINITE} C_nn means that C is no covariance: the verdict is ill-posed and names the row.
 *
 * <p>Cost of a row: n²/2 multiplications; memory 4 n² bytes. Not thread-safe while it grows.
 */
public final class GrowingCholesky {
    /** Relative size of L_nn² that counts as zero. */
    public static final double VANISHING = 1e-9;
    /** Relative size of a negative L_nn² that rounding does not explain. */
    public static final double INDEFINITE = 1e-6;

    private static final int FIRST_ROWS = 16;

    private int rows;
    private double[] factor = new double[0];
    private int vanished;
    private Convergence convergence = new Convergence(Status.CONVERGED, 0, 0, Double.NaN, "");

    private GrowingCholesky() {}

    /** The factor of nothing. */
    public static GrowingCholesky empty() {
        return new GrowingCholesky();
    }

    /** n, the number of rows so far. */
    public int rows() {
        return rows;
    }

    /** Number of pivots that were set to zero. */
    public int vanished() {
        return vanished;
    }

    /** Converged while C is a covariance; iterations count the rows, the residual is the worst L_nn²/C_nn below zero. */
    public Convergence convergence() {
        return convergence;
    }

    /**
     * Adds row n.
     *
     * @param covariance C_n0 … C_nn at the front
     * @return L_nn, zero where it vanished
     */
    public double append(double[] covariance) {
        int n = rows;
        Require.that(covariance.length > n, "covariance", "have " + (n + 1) + " entries", covariance.length);
        int from = offset(n);
        if (offset(n + 1) > factor.length) {
            factor = Arrays.copyOf(factor, offset(Math.max(FIRST_ROWS, n + n / 2 + 1)));
        }
        double square = CholeskyKernels.nextRow(covariance, factor, n);
        double variance = covariance[n];
        rows++;
        boolean vanishes = !(square > VANISHING * variance);
        factor[from + n] = vanishes ? 0 : Math.sqrt(square);
        vanished += vanishes ? 1 : 0;
        note(n, square, variance);
        return factor[from + n];
    }

    /** Adds every sample of the next time of a correlation whose earlier times are here. */
    public void append(TwoTimeFunction covariance) {
        int samples = covariance.samples();
        int time = rows / samples;
        double[] row = new double[(time + 1) * samples];
        for (int mu = 0; mu < samples; mu++) {
            covariance.copyRow(time, mu, row);
            append(row);
        }
    }

    private void note(int n, double square, double variance) {
        double below = variance > 0 ? Math.max(0, -square / variance) : 0;
        boolean fails = !Double.isFinite(square) || variance < 0 || below > INDEFINITE || (variance == 0 && square < 0);
        double worst = Math.max(convergence.residual(), below);
        if (fails && convergence.isConverged()) {
            String detail =
                    "pivot of row " + n + " is " + square + " where the variance is " + variance + ": no covariance";
            convergence = Convergence.failed(Status.ILL_POSED, n, worst, detail);
        } else if (convergence.isConverged()) {
            convergence = new Convergence(Status.CONVERGED, rows, worst, Double.NaN, "");
        }
    }

    /** L_nj for j ≤ n. */
    public double at(int n, int j) {
        Require.that(n < rows && j >= 0 && j <= n, "(n, j)", "have 0 <= j <= n < " + rows, n + ", " + j);
        return factor[offset(n) + j];
    }

    /** Copies L_n0 … L_nn to the front of {@code out}. */
    public void copyRow(int n, double[] out) {
        Require.that(n >= 0 && n < rows, "n", "be in [0, " + rows + ")", n);
        System.arraycopy(factor, offset(n), out, 0, n + 1);
    }

    static int offset(int n) {
        return Math.multiplyExact(n, n + 1) / 2;
    }

    @Override
    public String toString() {
        return "Cholesky factor of " + rows + " rows, " + vanished + " vanishing pivots, " + convergence;
    }
}
