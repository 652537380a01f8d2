package meanfield.gpu.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiled kernels that are shipped: what any driver can take, and the bytes that the sources give. */
class PtxTest {
    private static final Pattern RELEASE = Pattern.compile("// (\\S+)\\.cu compiled by nvcc (\\S+);");

    @TempDir
    private Path folder;

    @Test
    void theStampIsOneThatOlderDriversTake() {
        String ptx = KernelModule.ptx("pairs");
        assertTrue(ptx.contains("\n.version 7.8\n") && ptx.contains("\n.target sm_75\n"), ptx.substring(0, 200));
        for (String kernel : List.of("pairs_f64", "pairs_f32")) {
            assertTrue(ptx.contains(".visible .entry " + kernel + "("), kernel);
        }
    }

    /** Where the same nvcc is at hand; another one may arrange registers otherwise. */
    @Test
    void theSourcesGiveTheseBytes() throws IOException, InterruptedException {
        String committed = KernelModule.ptx("pairs");
        Matcher made = RELEASE.matcher(committed);
        assertTrue(made.find(), "the first line names the compiler");
        String here = output("nvcc", "--version");
        assumeTrue(!here.isEmpty(), "skipped: nvcc is not installed, the shipped PTX is not compared with its source");
        assumeTrue(
                here.contains("V" + made.group(2)),
                "skipped: the shipped PTX was compiled by nvcc " + made.group(2) + ", here is another");
        String said = output("bash", "build-ptx", folder.toString());
        assertEquals(committed, Files.readString(folder.resolve("pairs.ptx")), said);
    }

    /** What a program says; empty where it is not there. */
    private static String output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertTrue(process.waitFor(5, TimeUnit.MINUTES));
            return said;
        } catch (IOException e) {
            return "";
        }
    }
}
