package meanfield.approximation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import meanfield.experiment.parameters.StrictJson;

/** The reference numbers of this module, one JSON file a subject; each case says where it comes from. */
public final class Reference {
    private Reference() {}

    /** The cases of one kind. */
    public static List<JsonNode> cases(String file, String kind) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : read(file).path("cases")) {
            if (each.path("kind").asText().equals(kind)) {
                found.add(each);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no case of kind " + kind + " in " + file);
        }
        return found;
    }

    /** A number, also one written as text with more digits. */
    public static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
    }

    /** An array of numbers. */
    public static double[] numbers(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(node.get(i));
        }
        return values;
    }

    private static JsonNode read(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file + ".json")) {
            return StrictJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
