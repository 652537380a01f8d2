package meanfield.core.linalg;

import meanfield.core.Finite;
import meanfield.core.Require;
import org.ejml.data.DMatrixRMaj;

/** Argument checks that all implementations share, plug-ins too; every message is one line. */
public final class MatrixChecks {
    /** Largest order whose n² entries fit a Java array. */
    static final int MAX_ORDER = 46_340;

    private MatrixChecks() {}

    /** Every entry finite; the first that is not is named. */
    public static DMatrixRMaj finite(String name, DMatrixRMaj matrix) {
        Require.present(name, matrix);
        int size = matrix.getNumElements();
        double[] values = matrix.data;
        if (Finite.all(values, size)) {
            return matrix;
        }
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(values[i])) {
                String entry = name + "[" + i / matrix.numCols + "][" + i % matrix.numCols + "]";
                Require.finite(entry, values[i]);
            }
        }
        return matrix;
    }

    /** Square, with a finite lower triangle. */
    public static DMatrixRMaj square(String name, DMatrixRMaj matrix) {
        Require.present(name, matrix);
        Require.that(
                matrix.numRows == matrix.numCols,
                name,
                "be square",
                matrix.numRows + " rows, " + matrix.numCols + " columns");
        return finiteLower(name, matrix);
    }

    /** Only the lower triangle of a symmetric matrix is read, so only it is checked. */
    private static DMatrixRMaj finiteLower(String name, DMatrixRMaj matrix) {
        int n = matrix.numCols;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = matrix.data[i * n + j];
                if (!Double.isFinite(value)) {
                    Require.finite(name + "[" + i + "][" + j + "]", value);
                }
            }
        }
        return matrix;
    }

    /** {@code a has 9 columns, b has 10 rows}. */
    public static void equal(int left, String leftWords, int right, String rightWords) {
        if (left != right) {
            throw new IllegalArgumentException(leftWords.replace("#", Integer.toString(left)) + ", "
                    + rightWords.replace("#", Integer.toString(right)));
        }
    }

    /** Entries that a Java array can hold. */
    public static void storable(String name, long rows, long cols) {
        Require.that(
                rows * cols <= (long) MAX_ORDER * MAX_ORDER,
                name,
                "fit an array of 2^31 entries (work by tiles beyond)",
                rows + " x " + cols);
    }

    /** A range within 0 … size. */
    public static void range(String name, int from, int to, int size) {
        Require.that(0 <= from && from <= to && to <= size, name, "be a range within 0 … " + size, from + " … " + to);
    }

    /** An array with room for a matrix. */
    public static void room(double[] out, int rows, int cols) {
        Require.that(
                out.length >= (long) rows * cols,
                "out",
                "have room for " + (long) rows * cols + " entries",
                out.length);
    }

    /** Arguments of {@link LinearAlgebra.GramTiles#tile} where there are so many rows and columns. */
    public static void tile(int rows, int columns, int rowFrom, int rowTo, int colFrom, int colTo, double[] out) {
        range("the tile's rows", rowFrom, rowTo, rows);
        range("the tile's columns", colFrom, colTo, columns);
        room(Require.present("out", out), rowTo - rowFrom, colTo - colFrom);
    }

    /** Arguments of A B. */
    public static void product(DMatrixRMaj a, DMatrixRMaj b) {
        finite("a", a);
        finite("b", b);
        equal(a.numCols, "a has # columns", b.numRows, "b has # rows");
    }

    /** Arguments of Aᵀ B. */
    public static void productTransA(DMatrixRMaj a, DMatrixRMaj b) {
        finite("a", a);
        finite("b", b);
        equal(a.numRows, "a has # rows", b.numRows, "b has #");
    }

    /** Arguments of A Bᵀ. */
    public static void productTransB(DMatrixRMaj a, DMatrixRMaj b, String nameA, String nameB) {
        finite(nameA, a);
        finite(nameB, b);
        equal(a.numCols, nameA + " has # columns", b.numCols, nameB + " has #");
    }
}
