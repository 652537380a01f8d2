package meanfield.dmft.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.ejml.data.DMatrixRMaj;

/** Reading the published numbers of feature learning (files d1*.json, made by an independent implementation). */
public final class LearningReference {
    private LearningReference() {}

    /** The file of this name. */
    public static JsonNode read(String name) {
        try (InputStream in = LearningReference.class.getResourceAsStream("/reference/dmft/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of numbers. */
    public static double[] numbers(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).doubleValue();
        }
        return values;
    }

    /** A list of lists as a matrix. */
    public static DMatrixRMaj matrix(JsonNode node) {
        DMatrixRMaj matrix = new DMatrixRMaj(node.size(), node.get(0).size());
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                matrix.set(i, j, node.get(i).get(j).doubleValue());
            }
        }
        return matrix;
    }

    /** Kernel, targets, γ₀, η of a file; linear, one hidden layer, no steps yet. */
    public static LearningProblem problem(JsonNode node) {
        return LearningProblem.of(matrix(node.get("Kx")), numbers(node.get("y")))
                .withGamma0(node.get("gamma0").doubleValue())
                .withLearningRate(node.get("eta").doubleValue());
    }
}
