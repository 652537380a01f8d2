package meanfield.core.linalg;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;

/**
 * The rows of X and Y in native memory, copied there once. A tile is one dgemm into a small native buffer, taken from a
 * queue and given back, so that there are as many buffers as threads ever worked at once.
 */
final class OpenBlasTiles implements LinearAlgebra.GramTiles {
    private final int rowCount;
    private final int columnCount;
    private final int dimension;
    private final int threads;
    private final DoublePointer x;
    private final DoublePointer y;
    private final ConcurrentLinkedQueue<DoublePointer> buffers = new ConcurrentLinkedQueue<>();
    /** Tiles read, closing writes: native memory is never freed under a running product. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    OpenBlasTiles(DMatrixRMaj x, DMatrixRMaj y, int threads) {
        this.rowCount = x.numRows;
        this.columnCount = y.numRows;
        this.dimension = x.numCols;
        this.threads = threads;
        this.x = OpenBlasLinearAlgebra.copy(x);
        this.y = x == y ? this.x : OpenBlasLinearAlgebra.copy(y);
    }

    @Override
    public void tile(int rowFrom, int rowTo, int colFrom, int colTo, double[] out) {
        MatrixChecks.tile(rowCount, columnCount, rowFrom, rowTo, colFrom, colTo, out);
        int rows = rowTo - rowFrom;
        int columns = colTo - colFrom;
        if (dimension == 0) {
            java.util.Arrays.fill(out, 0, rows * columns, 0);
        } else if (rows > 0 && columns > 0) {
            use.readLock().lock();
            try {
                if (closed) {
                    throw new IllegalStateException("the tiles are closed");
                }
                compute(rowFrom, rows, colFrom, columns, out);
            } finally {
                use.readLock().unlock();
            }
        }
    }

    private void compute(int rowFrom, int rows, int colFrom, int columns, double[] out) {
        DoublePointer buffer = borrow((long) rows * columns);
        DoublePointer left = row(x, rowFrom);
        DoublePointer right = row(y, colFrom);
        try {
            OpenBlasLibrary.run(
                    threads,
                    () -> cblas_dgemm(
                            CblasRowMajor,
                            CblasNoTrans,
                            CblasTrans,
                            rows,
                            columns,
                            dimension,
                            1,
                            left,
                            dimension,
                            right,
                            dimension,
                            0,
                            buffer,
                            columns));
            buffer.get(out, 0, rows * columns);
        } finally {
            buffers.add(buffer);
        }
    }

    /** A view into the matrix; never close it, for that would free the whole matrix. */
    private DoublePointer row(DoublePointer matrix, int index) {
        return matrix.getPointer((long) index * dimension);
    }

    private DoublePointer borrow(long size) {
        DoublePointer buffer = buffers.poll();
        if (buffer != null && buffer.capacity() >= size) {
            return buffer;
        }
        if (buffer != null) {
            buffer.close();
        }
        return new DoublePointer(size);
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                x.close();
                if (y != x) {
                    y.close();
                }
                buffers.forEach(DoublePointer::close);
                buffers.clear();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
