package meanfield.core.checkpoint;

import java.nio.ByteBuffer;

/** Reads what a {@link StateWriter} wrote, in the same order; a state that does not fit is refused. */
public final class StateReader {
    private final ByteBuffer bytes;

    /** Reads these bytes from the first one on. */
    public StateReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * Puts a computation into a state.
     *
     * @throws IllegalStateException when the state is another computation's
     */
    public static void restore(byte[] state, Resumable computation) {
        StateReader in = new StateReader(state);
        computation.restore(in);
        if (in.bytes.hasRemaining()) {
            throw doesNotFit(in.bytes.remaining() + " bytes are left over");
        }
    }

    /** One int. */
    public int readInt() {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    /** One long. */
    public long readLong() {
        need(Long.BYTES);
        return bytes.getLong();
    }

    /** One double. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** An array with the length that was written. */
    public double[] readDoubles() {
        double[] values = new double[length(Double.BYTES)];
        readEntries(values, values.length);
        return values;
    }

    /** Fills an array of the length that was written. */
    public void readInto(double[] values) {
        int length = length(Double.BYTES);
        if (length != values.length) {
            throw doesNotFit(values.length + " numbers are expected, " + length + " were kept");
        }
        readEntries(values, length);
    }

    /** Fills the front of an array and returns how many entries there were. */
    public int readFront(double[] values) {
        int length = length(Double.BYTES);
        if (length > values.length) {
            throw doesNotFit("at most " + values.length + " numbers are expected, " + length + " were kept");
        }
        readEntries(values, length);
        return length;
    }

    /** An array with the length that was written. */
    public int[] readInts() {
        int[] values = new int[length(Integer.BYTES)];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
        return values;
    }

    private void readEntries(double[] values, int length) {
        bytes.asDoubleBuffer().get(values, 0, length);
        bytes.position(bytes.position() + length * Double.BYTES);
    }

    private int length(int entryBytes) {
        int length = readInt();
        if (length < 0 || length > bytes.remaining() / entryBytes) {
            throw doesNotFit("an array of " + length + " entries in " + bytes.remaining() + " bytes");
        }
        return length;
    }

    private void need(int count) {
        if (bytes.remaining() < count) {
            throw doesNotFit("it ends early");
        }
    }

    private static IllegalStateException doesNotFit(String why) {
        return new IllegalStateException("the state that was kept does not fit this computation: " + why);
    }
}
