package meanfield.gpu.library;

import java.util.Optional;

/**
 * What this process found when it looked for a GPU.
 *
 * @param unavailableReason why there is none to compute with, in one clause; empty when there is one
 * @param description the device, its driver and its cuBLAS for people and manifests; the reason when there is none
 * @param deviceName name of the device, empty when there is none
 * @param driverLibrary file of the driver's library, empty when it was not found or not looked for
 * @param cublasLibrary file of the cuBLAS library, likewise
 */
public record GpuProbe(
        Optional<String> unavailableReason,
        String description,
        String deviceName,
        String driverLibrary,
        String cublasLibrary) {
    static GpuProbe absent(String reason) {
        return new GpuProbe(Optional.of(reason), reason, "", "", "");
    }

    /** True when there is a device to compute with. */
    public boolean isAvailable() {
        return unavailableReason.isEmpty();
    }
}
