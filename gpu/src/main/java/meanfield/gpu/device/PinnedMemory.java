package meanfield.gpu.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;
import meanfield.core.Require;

/** Memory of the host that the device copies from and to by itself, owned; its buffers die with it. */
public final class PinnedMemory implements AutoCloseable {
    private final Pointer start;
    private final int bytes;
    private boolean closed;

    private PinnedMemory(Pointer start, int bytes) {
        this.start = start;
        this.bytes = bytes;
    }

    /** Fresh memory, not cleared. */
    public static PinnedMemory allocate(int bytes) {
        Require.atLeast("bytes", bytes, 1);
        Pointer start = new Pointer();
        String what = "pinning " + (bytes + 999_999) / 1_000_000 + " MB of the host's memory";
        Status.check(what, JCudaDriver.cuMemAllocHost(start, bytes));
        return new PinnedMemory(start, bytes);
    }

    /** Its size. */
    public int bytes() {
        return bytes;
    }

    /** All of it, in native order; a fresh view, not to be used once this memory is closed. */
    public ByteBuffer buffer() {
        return pointer().getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
    }

    Pointer pointer() {
        if (closed) {
            throw new IllegalStateException("the pinned memory is closed");
        }
        return start;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JCudaDriver.cuMemFreeHost(start);
        }
    }
}
