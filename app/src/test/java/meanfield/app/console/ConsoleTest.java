package meanfield.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = Console.of(new PrintWriter(out), new PrintWriter(err));

    @Test
    void quietDropsNotesButNeitherResultsNorErrors() {
        Console quiet = console.withQuiet(true);
        quiet.note("note");
        quiet.result("result");
        quiet.error("error");
        assertEquals("result" + System.lineSeparator(), out.toString());
        assertEquals("meanfield: error" + System.lineSeparator(), err.toString());
    }

    @Test
    void anErrorIsOneLineWhateverTheCauseSaid() {
        console.error("first\n  second\r\nthird\n");
        assertEquals("meanfield: first; second; third", err.toString().strip());
    }

    @Test
    void linesComeRarelyAndSayHowMuchIsLeft() {
        AtomicLong seconds = new AtomicLong();
        try (Lines lines = new Lines(console, "sweep", () -> seconds.get() * 1_000_000_000L)) {
            for (int i = 0; i <= 100; i++) {
                seconds.set(i);
                lines.update(i / 200.0, i + " of 200 points");
            }
        }
        List<String> printed = err.toString().lines().toList();
        assertEquals("sweep: 3 %, 5 of 200 points, about 3 min 15 s left", printed.get(0));
        assertTrue(printed.size() < 10, () -> "lines must be rare, got " + printed);
    }

    @Test
    void whatAnEarlierRunDidIsNotPace() {
        AtomicLong seconds = new AtomicLong();
        Remaining remaining = new Remaining(() -> seconds.get() * 1_000_000_000L);
        assertEquals("", remaining.left(0.5));
        seconds.set(10);
        assertEquals("40 s left", remaining.left(0.6));
        assertEquals("", remaining.left(1));
    }

    @Test
    void aTrainingThatGoesOnFromItsStateStartsThePaceThere() {
        AtomicLong seconds = new AtomicLong();
        Remaining remaining = new Remaining(() -> seconds.get() * 1_000_000_000L);
        assertEquals("", remaining.left(0));
        seconds.set(2);
        remaining.goesOn();
        assertEquals("", remaining.left(0));
        assertEquals("", remaining.left(0.5));
        seconds.set(12);
        assertEquals("40 s left", remaining.left(0.6));
    }

    @Test
    void aQuietConsoleShowsNoProgress() {
        try (Progress progress = Progress.on(console.withQuiet(true), "run")) {
            progress.update(0.5, "half");
        }
        assertEquals("", err.toString());
    }

    @Test
    void aTerminalGetsABarThatDisappears() {
        Console terminal = new Console(new PrintWriter(out), new PrintWriter(err), 80, false);
        try (Progress progress = Progress.on(terminal, "run")) {
            progress.update(0.5, "half");
        }
        assertTrue(err.toString().contains("run  50 % ████████████             half"), err::toString);
        assertEquals("\r\u001b[K", err.toString().substring(err.toString().length() - 4));
        assertFalse(err.toString().contains("\n"));
    }

    @Test
    void timesAndSizesReadWell() {
        assertEquals("0.04 s", Words.duration(0.04));
        assertEquals("9.9 s", Words.duration(9.94));
        assertEquals("10 s", Words.duration(9.96));
        assertEquals("1 min", Words.duration(59.9));
        assertEquals("3 min 20 s", Words.duration(200));
        assertEquals("2 h 5 min", Words.duration(7510));
        assertEquals("1.5 GiB", Words.bytes(1.5 * (1L << 30)));
        assertEquals("1,024 points", Words.count(1024, "point"));
        assertEquals("1 point", Words.count(1, "point"));
    }

    @Test
    void theLastColumnIsWrapped() {
        List<String> lines = new TextTable()
                .row("a", "χ₁", "one two three four five six seven")
                .row("long", "b", "short")
                .lines(38, "  ");
        assertEquals(
                List.of("  a     χ₁  one two three four five", "            six seven", "  long  b   short"), lines);
    }
}
