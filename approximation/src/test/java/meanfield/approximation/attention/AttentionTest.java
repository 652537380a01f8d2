package meanfield.approximation.attention;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.approximation.classical.ReferenceCases;
import org.junit.jupiter.api.Test;

class AttentionTest {
    @Test
    void reproducesPublishedSoftmax() {
        JsonNode plain = ReferenceCases.of("kan_softmax", "softmax").get(0);
        assertArrayEquals(
                numbers(plain.get("value")),
                PolynomialAttention.softmax(numbers(plain.get("params").get("s"))),
                1e-15);
        for (JsonNode node : ReferenceCases.of("kan_softmax", "power_softmax")) {
            JsonNode params = node.get("params");
            PowerSoftmax softmax = new PowerSoftmax(params.get("p").asInt(), number(params.get("eps")));
            double[] s = numbers(params.get("s"));
            assertArrayEquals(numbers(node.get("value").get("out")), softmax.value(s), 1e-15);
            double[][] jacobian = softmax.jacobian(s);
            JsonNode expected = node.get("value").get("jacobian_dout_j_ds_i");
            for (int j = 0; j < s.length; j++) {
                for (int i = 0; i < s.length; i++) {
                    // printed to 14 digits
                    close(number(expected.get(j).get(i)), jacobian[j][i], 1e-13, 1e-15, j + " " + i);
                }
            }
        }
    }

    @Test
    void reproducesPublishedInverses() {
        for (JsonNode row :
                ReferenceCases.of("kan_softmax", "polynomial_inverse").get(0).get("value")) {
            PolynomialInverse inverse = new PolynomialInverse(row.get("K").asInt());
            double y = number(row.get("y"));
            close(number(row.get("value")), inverse.value(y), 1e-13, 0, row.toString());
            close(number(row.get("relative_error")), inverse.relativeError(y), 1e-13, 1e-20, row.toString());
            assertEquals(inverse.relativeError(y), 1 - y * inverse.value(y), 1e-14);
        }
        for (JsonNode node : ReferenceCases.of("kan_softmax", "polynomial_minimax_exact")) {
            double a = node.get("id").asText().endsWith("0.01") ? 0.01 : 0.1;
            node.get("value")
                    .properties()
                    .forEach(entry -> close(
                            number(entry.getValue()),
                            PolynomialInverse.minimaxError(a, Integer.parseInt(entry.getKey())),
                            1e-12,
                            0,
                            entry.getKey()));
        }
    }

    @Test
    void reproducesPublishedExponentials() {
        for (JsonNode row :
                ReferenceCases.of("kan_softmax", "exp_repeated_squaring").get(0).get("value")) {
            double bound = row.get("B").doubleValue();
            int r = row.get("r").asInt();
            double error = new PolynomialExponential(r).supError(Math.min(bound, Math.scalb(1.0, r)));
            close(number(row.get("sup_error")), error, 1e-6, 0, row.toString());
        }
        double limit = new PolynomialExponential(20).supError(8) * Math.scalb(1.0, 20);
        assertEquals(2 * Math.exp(-2), limit, 1e-6);
    }

    @Test
    void reproducesPublishedAttention() {
        JsonNode node = ReferenceCases.of("kan_softmax", "polynomial_attention").get(0);
        double[][] q = matrix(node.get("params").get("Q"));
        double[][] k = matrix(node.get("params").get("K"));
        double[][] v = matrix(node.get("params").get("V"));
        double[][] exact = PolynomialAttention.exact(q, k, v);
        same(matrix(node.get("value").get("exact")), exact, 1e-13);
        for (JsonNode row : node.get("value").get("rows")) {
            PolynomialAttention attention = new PolynomialAttention(
                    new PolynomialExponential(row.get("r").asInt()),
                    new PolynomialInverse(row.get("K").asInt()),
                    2,
                    4);
            PolynomialAttention.Result result = attention.apply(q, k, v);
            same(matrix(row.get("out")), result.output(), 1e-13);
            double error = row.get("max_abs_error").doubleValue();
            assertTrue(error <= result.bound(), error + " against " + result.bound());
        }
        assertThrows(IllegalArgumentException.class, () -> PolynomialAttention.exact(q, k, new double[1][2]));
        assertThrows(IllegalArgumentException.class, () -> new PowerSoftmax(3, 0));
    }

    private static double[][] matrix(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(node.get(i));
        }
        return rows;
    }

    private static void same(double[][] expected, double[][] actual, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], tolerance);
        }
    }
}
