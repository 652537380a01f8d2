package meanfield.gpu.linalg;

import jcuda.driver.CUdeviceptr;
import meanfield.gpu.device.Blas;
import meanfield.gpu.device.Device;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.Stream;
import meanfield.gpu.device.Transfers;
import org.ejml.data.DMatrixRMaj;

/** What operations on matrices share: a device, a stream with cuBLAS, and the way to it. For use inside {@link Device#run}. */
final class Workbench implements AutoCloseable {
    private static final double SHARE = 0.8;
    private static final ElementType TYPE = ElementType.DOUBLE;

    private final Device device;
    private final long limit;
    private final Stream stream;
    private final Blas blas;
    private final Transfers transfers;

    private Workbench(Device device, long limit, Stream stream, Blas blas, Transfers transfers) {
        this.device = device;
        this.limit = limit;
        this.stream = stream;
        this.blas = blas;
        this.transfers = transfers;
    }

    /** A workbench that counts at most so many bytes of the device as free. */
    static Workbench on(Device device, long limit) {
        Stream stream = Stream.create();
        return new Workbench(device, limit, stream, Blas.on(stream, TYPE), new Transfers());
    }

    Device device() {
        return device;
    }

    Blas blas() {
        return blas;
    }

    /** Numbers that fit now. */
    double room() {
        return SHARE * Math.min(limit, device.memory().free()) / TYPE.bytes();
    }

    DeviceMemory allocate(long numbers) {
        return DeviceMemory.allocate(numbers * TYPE.bytes());
    }

    /** That number of the memory. */
    CUdeviceptr at(DeviceMemory memory, long number) {
        return memory.at(number * TYPE.bytes());
    }

    /** Copies a rectangle of a matrix to the start of device memory, row by row. */
    void upload(DMatrixRMaj from, int rowFrom, int rows, int columnFrom, int columns, DeviceMemory to) {
        int stride = from.numCols;
        transfers.upload((long) rows * columns, TYPE, to, (at, count, buffer) -> {
            int done = 0;
            while (done < count) {
                int row = (int) ((at + done) / columns);
                int column = (int) ((at + done) % columns);
                int length = Math.min(count - done, columns - column);
                TYPE.put(from.data, (rowFrom + row) * stride + columnFrom + column, length, buffer, done);
                done += length;
            }
        });
    }

    void upload(DMatrixRMaj from, DeviceMemory to) {
        upload(from, 0, from.numRows, 0, from.numCols, to);
    }

    /** Waits for cuBLAS and copies device memory into a rectangle of a matrix. */
    void download(DeviceMemory from, DMatrixRMaj to, int rowFrom, int rows, int columnFrom, int columns) {
        stream.synchronize();
        int stride = to.numCols;
        transfers.download((long) rows * columns, TYPE, from, (at, count, buffer) -> {
            int done = 0;
            while (done < count) {
                int row = (int) ((at + done) / columns);
                int column = (int) ((at + done) % columns);
                int length = Math.min(count - done, columns - column);
                TYPE.get(buffer, done, length, to.data, (rowFrom + row) * stride + columnFrom + column);
                done += length;
            }
        });
    }

    /** Waits for cuBLAS and copies numbers from the start of device memory. */
    void download(DeviceMemory from, int count, double[] to) {
        stream.synchronize();
        transfers.download(count, TYPE, from, (at, piece, buffer) -> TYPE.get(buffer, 0, piece, to, (int) at));
    }

    void download(DeviceMemory from, DMatrixRMaj to) {
        download(from, to, 0, to.numRows, 0, to.numCols);
    }

    /** Waits until nothing is under way, so that memory may be given back. */
    void synchronize() {
        stream.synchronize();
        transfers.synchronize();
    }

    @Override
    public void close() {
        transfers.close();
        blas.close();
        stream.close();
    }
}
