package meanfield.gpu;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jcuda.JCudaVersion;
import meanfield.gpu.library.GpuLibraries;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test class on the software device: libraries in the place of NVIDIA's driver and cuBLAS, compiled from {@code
 * src/test/native} and from the kernels' own sources, with which everything from discovery to the result runs on a
 * machine without a GPU. Where they cannot be compiled the class is skipped, with the reason.
 *
 * <p>{@code -Dmeanfield.gpu.tests=device} runs the same tests on the machine's GPU.
 */
public final class SoftwareDevice implements ExecutionCondition {
    /** Name of the folders property of {@code meanfield.gpu.library}. */
    public static final String FOLDERS = "meanfield.gpu.libraries";

    private static final String TESTS = "meanfield.gpu.tests";
    private static final List<String> LIBRARIES = List.of("libcuda.so.1", "libcublas.so.12", "kernels.so");
    private static final Path NATIVE = Path.of("src", "test", "native");
    private static final Path KERNELS = Path.of("src", "main", "cuda");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if ("device".equals(System.getProperty(TESTS))) {
            return GpuLibraries.unavailableReason()
                    .map(reason -> ConditionEvaluationResult.disabled("no GPU: " + reason))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("on the GPU"));
        }
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return ConditionEvaluationResult.disabled(missing.get());
        }
        System.setProperty(FOLDERS, folder().toString());
        return ConditionEvaluationResult.enabled("on the software device");
    }

    /** What this machine lacks to have a software device; empty when it can have one. */
    public static Optional<String> missing() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            return Optional.of("the software device is for Linux on x86_64, this is " + system);
        }
        return Stream.of("bash", "g++", "gcc", "nm")
                .filter(program -> !onPath(program))
                .findFirst()
                .map(program -> "the software device is compiled with " + program + ", which is not on the PATH");
    }

    /** Folder with its libraries, built again only when a source changed. */
    public static Path folder() {
        Path folder = Path.of("target", "software-device").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                String sources = fingerprint();
                Path stamp = folder.resolve("sources.sha256");
                if (!Files.exists(stamp) || !Files.readString(stamp).equals(sources)) {
                    build(folder);
                    Files.writeString(stamp, sources);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A device of its own in this folder, with these settings (lines of the file that {@code settings.h} describes). */
    public static Path copyTo(Path target, String... settings) throws IOException {
        for (String library : LIBRARIES) {
            Files.copy(folder().resolve(library), target.resolve(library), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.write(target.resolve("settings"), List.of(settings));
        return target;
    }

    private static void build(Path folder) throws IOException {
        Path driver = extract("JCudaDriver", folder);
        Path cublas = extract("JCublas2", folder);
        Process process = new ProcessBuilder(
                        "bash",
                        NATIVE.resolve("build.sh").toString(),
                        folder.toString(),
                        KERNELS.toAbsolutePath().toString(),
                        driver.toString(),
                        cublas.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("the software device does not compile:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path extract(String part, Path folder) throws IOException {
        String name = "lib" + part + "-" + JCudaVersion.get() + "-linux-x86_64.so";
        Path file = folder.resolve(name);
        try (InputStream in = SoftwareDevice.class.getResourceAsStream("/lib/" + name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static String fingerprint() throws IOException {
        try (Stream<Path> sources = Files.walk(NATIVE);
                Stream<Path> kernels = Files.isDirectory(KERNELS) ? Files.walk(KERNELS) : Stream.empty()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(JCudaVersion.get().getBytes());
            for (Path file : Stream.concat(sources, kernels)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                digest.update(file.toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
    }
}
