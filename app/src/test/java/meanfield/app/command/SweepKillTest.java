package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meanfield.app.Tool;
import meanfield.app.ToolProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep that is killed and started again gives the bytes of one that was not, with any number of threads. */
class SweepKillTest {
    private static final int POINTS = 48;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private List<String> sweep(Path out, int pauseMillis, int threads) {
        return List.of(
                "sweep",
                "example.walk",
                "--axis",
                "variance=1:12:" + POINTS / 2,
                "--axis",
                "kind=gaussian,coin-flip",
                "--set",
                "walkers=20",
                "--set",
                "pauseMillis=" + pauseMillis,
                "--threads",
                Integer.toString(threads),
                "--out",
                out.toString());
    }

    private byte[] table(Path out) throws IOException {
        return Files.readAllBytes(out.resolve("example.walk/table.csv"));
    }

    private byte[] uninterrupted(int pauseMillis) throws IOException {
        Path out = folder.resolve("uninterrupted");
        Tool.run(sweep(out, pauseMillis, 3).toArray()).expect(1);
        return table(out);
    }

    private Process start(Path out, int pauseMillis) throws IOException {
        return ToolProcess.start(sweep(out, pauseMillis, 2), folder.resolve("log.txt"));
    }

    /** Waits until the journal has this many points. */
    private void awaitPoints(Process process, Path out, int points) throws Exception {
        Path journal = out.resolve("example.walk/journal.part");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (points(journal) < points) {
            assertTrue(process.isAlive(), () -> "the sweep ended early: " + log());
            assertTrue(System.nanoTime() < end, () -> "the sweep does not get on: " + log());
            Thread.sleep(5);
        }
    }

    private static long points(Path journal) throws IOException {
        return Files.exists(journal)
                ? Files.readString(journal, StandardCharsets.ISO_8859_1)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        - 1
                : -1;
    }

    private String log() {
        return ToolProcess.said(folder.resolve("log.txt"));
    }

    @Test
    void killedThreeTimesItEndsWithTheSameBytes() throws Exception {
        int pause = 25;
        Path out = folder.resolve("killed");
        int kept = 0;
        for (int points : new int[] {3, 17, 30}) {
            Process process = start(out, pause);
            awaitPoints(process, out, Math.max(points, kept + 1));
            process.destroyForcibly();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            kept = (int) points(out.resolve("example.walk/journal.part"));
            assertTrue(Files.notExists(out.resolve("example.walk/table.csv")));
        }
        Files.writeString(
                out.resolve("example.walk/journal.part"),
                "0badc0de {\"half a li",
                java.nio.file.StandardOpenOption.APPEND);
        Tool.Outcome last = Tool.run(sweep(out, pause, 4).toArray()).expect(1);
        assertTrue(last.err().contains("above the limit"), last.err());
        assertArrayEquals(uninterrupted(pause), table(out));
        String manifest = Files.readString(out.resolve("example.walk/manifest.json"));
        assertTrue(manifest.contains("\"resumedPoints\": " + kept), manifest);
        assertTrue(Files.notExists(out.resolve("example.walk/journal.part")));
        assertTrue(Tool.run("verify", out).expect(0).out().startsWith("identical"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void threadsDoNotChangeABit(int threads) throws IOException {
        Path out = folder.resolve("threads");
        Tool.run(sweep(out, 0, threads).toArray()).expect(1);
        assertArrayEquals(uninterrupted(0), table(out));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCKeepsWhatIsFinishedAndSaysSo() throws Exception {
        Path out = folder.resolve("interrupted");
        Process process = start(out, 50);
        awaitPoints(process, out, 4);
        ToolProcess.interrupt(process);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue(), this::log);
        List<String> lines =
                log().lines().filter(line -> line.startsWith("meanfield:")).toList();
        assertEquals(1, lines.size(), this::log);
        assertTrue(
                lines.get(0).matches("meanfield: interrupted; \\d+ of 48 points are kept in .*, the same command .*"),
                this::log);
        assertTrue(points(out.resolve("example.walk/journal.part")) >= 4);
    }
}
