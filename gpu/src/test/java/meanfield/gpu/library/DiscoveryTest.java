package meanfield.gpu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanfield.gpu.ChildJvm;
import meanfield.gpu.SoftwareDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Machines of every kind, each a process of its own: one clause, no crash, nothing on the error stream. */
@ExtendWith(SoftwareDevice.class)
class DiscoveryTest {
    @TempDir
    Path folder;

    @Test
    void aDeviceIsDescribedWithItsLibraries() throws IOException {
        SoftwareDevice.copyTo(folder, "memory 1073741824", "capability 9.0");
        String line = probe();
        assertTrue(
                line.startsWith("Meanfield software device, 1.0 GiB, compute capability 9.0, CUDA driver 12."), line);
        assertTrue(line.contains("cuBLAS 12.6.0 (" + folder.resolve("libcublas.so.12") + ")"), line);
    }

    @Test
    void aDriverWithoutADeviceIsSaid() throws IOException {
        SoftwareDevice.copyTo(folder, "devices 0");
        assertEquals("the NVIDIA driver finds no device", probe());
    }

    @Test
    void aDriverThatDoesNotStartSaysItsStatus() throws IOException {
        SoftwareDevice.copyTo(folder, "fail cuInit 803");
        assertEquals("the NVIDIA driver does not start (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)", probe());
    }

    @Test
    void anOldDeviceIsRefused() throws IOException {
        SoftwareDevice.copyTo(folder, "capability 6.1");
        assertEquals("Meanfield software device has compute capability 6.1, and the kernels need 7.5", probe());
    }

    @Test
    void aDeviceThatAnotherProcessHoldsIsSaid() throws IOException {
        SoftwareDevice.copyTo(folder, "fail cuDevicePrimaryCtxRetain 46");
        assertEquals("Meanfield software device cannot be used (CUDA_ERROR_DEVICE_UNAVAILABLE)", probe());
    }

    @Test
    void cublasThatDoesNotStartSaysItsStatus() throws IOException {
        SoftwareDevice.copyTo(folder, "fail cublasCreate 3");
        assertEquals("cuBLAS does not start (CUBLAS_STATUS_ALLOC_FAILED)", probe());
    }

    @Test
    void cublasThatFailsToMultiplySaysItsStatus() throws IOException {
        SoftwareDevice.copyTo(folder, "fail cublasDgemm 13");
        assertEquals("cuBLAS does not multiply (CUBLAS_STATUS_EXECUTION_FAILED)", probe());
    }

    @Test
    void aDriverWithoutCublasSaysHowToNameIt() throws IOException {
        assumeNoCublasOfItsOwn();
        assumeTrue(LibrarySearch.here().find("libcublas.so.13").stream()
                .allMatch(file -> file.startsWith(SoftwareDevice.folder())));
        SoftwareDevice.copyTo(folder);
        Files.delete(folder.resolve("libcublas.so.12"));
        String line = probe();
        assertTrue(line.startsWith("no cuBLAS 12 is installed (libcublas.so.12 was not found;"), line);
        assertTrue(line.contains("MEANFIELD_GPU_LIBRARIES"), line);
    }

    @Test
    void cuda13AloneNamesTheForwarder() throws IOException {
        withCublas13();
        String line = probe();
        assertTrue(line.startsWith("only cuBLAS 13 is installed (" + folder.resolve("libcublas.so.13") + ")"), line);
        assertTrue(line.contains("run gpu/build-cublas12-forwarder once"), line);
    }

    @Test
    void theForwarderMakesCuda13Compute() throws Exception {
        withCublas13();
        Path home = Files.createDirectories(folder.resolve("home"));
        Path made = home.resolve("gpu").resolve("native");
        buildForwarder(made);
        String line = probe("-Dmeanfield.home=" + home);
        assertTrue(line.startsWith("Meanfield software device"), line);
        assertTrue(
                line.endsWith("(" + made.resolve("libcublas.so.12") + ", which forwards to "
                        + folder.resolve("libcublas.so.13") + ")"),
                line);
    }

    @Test
    void aForwarderWithoutCublas13IsSaid() throws Exception {
        SoftwareDevice.copyTo(folder);
        Files.delete(folder.resolve("libcublas.so.12"));
        buildForwarder(folder);
        String line = probe();
        assertTrue(line.startsWith("the forwarder " + folder.resolve("libcublas.so.12")), line);
    }

    @Test
    void aFileThatIsNoLibraryIsSaid() throws IOException {
        SoftwareDevice.copyTo(folder);
        Files.writeString(folder.resolve("libcublas.so.12"), "not a library");
        String line = child().output();
        assertTrue(line.startsWith(folder.resolve("libcublas.so.12") + " does not load: "), line);
    }

    @Test
    void switchedOffIsSaid() throws IOException {
        SoftwareDevice.copyTo(folder);
        assertEquals(
                "the GPU is switched off by -Dmeanfield.gpu.disabled=true", probe("-Dmeanfield.gpu.disabled=true"));
    }

    @Test
    void anotherSystemIsSaid() throws IOException {
        SoftwareDevice.copyTo(folder);
        assertEquals(
                "JCuda has no native parts for Mac OS X on aarch64", probe("-Dos.name=Mac OS X", "-Dos.arch=aarch64"));
    }

    private void withCublas13() throws IOException {
        assumeNoCublasOfItsOwn();
        SoftwareDevice.copyTo(folder);
        Files.delete(folder.resolve("libcublas.so.12"));
        Files.copy(SoftwareDevice.folder().resolve("libcublas.so.13"), folder.resolve("libcublas.so.13"));
    }

    private static void buildForwarder(Path target) throws IOException, InterruptedException {
        String part = "libJCublas2-" + jcuda.JCudaVersion.get() + "-linux-x86_64.so";
        Process process = new ProcessBuilder(
                        "bash",
                        "build-cublas12-forwarder",
                        target.toString(),
                        SoftwareDevice.folder().resolve(part).toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        assertFalse(output.isBlank());
    }

    /** What a process finds whose machine has this folder; other places may hold real libraries, which come later. */
    private String probe(String... options) {
        ChildJvm child = child(options);
        assertEquals("", child.errors());
        assertEquals(1, child.output().lines().count(), child.output());
        return child.output().strip();
    }

    private ChildJvm child(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-D" + SoftwareDevice.FOLDERS + "=" + folder);
        ChildJvm child = ChildJvm.run(
                ProbeMain.class,
                all,
                Map.of("LD_LIBRARY_PATH", "", "MEANFIELD_GPU_LIBRARIES", "", "MEANFIELD_CUBLAS", ""));
        assertEquals(0, child.exit(), child.errors());
        return child;
    }

    /** Whatever a test hides must not be installed on this machine. */
    private static void assumeNoCublasOfItsOwn() {
        List<Path> installed = LibrarySearch.here().find("libcublas.so.12").stream()
                .filter(file -> !file.startsWith(SoftwareDevice.folder()))
                .toList();
        assumeTrue(installed.isEmpty(), () -> "this machine has cuBLAS 12: " + installed);
    }
}
