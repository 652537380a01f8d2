package meanfield.gpu.pairs;

import java.nio.ByteBuffer;
import jcuda.driver.CUdeviceptr;
import meanfield.core.pairs.PairInputs;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.pairs.TilePlan.Range;

/** Inputs on the device with the values of single inputs: a table, one value after the other. */
final class Panel implements AutoCloseable {
    private final Range range;
    private final int dimension;
    private final ElementType type;
    private final DeviceMemory inputs;
    private final DeviceMemory table;

    private Panel(Range range, int dimension, ElementType type, DeviceMemory inputs, DeviceMemory table) {
        this.range = range;
        this.dimension = dimension;
        this.type = type;
        this.inputs = inputs;
        this.table = table;
    }

    /** Copies a range of inputs, and of these values of all inputs. */
    static Panel upload(PairInputs from, Range range, Iterable<double[]> values, Uploads uploads) {
        ElementType type = uploads.type();
        int d = from.dimension();
        int count = 0;
        for (double[] ignored : values) {
            count++;
        }
        DeviceMemory inputs = DeviceMemory.allocate((long) range.size() * d * type.bytes());
        try {
            DeviceMemory table = DeviceMemory.allocate((long) range.size() * count * type.bytes());
            try {
                uploadInputs(from, range, inputs, uploads);
                uploadTable(values, range, table, uploads);
                return new Panel(range, d, type, inputs, table);
            } catch (RuntimeException | Error e) {
                table.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            inputs.close();
            throw e;
        }
    }

    private static void uploadInputs(PairInputs from, Range range, DeviceMemory to, Uploads uploads) {
        ElementType type = uploads.type();
        int d = from.dimension();
        double[] data = from.matrix().data;
        if (type == ElementType.DOUBLE) {
            uploads.copy(data, (long) range.from() * d, (long) range.size() * d, to);
            return;
        }
        double[] inverse = from.inverseNorm();
        uploads.copy((long) range.size() * d, to, (at, count, buffer) -> {
            for (int k = 0; k < count; k++) {
                long entry = at + k;
                int i = range.from() + (int) (entry / d);
                buffer.putFloat(4 * k, (float) (data[(int) ((long) range.from() * d + entry)] * inverse[i]));
            }
        });
    }

    private static void uploadTable(Iterable<double[]> values, Range range, DeviceMemory to, Uploads uploads) {
        double[][] columns = new double[(int) (to.bytes() / uploads.type().bytes() / Math.max(1, range.size()))][];
        int k = 0;
        for (double[] value : values) {
            columns[k++] = value;
        }
        uploads.copy(
                (long) columns.length * range.size(),
                to,
                (at, count, buffer) -> put(columns, range, at, count, buffer, uploads.type()));
    }

    private static void put(double[][] columns, Range range, long at, int count, ByteBuffer buffer, ElementType type) {
        int done = 0;
        while (done < count) {
            int value = (int) ((at + done) / range.size());
            int first = (int) ((at + done) % range.size());
            int length = Math.min(count - done, range.size() - first);
            type.put(columns[value], range.from() + first, length, buffer, done);
            done += length;
        }
    }

    int dimension() {
        return dimension;
    }

    /** Distance between two values of one input in the table. */
    long tableStride() {
        return range.size();
    }

    /** The inputs from this one on, counted as in the problem. */
    CUdeviceptr inputsFrom(int input) {
        return inputs.at((long) (input - range.from()) * dimension * type.bytes());
    }

    /** The table from this input on. */
    CUdeviceptr tableFrom(int input) {
        return table.at((long) (input - range.from()) * type.bytes());
    }

    @Override
    public void close() {
        inputs.close();
        table.close();
    }
}
