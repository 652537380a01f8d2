package meanfield.grokking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** One file of src/test/resources/reference. */
public record ReferenceFile(JsonNode json) {
    public static ReferenceFile read(String name) {
        try (InputStream stream = ReferenceFile.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new ReferenceFile(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double number(String name) {
        return json.get(name).doubleValue();
    }

    public int whole(String name) {
        return json.get(name).intValue();
    }

    public static double[] doubles(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    public static int[] ints(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }
}
