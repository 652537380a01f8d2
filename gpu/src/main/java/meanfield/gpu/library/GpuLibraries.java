package meanfield.gpu.library;

import java.util.Locale;
import java.util.Optional;

/**
 * The GPU of this process: found once, at first use, and never with a crash. After a probe that found one, JCuda's driver
 * interface and JCublas2 are loaded and initialized; after one that did not, none of their classes may be touched.
 *
 * <p>Thread-safe. Takes some milliseconds without a driver, and with one the time that its first context needs.
 */
public final class GpuLibraries {
    /** System property; {@code true} hides the GPU, as on a machine without one. */
    public static final String DISABLED = "meanfield.gpu.disabled";

    private GpuLibraries() {}

    /** What was found. */
    public static GpuProbe probe() {
        return Once.PROBE;
    }

    /** Why there is no GPU to compute with, in one clause; empty when there is one. */
    public static Optional<String> unavailableReason() {
        return probe().unavailableReason();
    }

    private static GpuProbe look() {
        if (Boolean.getBoolean(DISABLED)) {
            return GpuProbe.absent("the GPU is switched off by -D" + DISABLED + "=true");
        }
        try {
            Platform platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
            NativeParts.require(platform);
            NativeFiles files = new NativeFiles(LibrarySearch.here());
            // On Windows the system's own search finds both.
            String driver =
                    platform == Platform.WINDOWS ? "nvcuda.dll" : files.driver().toString();
            DeviceProbe device = DeviceProbe.start();
            String cublas = platform == Platform.WINDOWS ? "cublas64_12.dll" : files.cublas();
            String version = CublasProbe.version(device);
            String description = String.format(
                    Locale.ROOT,
                    "%s, %.1f GiB, compute capability %d.%d, CUDA driver %s (%s), cuBLAS %s (%s)",
                    device.name(),
                    device.memory() / (double) (1L << 30),
                    device.major(),
                    device.minor(),
                    device.driverVersion(),
                    driver,
                    version,
                    cublas);
            return new GpuProbe(Optional.empty(), description, device.name(), driver, cublas);
        } catch (LibraryException e) {
            return GpuProbe.absent(e.getMessage());
        } catch (LinkageError | RuntimeException e) {
            return GpuProbe.absent("JCuda does not load: " + NativeFiles.firstLine(e));
        }
    }

    /** A failed static initializer of JCuda cannot be tried again, so the answer is kept. */
    private static final class Once {
        static final GpuProbe PROBE = look();
    }
}
