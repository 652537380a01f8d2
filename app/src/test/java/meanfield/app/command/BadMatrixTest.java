package meanfield.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meanfield.app.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the files of {@code kernel} and {@code predict}: one line, exit code 2, nothing written. */
class BadMatrixTest {
    private static final String NETWORK = """
            [{"layer": "Dense", "out": 8, "W_std": 1.4, "b_std": 0.1, "parameterization": "ntk"},
             {"layer": "Activation", "name": "Relu"},
             {"layer": "Dense", "out": 1, "W_std": 1.4, "b_std": null, "parameterization": "ntk"}]
            """;

    @TempDir
    private Path folder;

    private Path network;
    private Path inputs;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        network = file("net.json", NETWORK);
        inputs = file("x.csv", "1,2,3\n4,5,6\n");
        out = folder.resolve("new/result.csv");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String kernelMistake(Path net, Path x, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("kernel", "--network", net, "--inputs", x, "--kernel", "ntk", "--out", out));
        words.addAll(List.of(more));
        String message = Tool.run(words.toArray()).mistake();
        assertTrue(Files.notExists(folder.resolve("new")), "nothing must be written");
        return message;
    }

    @Test
    void singlePrecisionIsForAGpu() {
        assertEquals(
                "precision must be float64 or float32, got float16",
                kernelMistake(network, inputs, "--precision", "float16"));
        assertEquals(
                "--precision must be float64 without --backend gpu, got float32",
                kernelMistake(network, inputs, "--precision", "float32"));
    }

    private String predictMistake(Path targets, Path test, Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "predict",
                "--network",
                network,
                "--inputs",
                inputs,
                "--targets",
                targets,
                "--test",
                test,
                "--kernel",
                "ntk",
                "--out",
                out));
        words.addAll(List.of(more));
        String message = Tool.run(words.toArray()).mistake();
        assertTrue(Files.notExists(folder.resolve("new")), "nothing must be written");
        return message;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2\\n3\\n|line 2|ragged row",
                "1,2\\n3,x\\n|line 2|a word",
                "1,2\\n3,\\n|line 2|an empty cell",
                "1,NaN\\n3,4\\n|line 1|NaN",
                "1,2\\n3,Infinity\\n|line 2|infinity",
                "1,2\\n\\n3,4\\n|line 2|an empty line in the middle",
                "''|empty|an empty file"
            })
    void badMatricesNameTheLine(String text, String where, String what) throws IOException {
        Path file = file("bad.csv", text.replace("\\n", "\n"));
        String message = kernelMistake(network, file);
        assertTrue(message.contains(file.toString()), () -> what + ": " + message);
        assertTrue(message.contains(where), () -> what + ": " + message);
        assertTrue(kernelMistake(network, inputs, "--other", file).contains(where), what);
    }

    @Test
    void missingFilesAreNamed() {
        Path none = folder.resolve("none.csv");
        assertTrue(kernelMistake(network, none).contains("none.csv"));
        assertTrue(kernelMistake(folder.resolve("none.json"), inputs).contains("none.json: no such file"));
    }

    @Test
    void shapesMustAgree() throws IOException {
        Path two = file("two.csv", "1,2\n3,4\n");
        Path three = file("three.csv", "1\n2\n3\n");
        Path targets = file("t.csv", "1\n-1\n");
        assertEquals(
                two + " must have 3 columns like " + inputs + ", got 2",
                kernelMistake(network, inputs, "--other", two));
        assertEquals(
                three + " must have 2 rows like " + inputs + ", got 3", predictMistake(three, inputs, "--time", "1"));
        assertEquals(
                two + " must have 3 columns like " + inputs + ", got 2", predictMistake(targets, two, "--time", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--time|soon|--time must be a number or infinity, got soon",
                "--time|-1|--time must be finite and >= 0, got -1.0",
                "--time|NaN|--time must be finite and >= 0, got NaN",
                "--ridge|-0.5|--ridge must be finite and >= 0, got -0.5",
                "--ridge-scale|relativ|unknown ridge scale relativ, did you mean relative?"
            })
    void numbersAreChecked(String option, String value, String expected) throws IOException {
        Path targets = file("t.csv", "1\n-1\n");
        List<Object> more = new ArrayList<>(List.of(option, value));
        if (!option.equals("--time")) {
            more.addAll(List.of("--time", "1"));
        }
        assertTrue(predictMistake(targets, inputs, more.toArray()).startsWith(expected));
    }

    @Test
    void theKernelMustBeKnown() {
        String message = Tool.run("kernel", "--network", network, "--inputs", inputs, "--kernel", "ntq", "--out", out)
                .mistake();
        assertTrue(message.startsWith("unknown kernel ntq, did you mean ntk?"), message);
        assertTrue(Tool.run("kernel", "--network", network, "--inputs", inputs, "--out", out)
                .mistake()
                .contains("--kernel"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"layer\": \"Dens\", \"out\": 1, \"W_std\": 1}]|Dense",
                "[{\"layer\": \"Activation\", \"name\": \"Rleu\"}]|Relu",
                "[{\"layer\": \"Dense\", \"out\": 1, \"W_std\": -1, \"parameterization\": \"ntk\"}]|-1",
                "[{\"layer\": \"Dense\", \"out\": 1, \"parameterization\": \"ntk\"}]|W_std",
                "[{\"layer\": \"Conv\"}]|Conv",
                "[]|at least one layer",
                "{\"layers\": []}|architecture",
                "[{\"layer\":, }]|:1:",
                "''|empty"
            })
    void badNetworksAreNamed(String text, String expected) throws IOException {
        Path file = file("bad.json", text);
        String message = kernelMistake(file, inputs);
        assertTrue(message.contains(file.toString()), message);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeComputing() {
        String message = Tool.run(
                        "kernel", "--network", network, "--inputs", inputs, "--kernel", "ntk", "--out", folder)
                .mistake();
        assertEquals("--out must be a file, got the folder " + folder, message);
        String taken = Tool.run(
                        "kernel",
                        "--network",
                        network,
                        "--inputs",
                        inputs,
                        "--kernel",
                        "ntk",
                        "--out",
                        inputs.resolve("k.csv"))
                .mistake();
        assertTrue(taken.contains(inputs + " is not a folder"), taken);
    }

    @Test
    void aSingularKernelIsSaidWithExitCodeOne() throws IOException {
        Path twice = file("twice.csv", "1,2,3\n1,2,3\n");
        Path targets = file("t.csv", "1\n-1\n");
        Tool.Outcome outcome = Tool.run(
                        "predict",
                        "--network",
                        network,
                        "--inputs",
                        twice,
                        "--targets",
                        targets,
                        "--test",
                        inputs,
                        "--kernel",
                        "ntk",
                        "--time",
                        "infinity",
                        "--out",
                        out)
                .expect(1);
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains("--ridge"), outcome.err());
        assertTrue(Files.notExists(out));
        Tool.run(
                        "predict",
                        "--network",
                        network,
                        "--inputs",
                        twice,
                        "--targets",
                        targets,
                        "--test",
                        inputs,
                        "--kernel",
                        "ntk",
                        "--time",
                        "infinity",
                        "--ridge",
                        "1e-3",
                        "--out",
                        out)
                .expect(0);
    }
}
