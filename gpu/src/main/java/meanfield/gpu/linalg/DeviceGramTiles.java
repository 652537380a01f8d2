package meanfield.gpu.linalg;

import java.lang.ref.Reference;
import meanfield.core.linalg.LinearAlgebra.GramTiles;
import meanfield.core.linalg.MatrixChecks;
import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.DeviceMemory;
import org.ejml.data.DMatrixRMaj;

/** Inner products of rows that stay on the device; callers of many threads take turns. */
final class DeviceGramTiles implements GramTiles {
    private final Workbench bench;
    /** Whose workbench it is: kept, so that it is not given back before. */
    private final GpuLinearAlgebra owner;

    private final int rowCount;
    private final int columnCount;
    private final int dimension;
    private final DeviceMemory x;
    private final DeviceMemory y;
    /** Room for a tile, kept from call to call. */
    private DeviceMemory products;

    private boolean closed;

    private DeviceGramTiles(
            GpuLinearAlgebra owner,
            Workbench bench,
            DMatrixRMaj x,
            DMatrixRMaj y,
            DeviceMemory left,
            DeviceMemory right) {
        this.owner = owner;
        this.bench = bench;
        this.rowCount = x.numRows;
        this.columnCount = y.numRows;
        this.dimension = x.numCols;
        this.x = left;
        this.y = right;
    }

    /** Whether the rows fit, with as much room again for tiles. */
    static boolean fit(Workbench bench, DMatrixRMaj x, DMatrixRMaj y) {
        double numbers = (double) x.getNumElements() + (x == y ? 0 : y.getNumElements());
        return 2 * numbers <= bench.room();
    }

    static DeviceGramTiles of(Workbench bench, DMatrixRMaj x, DMatrixRMaj y, GpuLinearAlgebra owner) {
        DeviceMemory left = bench.allocate(x.getNumElements());
        try {
            bench.upload(x, left);
            DeviceMemory right = x == y ? left : bench.allocate(y.getNumElements());
            if (x != y) {
                bench.upload(y, right);
            }
            return new DeviceGramTiles(owner, bench, x, y, left, right);
        } catch (RuntimeException | Error e) {
            left.close();
            throw e;
        }
    }

    @Override
    public void tile(int rowFrom, int rowTo, int colFrom, int colTo, double[] out) {
        MatrixChecks.tile(rowCount, columnCount, rowFrom, rowTo, colFrom, colTo, out);
        int rows = rowTo - rowFrom;
        int columns = colTo - colFrom;
        if (dimension == 0) {
            java.util.Arrays.fill(out, 0, rows * columns, 0);
        } else if (rows > 0 && columns > 0) {
            bench.device().run(() -> compute(rowFrom, rows, colFrom, columns, out));
            Reference.reachabilityFence(owner);
        }
    }

    private void compute(int rowFrom, int rows, int colFrom, int columns, double[] result) {
        if (closed) {
            throw new IllegalStateException("the tiles are closed");
        }
        Operand out = Operand.of(room((long) rows * columns).at(0), columns);
        Operand left = Operand.of(bench.at(x, (long) rowFrom * dimension), dimension);
        Operand right = Operand.of(bench.at(y, (long) colFrom * dimension), dimension);
        bench.blas().multiply(rows, columns, dimension, 1, left, right.transpose(), 0, out);
        bench.download(products, rows * columns, result);
    }

    private DeviceMemory room(long numbers) {
        if (products == null || products.bytes() < numbers * Double.BYTES) {
            release();
            products = bench.allocate(numbers);
        }
        return products;
    }

    private void release() {
        if (products != null) {
            products.close();
            products = null;
        }
    }

    @Override
    public void close() {
        bench.device().run(() -> {
            if (!closed) {
                closed = true;
                release();
                x.close();
                y.close();
            }
        });
    }
}
