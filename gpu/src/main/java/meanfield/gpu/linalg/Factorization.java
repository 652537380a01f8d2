package meanfield.gpu.linalg;

import meanfield.core.linalg.Cholesky;
import meanfield.core.linalg.ConditionEstimate;
import meanfield.core.linalg.DenseCholesky;
import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.linalg.Workbench.Part;
import org.ejml.data.DMatrixRMaj;

/**
 * Cholesky factorization in place on the device, from the left upper corner on.
 *
 * <pre>
 *   L_kk from A_kk = L_kk L_kkᵀ (on the host),   P = A_{&gt;k,k} L_kk⁻ᵀ,   A_{&gt;k,&gt;k} -= P Pᵀ                          (1)
 * </pre>
 *
 * with blocks of {@value #BLOCK} columns: all but the first formula are n³/3 multiplications of cuBLAS.
 */
final class Factorization {
    static final int BLOCK = 256;

    private final Workbench bench;

    Factorization(Workbench bench) {
        this.bench = bench;
    }

    /** Whether a matrix of this order fits. */
    boolean fits(int n) {
        return (double) n * n + 2.0 * BLOCK * BLOCK <= bench.room();
    }

    /** The factorization of A + shift I; {@code norm} is its 1-norm, {@code solver} solves with L later. */
    Cholesky factor(DMatrixRMaj a, double shift, double norm, LaterSolver solver) {
        int n = a.numRows;
        try (DeviceMemory matrix = bench.allocate((long) n * n)) {
            bench.upload(a, matrix);
            int bad = factor(matrix, n, shift);
            if (bad >= 0) {
                return DenseCholesky.failed(n, bad);
            }
            DMatrixRMaj lower = new DMatrixRMaj(n, n);
            bench.download(matrix, lower);
            clearUpper(lower);
            double inverse =
                    ConditionEstimate.inverseNorm1(n, x -> solve(matrix, n, new DMatrixRMaj(n, 1, true, x)).data);
            return DenseCholesky.of(lower, norm * inverse, b -> solver.solve(lower, b));
        }
    }

    /** Solves with a factor that lies on the heap again. */
    interface LaterSolver {
        DMatrixRMaj solve(DMatrixRMaj lower, DMatrixRMaj b);
    }

    /** Index of the pivot that is not positive, or -1. */
    private int factor(DeviceMemory matrix, int n, double shift) {
        double[] block = new double[BLOCK * BLOCK];
        try (DeviceMemory corner = bench.allocate(BLOCK * BLOCK)) {
            for (int k = 0; k < n; k += BLOCK) {
                int size = Math.min(BLOCK, n - k);
                int rest = n - k - size;
                Operand diagonal = Operand.of(bench.at(matrix, (long) k * n + k), n);
                Operand packed = Operand.of(corner.at(0), size);
                bench.blas().copy(size, size, diagonal, packed);
                bench.download(corner, size * size, block);
                int bad = FactorKernels.factor(block, size, shift);
                if (bad >= 0) {
                    return k + bad;
                }
                bench.upload(new DMatrixRMaj(size, size, true, java.util.Arrays.copyOf(block, size * size)), corner);
                bench.blas().copy(size, size, packed, diagonal);
                if (rest > 0) {
                    Operand panel = Operand.of(bench.at(matrix, (long) (k + size) * n + k), n);
                    Operand trailing = Operand.of(bench.at(matrix, (long) (k + size) * n + k + size), n);
                    bench.blas().solveLowerFromRight(rest, size, packed, panel);
                    bench.blas().rankUpdate(rest, size, -1, panel, 1, trailing);
                }
            }
            bench.synchronize();
        }
        return -1;
    }

    private DMatrixRMaj solve(DeviceMemory lower, int n, DMatrixRMaj b) {
        DMatrixRMaj solution = new DMatrixRMaj(n, b.numCols);
        Operand factor = Operand.of(lower.at(0), n);
        double left = bench.room();
        int columns = (int) Math.max(1, Math.min(b.numCols, left / n));
        try (DeviceMemory x = bench.allocate((long) n * columns)) {
            for (int from = 0; from < b.numCols; from += columns) {
                int count = Math.min(columns, b.numCols - from);
                bench.upload(b, new Part(0, n, from, count), x);
                bench.blas().solveLower(n, count, factor, Operand.of(x.at(0), count));
                bench.blas().solveLower(n, count, factor.transpose(), Operand.of(x.at(0), count));
                bench.download(x, solution, new Part(0, n, from, count));
            }
        }
        return solution;
    }

    /** L⁻ᵀ L⁻¹ B with L from the heap. */
    DMatrixRMaj solve(DMatrixRMaj lower, DMatrixRMaj b) {
        try (DeviceMemory factor = bench.allocate((long) lower.numRows * lower.numRows)) {
            bench.upload(lower, factor);
            return solve(factor, lower.numRows, b);
        }
    }

    private static void clearUpper(DMatrixRMaj a) {
        for (int i = 0; i < a.numRows; i++) {
            java.util.Arrays.fill(a.data, i * a.numCols + i + 1, (i + 1) * a.numCols, 0);
        }
    }
}
