package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meanfield.app.console.Console;
import meanfield.app.console.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels and predictions say how far they are: a bar on a terminal, nothing when quiet or short. */
class KernelProgressTest {
    private static final int TERMINAL = 100;

    @TempDir
    private Path folder;

    private String said(int columns, String... more) throws Exception {
        Files.writeString(folder.resolve("net.json"), """
                [{"layer": "Dense", "out": 8, "W_std": 1.4, "b_std": 0.1},
                 {"layer": "Activation", "name": "Relu"},
                 {"layer": "Dense", "out": 1, "W_std": 1, "b_std": 0}]
                """);
        Files.writeString(folder.resolve("x.csv"), "1,0\n0,1\n0.5,-1\n");
        Files.writeString(folder.resolve("t.csv"), "1\n-1\n0\n");
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), columns, false);
        assertEquals(0, new CommandLineTool(console, Interruption.manual()).run(more), err::toString);
        return err.toString();
    }

    private String[] kernel(String... more) {
        return with(List.of("kernel"), List.of("--out", folder.resolve("k.csv").toString()), more);
    }

    private String[] predict(String... more) {
        List<String> own = List.of(
                "--targets", folder.resolve("t.csv").toString(),
                "--test", folder.resolve("x.csv").toString(),
                "--time", "infinity",
                "--out", folder.resolve("p.csv").toString());
        return with(List.of("predict"), own, more);
    }

    private String[] with(List<String> command, List<String> own, String... more) {
        List<String> words = new java.util.ArrayList<>(command);
        words.addAll(List.of(
                "--network", folder.resolve("net.json").toString(),
                "--inputs", folder.resolve("x.csv").toString(),
                "--kernel", "ntk"));
        words.addAll(own);
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void aTerminalGetsABar() throws Exception {
        String kernel = said(TERMINAL, kernel());
        assertTrue(kernel.contains("kernel 100 %"), kernel);
        assertTrue(kernel.endsWith("\r\u001b[Kwrote " + folder.resolve("k.csv") + System.lineSeparator()), kernel);
        assertTrue(said(TERMINAL, predict()).contains("predict 100 %"));
    }

    @Test
    void elsewhereShortWorkSaysOnlyItsResult() throws Exception {
        assertEquals("wrote " + folder.resolve("k.csv") + System.lineSeparator(), said(0, kernel()));
        assertEquals(1, said(0, predict()).lines().count());
    }

    @Test
    void quietIsQuietOnATerminalToo() throws Exception {
        assertEquals("", said(TERMINAL, kernel("--quiet")));
        String predict = said(TERMINAL, predict("--quiet"));
        assertFalse(predict.contains("%"), predict);
    }
}
