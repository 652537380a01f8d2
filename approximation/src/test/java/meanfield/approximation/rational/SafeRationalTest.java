package meanfield.approximation.rational;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.core.activation.Activation;
import meanfield.core.activation.DualActivation;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.activation.PolyRelu;
import meanfield.core.activation.StandardActivation;
import meanfield.core.quadrature.GaussianExpectation;
import org.junit.jupiter.api.Test;

class SafeRationalTest {
    private static List<Double> list(JsonNode node) {
        return Arrays.stream(numbers(node)).boxed().toList();
    }

    @Test
    void reproducesPublishedValuesAndGradients() {
        for (JsonNode node : ReferenceCases.of("rational", "safe_rational")) {
            SafeRational f = new SafeRational(
                    list(node.get("params").get("a")), list(node.get("params").get("b")));
            for (JsonNode row : node.get("value")) {
                double x = number(row.get("x"));
                close(number(row.get("F")), f.value(x), 1e-12, 1e-16, "F " + x);
                close(number(row.get("dF_dx")), f.derivative(x), 1e-12, 1e-16, "F' " + x);
                assertArrayEquals(numbers(row.get("dF_da")), f.numeratorGradient(x), 1e-12 * 6);
                assertArrayEquals(numbers(row.get("dF_db")), f.denominatorGradient(x), 1e-12);
            }
        }
    }

    @Test
    void reproducesPublishedGains() {
        for (JsonNode node : ReferenceCases.of("rational", "second_moment_gain")) {
            String name = node.get("params").get("activation").asText();
            double moment = name.equals("gelu_tanh")
                    ? GaussianExpectation.ofSmooth()
                            .of(SafeRationalTest::tanhGeluSquared, 1)
                            .value()
                    : DualActivation.of(activation(name)).secondMoment(1);
            close(number(node.get("value").get("second_moment")), moment, 1e-12, 0, name);
            close(number(node.get("value").get("gain")), 1 / moment, 1e-12, 0, name);
        }
    }

    private static double tanhGeluSquared(double x) {
        double g = 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
        return g * g;
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "relu" -> StandardActivation.RELU;
            case "relu2" -> new ParameterizedActivation.RectifiedMonomial(2);
            case "silu" -> new ParameterizedActivation.Swish(1);
            case "gelu_erf" -> StandardActivation.GELU;
            case "tanh" -> StandardActivation.TANH;
            default -> PolyRelu.initial(3);
        };
    }

    /** A polynomial has Gaussian moments in closed form; with a denominator, midpoints of a fine grid. */
    @Test
    void gainsOfRationalFunctions() {
        SafeRational cubic = new SafeRational(List.of(0.0, 1.0, 0.0, 0.5, 0.0, 0.0), List.of(0.0, 0.0, 0.0, 0.0));
        assertEquals(1 + 2 * 0.5 * 3 + 0.25 * 15, cubic.secondMoment(), 1e-12);
        SafeRational kinked = new SafeRational(List.of(0.1, 1.0, 0.3, 0.5, 0.0, 0.1), List.of(0.4, -1.1, 0.2, 0.7));
        double sum = 0;
        double h = 1e-4;
        for (int i = -90_000; i < 90_000; i++) {
            double x = (i + 0.5) * h;
            sum += h * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * kinked.value(x) * kinked.value(x);
        }
        assertEquals(sum, kinked.secondMoment(), 1e-7);
        assertEquals(1, kinked.gain() * kinked.secondMoment(), 1e-15);
    }

    @Test
    void groupsShareTheirFunction() {
        SafeRational identity = new SafeRational(List.of(0.0, 1.0, 0.0, 0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0, 0.0));
        SafeRational square = new SafeRational(List.of(0.0, 0.0, 1.0, 0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0, 0.0));
        GroupRational layer = new GroupRational(6, List.of(identity, square));
        assertArrayEquals(new double[] {2, 3, -4, 4, 9, 16}, layer.value(new double[] {2, 3, -4, 2, 3, -4}), 1e-15);
        assertEquals(20, layer.parameters());
        assertThrows(IllegalArgumentException.class, () -> new GroupRational(5, List.of(identity, square)));
        assertThrows(IllegalArgumentException.class, () -> new SafeRational(List.of(1.0), List.of()));
    }
}
