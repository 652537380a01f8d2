package meanfield.gpu.library;

import java.nio.charset.StandardCharsets;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/**
 * The first device, asked through the driver without a context.
 *
 * @param device its handle
 * @param name what the driver calls it
 * @param memory its memory in bytes
 * @param major compute capability before the point
 * @param minor compute capability after the point
 * @param driverVersion newest CUDA that the driver knows
 */
record DeviceProbe(CUdevice device, String name, long memory, int major, int minor, String driverVersion) {
    /** Oldest device that the kernels are compiled for, times ten. */
    private static final int OLDEST = 75;

    /** Initializes the driver. */
    static DeviceProbe start() throws LibraryException {
        JCudaDriver.setExceptionsEnabled(false);
        int answer = JCudaDriver.cuInit(0);
        if (answer == CUresult.CUDA_ERROR_NO_DEVICE) {
            throw new LibraryException("the NVIDIA driver finds no device");
        }
        require("the NVIDIA driver does not start", answer);
        int[] count = new int[1];
        require("the NVIDIA driver does not count its devices", JCudaDriver.cuDeviceGetCount(count));
        if (count[0] == 0) {
            throw new LibraryException("the NVIDIA driver finds no device");
        }
        CUdevice device = new CUdevice();
        require("device 0 does not answer", JCudaDriver.cuDeviceGet(device, 0));
        byte[] name = new byte[256];
        JCudaDriver.cuDeviceGetName(name, name.length, device);
        long[] memory = new long[1];
        JCudaDriver.cuDeviceTotalMem(memory, device);
        int[] version = new int[1];
        JCudaDriver.cuDriverGetVersion(version);
        DeviceProbe probe = new DeviceProbe(
                device,
                text(name),
                memory[0],
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device),
                version[0] / 1000 + "." + version[0] % 1000 / 10);
        if (10 * probe.major() + probe.minor() < OLDEST) {
            throw new LibraryException(probe.name() + " has compute capability " + probe.major() + "." + probe.minor()
                    + ", and the kernels need 7.5");
        }
        return probe;
    }

    private static int attribute(int which, CUdevice device) {
        int[] value = new int[1];
        JCudaDriver.cuDeviceGetAttribute(value, which, device);
        return value[0];
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    static void require(String what, int answer) throws LibraryException {
        if (answer != CUresult.CUDA_SUCCESS) {
            throw new LibraryException(what + " (" + CUresult.stringFor(answer) + ")");
        }
    }
}
