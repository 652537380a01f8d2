package meanfield.gpu.device;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;
import jcuda.runtime.cudaStream_t;

/** A queue of work on the device: what is put in runs in order, beside other streams. */
public final class Stream implements AutoCloseable {
    private final CUstream handle;
    private boolean closed;

    private Stream(CUstream handle) {
        this.handle = handle;
    }

    /** A new stream, which does not wait for the default one. */
    public static Stream create() {
        CUstream handle = new CUstream();
        Status.check("cuStreamCreate", JCudaDriver.cuStreamCreate(handle, CUstream_flags.CU_STREAM_NON_BLOCKING));
        return new Stream(handle);
    }

    /** Copies the first bytes of pinned memory to the device; it must stay as it is until the stream is synchronized. */
    public void upload(PinnedMemory from, CUdeviceptr to, long bytes) {
        if (bytes > 0) {
            Status.check("a copy to it", JCudaDriver.cuMemcpyHtoDAsync(to, from.pointer(), bytes, handle));
        }
    }

    /** Copies from the device to the start of pinned memory, which holds the result once the stream is synchronized. */
    public void download(CUdeviceptr from, PinnedMemory to, long bytes) {
        if (bytes > 0) {
            Status.check("a copy from it", JCudaDriver.cuMemcpyDtoHAsync(to.pointer(), from, bytes, handle));
        }
    }

    /** Copies an array of whole numbers to the device and waits for it. */
    public void upload(int[] from, CUdeviceptr to) {
        if (from.length > 0) {
            synchronize();
            Status.check("a copy to it", JCudaDriver.cuMemcpyHtoD(to, Pointer.to(from), 4L * from.length));
            // from memory that is not pinned it may still be under way, and this stream would not wait for it
            Status.check("a copy to it", JCudaDriver.cuCtxSynchronize());
        }
    }

    /** Sets bytes of the device to one value. */
    public void fill(CUdeviceptr to, byte value, long bytes) {
        Status.check("filling its memory", JCudaDriver.cuMemsetD8Async(to, value, bytes, handle));
    }

    /** Waits for everything in this stream. */
    public void synchronize() {
        Status.check("its work", JCudaDriver.cuStreamSynchronize(handle));
    }

    CUstream handle() {
        return handle;
    }

    cudaStream_t forBlas() {
        return new cudaStream_t(handle);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            JCudaDriver.cuStreamDestroy(handle);
        }
    }
}
