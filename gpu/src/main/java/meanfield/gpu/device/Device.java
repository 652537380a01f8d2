package meanfield.gpu.device;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;
import meanfield.core.Require;
import meanfield.core.linalg.BackendException;

/**
 * One CUDA device and its primary context, which cuBLAS shares. The context must be current on the thread that calls: do
 * everything inside {@link #run} or {@link #compute}. Callers of many threads take turns, so that what one planned for the free
 * memory holds until it is done.
 */
public final class Device implements AutoCloseable {
    private final CUdevice handle;
    private final CUcontext context;
    private final String name;
    private final int capability;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    private Device(CUdevice handle, CUcontext context, String name, int capability) {
        this.handle = handle;
        this.context = context;
        this.name = name;
        this.capability = capability;
    }

    /**
     * A device by its number, counted from 0. The native libraries must have been loaded.
     *
     * @throws BackendException with one line where there is none
     */
    public static Device open(int ordinal) {
        Require.atLeast("ordinal", ordinal, 0);
        Status.check("cuInit", JCudaDriver.cuInit(0));
        CUdevice handle = new CUdevice();
        Status.check("cuDeviceGet", JCudaDriver.cuDeviceGet(handle, ordinal));
        byte[] name = new byte[256];
        Status.check("cuDeviceGetName", JCudaDriver.cuDeviceGetName(name, name.length, handle));
        int major = attribute(handle, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor = attribute(handle, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        CUcontext context = new CUcontext();
        Status.check("cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, handle));
        return new Device(handle, context, text(name), 10 * major + minor);
    }

    private static int attribute(CUdevice handle, int which) {
        int[] value = new int[1];
        Status.check("cuDeviceGetAttribute", JCudaDriver.cuDeviceGetAttribute(value, which, handle));
        return value[0];
    }

    private static String text(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** The device's name. */
    public String name() {
        return name;
    }

    /** Ten times the compute capability: 90 for 9.0. */
    public int capability() {
        return capability;
    }

    /** Does something while the context is current on this thread, and nobody else uses this object. */
    public <T> T compute(Supplier<T> work) {
        turn.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the device is closed");
            }
            Status.check("cuCtxPushCurrent", JCudaDriver.cuCtxPushCurrent(context));
            try {
                return work.get();
            } finally {
                JCudaDriver.cuCtxPopCurrent(new CUcontext());
            }
        } finally {
            turn.unlock();
        }
    }

    /** As {@link #compute} without a result. */
    public void run(Runnable work) {
        compute(() -> {
            work.run();
            return null;
        });
    }

    /** Free and total memory in bytes. */
    public Memory memory() {
        long[] free = new long[1];
        long[] total = new long[1];
        Status.check("cuMemGetInfo", JCudaDriver.cuMemGetInfo(free, total));
        return new Memory(free[0], total[0]);
    }

    /**
     * Memory of a device.
     *
     * @param free bytes that nobody uses
     * @param total bytes
     */
    public record Memory(long free, long total) {}

    /** Waits until everything that was begun on this device has ended. */
    public void synchronize() {
        Status.check("cuCtxSynchronize", JCudaDriver.cuCtxSynchronize());
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                JCudaDriver.cuDevicePrimaryCtxRelease(handle);
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public String toString() {
        return name + ", compute capability " + capability / 10 + "." + capability % 10;
    }
}
