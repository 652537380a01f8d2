package meanfield.core.linalg;

import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * Linear algebra in Java alone, always there: factorizations by EJML, products by {@link ProductKernels}, which are
 * several times faster than EJML's on the shapes of kernel matrices. Runs on the caller's thread.
 */
final class EjmlLinearAlgebra implements LinearAlgebra {
    private static final int BAND = 256;

    @Override
    public String name() {
        return Backend.EJML.spelling();
    }

    @Override
    public String description() {
        return "EJML 0.46 with packed products in Java " + Runtime.version().feature() + ", 1 thread";
    }

    @Override
    public DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.product(a, b);
        return product(Strided.of(a), Strided.of(b));
    }

    @Override
    public DMatrixRMaj multiplyTransA(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.productTransA(a, b);
        return product(Strided.of(a).transposed(), Strided.of(b));
    }

    @Override
    public DMatrixRMaj multiplyTransB(DMatrixRMaj a, DMatrixRMaj b) {
        MatrixChecks.productTransB(a, b, "a", "b");
        return product(Strided.of(a), Strided.of(b).transposed());
    }

    private static DMatrixRMaj product(Strided a, Strided b) {
        MatrixChecks.storable("the product", a.rows(), b.columns());
        DMatrixRMaj result = new DMatrixRMaj(a.rows(), b.columns());
        ProductKernels.multiplyAdd(a, b, Strided.of(result));
        return result;
    }

    @Override
    public DMatrixRMaj gram(DMatrixRMaj x) {
        MatrixChecks.finite("x", x);
        int n = x.numRows;
        MatrixChecks.storable("the Gram matrix", n, n);
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        Strided rows = Strided.of(x);
        for (int from = 0; from < n; from += BAND) {
            int to = Math.min(n, from + BAND);
            Strided target = Strided.of(result).block(from, to, 0, to);
            ProductKernels.multiplyAdd(
                    rows.rowRange(from, to), rows.rowRange(0, to).transposed(), target);
        }
        TriangularKernels.mirrorLower(result.data, n);
        return result;
    }

    @Override
    public GramTiles gramTiles(DMatrixRMaj x, DMatrixRMaj y) {
        MatrixChecks.productTransB(x, y, "x", "y");
        DMatrixRMaj left = x.copy();
        return new HeapTiles(left, x == y ? left : y.copy());
    }

    @Override
    public Cholesky cholesky(DMatrixRMaj a) {
        MatrixChecks.square("a", a);
        int n = a.numRows;
        if (n == 0) {
            return DenseCholesky.of(new DMatrixRMaj(0, 0), 1, b -> b);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj symmetric = symmetrized(a);
        if (!solver.setA(symmetric)) {
            return DenseCholesky.failed(n, TriangularKernels.firstBadPivot(symmetrized(a).data, n));
        }
        CholeskyDecomposition_F64<? extends DMatrix> decomposition = solver.getDecomposition();
        DMatrixRMaj lower = new DMatrixRMaj(n, n);
        DConvertMatrixStruct.convert(decomposition.getT(null), lower); // EJML keeps large factors in blocks
        double inverseNorm = ConditionEstimate.inverseNorm1(n, x -> solve(solver, new DMatrixRMaj(n, 1, true, x)).data);
        double condition = TriangularKernels.symmetricNorm1(a.data, n) * inverseNorm;
        return DenseCholesky.of(lower, condition, b -> solve(solver, b));
    }

    /** EJML's solvers keep scratch arrays, so one caller at a time. */
    private static DMatrixRMaj solve(LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj b) {
        DMatrixRMaj x = new DMatrixRMaj(b.numRows, b.numCols);
        synchronized (solver) {
            solver.solve(b.copy(), x);
        }
        return x;
    }

    @Override
    public SymmetricEigen symmetricEigen(DMatrixRMaj a) {
        MatrixChecks.square("a", a);
        int n = a.numRows;
        if (n == 0) {
            return EigenOrder.converged(new double[0], new DMatrixRMaj(0, 0));
        }
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        if (!decomposition.decompose(symmetrized(a))) {
            return EigenOrder.failed(n, "the implicit QR sweeps of EJML did not converge");
        }
        return EigenOrder.of(decomposition, n);
    }

    private static DMatrixRMaj symmetrized(DMatrixRMaj a) {
        DMatrixRMaj copy = a.copy();
        TriangularKernels.mirrorLower(copy.data, a.numRows);
        return copy;
    }

    /** Copies of the rows; the panels of each tile are packed anew. */
    private record HeapTiles(DMatrixRMaj x, DMatrixRMaj y) implements GramTiles {
        @Override
        public void tile(int rowFrom, int rowTo, int colFrom, int colTo, double[] out) {
            MatrixChecks.tile(x.numRows, y.numRows, rowFrom, rowTo, colFrom, colTo, out);
            int rows = rowTo - rowFrom;
            int columns = colTo - colFrom;
            java.util.Arrays.fill(out, 0, rows * columns, 0);
            Strided target = new Strided(out, 0, rows, columns, columns, 1);
            Strided right = Strided.of(y).rowRange(colFrom, colTo).transposed();
            ProductKernels.multiplyAdd(Strided.of(x).rowRange(rowFrom, rowTo), right, target);
        }

        @Override
        public void close() {
            // nothing outside the heap
        }
    }
}
