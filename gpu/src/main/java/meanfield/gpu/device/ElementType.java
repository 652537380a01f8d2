package meanfield.gpu.device;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import jcuda.Pointer;

/** Numbers on the device; on the host they are doubles. */
public enum ElementType {
    /** IEEE double precision. */
    DOUBLE(8),
    /** IEEE single precision. */
    SINGLE(4);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one. */
    public int bytes() {
        return bytes;
    }

    /** A scalar of the host for a library call. */
    Pointer scalar(double value) {
        return this == DOUBLE ? Pointer.to(new double[] {value}) : Pointer.to(new float[] {(float) value});
    }

    /** Writes doubles to a buffer in native order, from entry {@code at} of it on. */
    public void put(double[] from, int offset, int count, ByteBuffer to, int at) {
        if (this == DOUBLE) {
            to.asDoubleBuffer().put(at, from, offset, count);
            return;
        }
        FloatBuffer floats = to.asFloatBuffer();
        for (int i = 0; i < count; i++) {
            floats.put(at + i, (float) from[offset + i]);
        }
    }

    /** Reads entries of a buffer in native order, from entry {@code at} of it on. */
    public void get(ByteBuffer from, int at, int count, double[] to, int offset) {
        if (this == DOUBLE) {
            DoubleBuffer doubles = from.asDoubleBuffer();
            doubles.get(at, to, offset, count);
            return;
        }
        FloatBuffer floats = from.asFloatBuffer();
        for (int i = 0; i < count; i++) {
            to[offset + i] = floats.get(at + i);
        }
    }
}
