package meanfield.approximation.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The published numbers in src/test/resources/reference; each file tells where its numbers come from. */
public final class ReferenceCases {
    private ReferenceCases() {}

    /** All cases of a kind. */
    public static List<JsonNode> of(String file, String kind) {
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode node : read(file).get("cases")) {
            if (node.get("kind").asText().equals(kind)) {
                cases.add(node);
            }
        }
        assertFalse(cases.isEmpty(), () -> file + " has no " + kind);
        return cases;
    }

    /** The same as a stream, for parameterized tests. */
    public static Stream<JsonNode> stream(String file, String kind) {
        return of(file, kind).stream();
    }

    private static JsonNode read(String file) {
        try (InputStream stream = ReferenceCases.class.getResourceAsStream("/reference/" + file + ".json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number written as a number or as a decimal string. */
    public static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.doubleValue();
    }

    public static double[] numbers(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(node.get(i));
        }
        return values;
    }

    /** Asserts |actual - expected| &le; relative |expected| + absolute. */
    public static void close(double expected, double actual, double relative, double absolute, String what) {
        assertEquals(expected, actual, relative * Math.abs(expected) + absolute, what);
    }
}
