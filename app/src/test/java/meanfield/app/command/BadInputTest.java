package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meanfield.app.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake of a user is one line with exit code 2, and nothing is written. */
class BadInputTest {
    @TempDir
    private Path folder;

    private List<Path> before = new ArrayList<>();

    @AfterEach
    void nothingWasWritten() throws IOException {
        assertTrue(Files.notExists(folder.resolve("out")), "the output folder must not be made");
        assertEquals(before, files(), "no file must be left behind");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        before = files();
        return file;
    }

    private String mistake(String line, Object... more) {
        List<Object> words = new ArrayList<>(Arrays.asList((Object[]) line.split(" ")));
        words.addAll(Arrays.asList(more));
        return Tool.run(words.toArray()).mistake();
    }

    private String computing(String line, Object... more) {
        List<Object> words = new ArrayList<>(Arrays.asList(more));
        words.add("--out");
        words.add(folder.resolve("out"));
        return mistake(line, words.toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run exmaple.walk|unknown experiment exmaple.walk, did you mean example.walk?",
                "sweep exmaple.walk --axis variance=1,2|unknown experiment exmaple.walk, did you mean example.walk?",
                "run example.walk --set varience=1|unknown parameter varience, did you mean variance?",
                "run example.walk --set kind=gausian|did you mean gaussian?",
                "run example.walk --set variance=-1|variance must be finite and >= 0, got -1.0",
                "run example.walk --set variance=lots|variance must be a number, got lots",
                "run example.walk --set variance|--set must be NAME=VALUE, got variance",
                "run example.walk --set walkers=2.5|walkers must be a whole number, got 2.5",
                "run example.walk --set times=[1,x]|times",
                "run example.walk --set times=[]|times must have at least one entry, got none",
                "run example.walk --set times=[0]|times must be in [1.0, 10000.0], got 0.0",
                "run example.walk --seed x|--seed",
                "run example.walk --sede 3|unknown option --sede, did you mean --seed?",
                "run example.walk extra|extra",
                "run|EXPERIMENT",
                "rum example.walk|unknown command rum, did you mean run?",
                "run example.walk --backend nativ|unknown backend nativ, did you mean native?",
                "run example.walk --backend gpu|backend gpu is not available",
                "run example.walk --threads 0|--threads must be >= 1, got 0",
                "run example.walk --threads two|--threads",
                "sweep example.walk|sweep must have at least one --axis",
                "sweep example.walk --axis variance=1:2:1|axis variance count must be >= 2, got 1",
                "sweep example.walk --axis variance=1|--axis variance must have at least 2 values",
                "sweep example.walk --axis variance=2:1:5:log|axis variance must have from < to, got 2.0:1.0",
                "sweep example.walk --axis variance=0:1:5:log|axis variance must start above 0",
                "sweep example.walk --axis varience=1:2:3|unknown parameter varience, did you mean variance?",
                "sweep example.walk --axis times=1:2:3|axis times must sweep a single value",
                "sweep example.walk --axis kind=gaussian,coin-flop|did you mean coin-flip?",
                "sweep example.walk --axis walkers=1:2:3|walkers",
                "sweep example.walk --axis variance=-1:1:3|variance must be finite and >= 0, got -1.0",
                "sweep example.walk --axis variance=1,2 --axis variance=3,4|distinct parameters",
                "sweep example.walk --axis variance=1,2 --replicates 0|--replicates must be >= 1, got 0",
                "sweep example.walk --axis variance=1,2 --runner spark|--runner must be local",
                "gpu-check|backend gpu is not available: the GPU is switched off",
                "gpu-check --quick --backend ejml|backend gpu is not available",
                "gpu-check --size 1|--size must be >= 2, got 1",
                "gpu-check --size many|--size",
                "gpu-check --seed x|--seed",
                "gpu-check --qick|unknown option --qick, did you mean --quick?",
                "gpu-check now|now",
                "gpu-chek|unknown command gpu-chek, did you mean gpu-check?",
                "gallery --only nothing|unknown experiment nothing"
            })
    void argumentsAreChecked(String line, String expected) {
        String message = computing(line);
        assertTrue(message.contains(expected), () -> "expected: " + expected + "\nbut was:  " + message);
    }

    @Test
    void describeCiteAndListKnowTheNearestName() {
        assertTrue(mistake("describe example.wolk").contains("did you mean example.walk?"));
        assertTrue(mistake("cite example.wolk").contains("did you mean example.walk?"));
        assertTrue(mistake("list --jsn").contains("did you mean --json?"));
    }

    @Test
    void malformedParametersNameLineAndColumn() throws IOException {
        Path file = file("p.json", "{\n  \"variance\": 1,\n  \"walkers\" 3\n}\n");
        String message = computing("run example.walk", "--params", file);
        assertTrue(message.startsWith(file + ":3:"), message);
        assertTrue(message.contains("malformed JSON"), message);
    }

    @Test
    void parameterFilesAreChecked() throws IOException {
        Path empty = file("empty.json", "");
        assertTrue(computing("run example.walk", "--params", empty).contains("is empty"));
        Path array = file("array.json", "[1]");
        assertTrue(computing("run example.walk", "--params", array).contains("expected a JSON object"));
        Path unknown = file("unknown.json", "{\"walker\": 1}");
        String message = computing("run example.walk", "--params", unknown);
        assertEquals(unknown + ": unknown parameter walker, did you mean walkers?", message.split(" \\(one")[0]);
        Path range = file("range.json", "{\"limit\": 0}");
        assertTrue(computing("run example.walk", "--params", range).contains("limit must be finite and > 0, got 0.0"));
        String missing = computing("run example.walk", "--params", folder.resolve("none.json"));
        assertTrue(missing.contains("none.json: no such file"), missing);
    }

    @Test
    void aFileInPlaceOfTheOutputFolderIsFoundBeforeComputing() throws IOException {
        Path file = file("taken", "x");
        for (String command : List.of("run example.walk", "sweep example.walk --axis variance=1,2", "gallery")) {
            String message = mistake(command, "--out", file.resolve("deeper"), "--quiet");
            assertTrue(message.contains(file + " is not a folder"), message);
        }
    }

    @Test
    void verifyAndPlotNeedAResult() throws IOException {
        for (String command : List.of("verify", "plot")) {
            assertTrue(mistake(command, folder.resolve("none")).contains("no such folder"));
            assertTrue(mistake(command, folder).contains("holds no manifest.json"));
        }
        file("manifest.json", "{\n\"format\": }");
        for (String command : List.of("verify", "plot")) {
            String message = mistake(command, folder);
            assertTrue(message.startsWith(folder.resolve("manifest.json") + ":2:"), message);
        }
    }
}
