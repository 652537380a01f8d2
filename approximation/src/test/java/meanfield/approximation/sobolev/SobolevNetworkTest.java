package meanfield.approximation.sobolev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import meanfield.approximation.Reference;
import meanfield.approximation.network.Graph;
import meanfield.approximation.network.GraphCount;
import meanfield.approximation.rates.RateFit;
import meanfield.approximation.rates.RateModels;
import meanfield.approximation.target.GridSup;
import meanfield.approximation.target.Profile;
import meanfield.approximation.target.Profiles;
import meanfield.approximation.target.RidgeTarget;
import meanfield.approximation.target.ScalarField;
import meanfield.approximation.target.Target;
import meanfield.approximation.target.TargetFunction;
import meanfield.approximation.target.TensorTarget;
import meanfield.core.parallel.Workers;
import org.junit.jupiter.api.Test;

/** Constructions against the reference tables, against their graphs, and against their bounds. */
class SobolevNetworkTest {
    /** Every row of every case: error to 1e-7, counts exactly, slopes to 1e-4. The largest plane grids are left to N = 32. */
    @Test
    void ratesOfTheReference() {
        try (Workers workers = Workers.of(2)) {
            for (JsonNode each : Reference.cases("sobolev_rates", "sobolev_rate")) {
                checkCase(each, workers);
            }
        }
    }

    private static void checkCase(JsonNode each, Workers workers) {
        String id = each.path("id").asText();
        int n = each.path("params").path("n").asInt();
        int d = each.path("params").path("d").asInt();
        String name = id.substring(id.lastIndexOf('-') + 1).toUpperCase(java.util.Locale.ROOT);
        Target raw = TargetFunction.valueOf(name).of(d, n);
        double divisor = each.path("params").path("norm_divisor").asDouble();
        assertEquals(divisor, raw.sobolevNorm(n), 1e-12 * divisor, id);
        Target target = raw.normalized(n);
        List<double[]> measured = new ArrayList<>();
        for (JsonNode row : each.path("value").path("rows")) {
            int cells = row.path("N").asInt();
            SobolevNetwork relu = SobolevNetwork.of(NetworkKind.RELU, n, d, cells);
            SobolevNetwork poly = SobolevNetwork.of(NetworkKind.POLYRELU, n, d, cells);
            SobolevNetwork requ = SobolevNetwork.of(NetworkKind.REQU, n, d, cells);
            assertEquals(row.path("m").asInt(), relu.levels(), id + cells);
            check(row, "polyrelu", poly, id);
            check(row, "relu", relu, id);
            assertEquals(row.path("params_requ").asLong(), requ.size().parameters(), id);
            if (d == 2 && cells > 32) {
                continue;
            }
            double[] errors = {error(poly, target, workers), error(relu, target, workers), error(requ, target, workers)
            };
            close(row, "err_polyrelu", errors[0], id + " N=" + cells);
            close(row, "err_relu", errors[1], id + " N=" + cells);
            close(row, "err_requ", errors[2], id + " N=" + cells);
            assertTrue(errors[0] <= poly.errorBound() * (1 + 1e-9) + 1e-14, id + " bound " + cells);
            assertTrue(errors[1] <= relu.errorBound() * (1 + 1e-9) + 1e-14, id + " bound " + cells);
            assertTrue(errors[2] <= requ.errorBound() * (1 + 1e-9) + 1e-14, id + " bound " + cells);
            measured.add(errors);
        }
        checkFits(each, id, n, d);
    }

    /** Fits of the reference's own errors in its window. */
    private static void checkFits(JsonNode each, String id, int n, int d) {
        List<JsonNode> rows = new ArrayList<>();
        each.path("value").path("rows").forEach(row -> {
            if (row.path("N").asInt() >= (d == 1 ? 16 : 8)) {
                rows.add(row);
            }
        });
        double[] cells = column(rows, "N");
        double[] poly = column(rows, "err_polyrelu");
        double[] relu = column(rows, "err_relu");
        checkFit(each, "fit_polyrelu_vs_N", RateFit.of(cells, poly, 1e-13), id);
        checkFit(each, "fit_polyrelu_vs_params", RateFit.of(column(rows, "params_polyrelu"), poly, 1e-13), id);
        checkFit(each, "fit_requ_vs_N", RateFit.of(cells, column(rows, "err_requ"), 1e-13), id);
        RateModels models = RateModels.of(column(rows, "params_relu"), relu, 1e-13, (double) n / d);
        checkFit(each, "fit_relu_vs_params", models.power(), id);
        double corrected = each.path("value")
                .path("fit_relu_vs_params_over_log2inverr")
                .path("slope")
                .asDouble();
        assertEquals(corrected, models.corrected().slope(), 1e-4, id);
        if (id.contains("kink")) {
            double slope = RateFit.of(cells, poly, 1e-13).slope();
            assertEquals(-n, slope, 0.02, id);
            double class0 = n == 1 && d == 1
                    ? models.power().slope()
                    : models.corrected().slope();
            assertEquals(-(double) n / d, class0, 0.12 * n / d, id);
        }
    }

    private static void checkFit(JsonNode each, String name, RateFit fit, String id) {
        JsonNode expected = each.path("value").path(name);
        assertEquals(expected.path("slope").asDouble(), fit.slope(), 1e-4, id + " " + name);
        assertEquals(expected.path("ci95_half").asDouble(), fit.halfWidth(), 1e-4, id + " " + name);
        assertEquals(expected.path("r2").asDouble(), fit.rSquared(), 1e-6, id + " " + name);
        assertEquals(expected.path("points").asInt(), fit.points(), id + " " + name);
    }

    private static double[] column(List<JsonNode> rows, String name) {
        return rows.stream().mapToDouble(row -> row.path(name).asDouble()).toArray();
    }

    private static void check(JsonNode row, String kind, SobolevNetwork network, String id) {
        NetworkSize size = network.size();
        assertEquals(row.path("params_" + kind).asLong(), size.parameters(), id);
        assertEquals(row.path("units_" + kind).asLong(), size.units(), id);
        assertEquals(row.path("layers_" + kind).asInt(), size.hiddenLayers(), id);
    }

    private static void close(JsonNode row, String name, double computed, String id) {
        double expected = row.path(name).asDouble();
        assertEquals(expected, computed, 1e-7 * expected + 1e-14, id + " " + name);
    }

    private static double error(SobolevNetwork network, Target target, Workers workers) {
        return GridSup.of(target.dimension(), network.cells())
                .measure(new ErrorField(target, network.evaluator(target)), target.dimension(), workers)
                .lower();
    }

    @Test
    void worstCaseConstants() {
        double[] constants = {1 / 2.0, 1 / 8.0, 1 / 48.0, 1 / 288.0};
        for (int n = 1; n <= 4; n++) {
            assertEquals(constants[n - 1], Partition.HAT.remainderConstant(n, 1), 1e-9 * constants[n - 1]);
        }
        assertEquals(0.5, Partition.HAT.remainderConstant(2, 2), 1e-12, "(d/2)^n/n!");
        for (JsonNode each : Reference.cases("sobolev_rates", "pou_taylor_worst_case")) {
            int n = each.path("params").path("n").asInt();
            int cells = each.path("params").path("N").asInt();
            double bound = SobolevNetwork.of(NetworkKind.POLYRELU, n, 1, cells).errorBound();
            assertEquals(each.path("value").path("sup_over_unit_ball").asDouble(), bound, 1e-12);
        }
    }

    @Test
    void extremalFunctionsAttainTheConstant() {
        for (JsonNode each : Reference.cases("sobolev_w1", "pou_extremal_function")) {
            int n = each.path("params").path("n").asInt();
            int cells = each.path("params").path("N").asInt();
            Profile profile = n == 2
                    ? new Profiles.Polynomial(List.of(0.0, 0.0, 0.5))
                    : new Profiles.Modulus((cells / 2 + 0.5) / cells, 3);
            Target target = new TensorTarget("extremal", List.of(profile));
            SobolevNetwork network = SobolevNetwork.of(NetworkKind.POLYRELU, n, 1, cells);
            double measured = error(network, target, Workers.serial());
            assertEquals(each.path("value").path("sup_error").asDouble(), measured, 1e-9 * measured);
            assertEquals(network.errorBound(), measured, 1e-9 * measured);
        }
    }

    /** Every kind, d ≤ 3: closed counts are those of the graph, and both evaluators agree. */
    @Test
    void graphsHaveTheirCountsAndValues() {
        Random random = new Random(2);
        int[][] shapes = {
            {1, 1, 4}, {1, 2, 5}, {1, 3, 2}, {1, 4, 3}, {2, 1, 3}, {2, 2, 2}, {2, 3, 3}, {3, 1, 2}, {3, 2, 2}
        };
        for (NetworkKind kind : NetworkKind.values()) {
            for (int[] shape : shapes) {
                int d = shape[0];
                int n = shape[1];
                SobolevNetwork network = SobolevNetwork.of(kind, n, d, shape[2]);
                Target target = TargetFunction.GAUSS.of(d, n).normalized(n);
                Graph graph = network.graph(target);
                GraphCount count = graph.count();
                String what = kind + " d=" + d + " n=" + n;
                assertEquals(network.size().parameters(), count.parameters(), what);
                assertEquals(network.size().units(), count.units(), what);
                assertEquals(network.size().hiddenLayers(), count.hiddenLayers(), what);
                for (int trial = 0; trial < 40; trial++) {
                    double[] x = random.doubles(d).toArray();
                    assertEquals(graph.value(x), network.evaluator(target).value(x), 1e-12, what);
                }
            }
        }
    }

    /** f_N reproduces polynomials of degree below n, and is linear in f. */
    @Test
    void polynomialsOfLowDegreeAreReproduced() {
        Random random = new Random(4);
        for (NetworkKind kind : List.of(NetworkKind.POLYRELU, NetworkKind.REQU, NetworkKind.QUADRATIC)) {
            Profile cubic = new Profiles.Polynomial(List.of(0.1, -0.2, 0.15, 0.05));
            for (int d = 1; d <= 2; d++) {
                Target target = new RidgeTarget("cubic", cubic, d);
                LocalEvaluator local = SobolevNetwork.of(kind, 4, d, 3).local(target);
                for (int trial = 0; trial < 50; trial++) {
                    double[] x = random.doubles(d).toArray();
                    assertEquals(target.value(x), local.value(x), 1e-13);
                }
            }
            Target sine = TargetFunction.SINE.of(1, 2);
            Target gauss = TargetFunction.GAUSS.of(1, 2);
            Target sum = new Target() {
                @Override
                public String label() {
                    return "sum";
                }

                @Override
                public int dimension() {
                    return 1;
                }

                @Override
                public int smoothness() {
                    return 8;
                }

                @Override
                public double value(double[] x) {
                    return 2 * sine.value(x) - 3 * gauss.value(x);
                }

                @Override
                public double derivative(int[] alpha, double[] x) {
                    return 2 * sine.derivative(alpha, x) - 3 * gauss.derivative(alpha, x);
                }

                @Override
                public double supremum(int[] alpha) {
                    return 2 * sine.supremum(alpha) + 3 * gauss.supremum(alpha);
                }
            };
            SobolevNetwork network = SobolevNetwork.of(kind, 2, 1, 5);
            double[] x = {0.37};
            double combined = 2 * network.evaluator(sine).value(x)
                    - 3 * network.evaluator(gauss).value(x);
            assertEquals(combined, network.evaluator(sum).value(x), 1e-12);
        }
    }

    /** Derivative errors of the reference at midpoints, slopes included. */
    @Test
    void derivativeRatesOfTheReference() {
        for (JsonNode each : Reference.cases("sobolev_w1", "sobolev_rate_w1inf")) {
            int n = each.path("params").path("n").asInt();
            String id = each.path("id").asText();
            String name = id.substring(id.lastIndexOf('-') + 1).toUpperCase(java.util.Locale.ROOT);
            Target target = TargetFunction.valueOf(name).of(1, n).normalized(n);
            List<Double> sizes = new ArrayList<>();
            List<Double> slopes = new ArrayList<>();
            for (JsonNode row : each.path("value").path("rows")) {
                int cells = row.path("N").asInt();
                LocalEvaluator local =
                        SobolevNetwork.of(NetworkKind.POLYRELU, n, 1, cells).local(target);
                GridSup grid = GridSup.of(1, cells).atMidpoints();
                double value = grid.measure(new ErrorField(target, local), 1).lower();
                int[] first = {1};
                double slope = grid.measure(x -> target.derivative(first, x) - local.derivative(0, x), 1)
                        .lower();
                close(row, "err_L_inf", value, id);
                close(row, "err_derivative_L_inf", slope, id);
                if (cells >= 16) {
                    sizes.add((double) cells);
                    slopes.add(slope);
                }
            }
            RateFit fit = RateFit.of(
                    sizes.stream().mapToDouble(Double::doubleValue).toArray(),
                    slopes.stream().mapToDouble(Double::doubleValue).toArray(),
                    0);
            double expected = each.path("value")
                    .path("derivative_slope_vs_N")
                    .path("slope")
                    .asDouble();
            assertEquals(expected, fit.slope(), 1e-4, id);
        }
    }

    /** The tangents of every kind are difference quotients of the values. */
    @Test
    void derivativesAreThoseOfTheValues() {
        Random random = new Random(8);
        Target target = TargetFunction.GAUSS.of(2, 3).normalized(3);
        for (NetworkKind kind : NetworkKind.values()) {
            if (kind == NetworkKind.RATIONAL) {
                continue;
            }
            LocalEvaluator local = SobolevNetwork.of(kind, 3, 2, 4).local(target);
            for (int trial = 0; trial < 40; trial++) {
                double[] x = random.doubles(2, 0.01, 0.99).toArray();
                for (int k = 0; k < 2; k++) {
                    double[] up = x.clone();
                    double[] down = x.clone();
                    up[k] += 1e-8;
                    down[k] -= 1e-8;
                    double quotient = (local.value(up) - local.value(down)) / 2e-8;
                    assertEquals(quotient, local.derivative(k, x), 1e-6, kind + "");
                }
            }
        }
    }

    /** Yarotsky's own partition: counts, values, derivatives, and the hat's rate and bound. */
    @Test
    void trapezoidsAreAnOption() {
        Random random = new Random(12);
        for (NetworkKind kind : List.of(NetworkKind.RELU, NetworkKind.QUADRATIC)) {
            for (int d = 1; d <= 2; d++) {
                SobolevNetwork network = SobolevNetwork.of(kind, 2, d, 3).withPartition(Partition.TRAPEZOID);
                Target target = TargetFunction.GAUSS.of(d, 2).normalized(2);
                Graph graph = network.graph(target);
                assertEquals(network.size().parameters(), graph.count().parameters());
                assertEquals(network.size().units(), graph.count().units());
                for (int trial = 0; trial < 40; trial++) {
                    double[] x = random.doubles(d, 0.001, 0.999).toArray();
                    assertEquals(graph.value(x), network.evaluator(target).value(x), 1e-12);
                    double[] up = x.clone();
                    double[] down = x.clone();
                    up[0] += 1e-8;
                    down[0] -= 1e-8;
                    LocalEvaluator local = network.local(target);
                    assertEquals((local.value(up) - local.value(down)) / 2e-8, local.derivative(0, x), 1e-6);
                }
            }
        }
        Target kink = TargetFunction.KINK.of(1, 2).normalized(2);
        SobolevNetwork hat = SobolevNetwork.of(NetworkKind.QUADRATIC, 2, 1, 64);
        SobolevNetwork trapezoid = hat.withPartition(Partition.TRAPEZOID);
        double measured = error(trapezoid, kink, Workers.serial());
        assertEquals(hat.errorBound(), trapezoid.errorBound(), 1e-12, "moments up to the third agree at the middle");
        assertTrue(measured <= trapezoid.errorBound() * (1 + 1e-9));
        assertEquals(
                0.25 * measured,
                error(
                        SobolevNetwork.of(NetworkKind.QUADRATIC, 2, 1, 128).withPartition(Partition.TRAPEZOID),
                        kink,
                        Workers.serial()),
                0.02 * measured);
        assertThrows(IllegalArgumentException.class, () -> SobolevNetwork.of(NetworkKind.POLYRELU, 2, 1, 4)
                .withPartition(Partition.TRAPEZOID));
    }

    @Test
    void roughTargetsAreRefusedInWords() {
        Target rough = TargetFunction.ABS.of(1, 2);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> SobolevNetwork.of(NetworkKind.RELU, 2, 1, 8)
                        .evaluator(rough));
        assertTrue(e.getMessage().startsWith("smoothness must be at most 1 for target abs"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TargetFunction.KINK.of(2, 1));
        assertThrows(IllegalArgumentException.class, () -> SobolevNetwork.of(NetworkKind.RELU, 3, 2, 200)
                .graph(TargetFunction.GAUSS.of(2, 3)));
    }

    /** Derivatives of rational networks are difference quotients of their values, on every axis. */
    @Test
    void rationalNetworksHaveDerivatives() {
        double h = 1e-6;
        for (int d = 1; d <= 3; d++) {
            SobolevNetwork network = SobolevNetwork.of(NetworkKind.RATIONAL, 3, d, 3);
            Target target = TargetFunction.GAUSS.of(d, 3);
            ScalarField value = network.evaluator(target);
            double[] x = {0.23, 0.58, 0.81};
            double[] at = java.util.Arrays.copyOf(x, d);
            for (int axis = 0; axis < d; axis++) {
                double here = network.derivative(target, axis).value(at);
                double[] up = at.clone();
                double[] down = at.clone();
                up[axis] += h;
                down[axis] -= h;
                assertEquals((value.value(up) - value.value(down)) / (2 * h), here, 1e-7, d + " " + axis);
            }
            assertThrows(IllegalArgumentException.class, () -> network.derivative(target, 3));
        }
    }
}
