package meanfield.approximation.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import meanfield.approximation.Reference;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.MultiIndex;
import meanfield.approximation.target.SobolevNorm;
import org.junit.jupiter.api.Test;

/** Gates against their closed errors, their counts, and the reference file. */
class GatesTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void squareGateOfTheReference() {
        for (JsonNode each : Reference.cases("gates", "relu_square_gate")) {
            int m = each.path("params").path("m").asInt();
            JsonNode value = each.path("value");
            SquareGate gate = new SquareGate(m);
            Graph graph = gate.network();
            double grid = 0;
            for (int k = 0; k <= 1 << (m + 1); k++) {
                double x = Math.scalb((double) k, -(m + 1));
                double error = graph.value(new double[] {x}) - x * x;
                assertEquals(gate.value(x) - x * x, error, "network and recursion agree to the bit");
                assertEquals(k % 2 == 1 ? gate.supError() : 0, error, "bit for bit at k/2^(m+1)");
                assertEquals(gate.value(x), gate.interpolant(x));
                grid = Math.max(grid, error);
            }
            assertEquals(value.path("sup_error").asDouble(), grid);
            close(value, "L1_error", gate.meanError());
            close(value, "L2_error", gate.rootMeanSquareError());
            close(value, "seminorm_W1inf_error", gate.slopeError());
            close(value, "seminorm_H1_error", gate.rootMeanSquareSlopeError());
            close(value, "value_at_0_3", graph.value(new double[] {0.3}));
            close(value, "value_at_0_7", gate.value(0.7));
            close(value, "linear_pieces", gate.pieces());
            GraphCount count = graph.count();
            assertEquals(value.path("nonzero_parameters").asLong(), count.parameters());
            assertEquals(count.parameters(), count.nonzeros());
            assertEquals(8L * m - 1, count.parameters());
            assertEquals(value.path("hidden_units").asLong(), count.units());
            assertEquals(value.path("hidden_layers").asInt(), count.hiddenLayers());
        }
    }

    /** The integral norms by quadrature, piece by piece. */
    @Test
    void normsOfTheSquareGateByQuadrature() {
        for (int m : new int[] {1, 3, 5}) {
            SquareGate gate = new SquareGate(m);
            double mean = SobolevNorm.of(1).withPanels(1).lebesgue(x -> gate.value(x) - x * x, gate.breaks(), 0, 1);
            double root = SobolevNorm.of(2).withPanels(1).lebesgue(x -> gate.value(x) - x * x, gate.breaks(), 0, 1);
            double slope =
                    SobolevNorm.of(2).withPanels(1).lebesgue(x -> gate.derivative(x) - 2 * x, gate.breaks(), 0, 1);
            double kinked =
                    SobolevNorm.of(1).withPanels(1).lebesgue(x -> gate.derivative(x) - 2 * x, gate.breaks(), 0, 1);
            assertEquals(gate.meanError(), mean, ROUNDING * mean);
            assertEquals(gate.rootMeanSquareError(), root, ROUNDING * root);
            assertEquals(gate.rootMeanSquareSlopeError(), slope, ROUNDING * slope);
            assertEquals(gate.slopeError() / 2, kinked, ROUNDING, "|x| on each piece, split at the sign change");
        }
    }

    @Test
    void dyadicGridsHideTheErrorAndAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GridSup(4, 64, false));
        SquareGate gate = new SquareGate(3);
        double seen = new GridSup(8, 60, false)
                .measure(x -> gate.value(x[0]) - x[0] * x[0], 1)
                .lower();
        assertEquals(gate.supError(), seen, ROUNDING * seen, "60 contains the midpoints");
    }

    @Test
    void productGateOfTheReference() {
        for (JsonNode each : Reference.cases("gates", "relu_product_gate")) {
            int m = each.path("params").path("m").asInt();
            double bound = each.path("params").path("M").asDouble();
            JsonNode value = each.path("value");
            ProductGate gate = new ProductGate(m, bound);
            Graph graph = gate.network();
            Graph skipFree = gate.skipFreeNetwork();
            close(value, "sup_error", gate.supError());
            double x = value.path("attained_at").get(0).asDouble();
            assertEquals(gate.supError(), Math.abs(gate.value(x, x) - x * x));
            close(value.path("value_at"), "gate", gate.value(0.3, -0.55));
            close(value.path("value_at"), "gate", graph.value(new double[] {0.3, -0.55}));
            close(value.path("value_at"), "gate", skipFree.value(new double[] {0.3, -0.55}));
            int lattice = value.path("lattice_n").asInt();
            double largest = 0;
            for (int i = -lattice; i <= lattice; i++) {
                for (int j = -lattice; j <= lattice; j++) {
                    double a = bound * i / lattice;
                    double b = bound * j / lattice;
                    largest = Math.max(largest, Math.abs(gate.threeSquarer(a, b) - a * b));
                }
            }
            close(value, "three_squarer_form_error_on_lattice", largest);
            close(value, "three_squarer_bound", gate.threeSquarerBound());
            GraphCount count = graph.count();
            assertEquals(value.path("parameters_dag").asLong(), count.parameters());
            assertEquals(value.path("relu_units_dag").asLong(), count.units());
            assertEquals(value.path("identity_nodes_dag").asLong(), count.identities());
            assertEquals(value.path("hidden_layers").asInt(), count.hiddenLayers());
            assertEquals(
                    value.path("parameters_skipfree").asLong(), skipFree.count().parameters());
            assertEquals(value.path("units_skipfree").asLong(), skipFree.count().units());
            assertEquals(value.path("hidden_layers").asInt(), skipFree.count().hiddenLayers());
        }
    }

    /** Random m, M, x, y: the bound, the zeros, and the three forms of one function. */
    @Test
    void productGateProperties() {
        Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            int m = 1 + random.nextInt(9);
            double bound = Math.exp(random.nextGaussian());
            ProductGate gate = new ProductGate(m, bound);
            double x = bound * (2 * random.nextDouble() - 1);
            double y = bound * (2 * random.nextDouble() - 1);
            double value = gate.value(x, y);
            assertTrue(Math.abs(value - x * y) <= gate.supError() * (1 + ROUNDING));
            assertTrue(Math.abs(value) <= bound * bound * (1 + ROUNDING));
            assertEquals(0.0, gate.value(x, 0), "zeros are exact");
            assertEquals(0.0, gate.value(0, y), "zeros are exact");
            assertEquals(value, gate.network().value(new double[] {x, y}), ROUNDING * bound * bound);
            assertEquals(value, gate.skipFreeNetwork().value(new double[] {x, y}), ROUNDING * bound * bound);
            double peak = bound * Math.scalb(1.0, -(m + 1));
            assertEquals(gate.supError(), Math.abs(gate.value(peak, peak) - peak * peak), 1e-15 * bound * bound);
        }
    }

    @Test
    void exactGatesOfTheReference() {
        JsonNode value = Reference.cases("gates", "exact_gates").get(0).path("value");
        GraphBuilder square = GraphBuilder.of(1);
        square.affine(ExactGates.square(square, LinearForm.of(0, 1)));
        check(value.path("polyrelu_square"), square.build().count(), 2);
        check(value.path("requ_square"), square.build().count(), 2);
        LinearForm x = LinearForm.of(0, 1);
        LinearForm y = LinearForm.of(1, 1);
        Graph product = twoInputs(b -> ExactGates.rectifiedProduct(b, x, y));
        check(value.path("polyrelu_product"), product.count(), 4);
        check(value.path("requ_product"), product.count(), 4);
        Graph quadratic = twoInputs(b -> ExactGates.quadraticProduct(b, x, y));
        check(value.path("quadratic_neuron_product"), quadratic.count(), 2);
        assertEquals(6, quadratic.count().parameters());
        Graph rational = twoInputs(b -> ExactGates.squareProduct(b, x, y));
        check(value.path("rational32_product"), rational.count(), 2);
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            double[] p = {random.nextGaussian(), random.nextGaussian()};
            double ulps = 8 * Math.ulp(Math.max(p[0] * p[0], p[1] * p[1]));
            for (Graph graph : List.of(product, quadratic, rational)) {
                assertEquals(p[0] * p[1], graph.value(p), ulps);
            }
            assertEquals(p[0] * p[0], square.build().value(new double[] {p[0]}), ulps);
        }
    }

    @Test
    void identityOutOfSquares() {
        GraphBuilder builder = GraphBuilder.of(1);
        builder.affine(ExactGates.rectifiedIdentity(builder, LinearForm.of(0, 1)));
        Graph graph = builder.build();
        assertEquals(4, graph.count().units());
        for (double x : new double[] {-2.7, -0.3, 0, 0.4, 1.9}) {
            assertEquals(x, graph.value(new double[] {x}), 1e-14);
        }
    }

    private static Graph twoInputs(java.util.function.Function<GraphBuilder, LinearForm> gate) {
        GraphBuilder builder = GraphBuilder.of(2);
        builder.affine(gate.apply(builder));
        return builder.build();
    }

    private static void check(JsonNode expected, GraphCount count, int units) {
        assertEquals(units, count.units());
        assertEquals(expected.path("units").asLong(), count.units());
        if (expected.has("weights")) {
            assertEquals(expected.path("weights").asLong(), count.parameters());
        }
    }

    @Test
    void unmixingOfTheReference() {
        for (JsonNode each : Reference.cases("gates", "shared_coefficient_unmixing")) {
            List<Double> a = new ArrayList<>();
            List<Double> scales = new ArrayList<>();
            each.path("params").path("a").forEach(v -> a.add(v.asDouble()));
            each.path("params").path("scales").forEach(v -> scales.add(v.asDouble()));
            List<Double> own = a.subList(1, a.size());
            SharedCoefficients unmixed = SharedCoefficients.of(own, scales);
            assertEquals(each.path("value").path("cond").asDouble(), unmixed.condition(), 1e-9 * unmixed.condition());
            Unit.PolyRelu unit = new Unit.PolyRelu(own);
            for (int k = 1; k <= 3; k++) {
                double[] expected = Reference.numbers(
                        each.path("value").path("weights_for_power").path("" + k));
                double[] w = unmixed.weights(k);
                for (int j = 0; j < 3; j++) {
                    assertEquals(expected[j], w[j], 1e-11 * Math.abs(expected[j]));
                }
                for (double x : new double[] {-1.3, 0.2, 0.9, 2.4}) {
                    double sum = 0;
                    for (int j = 0; j < 3; j++) {
                        sum += w[j] * new Node(unit, LinearForm.of(0, scales.get(j))).value(new double[] {x});
                    }
                    assertEquals(Math.pow(Math.max(x, 0), k), sum, 1e-11 * 100);
                }
            }
        }
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> SharedCoefficients.of(List.of(1.0, 1.0, 1.0), List.of(1.0, 1.0 + 1e-6, 1.0 + 2e-6)));
        assertTrue(e.getMessage().contains("condition"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SharedCoefficients.of(List.of(1.0, 0.0), List.of(1.0, 2.0)));
    }

    /** Random polynomials in one and several variables, exact, with the announced depth and size. */
    @Test
    void polynomialsAreExact() {
        Random random = new Random(11);
        double[] c = {0.3, -1.2, 0.7, 2.1, -0.4};
        Graph line = ExactGates.polynomial(c);
        assertEquals(2, line.count().units());
        for (int trial = 0; trial < 50; trial++) {
            double x = 2 * random.nextGaussian();
            double expected = 0;
            double size = 0;
            for (int i = 4; i >= 0; i--) {
                expected = expected * x + c[i];
                size = size * Math.abs(x) + Math.abs(c[i]);
            }
            assertEquals(expected, line.value(new double[] {x}), 1e-14 * size);
        }
        for (int d = 1; d <= 3; d++) {
            for (int degree : new int[] {2, 5}) {
                List<int[]> exponents = MultiIndex.upTo(d, degree);
                double[] coefficients = exponents.stream()
                        .mapToDouble(alpha -> random.nextGaussian())
                        .toArray();
                Graph graph = PolynomialNetwork.of(d, exponents, coefficients);
                assertEquals(
                        (int) Math.ceil(Math.log(degree) / Math.log(2)),
                        graph.count().hiddenLayers());
                assertTrue(graph.count().units() <= 4L * exponents.size());
                for (int trial = 0; trial < 20; trial++) {
                    double[] x = random.doubles(d, -1, 1).toArray();
                    double expected = 0;
                    double size = 0;
                    for (int j = 0; j < coefficients.length; j++) {
                        double monomial = coefficients[j];
                        for (int k = 0; k < d; k++) {
                            monomial *= Math.pow(x[k], exponents.get(j)[k]);
                        }
                        expected += monomial;
                        size += Math.abs(coefficients[j]);
                    }
                    assertEquals(expected, graph.value(x), 1e-11 * size);
                }
            }
        }
    }

    private static void close(JsonNode value, String name, double computed) {
        double expected = value.path(name).asDouble();
        assertEquals(expected, computed, ROUNDING * Math.max(Math.abs(expected), 1e-300), name);
    }
}
