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

    /**
     * A rectangle of a matrix.
     *
     * @param rowFrom first row
     * @param rows number of rows
     * @param columnFrom first column
     * @param columns number of columns
     */
    record Part(int rowFrom, int rows, int columnFrom, int columns) {
        static Part whole(DMatrixRMaj matrix) {
            return new Part(0, matrix.numRows, 0, matrix.numCols);
        }

        long size() {
            return (long) rows * columns;
        }

        /** Index in a matrix with so many columns of an entry of the rectangle, counted row by row. */
        int index(long entry, int stride) {
            return (rowFrom + (int) (entry / columns)) * stride + columnFrom + (int) (entry % columns);
        }

        /** Entries from this one to the end of its row, but at most so many. */
        int run(long entry, int most) {
            return Math.min(most, columns - (int) (entry % columns));
        }
    }

    /** Copies a rectangle of a matrix to the start of device memory, row by row. */
    void upload(DMatrixRMaj from, Part part, DeviceMemory to) {
        transfers.upload(part.size(), TYPE, to, (at, count, buffer) -> {
            for (int done = 0, length; done < count; done += length) {
                length = part.run(at + done, count - done);
                TYPE.put(from.data, part.index(at + done, from.numCols), length, buffer, done);
            }
        });
    }

    void upload(DMatrixRMaj from, DeviceMemory to) {
        upload(from, Part.whole(from), to);
    }

    /** Waits for cuBLAS and copies device memory into a rectangle of a matrix. */
    void download(DeviceMemory from, DMatrixRMaj to, Part part) {
        stream.synchronize();
        transfers.download(part.size(), TYPE, from, (at, count, buffer) -> {
            for (int done = 0, length; done < count; done += length) {
                length = part.run(at + done, count - done);
                TYPE.get(buffer, done, length, to.data, part.index(at + done, to.numCols));
            }
        });
    }

    /** Waits for cuBLAS and copies numbers from the start of device memory. */
    void download(DeviceMemory from, int count, double[] to) {
        stream.synchronize();
        transfers.download(count, TYPE, from, (at, piece, buffer) -> TYPE.get(buffer, 0, piece, to, (int) at));
    }

    void download(DeviceMemory from, DMatrixRMaj to) {
        download(from, to, Part.whole(to));
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
