package meanfield.gpu.pairs;

import java.nio.ByteBuffer;
import java.util.List;
import jcuda.driver.CUdeviceptr;
import meanfield.core.pairs.PairInputs;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.Transfers;
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
    static Panel upload(PairInputs from, Range range, List<double[]> values, ElementType type, Transfers transfers) {
        int d = from.dimension();
        DeviceMemory inputs = DeviceMemory.allocate((long) range.size() * d * type.bytes());
        try {
            DeviceMemory table = DeviceMemory.allocate((long) range.size() * values.size() * type.bytes());
            try {
                uploadInputs(from, range, inputs, type, transfers);
                uploadTable(values, range, table, type, transfers);
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

    private static void uploadInputs(
            PairInputs from, Range range, DeviceMemory to, ElementType type, Transfers transfers) {
        int d = from.dimension();
        double[] data = from.matrix().data;
        if (type == ElementType.DOUBLE) {
            transfers.upload(data, range.from() * d, range.size() * d, type, to);
            return;
        }
        double[] inverse = from.inverseNorm();
        transfers.upload((long) range.size() * d, type, to, (at, count, buffer) -> {
            for (int k = 0; k < count; k++) {
                long entry = at + k;
                int i = range.from() + (int) (entry / d);
                buffer.putFloat(4 * k, (float) (data[(int) ((long) range.from() * d + entry)] * inverse[i]));
            }
        });
    }

    private static void uploadTable(
            List<double[]> values, Range range, DeviceMemory to, ElementType type, Transfers transfers) {
        long entries = (long) values.size() * range.size();
        transfers.upload(entries, type, to, (at, count, buffer) -> put(values, range, at, count, buffer, type));
    }

    private static void put(
            List<double[]> values, Range range, long at, int count, ByteBuffer buffer, ElementType type) {
        int done = 0;
        while (done < count) {
            int value = (int) ((at + done) / range.size());
            int first = (int) ((at + done) % range.size());
            int length = Math.min(count - done, range.size() - first);
            type.put(values.get(value), range.from() + first, length, buffer, done);
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
