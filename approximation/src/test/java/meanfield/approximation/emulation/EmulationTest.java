package meanfield.approximation.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import meanfield.approximation.Reference;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphBuilder;
import meanfield.approximation.network.LinearForm;
import org.junit.jupiter.api.Test;

/** Emulations against the reference, their networks and their bounds. */
class EmulationTest {
    @Test
    void emulationOfTheReference() {
        double third = 1.0 / 3;
        for (JsonNode each : Reference.cases("misc", "relu_emulation_of_polyrelu")) {
            ReluEmulation emulation =
                    ReluEmulation.of(each.path("params").path("m").asInt(), third, third, third);
            double error = emulation.supError(20_000);
            double expected = each.path("value").path("sup_error_sampled").asDouble();
            assertEquals(expected, error, 0.002 * expected, each.path("id").asText());
            double bound = each.path("value").path("a_priori_bound").asDouble();
            assertEquals(bound, emulation.errorBound(), 1e-12 * bound);
            assertTrue(error <= bound);
        }
    }

    /** Off-default coefficients, degrees and domains: the bound holds, and the network is what is evaluated. */
    @Test
    void networksEmulate() {
        Random random = new Random(6);
        for (int trial = 0; trial < 12; trial++) {
            int degree = 1 + random.nextInt(5);
            List<Double> a = random.doubles(degree, -1, 1).boxed().toList();
            ReluEmulation emulation = new ReluEmulation(a, 1 + random.nextInt(8), 0.5 + 2 * random.nextDouble());
            Graph network = emulation.network();
            double scale = a.stream().mapToDouble(Math::abs).sum() * Math.pow(1 + emulation.bound(), degree);
            assertTrue(emulation.supError(3000) <= emulation.errorBound() + 1e-14 * scale, emulation.toString());
            for (int p = 0; p < 50; p++) {
                double x = emulation.bound() * (2 * random.nextDouble() - 1);
                assertEquals(emulation.value(x), network.value(new double[] {x}), 1e-12 * scale);
            }
        }
    }

    /** ReLU is PolyReLU with a₁ = 1: the same graph, another label, the same function to the bit. */
    @Test
    void reluIsPolyRelu() {
        GraphBuilder relu = GraphBuilder.of(1);
        GraphBuilder poly = GraphBuilder.of(1);
        int[] a = new int[5];
        int[] b = new int[5];
        for (int j = 0; j < 5; j++) {
            LinearForm form = LinearForm.of(0, 1.0 + 0.3 * j).withBias(0.5 - 0.2 * j);
            a[j] = relu.relu(form);
            b[j] = poly.polyRelu(form, 1);
        }
        double[] weights = {1, -2, 0.5, 0.25, -1};
        relu.affine(LinearForm.of(a, weights));
        poly.affine(LinearForm.of(b, weights));
        for (double x = -2; x < 2; x += 0.01) {
            assertEquals(relu.build().value(new double[] {x}), poly.build().value(new double[] {x}));
        }
        assertEquals(relu.build().count().units(), poly.build().count().units());
    }

    /** The corrected theorem: linear in ln(1/ε) from both sides, and nothing to pay without curvature. */
    @Test
    void sizesAreLinearInTheLogarithm() {
        EmulationSize size = new EmulationSize(3, 10, 3, 1.5);
        double first = size.sufficientUnits(1e-4);
        double second = size.sufficientUnits(1e-8);
        double third = size.sufficientUnits(1e-12);
        assertEquals(second - first, third - second, 0.2 * (second - first), "whole levels");
        assertTrue(EmulationSize.necessaryUnits(2, 1, 1e-8) < second);
        assertEquals(0, EmulationSize.necessaryUnits(0, 1, 1e-8));
        assertEquals(3 * 10, new EmulationSize(3, 10, 1, 2).sufficientUnits(1e-6), "degree one is ReLU already");
        assertEquals(1e-6 / (3 * 1.5 * 1.5 * 1.5), size.unitAccuracy(1e-6), 1e-18);
    }
}
