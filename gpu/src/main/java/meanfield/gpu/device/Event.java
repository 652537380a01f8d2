package meanfield.gpu.device;

import jcuda.driver.CUevent;
import jcuda.driver.JCudaDriver;

/** A mark in a stream, for times measured by the device itself. */
public final class Event implements AutoCloseable {
    private final CUevent handle;

    private Event(CUevent handle) {
        this.handle = handle;
    }

    /** A new mark, not yet in a stream. */
    public static Event create() {
        CUevent handle = new CUevent();
        Status.check("cuEventCreate", JCudaDriver.cuEventCreate(handle, 0));
        return new Event(handle);
    }

    /** Puts the mark behind what is in the stream now. */
    public void record(Stream stream) {
        Status.check("cuEventRecord", JCudaDriver.cuEventRecord(handle, stream.handle()));
    }

    /** Waits for this mark and returns the seconds since an earlier one. */
    public double secondsSince(Event earlier) {
        Status.check("its work", JCudaDriver.cuEventSynchronize(handle));
        float[] milliseconds = new float[1];
        Status.check("cuEventElapsedTime", JCudaDriver.cuEventElapsedTime(milliseconds, earlier.handle, handle));
        return 1e-3 * milliseconds[0];
    }

    @Override
    public void close() {
        JCudaDriver.cuEventDestroy(handle);
    }
}
