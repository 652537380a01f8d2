package meanfield.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs commands in processes of their own, which can be interrupted and killed. */
public final class ToolProcess {
    private static final int INTERRUPT = 2;

    private ToolProcess() {}

    /** Starts a command with the class path of the tests; what it says goes to this file. */
    public static Process start(List<String> arguments, Path log) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(arguments);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** What it has said so far, or why that cannot be read. */
    public static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ctrl-C, once it can arrive: children of a job that a shell put into the background ignore it. */
    public static void interrupt(Process process) throws IOException, InterruptedException {
        Assumptions.assumeFalse(ignoresInterrupts(), "this process ignores SIGINT, and so do its children");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(line -> Long.parseUnsignedLong(
                                line.substring(line.indexOf(':') + 1).strip(), 16))
                        .anyMatch(mask -> (mask >> (INTERRUPT - 1) & 1) == 1);
    }
}
