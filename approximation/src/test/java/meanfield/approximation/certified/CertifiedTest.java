package meanfield.approximation.certified;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.core.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertifiedTest {
    private static Stream<JsonNode> boxes() {
        return ReferenceCases.stream("verification", "interval_bounds");
    }

    private static Stream<JsonNode> reluConstants() {
        return ReferenceCases.stream("verification", "lipsdp_neuron");
    }

    private static Stream<JsonNode> maxMinConstants() {
        return ReferenceCases.stream("verification", "lipsdp_maxmin");
    }

    private static List<double[][]> weights(JsonNode node) {
        List<double[][]> weights = new ArrayList<>();
        for (JsonNode layer : node.get("params").get("W")) {
            double[][] w = new double[layer.size()][];
            for (int i = 0; i < w.length; i++) {
                w[i] = numbers(layer.get(i));
            }
            weights.add(w);
        }
        return weights;
    }

    private static ReluNetwork network(JsonNode node) {
        List<double[]> biases = new ArrayList<>();
        node.get("params").get("b").forEach(b -> biases.add(numbers(b)));
        return new ReluNetwork(weights(node), biases);
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void reproducesPublishedRanges(JsonNode node) {
        ReluNetwork network = network(node);
        double[] center = numbers(node.get("params").get("x0"));
        Bounds.Range box =
                Bounds.Range.around(center, node.get("params").get("eps").doubleValue());
        JsonNode value = node.get("value");
        List<Bounds.Range> intervals = Bounds.intervals(network, box);
        for (int k = 0; k < intervals.size(); k++) {
            same(value.get("ibp_all_layers").get(k), intervals.get(k));
        }
        Bounds.Linear crown = Bounds.crown(network, box);
        for (int k = 0; k < crown.intermediate().size(); k++) {
            same(value.get("crown_intermediate").get(k), crown.intermediate().get(k));
        }
        assertArrayEquals(numbers(value.get("crown_lower")), crown.output().lower(), 1e-12);
        assertArrayEquals(numbers(value.get("crown_upper")), crown.output().upper(), 1e-12);
        for (int o = 0; o < network.outputs(); o++) {
            assertArrayEquals(numbers(value.get("crown_lower_A").get(o)), crown.lowerA()[o], 1e-12);
            assertArrayEquals(numbers(value.get("crown_upper_A").get(o)), crown.upperA()[o], 1e-12);
        }
        assertArrayEquals(numbers(value.get("crown_lower_c")), crown.lowerC(), 1e-12);
        assertArrayEquals(numbers(value.get("crown_upper_c")), crown.upperC(), 1e-12);
        Bounds.Range mixed = Bounds.crownOnIntervals(network, box).output();
        assertArrayEquals(numbers(value.get("crown_ibp_lower")), mixed.lower(), 1e-12);
        assertArrayEquals(numbers(value.get("crown_ibp_upper")), mixed.upper(), 1e-12);
        assertArrayEquals(numbers(value.get("output_at_x0")), network.value(center), 1e-14);
        LinearRegions regions = LinearRegions.of(network, Optional.of(box));
        assertArrayEquals(numbers(value.get("exact_min")), regions.range().lower(), 1e-8);
        assertArrayEquals(numbers(value.get("exact_max")), regions.range().upper(), 1e-8);
        assertEquals(value.get("feasible_patterns").asInt(), regions.size());
        sound(network, box, intervals.get(intervals.size() - 1).intersect(crown.output()));
    }

    private static void same(JsonNode expected, Bounds.Range actual) {
        assertArrayEquals(numbers(expected.get(0)), actual.lower(), 1e-12);
        assertArrayEquals(numbers(expected.get(1)), actual.upper(), 1e-12);
    }

    private static void sound(ReluNetwork network, Bounds.Range box, Bounds.Range range) {
        RandomStream random = RandomStream.of(3);
        double[] x = new double[network.inputs()];
        for (int n = 0; n < 2000; n++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = box.lower()[i] + (box.upper()[i] - box.lower()[i]) * random.nextDouble();
            }
            double[] y = network.value(x);
            for (int o = 0; o < y.length; o++) {
                assertTrue(y[o] >= range.lower()[o] - 1e-12 && y[o] <= range.upper()[o] + 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reluConstants")
    void reproducesPublishedConstants(JsonNode node) {
        JsonNode value = node.get("value");
        LipschitzBound bound = LipschitzBound.ofRelu(weights(node));
        assertTrue(bound.convergence().isConverged(), bound.toString());
        close(value.get("lipsdp_second_solver").doubleValue(), bound.bound(), 1e-8, 0, "LipSDP");
        close(value.get("norm_product").doubleValue(), bound.normProduct(), 1e-12, 0, "product");
        LinearRegions regions = LinearRegions.of(network(node), Optional.empty());
        close(value.get("exact_global").doubleValue(), regions.lipschitzConstant(), 1e-9, 0, "exact");
        assertEquals(value.get("regions_with_interior").asInt(), regions.size());
        assertTrue(regions.lipschitzConstant() <= bound.bound() * (1 + 1e-8));
    }

    @ParameterizedTest
    @MethodSource("maxMinConstants")
    void reproducesPublishedMaxMinConstants(JsonNode node) {
        JsonNode value = node.get("value");
        LipschitzBound bound = LipschitzBound.ofMaxMin(weights(node));
        close(value.get("lipsdp").doubleValue(), bound.bound(), 1e-4, 0, "LipSDP " + bound);
        close(value.get("norm_product").doubleValue(), bound.normProduct(), 1e-12, 0, "product");
        assertTrue(bound.bound() <= bound.normProduct() * (1 + 1e-4));
    }

    /** Random networks: sampled slopes below the bound, the bound below the product of norms. */
    @Test
    void boundsLieBetweenSamplesAndNorms() {
        RandomStream random = RandomStream.of(11);
        for (int trial = 0; trial < 4; trial++) {
            List<double[][]> weights = List.of(drawn(7, 4, random), drawn(6, 7, random), drawn(2, 6, random));
            LipschitzBound bound = LipschitzBound.ofRelu(weights);
            assertTrue(bound.convergence().isConverged(), bound.toString());
            assertTrue(bound.bound() <= bound.normProduct() * (1 + 1e-8));
            ReluNetwork network = new ReluNetwork(weights, List.of(new double[7], new double[6], new double[2]));
            double[] x = new double[4];
            double[] y = new double[4];
            for (int n = 0; n < 500; n++) {
                random.fillGaussian(x);
                random.fillGaussian(y);
                double above = 0;
                double below = 0;
                double[] fx = network.value(x);
                double[] fy = network.value(y);
                for (int i = 0; i < 2; i++) {
                    above += (fx[i] - fy[i]) * (fx[i] - fy[i]);
                }
                for (int i = 0; i < 4; i++) {
                    below += (x[i] - y[i]) * (x[i] - y[i]);
                }
                assertTrue(Math.sqrt(above / below) <= bound.bound() * (1 + 1e-9));
            }
        }
    }

    private static double[][] drawn(int rows, int columns, RandomStream random) {
        double[][] w = new double[rows][columns];
        for (double[] row : w) {
            random.fillGaussian(row);
        }
        return w;
    }

    @Test
    void shapesAreChecked() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReluNetwork(
                        List.of(new double[2][3], new double[1][4]), List.of(new double[2], new double[1])));
        assertThrows(
                IllegalArgumentException.class,
                () -> LipschitzBound.ofMaxMin(List.of(new double[3][2], new double[1][3])));
        assertThrows(IllegalArgumentException.class, () -> Bounds.Range.around(new double[2], -1));
    }
}
