package meanfield.experiment.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Parameter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterChangesTest {
    enum Activation {
        ERF,
        LEAKY_RELU
    }

    record Network(
            @Parameter(meaning = "hidden layers", range = "[1, 64]")
            int depth,

            @Parameter(meaning = "nonlinearity") Activation activation) {
        Network {
            if (depth < 1 || depth > 64) {
                throw new IllegalArgumentException("depth must be in [1, 64], got " + depth);
            }
        }
    }

    record Setting(
            @Parameter(symbol = "\\sigma_w^2", meaning = "weight variance", range = "(0, inf)")
            double weightVariance,

            long seed,
            boolean bias,
            String name,
            Network network,
            List<Integer> widths,
            List<Activation> activations,
            double[] times,
            double[][] matrix) {
        Setting {
            if (!(weightVariance > 0)) {
                throw new IllegalArgumentException("weightVariance must be > 0, got " + weightVariance);
            }
            widths = List.copyOf(widths);
        }
    }

    private static final Setting BASE = new Setting(
            1.5,
            7,
            true,
            "plain",
            new Network(2, Activation.ERF),
            List.of(16, 32),
            List.of(),
            new double[] {0, 0.5},
            new double[][] {{1, 2}, {3}});

    private static ParameterChanges<Setting> changes() {
        return ParameterChanges.over(BASE);
    }

    private static String refusal(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    @Test
    void theWholeRecordIsJson() {
        assertEquals(
                "{\"weightVariance\":1.5,\"seed\":7,\"bias\":true,\"name\":\"plain\","
                        + "\"network\":{\"depth\":2,\"activation\":\"erf\"},\"widths\":[16,32],\"activations\":[],"
                        + "\"times\":[0.0,0.5],\"matrix\":[[1.0,2.0],[3.0]]}",
                StrictJson.compact(ParameterTypes.toJson(BASE)));
    }

    @Test
    void partialObjectsKeepTheRestAlsoInsideNestedOnes() {
        Setting setting = changes()
                .json("{\"network\": {\"activation\": \"Leaky_ReLU\"}, \"widths\": [3, 4.0]}", "p.json")
                .build();
        assertEquals(new Network(2, Activation.LEAKY_RELU), setting.network());
        assertEquals(List.of(3, 4), setting.widths());
        assertEquals(1.5, setting.weightVariance());
    }

    @Test
    void textsAreReadByTheTypeOfTheParameter() {
        Setting setting = changes()
                .set("weightVariance", "1e-3")
                .set("seed", "-9")
                .set("bias", "FALSE")
                .set("name", "a, \"b\" = c")
                .set("network.activation", "LEAKYRELU")
                .set("network.depth", "64")
                .set("widths", "[1]")
                .set("activations", "[\"erf\", \"leaky-relu\"]")
                .set("times", "[]")
                .set("matrix", "[[0.1, -2], []]")
                .build();
        assertEquals(1e-3, setting.weightVariance());
        assertEquals(-9, setting.seed());
        assertEquals(false, setting.bias());
        assertEquals("a, \"b\" = c", setting.name());
        assertEquals(new Network(64, Activation.LEAKY_RELU), setting.network());
        assertEquals(List.of(Activation.ERF, Activation.LEAKY_RELU), setting.activations());
        assertEquals(0, setting.times().length);
        assertArrayEquals(new double[][] {{0.1, -2}, {}}, setting.matrix());
    }

    @Test
    void javaValuesAreTakenToo() {
        Setting setting = changes()
                .with("network", new Network(5, Activation.ERF))
                .with("times", new double[] {1})
                .with("weightVariance", 3)
                .with("network.activation", Activation.LEAKY_RELU)
                .with("activations", List.of(Activation.ERF))
                .build();
        assertEquals(new Network(5, Activation.LEAKY_RELU), setting.network());
        assertEquals(3.0, setting.weightVariance());
    }

    @Test
    void valuesThatOnlyMakeSenseTogetherMayComeApart() {
        assertEquals(
                2.0,
                changes()
                        .set("weightVariance", "-1")
                        .set("weightVariance", "2")
                        .build()
                        .weightVariance());
    }

    record Lone(
            @Parameter(meaning = "sizes", range = "[1, 100]", lone = true)
            List<Integer> sizes) {}

    @Test
    void aLoneNumberStandsForItsListWhereThatIsSaid() {
        ParameterChanges<Lone> base = ParameterChanges.over(new Lone(List.of(1, 2)));
        assertEquals(List.of(5), base.set("sizes", "5").build().sizes());
        assertEquals(List.of(6), base.json("{\"sizes\": 6}", "").build().sizes());
        assertEquals(List.of(7), base.with("sizes", 7).build().sizes());
        assertEquals(List.of(8, 9), base.set("sizes", "[8, 9]").build().sizes());
        assertEquals("sizes[0] must be a whole number, got 1.5", refusal(() -> base.set("sizes", "1.5")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "weightVariance|-1|weightVariance must be > 0, got -1.0",
                "weightVariance|NaN|weightVariance must be a number, got NaN",
                "weightVariance|Infinity|weightVariance must be a number, got Infinity",
                "weightVariance|1e999|weightVariance must fit into double precision, got 1E+999",
                "weightVariance|1.5d|weightVariance must be a number, got 1.5d",
                "seed|1.5|seed must be a whole number, got 1.5",
                "seed|1e30|seed must be smaller in magnitude, got 1E+30",
                "network.depth|3000000000|network.depth must lie between -2147483648 and 2147483647, got 3000000000",
                "network.depth|65|depth must be in [1, 64], got 65",
                "network.activation|leekyrelu|unknown network.activation leekyrelu, did you mean leaky-relu?"
                        + " (one of: erf, leaky-relu)",
                "bias|yes|bias must be true or false, got yes",
                "widths|16|widths must be a list of whole numbers, got 16",
                "widths|[1.5]|widths[0] must be a whole number, got 1.5",
                "matrix|[[1],2]|matrix[1] must be a list of numbers, got 2",
                "depth|3|unknown parameter depth (one of: weightVariance, seed, bias, name, network, widths,"
                        + " activations, times, matrix)",
                "wieghtVariance|3|unknown parameter wieghtVariance, did you mean weightVariance? (one of:"
                        + " weightVariance, seed, bias, name, network, widths, activations, times, matrix)",
                "network.dept|3|unknown parameter network.dept, did you mean network.depth? (one of: network.depth,"
                        + " network.activation)",
                "seed.x|3|parameter seed has no parts, got seed.x"
            })
    void badTextsAreRefusedInOneLine(String name, String text, String message) {
        assertEquals(message, refusal(() -> changes().set(name, text).build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"seed\": 1,\\n \"seed\": 2}|p.json:2:8: malformed JSON: Duplicate",
                "{\"seed\": 1} x|p.json:1:14: malformed JSON: ",
                "{\"seed\": 1} {}|p.json:1:13: malformed JSON: ",
                "{\"seed\": NaN}|p.json:1:13: malformed JSON: Non-standard token 'NaN'",
                "{\"weightVariance\": 1,\\n}|p.json:2:1: malformed JSON: Unexpected character",
                "[1]|p.json: expected a JSON object, got [1]",
                "~~|p.json is empty, expected JSON",
                "{\"sed\": 1}|p.json: unknown parameter sed, did you mean seed?",
                "{\"seed\": \"1\"}|p.json: seed must be a whole number, got 1",
                "{\"seed\": null}|p.json: seed must be a whole number, got null",
                "{\"name\": 3}|p.json: name must be text, got 3",
                "{\"network\": 3}|p.json: network must be an object, got 3"
            })
    void badFilesAreRefusedWithLineAndColumn(String json, String start) {
        String message = refusal(() -> changes().json(json.replace("\\n", "\n").replace("~~", ""), "p.json"));
        assertTrue(message.startsWith(start), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void parametersAreDescribed() {
        List<ParameterInfo> infos = ParameterTypes.describe(BASE);
        assertEquals(
                List.of(
                        "number",
                        "whole number",
                        "true or false",
                        "text",
                        "whole number",
                        "one of erf, leaky-relu",
                        "list of whole numbers",
                        "list of words (erf, leaky-relu)",
                        "list of numbers",
                        "list of lists of numbers"),
                infos.stream().map(ParameterInfo::type).toList());
        assertEquals("network.depth", infos.get(4).name());
        assertEquals("[1, 64]", infos.get(4).range());
        assertEquals(List.of("erf", "leaky-relu"), infos.get(5).options());
        assertEquals("\\sigma_w^2", infos.get(0).symbol());
    }

    @Property
    void everyFiniteNumberSurvives(@ForAll double value) {
        if (value > 0 && Double.isFinite(value)) {
            Setting setting = changes().with("weightVariance", value).build();
            String json = StrictJson.compact(ParameterTypes.toJson(setting));
            assertEquals(
                    value,
                    ParameterTypes.fromJson(Setting.class, StrictJson.readObject(json, "x"))
                            .weightVariance());
        }
    }
}
