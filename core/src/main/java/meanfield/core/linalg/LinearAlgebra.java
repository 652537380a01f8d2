package meanfield.core.linalg;

import java.nio.DoubleBuffer;
import java.util.Optional;
import meanfield.core.Require;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairStep;
import org.ejml.data.DMatrixRMaj;

/**
 * Dense linear algebra in double precision behind one interface: OpenBLAS where it loads, EJML otherwise, a GPU where a
 * plug-in brings one and it is asked for; {@link LinearAlgebras} chooses. Matrices are row-major; results are fresh and the caller's; arguments are never changed.
 * Implementations are thread-safe. Inside experiments BLAS runs on one thread, so that the bits do not depend on the
 * number of threads.
 */
public interface LinearAlgebra {
    /** Short name: {@code ejml}, {@code native} or {@code gpu}. */
    String name();

    /** One line for people and manifests: library, version, what it runs on. */
    String description();

    /** A B; rows of A × columns of B. */
    DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b);

    /** Aᵀ B. */
    DMatrixRMaj multiplyTransA(DMatrixRMaj a, DMatrixRMaj b);

    /** A Bᵀ. */
    DMatrixRMaj multiplyTransB(DMatrixRMaj a, DMatrixRMaj b);

    /** X Xᵀ, exactly symmetric. */
    DMatrixRMaj gram(DMatrixRMaj x);

    /** Inner products of the rows of X and Y tile by tile, for kernels that are never stored whole. */
    GramTiles gramTiles(DMatrixRMaj x, DMatrixRMaj y);

    /**
     * out += T X with a tile T (rows of out × rows of X, row-major, from the buffer's position on): a matrix that comes from
     * a file in pieces. A direct buffer of native byte order is read in place where the library can; the buffer's position
     * stays as it is.
     */
    default void addTileProduct(DoubleBuffer tile, DMatrixRMaj x, DMatrixRMaj out) {
        TileProducts.add(out, multiply(TileProducts.onHeap(tile, out.numRows, x.numRows), x));
    }

    /** out += Tᵀ X with a tile T (rows of X × rows of out), otherwise as {@link #addTileProduct}. */
    default void addTileProductTransA(DoubleBuffer tile, DMatrixRMaj x, DMatrixRMaj out) {
        TileProducts.add(out, multiplyTransA(TileProducts.onHeap(tile, x.numRows, out.numRows), x));
    }

    /**
     * What computes whole kernels of pairs where their inner products are, for callers that can say their formulas as {@link
     * PairStep}s; empty where the products have to come back first.
     */
    default Optional<PairEngine> pairEngine() {
        return Optional.empty();
    }

    /** Cholesky factorization A = L Lᵀ of a symmetric matrix; the lower triangle is read. */
    Cholesky cholesky(DMatrixRMaj a);

    /**
     * Cholesky factorization of A + shift I, shift &ge; 0: a regularized kernel. A library that copies A anyway shifts its
     * copy, so that large matrices are not held once more.
     */
    default Cholesky cholesky(DMatrixRMaj a, double shift) {
        Require.nonNegative("shift", shift);
        if (shift == 0) {
            return cholesky(a);
        }
        DMatrixRMaj shifted = a.copy();
        for (int i = 0; i < Math.min(shifted.numRows, shifted.numCols); i++) {
            shifted.add(i, i, shift);
        }
        return cholesky(shifted);
    }

    /** Eigenvalues ascending and eigenvectors of a symmetric matrix; the lower triangle is read. */
    SymmetricEigen symmetricEigen(DMatrixRMaj a);

    /**
     * The rows' inner products, tile by tile. X and Y are copied when the tiles are made. Thread-safe; close it to free
     * native memory. The bits of a tile depend on its range alone; the same inner product may differ in the last bit
     * between tiles of other ranges, and between (i, j) and (j, i), so compute one triangle of a symmetric kernel. Sides
     * of 128 and more run at full speed.
     */
    interface GramTiles extends AutoCloseable {
        /**
         * out[(i - rowFrom)(colTo - colFrom) + (j - colFrom)] = x_i · y_j for rowFrom ≤ i &lt; rowTo, colFrom ≤ j &lt; colTo.
         */
        void tile(int rowFrom, int rowTo, int colFrom, int colTo, double[] out);

        @Override
        void close();
    }
}
