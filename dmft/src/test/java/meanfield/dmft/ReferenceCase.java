package meanfield.dmft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Published numbers of an independent implementation, in src/test/resources/reference/dmft. */
public final class ReferenceCase {
    private ReferenceCase() {}

    public static JsonNode read(String name) {
        String path = "/reference/dmft/" + name + ".json";
        try (InputStream in = ReferenceCase.class.getResourceAsStream(path)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public static double[] numbers(JsonNode array) {
        double[] result = new double[array.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.get(i).asDouble();
        }
        return result;
    }

    public static List<Double> list(JsonNode array) {
        List<Double> result = new ArrayList<>();
        array.forEach(entry -> result.add(entry.asDouble()));
        return List.copyOf(result);
    }

    public static List<List<Double>> matrix(JsonNode rows) {
        List<List<Double>> result = new ArrayList<>();
        rows.forEach(row -> result.add(list(row)));
        return List.copyOf(result);
    }
}
