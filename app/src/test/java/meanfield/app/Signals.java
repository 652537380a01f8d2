package meanfield.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Signals to child processes. */
public final class Signals {
    private static final int INTERRUPT = 2;

    private Signals() {}

    /** Ctrl-C, once it can arrive: children of a job that a shell put into the background ignore it. */
    public static void interrupt(Process process) throws IOException, InterruptedException {
        Assumptions.assumeFalse(ignored(), "this process ignores SIGINT, and so do its children");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static boolean ignored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(line -> Long.parseUnsignedLong(
                                line.substring(line.indexOf(':') + 1).strip(), 16))
                        .anyMatch(mask -> (mask >> (INTERRUPT - 1) & 1) == 1);
    }
}
