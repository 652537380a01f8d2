package meanfield.core.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Numbers as bytes, big-endian, doubles by their bits. */
public final class StateWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The state of a computation as bytes. */
    public static byte[] stateOf(Resumable computation) {
        StateWriter out = new StateWriter();
        computation.save(out);
        return out.toBytes();
    }

    /** One int. */
    public StateWriter write(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    /** One long. */
    public StateWriter write(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    /** One double. */
    public StateWriter write(double value) {
        return write(Double.doubleToRawLongBits(value));
    }

    /** The length and the entries. */
    public StateWriter write(double[] values) {
        return write(values, values.length);
    }

    /** The first entries with their number. */
    public StateWriter write(double[] values, int length) {
        write(length);
        ByteBuffer buffer = ByteBuffer.allocate(length * Double.BYTES);
        buffer.asDoubleBuffer().put(values, 0, length);
        bytes.writeBytes(buffer.array());
        return this;
    }

    /** The length and the entries. */
    public StateWriter write(int[] values) {
        write(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        bytes.writeBytes(buffer.array());
        return this;
    }

    /** All that was written. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
