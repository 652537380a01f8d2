package meanfield.gpu.linalg;

import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.linalg.Workbench.Part;
import org.ejml.data.DMatrixRMaj;

/**
 * Products of any size, in blocks that fit the device.
 *
 * <pre>
 *   C_ij = Σ_k A_ik B_kj,   mn + mk + kn ≤ 0.8 · free numbers for blocks of m × k, k × n, m × n                (1)
 * </pre>
 *
 * Where everything fits there is one block. Only sums over k are split where an inner dimension does not fit.
 */
final class Products {
    private final Workbench bench;

    Products(Workbench bench) {
        this.bench = bench;
    }

    /**
     * A matrix, or the transpose of it.
     *
     * @param matrix as it is stored
     * @param transposed whether its transpose is meant
     */
    record Factor(DMatrixRMaj matrix, boolean transposed) {
        int rows() {
            return transposed ? matrix.numCols : matrix.numRows;
        }

        int columns() {
            return transposed ? matrix.numRows : matrix.numCols;
        }
    }

    /** Sides of blocks. */
    private record Blocks(int rows, int columns, int inner) {
        static Blocks of(double room, int rows, int columns, int inner) {
            int side = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.sqrt(room / 3)));
            int m = Math.max(1, Math.min(rows, side));
            int n = Math.max(1, Math.min(columns, side));
            double left = Math.max(0, room - (double) m * n);
            int k = (int) Math.max(1, Math.min(inner, left / ((double) m + n)));
            double fits = (double) rows * columns + ((double) rows + columns) * inner;
            return fits <= room ? new Blocks(rows, columns, inner) : new Blocks(m, n, k);
        }
    }

    /** C = A B into a fresh matrix. */
    void multiply(Factor a, Factor b, DMatrixRMaj out) {
        compute(a, b, out, false);
    }

    /** The lower triangle of X Xᵀ. */
    void gram(DMatrixRMaj x, DMatrixRMaj out) {
        compute(new Factor(x, false), new Factor(x, true), out, true);
    }

    private void compute(Factor a, Factor b, DMatrixRMaj out, boolean symmetric) {
        int inner = a.columns();
        Blocks blocks = Blocks.of(bench.room(), a.rows(), b.columns(), inner);
        int rows = symmetric ? Math.max(blocks.rows, blocks.columns) : blocks.rows;
        int columns = symmetric ? rows : blocks.columns;
        try (DeviceMemory left = bench.allocate((long) rows * blocks.inner);
                DeviceMemory right = bench.allocate((long) blocks.inner * columns);
                DeviceMemory sum = bench.allocate((long) rows * columns)) {
            for (int i = 0; i < a.rows(); i += rows) {
                int m = Math.min(rows, a.rows() - i);
                for (int j = 0; j < (symmetric ? i + 1 : b.columns()); j += columns) {
                    int n = Math.min(columns, b.columns() - j);
                    for (int k = 0; k < inner; k += blocks.inner) {
                        int depth = Math.min(blocks.inner, inner - k);
                        bench.synchronize();
                        Operand x = upload(a, new Part(i, m, k, depth), left);
                        double beta = k == 0 ? 0 : 1;
                        if (symmetric && i == j) {
                            bench.blas().rankUpdate(m, depth, 1, x, beta, Operand.of(sum.at(0), n));
                        } else {
                            Operand y = upload(b, new Part(k, depth, j, n), right);
                            bench.blas().multiply(m, n, depth, 1, x, y, beta, Operand.of(sum.at(0), n));
                        }
                    }
                    bench.download(sum, out, new Part(i, m, j, n));
                }
            }
        }
    }

    /** A block of a factor, counted in the factor's own rows and columns. */
    private Operand upload(Factor from, Part part, DeviceMemory to) {
        if (from.transposed) {
            Part stored = new Part(part.columnFrom(), part.columns(), part.rowFrom(), part.rows());
            bench.upload(from.matrix, stored, to);
            return Operand.of(to.at(0), part.rows()).transpose();
        }
        bench.upload(from.matrix, part, to);
        return Operand.of(to.at(0), part.columns());
    }
}
