package meanfield.approximation.certified;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.solve.LinearProgram;
import org.ejml.data.DMatrixRMaj;

/**
 * The pieces on which a small ReLU network is affine, by enumeration of its activation patterns with linear programs.
 *
 * <pre>
 *   z_k(x) ≥ 0 for active units, ≤ 0 for the others;   a piece counts if it has an interior                  (1)
 *   exact range: max and min of the affine output over every piece                                          (2)
 *   exact Lipschitz constant: largest spectral norm of the slopes                                           (3)
 * </pre>
 *
 * Depth first, unit by unit, with one program each: cost grows with the number of pieces, so that networks beyond some
 * twenty units are refused. Accuracy 1e-10.
 */
public final class LinearRegions {
    private static final int LARGEST = 24;
    private static final double INTERIOR = 1e-9;

    private final List<Piece> pieces;

    private LinearRegions(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * One piece.
     *
     * @param slope output = slope x + offset on it
     * @param offset constant
     * @param domain its inequalities
     */
    public record Piece(double[][] slope, double[] offset, LinearProgram domain) {}

    /** The pieces over a box, or over the whole space. */
    public static LinearRegions of(ReluNetwork network, Optional<Bounds.Range> box) {
        int units = 0;
        for (int k = 0; k < network.layers() - 1; k++) {
            units += network.weights().get(k).length;
        }
        Require.that(units <= LARGEST, "hidden units", "be at most " + LARGEST, units);
        int d = network.inputs();
        List<double[]> rows = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        box.ifPresent(range -> {
            for (int i = 0; i < d; i++) {
                rows.add(unit(d, i, 1));
                bounds.add(range.upper()[i]);
                rows.add(unit(d, i, -1));
                bounds.add(-range.lower()[i]);
            }
        });
        double[][] identity = new double[d][];
        for (int i = 0; i < d; i++) {
            identity[i] = unit(d, i, 1);
        }
        List<Piece> pieces = new ArrayList<>();
        new Search(network, pieces).layer(0, identity, new double[d], rows, bounds);
        return new LinearRegions(pieces);
    }

    private static double[] unit(int d, int i, double value) {
        double[] row = new double[d];
        row[i] = value;
        return row;
    }

    private record Search(ReluNetwork network, List<Piece> pieces) {
        /** h = slope x + offset enters affine map k. */
        void layer(int k, double[][] slope, double[] offset, List<double[]> rows, List<Double> bounds) {
            double[][] z = BoundKernels.product(network.weights().get(k), slope);
            double[] c = network.biases().get(k).clone();
            BoundKernels.addProduct(network.weights().get(k), offset, c);
            if (k == network.layers() - 1) {
                pieces.add(new Piece(z, c, new LinearProgram(rows, bounds)));
            } else {
                units(k, 0, z, c, rows, bounds);
            }
        }

        private void units(int k, int i, double[][] z, double[] c, List<double[]> rows, List<Double> bounds) {
            if (i == z.length) {
                layer(k + 1, z, c, rows, bounds);
                return;
            }
            for (int active = 0; active < 2; active++) {
                // z_i ≥ 0 as -z_i·x ≤ c_i; z_i ≤ 0 as z_i·x ≤ -c_i
                double sign = active == 1 ? -1 : 1;
                List<double[]> more = new ArrayList<>(rows);
                List<Double> limits = new ArrayList<>(bounds);
                double[] row = z[i].clone();
                for (int j = 0; j < row.length; j++) {
                    row[j] *= sign;
                }
                more.add(row);
                limits.add(-sign * c[i]);
                if (hasInterior(more, limits)) {
                    double[][] next = z.clone();
                    double[] offset = c.clone();
                    if (active == 0) {
                        next[i] = new double[row.length];
                        offset[i] = 0;
                    }
                    units(k, i + 1, next, offset, more, limits);
                }
            }
        }

        /** max t, t ≤ 1, a_k·x + |a_k| t ≤ b_k. */
        private static boolean hasInterior(List<double[]> rows, List<Double> bounds) {
            int d = rows.get(0).length;
            List<double[]> wide = new ArrayList<>();
            List<Double> limits = new ArrayList<>(bounds);
            for (double[] row : rows) {
                double[] wider = java.util.Arrays.copyOf(row, d + 1);
                for (double entry : row) {
                    wider[d] += entry * entry;
                }
                wider[d] = Math.sqrt(wider[d]);
                wide.add(wider);
            }
            double[] objective = unit(d + 1, d, 1);
            wide.add(objective);
            limits.add(1.0);
            return new LinearProgram(wide, limits).maximum(objective).orElse(-1) > INTERIOR;
        }
    }

    /** Number of pieces with an interior. */
    public int size() {
        return pieces.size();
    }

    /** The pieces. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** Equation (2). */
    public Bounds.Range range() {
        int outputs = pieces.get(0).offset.length;
        double[] low = new double[outputs];
        double[] high = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            low[o] = Double.POSITIVE_INFINITY;
            high[o] = Double.NEGATIVE_INFINITY;
            for (Piece piece : pieces) {
                double[] up = piece.slope[o].clone();
                double[] down = up.clone();
                for (int j = 0; j < down.length; j++) {
                    down[j] = -down[j];
                }
                high[o] = Math.max(
                        high[o], piece.offset[o] + piece.domain.maximum(up).orElse(-1e300));
                low[o] = Math.min(
                        low[o], piece.offset[o] - piece.domain.maximum(down).orElse(-1e300));
            }
        }
        return new Bounds.Range(low, high);
    }

    /** Equation (3). */
    public double lipschitzConstant() {
        double largest = 0;
        for (Piece piece : pieces) {
            largest = Math.max(largest, spectralNorm(piece.slope));
        }
        return largest;
    }

    /** The largest singular value. */
    static double spectralNorm(double[][] matrix) {
        DMatrixRMaj a = new DMatrixRMaj(matrix);
        double[] values = LinearAlgebras.ejml()
                .symmetricEigen(LinearAlgebras.ejml().gram(a))
                .values();
        return Math.sqrt(Math.max(0, values[values.length - 1]));
    }
}
