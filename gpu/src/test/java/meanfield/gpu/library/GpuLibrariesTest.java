package meanfield.gpu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.gpu.SoftwareDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftwareDevice.class)
class GpuLibrariesTest {
    @Test
    void aDeviceIsFoundAndDescribed() {
        GpuProbe probe = GpuLibraries.probe();
        assertEquals("", probe.unavailableReason().orElse(""));
        assertTrue(probe.description().contains(probe.deviceName()), probe.description());
        assertTrue(probe.description().contains("compute capability"), probe.description());
        assertTrue(probe.driverLibrary().endsWith("libcuda.so.1"), probe.driverLibrary());
        assertTrue(probe.cublasLibrary().endsWith("libcublas.so.12"), probe.cublasLibrary());
        System.out.println(probe.description());
    }
}
