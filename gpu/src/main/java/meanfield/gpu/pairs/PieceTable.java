package meanfield.gpu.pairs;

import meanfield.core.Require;

/**
 * Both series of a zonal kernel cut into pieces of equal width, each a polynomial of degree 11 in powers.
 *
 * <pre>
 *   κ(θ) = Σ_k a_pk t^k,   τ(θ) = Σ_k b_pk t^k,   p = ⌊Pθ/π⌋,   t = 2(Pθ/π - p) - 1 in [-1, 1]              (1)
 * </pre>
 *
 * A thread then needs one multiplication a coefficient and kernel, where the series themselves take three and as many times
 * more terms: ten layers of ReLU have degree 33, or 8 pieces. Powers are as good as Chebyshev polynomials here, because the
 * coefficients fall fast. P is doubled from 8 until the next twelve Chebyshev coefficients of every piece are below 2e-16 Σ (10 + k)|c_k|,
 * what the rounding of an angle does to the sum.
 */
final class PieceTable {
    /** Coefficients of a piece, {@code PIECE_SIZE} of the kernel. */
    static final int SIZE = 12;

    private static final int NODES = 2 * SIZE;
    private static final int FEWEST = 8;
    private static final int MOST = 1 << 16;
    private static final double ROUNDING = 2e-16;

    private final int pieces;
    private final double[] coefficients;

    private PieceTable(int pieces, double[] coefficients) {
        this.pieces = pieces;
        this.coefficients = coefficients;
    }

    /** The table of two series Σ_k c_k T_k(2θ/π - 1). */
    static PieceTable of(double[] nngp, double[] ntk) {
        double[][] weights = weights();
        for (int pieces = FEWEST; pieces <= MOST; pieces *= 2) {
            double[] coefficients = new double[2 * SIZE * pieces];
            if (fill(nngp, pieces, weights, coefficients, 0) && fill(ntk, pieces, weights, coefficients, 1)) {
                return new PieceTable(pieces, coefficients);
            }
        }
        throw new IllegalArgumentException(
                "kernel must be smooth on the scale of pi/" + MOST + ", got series of degree " + (nngp.length - 1));
    }

    /** False where a piece needs more coefficients. */
    private static boolean fill(double[] series, int pieces, double[][] weights, double[] out, int kernel) {
        double tail = 0;
        for (int k = 0; k < series.length; k++) {
            tail += ROUNDING * (10 + k) * Math.abs(series[k]);
        }
        double[] values = new double[NODES];
        double[] chebyshev = new double[NODES];
        for (int p = 0; p < pieces; p++) {
            for (int j = 0; j < NODES; j++) {
                double t = cosine(2 * j + 1);
                values[j] = value(series, (2 * p + 1 + t) / pieces, (2 * (pieces - 1 - p) + 1 - t) / pieces);
            }
            for (int k = 0; k < NODES; k++) {
                chebyshev[k] = 0;
                for (int j = 0; j < NODES; j++) {
                    chebyshev[k] += weights[k][j] * values[j];
                }
                if (k >= SIZE && Math.abs(chebyshev[k]) > tail) {
                    return false;
                }
            }
            addPowers(chebyshev, out, 2 * SIZE * p + kernel);
        }
        return true;
    }

    /** Row k takes values at the nodes to c_k. */
    private static double[][] weights() {
        double[][] weights = new double[NODES][NODES];
        for (int k = 0; k < NODES; k++) {
            for (int j = 0; j < NODES; j++) {
                weights[k][j] = (k == 0 ? 1.0 : 2.0) / NODES * cosine(k * (2 * j + 1));
            }
        }
        return weights;
    }

    /** cos(πm/(2·NODES)), from an angle of at most π/2: the rounding of a larger one would be seen in c_k. */
    private static double cosine(int m) {
        int turn = m % (4 * NODES);
        int half = Math.min(turn, 4 * NODES - turn);
        return half <= NODES
                ? Math.cos(Math.PI * half / (2 * NODES))
                : -Math.cos(Math.PI * (2 * NODES - half) / (2 * NODES));
    }

    /** Σ c_k T_k(t) in powers of t, by T_{k+1} = 2t T_k - T_{k-1}; every second entry of {@code out}. */
    private static void addPowers(double[] chebyshev, double[] out, int offset) {
        double[] before = new double[SIZE + 1];
        double[] current = new double[SIZE + 1];
        current[0] = 1;
        for (int k = 0; k < SIZE; k++) {
            double[] next = new double[SIZE + 1];
            for (int m = 0; m <= k; m++) {
                out[offset + 2 * m] += chebyshev[k] * current[m];
                next[m + 1] += (k == 0 ? 1 : 2) * current[m];
                next[m] -= k == 0 ? 0 : before[m];
            }
            before = current;
            current = next;
        }
    }

    /** Reinsch's form of Clenshaw's recurrence, from the nearer end: the distances from both add up to 2. */
    private static double value(double[] coefficients, double fromLeft, double fromRight) {
        int end = fromLeft < fromRight ? -1 : 1;
        double e = Math.min(fromLeft, fromRight);
        double b = 0;
        double d = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            d = coefficients[k] - end * (2 * e * b - d);
            b = d + end * b;
        }
        return coefficients[0] + end * (d - e * b);
    }

    int pieces() {
        return pieces;
    }

    /** a_p0, b_p0, a_p1, b_p1, …, with b times a factor. */
    double[] coefficients(double tangentRatio) {
        Require.finite("tangentRatio", tangentRatio);
        double[] scaled = coefficients.clone();
        for (int k = 1; k < scaled.length; k += 2) {
            scaled[k] *= tangentRatio;
        }
        return scaled;
    }
}
