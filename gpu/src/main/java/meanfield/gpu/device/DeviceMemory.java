package meanfield.gpu.device;

import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import meanfield.core.Require;

/** Memory of the device, owned; freeing waits until the device no longer uses it. */
public final class DeviceMemory implements AutoCloseable {
    private final CUdeviceptr start;
    private final long bytes;
    private boolean closed;

    private DeviceMemory(CUdeviceptr start, long bytes) {
        this.start = start;
        this.bytes = bytes;
    }

    /** Fresh memory, not cleared; at least one byte is taken. */
    public static DeviceMemory allocate(long bytes) {
        Require.atLeast("bytes", bytes, 0L);
        CUdeviceptr start = new CUdeviceptr();
        String what = "taking " + (bytes + 999_999) / 1_000_000 + " MB of its memory";
        Status.check(what, JCudaDriver.cuMemAlloc(start, Math.max(1, bytes)));
        return new DeviceMemory(start, bytes);
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** Its part from an offset in bytes on; valid until this memory is closed. */
    public CUdeviceptr at(long offset) {
        if (closed || offset < 0 || offset > bytes) {
            throw new IllegalStateException(
                    "device memory of " + bytes + " bytes has no offset " + offset + (closed ? ": it is closed" : ""));
        }
        return start.withByteOffset(offset);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JCudaDriver.cuMemFree(start);
        }
    }
}
