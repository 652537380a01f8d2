package meanfield.core.tiles;

import org.ejml.data.DMatrixRMaj;

/** Rows of matrices, and loops over the columns of n × K blocks of vectors. */
public final class Blocks {
    private Blocks() {}

    /** A copy of consecutive rows. */
    public static DMatrixRMaj rows(DMatrixRMaj matrix, int from, int count) {
        DMatrixRMaj rows = new DMatrixRMaj(count, matrix.numCols);
        System.arraycopy(matrix.data, from * matrix.numCols, rows.data, 0, count * matrix.numCols);
        return rows;
    }

    /** into[from ...] = rows. */
    public static void put(DMatrixRMaj rows, int from, DMatrixRMaj into) {
        System.arraycopy(rows.data, 0, into.data, from * into.numCols, rows.getNumElements());
    }

    /** into[from ...] += rows. */
    public static void add(DMatrixRMaj rows, int from, DMatrixRMaj into) {
        int offset = from * into.numCols;
        for (int i = 0; i < rows.getNumElements(); i++) {
            into.data[offset + i] += rows.data[i];
        }
    }

    /** y_k += a_k x_k for every column k. */
    public static void addScaled(double[] a, DMatrixRMaj x, DMatrixRMaj y) {
        int columns = x.numCols;
        for (int i = 0; i < x.numRows; i++) {
            for (int k = 0; k < columns; k++) {
                y.data[i * columns + k] += a[k] * x.data[i * columns + k];
            }
        }
    }

    /** y_k = x_k + a_k y_k for every column k. */
    public static void scaleAndAdd(double[] a, DMatrixRMaj x, DMatrixRMaj y) {
        int columns = x.numCols;
        for (int i = 0; i < x.numRows; i++) {
            for (int k = 0; k < columns; k++) {
                y.data[i * columns + k] = x.data[i * columns + k] + a[k] * y.data[i * columns + k];
            }
        }
    }

    /** x_k · y_k for every column k, summed in the order of rows. */
    public static double[] dots(DMatrixRMaj x, DMatrixRMaj y) {
        int columns = x.numCols;
        double[] sums = new double[columns];
        for (int i = 0; i < x.numRows; i++) {
            for (int k = 0; k < columns; k++) {
                sums[k] += x.data[i * columns + k] * y.data[i * columns + k];
            }
        }
        return sums;
    }

    /** |x_k| for every column k. */
    public static double[] norms(DMatrixRMaj x) {
        double[] norms = dots(x, x);
        for (int k = 0; k < norms.length; k++) {
            norms[k] = Math.sqrt(norms[k]);
        }
        return norms;
    }

    /** Frobenius norm. */
    public static double norm(DMatrixRMaj x) {
        double square = 0;
        for (int i = 0; i < x.getNumElements(); i++) {
            square += x.data[i] * x.data[i];
        }
        return Math.sqrt(square);
    }

    /** a - b. */
    public static DMatrixRMaj difference(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj result = a.copy();
        for (int i = 0; i < result.getNumElements(); i++) {
            result.data[i] -= b.data[i];
        }
        return result;
    }
}
