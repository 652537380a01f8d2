package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meanfield.app.Tool;
import meanfield.app.ToolProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One training that is interrupted, killed, and started again ends with the bytes of one that was not. */
@DisabledOnOs(OS.WINDOWS)
class TrainingKillTest {
    private static final long PATIENCE_SECONDS = 90;
    private static final String ID = "grokking.modular-addition";

    @TempDir
    private Path folder;

    private static List<String> training(Path out, int threads) {
        return List.of(
                "run",
                ID,
                "--set",
                "steps=2500",
                "--set",
                "width=120",
                "--threads",
                Integer.toString(threads),
                "--out",
                out.toString());
    }

    private Process start(Path out, int threads) throws IOException {
        return ToolProcess.start(training(out, threads), folder.resolve("log.txt"));
    }

    /** Waits for a state that is newer than this one, and returns its time. */
    private FileTime awaitState(Process process, Path out, FileTime before) throws Exception {
        Path state = out.resolve(ID + "/checkpoint-0-training.part");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(state) || Files.getLastModifiedTime(state).compareTo(before) <= 0) {
            assertTrue(process.isAlive(), () -> "the training ended early: " + log());
            assertTrue(System.nanoTime() < end, () -> "no state is kept: " + log());
            Thread.sleep(5);
        }
        return Files.getLastModifiedTime(state);
    }

    private String log() {
        return ToolProcess.said(folder.resolve("log.txt"));
    }

    @Test
    void interruptedAndKilledItEndsWithTheSameBytes() throws Exception {
        Path out = folder.resolve("killed");
        Process interrupted = start(out, 2);
        awaitState(interrupted, out, FileTime.fromMillis(0));
        ToolProcess.interrupt(interrupted);
        assertTrue(interrupted.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(130, interrupted.exitValue(), this::log);
        assertTrue(
                log().contains("meanfield: interrupted; the state of its training is kept in " + out.resolve(ID)
                        + ", the same command goes on from there"),
                this::log);
        FileTime kept = Files.getLastModifiedTime(out.resolve(ID + "/checkpoint-0-training.part"));
        Process killed = start(out, 1);
        awaitState(killed, out, kept);
        killed.destroyForcibly();
        assertTrue(killed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertTrue(Files.notExists(out.resolve(ID + "/table.csv")));
        Tool.run(training(out, 2).toArray()).expect(0);
        Path whole = folder.resolve("whole");
        Tool.run(training(whole, 1).toArray()).expect(0);
        assertArrayEquals(
                Files.readAllBytes(whole.resolve(ID + "/table.csv")),
                Files.readAllBytes(out.resolve(ID + "/table.csv")));
        assertTrue(Files.notExists(out.resolve(ID + "/checkpoint-0-training.part")));
        assertTrue(Files.notExists(out.resolve(ID + "/journal.part")));
    }
}
