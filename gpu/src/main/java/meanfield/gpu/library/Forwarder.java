package meanfield.gpu.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The small {@code libcublas.so.12} that {@code gpu/build-cublas12-forwarder} makes: each of its functions jumps into the
 * one of the same name of cuBLAS 13.
 */
final class Forwarder {
    /** Command that makes it. */
    static final String SCRIPT = "gpu/build-cublas12-forwarder";

    /** A text that the script compiles into it. */
    private static final String MARK = "meanfield-cublas12-forwarder";

    /** NVIDIA's library has a hundred times as many bytes. */
    private static final long LARGEST = 2 << 20;

    private Forwarder() {}

    /** Whether this libcublas.so.12 is a forwarder. */
    static boolean isOne(Path file) {
        try {
            return Files.size(file) < LARGEST
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException e) {
            return false;
        }
    }
}
