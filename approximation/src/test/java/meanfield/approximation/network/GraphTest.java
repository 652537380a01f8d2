package meanfield.approximation.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import meanfield.approximation.Reference;
import meanfield.approximation.sobolev.NetworkKind;
import meanfield.approximation.sobolev.SobolevNetwork;
import meanfield.approximation.target.CertifiedSup;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.SupEstimate;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
import meanfield.core.parallel.Workers;
import meanfield.experiment.parameters.StrictJson;
import org.junit.jupiter.api.Test;

/** Graphs written out in the reference, JSON there and back, counts, interval bounds. */
class GraphTest {
    @Test
    void explicitGraphsOfTheReference() {
        for (JsonNode each : Reference.cases("graphs", "explicit_graph")) {
            NetworkKind kind = each.path("id").asText().contains("polyrelu") ? NetworkKind.POLYRELU : NetworkKind.RELU;
            Target target = TargetFunction.SINE.of(1, 2).normalized(2);
            Graph own = SobolevNetwork.of(kind, 2, 1, 2).withLevels(2).graph(target);
            Graph read = GraphJson.read(StrictJson.compact(each.path("value").path("nodes")));
            double[][] x = {Reference.numbers(each.path("value").path("x"))};
            double[] expected = Reference.numbers(each.path("value").path("output"));
            for (Graph graph : List.of(own, read)) {
                assertArrayEquals(expected, graph.evaluate(x), 1e-13);
                check(each.path("value").path("counts"), graph.count());
            }
            assertEquals(read.nodes().size(), own.nodes().size());
            for (int i = 0; i < read.nodes().size(); i++) {
                assertEquals(
                        read.nodes().get(i).unit().label(),
                        own.nodes().get(i).unit().label(),
                        "node " + i);
            }
        }
        for (JsonNode each : Reference.cases("graphs", "explicit_graph_output")) {
            Target target = TargetFunction.GAUSS.of(2, 2).normalized(2);
            Graph graph = SobolevNetwork.of(NetworkKind.POLYRELU, 2, 2, 2).graph(target);
            double[][] x = {
                Reference.numbers(each.path("value").path("x")),
                Reference.numbers(each.path("value").path("y"))
            };
            assertArrayEquals(Reference.numbers(each.path("value").path("output")), graph.evaluate(x), 1e-12);
            check(each.path("value").path("counts"), graph.count());
        }
    }

    private static void check(JsonNode counts, GraphCount count) {
        assertEquals(counts.path("params").asLong(), count.parameters());
        assertEquals(counts.path("units").asLong(), count.units());
        assertEquals(counts.path("hidden_layers").asInt(), count.hiddenLayers());
    }

    /** Every kind of unit survives its file. */
    @Test
    void jsonThereAndBack() {
        GraphBuilder builder = GraphBuilder.of(2);
        int relu = builder.relu(LinearForm.of(0, 1.5).withBias(-0.25));
        int square = builder.squareRelu(LinearForm.of(1, -2));
        int poly = builder.polyRelu(LinearForm.of(new int[] {0, 1}, new double[] {1, -1}), 0.5, -0.25, 0.125);
        int odd = builder.add(new Unit.OddRational(1.2, List.of(0.7), List.of(0.2)), LinearForm.of(poly, 1));
        LinearForm gate = LinearForm.of(relu, 0.3).withBias(1);
        int quadratic =
                builder.add(new Unit.Quadratic(gate, LinearForm.of(1, 0.4).withBias(-0.1)), LinearForm.of(0, 1));
        int plain = builder.add(new Unit.Square(), LinearForm.of(quadratic, 1));
        builder.affine(LinearForm.of(new int[] {square, odd, plain}, new double[] {1, 2, 3})
                .withBias(0));
        Graph graph = builder.build();
        Graph back = GraphJson.read(graph.toJson());
        assertEquals(graph.toJson(), back.toJson());
        assertEquals(graph.count(), back.count());
        double[] x = {0.7, -0.4};
        assertEquals(graph.value(x), back.value(x));
        assertThrows(
                IllegalArgumentException.class,
                () -> GraphJson.read("[{\"activation\":\"input\"},{\"activation\":\"relu\",\"inputs\":[[4,1]]}]"));
    }

    /** The quadratic neuron of the reference, value and gradient, and its conventional start. */
    @Test
    void quadraticNeuronOfTheReference() {
        JsonNode each = Reference.cases("misc", "quadratic_neuron").get(0);
        JsonNode p = each.path("params");
        int[] inputs = {0, 1, 2};
        GraphBuilder builder = GraphBuilder.of(3);
        LinearForm form = LinearForm.of(inputs, Reference.numbers(p.path("w_r")))
                .withBias(p.path("b_r").asDouble());
        LinearForm gate = LinearForm.of(inputs, Reference.numbers(p.path("w_g")))
                .withBias(p.path("b_g").asDouble());
        LinearForm squares = LinearForm.of(inputs, Reference.numbers(p.path("w_b")))
                .withBias(p.path("c").asDouble());
        builder.add(new Unit.Quadratic(gate, squares), form);
        Graph graph = builder.build();
        double[] x = Reference.numbers(p.path("x"));
        assertEquals(each.path("value").path("out").asDouble(), graph.value(x), 1e-13);
        assertEquals(3 * 3 + 3, graph.count().parameters());
        double[] gradient = Reference.numbers(each.path("value").path("grad_pre_x"));
        for (int k = 0; k < 3; k++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[k] += 1e-6;
            down[k] -= 1e-6;
            assertEquals(gradient[k], (graph.value(up) - graph.value(down)) / 2e-6, 1e-8);
        }
        GraphBuilder start = GraphBuilder.of(1);
        start.quadraticRelu(LinearForm.of(0, 2).withBias(-0.5));
        assertEquals(1.1, start.build().value(new double[] {0.8}), 1e-15);
        assertEquals(3, start.build().count().parameters());
    }

    /** W of a layered net counted by hand: 2-3-1 dense. */
    @Test
    void denseCountContainsSkips() {
        GraphBuilder layered = GraphBuilder.of(2);
        int[] hidden = new int[3];
        for (int j = 0; j < 3; j++) {
            hidden[j] = layered.relu(
                    LinearForm.of(new int[] {0, 1}, new double[] {1, j}).withBias(1));
        }
        layered.affine(LinearForm.of(hidden, new double[] {1, 1, 1}).withBias(0));
        GraphCount count = layered.build().count();
        assertEquals(13, count.parameters());
        assertEquals(13, count.dense());
        assertEquals(11, count.nonzeros());
        GraphBuilder skip = GraphBuilder.of(1);
        int first = skip.relu(LinearForm.of(0, 1));
        int second = skip.relu(LinearForm.of(first, 1));
        skip.affine(LinearForm.of(new int[] {0, second}, new double[] {1, 1}));
        assertEquals(2 * 2 + 3 * 2 + 3, skip.build().count().dense(), "the input is carried through both layers");
    }

    /** Interval bounds contain what sampling sees; the certified pair contains the closed form of the gate. */
    @Test
    void boundsAreSound() {
        Random random = new Random(9);
        Target target = TargetFunction.SINESINE.of(2, 2).normalized(2);
        for (NetworkKind kind :
                List.of(NetworkKind.POLYRELU, NetworkKind.REQU, NetworkKind.QUADRATIC, NetworkKind.RELU)) {
            Graph graph = SobolevNetwork.of(kind, 2, 2, 2).graph(target);
            GraphBounds bounds = GraphBounds.of(graph, new double[] {0.1, 0.3}, new double[] {0.4, 0.7});
            for (int trial = 0; trial < 200; trial++) {
                double[] x = {0.1 + 0.3 * random.nextDouble(), 0.3 + 0.4 * random.nextDouble()};
                double value = graph.value(x);
                assertTrue(value >= bounds.lower() - 1e-12 && value <= bounds.upper() + 1e-12, kind + "");
                double[] y = {x[0] + 1e-7, x[1]};
                assertTrue(Math.abs(graph.value(y) - value) <= bounds.lipschitz() * 1.000001e-7, kind + "");
            }
        }
        SquareGate gate = new SquareGate(4);
        GraphBounds bounds = GraphBounds.of(gate.network(), new double[] {0}, new double[] {1});
        SupEstimate pair = new CertifiedSup(GridSup.of(1, 1000), 2 + bounds.lipschitz())
                .measure(x -> gate.value(x[0]) - x[0] * x[0], 1, Workers.serial());
        assertTrue(pair.lower() <= gate.supError() && gate.supError() <= pair.upper(), pair.toString());
    }

    /** Interval propagation of the reference's written-out networks, every unit of every layer, and the exact ranges inside. */
    @Test
    void intervalBoundsOfTheReference() {
        for (JsonNode each : Reference.cases("verification", "interval_bounds")) {
            JsonNode weights = each.path("params").path("W");
            double radius = each.path("params").path("eps").asDouble();
            double[] center = Reference.numbers(each.path("params").path("x0"));
            double[] low = java.util.Arrays.stream(center).map(x -> x - radius).toArray();
            double[] high = java.util.Arrays.stream(center).map(x -> x + radius).toArray();
            for (int layer = 0; layer < weights.size(); layer++) {
                JsonNode expected = each.path("value").path("ibp_all_layers").get(layer);
                for (int unit = 0; unit < weights.get(layer).size(); unit++) {
                    Graph graph = prefix(each.path("params"), layer, unit);
                    GraphBounds bounds = GraphBounds.of(graph, low, high);
                    assertEquals(expected.get(0).get(unit).asDouble(), bounds.lower(), 1e-12);
                    assertEquals(expected.get(1).get(unit).asDouble(), bounds.upper(), 1e-12);
                    if (layer == weights.size() - 1) {
                        double least =
                                each.path("value").path("exact_min").get(unit).asDouble();
                        double most =
                                each.path("value").path("exact_max").get(unit).asDouble();
                        assertTrue(bounds.lower() <= least + 1e-8 && most - 1e-8 <= bounds.upper());
                        double value = each.path("value")
                                .path("output_at_x0")
                                .get(unit)
                                .asDouble();
                        assertEquals(value, graph.value(center), 1e-12);
                    }
                }
            }
        }
    }

    /** The preactivation of one unit of one layer as a graph. */
    private static Graph prefix(JsonNode params, int layer, int unit) {
        double[] center = Reference.numbers(params.path("x0"));
        GraphBuilder builder = GraphBuilder.of(center.length);
        int[] before = java.util.stream.IntStream.range(0, center.length).toArray();
        for (int l = 0; l < layer; l++) {
            int[] next = new int[params.path("W").get(l).size()];
            for (int j = 0; j < next.length; j++) {
                next[j] = builder.relu(form(params, before, l, j));
            }
            before = next;
        }
        builder.affine(form(params, before, layer, unit));
        return builder.build();
    }

    private static LinearForm form(JsonNode params, int[] before, int layer, int unit) {
        return LinearForm.of(
                        before, Reference.numbers(params.path("W").get(layer).get(unit)))
                .withBias(params.path("b").get(layer).get(unit).asDouble());
    }
}
