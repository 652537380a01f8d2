package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import meanfield.app.Tool;
import meanfield.app.console.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    private Path out;

    private Path walk() {
        return out.resolve("example.walk");
    }

    @Test
    void runWritesTableManifestAndFigures() throws IOException {
        Tool.Outcome outcome =
                Tool.run("run", "example.walk", "--quick", "--out", out).expect(0);
        assertTrue(outcome.out().startsWith("ok: growth = 1.5"), outcome.out());
        List<String> lines = Files.readAllLines(walk().resolve("table.csv"));
        assertEquals("replicate,source,time,meanSquare,meanSquareStdErr,status,message", lines.get(0));
        assertEquals("0,theory,1,1.5,NaN,ok,", lines.get(1));
        for (String name : List.of("manifest.json", "mean-square.png", "mean-square.svg")) {
            assertTrue(Files.size(walk().resolve(name)) > 500, name);
        }
    }

    @Test
    void setWinsOverTheFileWhichWinsOverTheDefaults() throws IOException {
        Path params = Files.writeString(out.resolve("p.json"), "{\"variance\": 2, \"walkers\": 0}");
        Tool.run("run", "example.walk", "--params", params, "--set", "variance=3", "--set", "times=[5]", "--out", out)
                .expect(0);
        assertEquals(
                List.of("0,theory,5,15.0,NaN,ok,"),
                Files.readAllLines(walk().resolve("table.csv")).subList(1, 2));
        assertEquals(2, Files.readAllLines(walk().resolve("table.csv")).size());
    }

    @Test
    void theSameRequestIsNotComputedAgainAndAnotherIsRefused() throws IOException {
        Tool.run("run", "example.walk", "--quick", "--out", out).expect(0);
        String again = Tool.run("run", "example.walk", "--quick", "--out", out)
                .expect(0)
                .out();
        assertTrue(again.contains("was already there"), again);
        byte[] table = Files.readAllBytes(walk().resolve("table.csv"));
        String refused = Tool.run("run", "example.walk", "--quick", "--seed", 2, "--out", out)
                .mistake();
        assertTrue(refused.contains("seed") && refused.contains("overwrite"), refused);
        assertArrayEquals(table, Files.readAllBytes(walk().resolve("table.csv")));
        Tool.run("run", "example.walk", "--quick", "--seed", 2, "--out", out, "--overwrite")
                .expect(0);
        assertFalse(java.util.Arrays.equals(table, Files.readAllBytes(walk().resolve("table.csv"))));
    }

    @Test
    void aSweepPutsAxesFirstAndFailedPointsIntoRows() throws IOException {
        Tool.Outcome outcome = Tool.run(
                        "sweep",
                        "example.walk",
                        "--axis",
                        "kind=gaussian,coin-flip",
                        "--axis",
                        "variance=1:20:2",
                        "--replicates",
                        2,
                        "--set",
                        "walkers=3",
                        "--set",
                        "times=[2]",
                        "--out",
                        out)
                .expect(1);
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(
                outcome.err().contains("4 failed of 16 rows, first: variance 20.0 is above the limit"), outcome.err());
        List<String> lines = Files.readAllLines(walk().resolve("table.csv"));
        assertEquals("kind,variance,replicate,source,time,meanSquare,meanSquareStdErr,status,message", lines.get(0));
        assertEquals("gaussian,1.0,0,theory,2,2.0,NaN,ok,", lines.get(1));
        assertEquals(17, lines.size());
        assertEquals(4, lines.stream().filter(line -> line.contains(",failed,")).count());
    }

    @Test
    void verifyFindsAnEditedCell() throws IOException {
        Tool.run("run", "example.walk", "--quick", "--out", out).expect(0);
        String same = Tool.run("verify", walk()).expect(0).out();
        assertTrue(same.startsWith("identical: example.walk"), same);
        Path table = walk().resolve("table.csv");
        Files.writeString(table, Files.readString(table).replace("0,theory,4,6.0,", "0,theory,4,6.5,"));
        String different = Tool.run("verify", out).expect(1).out();
        assertTrue(different.startsWith("different: example.walk"), different);
        assertTrue(different.contains("meanSquare") && different.contains("6.5"), different);
    }

    @Test
    void plotDrawsAgainTheSameBytes() throws IOException {
        Tool.run("run", "example.walk", "--quick", "--out", out).expect(0);
        for (String name : List.of("mean-square.png", "mean-square.svg")) {
            Path file = walk().resolve(name);
            byte[] first = Files.readAllBytes(file);
            Files.delete(file);
            Tool.run("plot", walk()).expect(0);
            assertArrayEquals(first, Files.readAllBytes(file), name);
        }
    }

    @Test
    void citePrintsBibtex() {
        String text = Tool.run("cite", "example.walk").expect(0).out();
        assertTrue(text.startsWith("@inproceedings{Jacot2018,"), text);
    }

    @Test
    void listAndDescribeReadWellAndAsJson() throws IOException {
        String list = Tool.run("list").expect(0).out();
        assertTrue(
                list.lines().anyMatch(line -> line.startsWith("example.walk") && line.contains("random walk")), list);
        JsonNode all =
                new ObjectMapper().readTree(Tool.run("list", "--json").expect(0).out());
        JsonNode walk = StreamSupport.stream(all.spliterator(), false)
                .filter(node -> node.get("id").asText().equals("example.walk"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("id", "theory", "claim"), iterable(walk.fieldNames()));
        assertEquals("example", walk.get("theory").asText());
        String text = Tool.run("describe", "example.walk").expect(0).out();
        for (String part : List.of(
                "variance",
                "σ",
                "variance of a step; number",
                "[0, inf)",
                "walkers = 400  (quick: 40)",
                "meanSquare",
                "Jacot")) {
            assertTrue(text.contains(part), () -> "describe must say " + part + ":\n" + text);
        }
        JsonNode tree = new ObjectMapper()
                .readTree(
                        Tool.run("describe", "example.walk", "--json").expect(0).out());
        assertEquals("[0, inf)", tree.at("/parameters/1/range").asText());
        assertEquals(1.5, tree.at("/parameters/1/default").asDouble());
        assertEquals("coin-flip", tree.at("/parameters/0/options/1").asText());
        assertEquals("meanSquare", tree.at("/columns/1/name").asText());
        assertEquals("Jacot2018", tree.at("/references/0").asText());
    }

    private static List<String> iterable(java.util.Iterator<String> names) {
        java.util.ArrayList<String> list = new java.util.ArrayList<>();
        names.forEachRemaining(list::add);
        return list;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gallery",
                "list",
                "describe",
                "run",
                "sweep",
                "verify",
                "plot",
                "cite",
                "kernel",
                "predict",
                "doctor"
            })
    void everyCommandTakesTheCommonOptions(String command) {
        String help = Tool.run(command, "--help").expect(0).out();
        for (String option : List.of("--backend", "--threads", "--quiet", "--version", "--help")) {
            assertTrue(help.contains(option), () -> command + " must take " + option + ":\n" + help);
        }
        assertTrue(Tool.run(command, "--version").expect(0).out().matches("meanfield \\d+\\.\\d+\\.\\S+\\R"));
    }

    @Test
    void noCommandPrintsTheHelp() {
        assertTrue(Tool.run().expect(2).err().contains("Usage: meanfield"));
    }

    @Test
    void quietSaysNothingWhenAllIsWell() {
        Tool.Outcome outcome = Tool.run("run", "example.walk", "--quick", "--quiet", "--out", out)
                .expect(0);
        assertEquals("", outcome.out() + outcome.err());
        assertEquals(
                "",
                Tool.run("-q", "run", "example.walk", "--quick", "--out", out).err());
    }

    @Test
    void longWorkIsAnnounced() {
        Interruption interruption = Interruption.manual();
        interruption.request();
        Tool.Outcome outcome = Tool.run(
                        interruption,
                        "sweep",
                        "example.walk",
                        "--axis",
                        "variance=1:2:100",
                        "--set",
                        "pauseMillis=2000",
                        "--threads",
                        2,
                        "--out",
                        out)
                .expect(130);
        assertTrue(outcome.err().contains("100 points, about 2 min"), outcome.err());
        assertTrue(outcome.err().contains("interrupted; 0 of 100 points are kept in"), outcome.err());
    }

    @Test
    void anInterruptedRunWritesNothing() {
        Interruption interruption = Interruption.manual();
        interruption.request();
        Tool.Outcome outcome = Tool.run(interruption, "run", "example.walk", "--set", "pauseMillis=2000", "--out", out)
                .expect(130);
        assertTrue(outcome.err().contains("interrupted; nothing was written"), outcome.err());
        assertTrue(Files.notExists(walk()));
    }

    @Test
    void doctorTellsWhatIsThereAndWhatIsNot() throws IOException {
        Tool.Outcome outcome = Tool.run("doctor", "--json", "--out", out).expect(0);
        JsonNode findings = new ObjectMapper().readTree(outcome.out());
        List<String> subjects = findings.findValuesAsText("subject");
        assertTrue(
                subjects.containsAll(List.of(
                        "Java",
                        "Cores",
                        "Memory",
                        "Native BLAS",
                        "GPU",
                        "Spark",
                        "Fonts",
                        "Display",
                        "Maven",
                        "Output")),
                subjects::toString);
        JsonNode gpu = findings.get(subjects.indexOf("GPU"));
        assertEquals("absent", gpu.get("verdict").asText());
        assertTrue(gpu.get("text").asText().startsWith("not used: the GPU is switched off"), gpu::toString);
        assertTrue(gpu.get("text").asText().endsWith("kernels are computed on the CPU"), gpu::toString);
        Path taken = Files.writeString(out.resolve("taken"), "");
        String problem = Tool.run("doctor", "--out", taken).expect(1).out();
        assertTrue(problem.contains("PROBLEM  Output"), problem);
    }

    @Test
    void doctorTellsWhenTheNativeLibraryIsSwitchedOff() {
        System.setProperty("meanfield.native.disabled", "true");
        try {
            String text = Tool.run("doctor", "--out", out).expect(0).out();
            assertTrue(text.contains("switched off"), text);
            assertTrue(text.contains("--backend auto uses EJML"), text);
        } finally {
            System.clearProperty("meanfield.native.disabled");
        }
    }
}
