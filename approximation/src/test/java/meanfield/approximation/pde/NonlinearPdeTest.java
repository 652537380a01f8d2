package meanfield.approximation.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import meanfield.approximation.Reference;
import meanfield.approximation.pde.PreconditionedDescent.Iterate;
import meanfield.approximation.pde.PreconditionedDescent.Solution;
import meanfield.core.random.RandomStream;
import org.junit.jupiter.api.Test;

class NonlinearPdeTest {
    @Test
    void historiesOfTheReference() {
        for (JsonNode each : Reference.cases("pde_barron", "variational_pde_iteration")) {
            JsonNode p = each.path("params");
            TorusModes modes = new TorusModes(p.path("d").asInt(), p.path("K").asInt());
            double[] forcing = new double[modes.size()];
            for (Map.Entry<String, JsonNode> mode : p.path("f").properties()) {
                forcing[modes.index(wave(mode.getKey()))] = mode.getValue().asDouble();
            }
            CubicEquation equation = new CubicEquation(modes, p.path("lam").asDouble(), forcing);
            double eta = p.path("eta").asDouble();
            Solution solution = PreconditionedDescent.solve(equation, eta);
            assertTrue(solution.convergence().isConverged());
            List<Iterate> iterates = PreconditionedDescent.run(equation, eta, 40, solution);
            JsonNode value = each.path("value");
            for (JsonNode row : value.path("history")) {
                Iterate actual = iterates.get(row.path("t").asInt());
                close(row.path("barron"), actual.barron());
                close(row.path("H1"), actual.h1());
                close(row.path("energy"), actual.energy());
                close(row.path("residual_Hminus1"), actual.residual());
                close(row.path("H1_error"), actual.error());
                double bound = row.path("barron_bound").asDouble();
                if (bound < 1e300) {
                    close(row.path("barron_bound"), actual.bound());
                } else {
                    assertTrue(actual.bound() >= 1e300);
                }
            }
            close(
                    value.path("linear_rate_10_20"),
                    Math.pow(iterates.get(20).error() / iterates.get(10).error(), 0.1));
            close(value.path("barron_limit"), modes.barronNorm(solution.u()));
            close(value.path("energy_limit"), solution.energy());
            for (Map.Entry<String, JsonNode> mode : value.path("u_hat_limit").properties()) {
                close(mode.getValue(), solution.u()[modes.index(wave(mode.getKey()))]);
            }
        }
    }

    /** Tolerances of the reference file. */
    private static void close(JsonNode expected, double actual) {
        double value = expected.asDouble();
        assertEquals(value, actual, 1e-13 + 1e-9 * Math.abs(value));
    }

    private static List<Integer> wave(String text) {
        List<Integer> wave = new ArrayList<>();
        for (String each : text.replaceAll("[() ]", "").split(",")) {
            wave.add(Integer.valueOf(each));
        }
        return wave;
    }

    @Test
    void gradientIsTheDerivativeOfTheEnergy() {
        for (int d = 1; d <= 3; d++) {
            TorusModes modes = new TorusModes(d, 3);
            double[] u = even(modes, 1);
            double[] v = even(modes, 2);
            CubicEquation equation = new CubicEquation(modes, 2.5, even(modes, 3));
            double[] gradient = equation.at(u).gradient();
            double slope = 0;
            double h = 1e-5;
            double[] up = u.clone();
            double[] down = u.clone();
            for (int i = 0; i < u.length; i++) {
                slope += gradient[i] * v[i];
                up[i] += h * v[i];
                down[i] -= h * v[i];
            }
            double difference = (equation.energy(up) - equation.energy(down)) / (2 * h);
            assertEquals(slope, difference, 1e-6 * Math.abs(slope));
        }
    }

    @Test
    void productsAreThoseOfFunctions() {
        TorusModes modes = new TorusModes(1, 4);
        double[] u = even(modes, 5);
        double[] square = modes.square(u);
        for (double x : new double[] {0, 0.3, 2.1}) {
            double value = 0;
            double squared = 0;
            for (int k = -4; k <= 4; k++) {
                value += u[k + 4] * Math.cos(k * x);
            }
            for (int k = -8; k <= 8; k++) {
                squared += square[k + 8] * Math.cos(k * x);
            }
            assertEquals(value * value, squared, 1e-13);
        }
        double[] sum = modes.cube(square, u);
        double mean = 0;
        int points = 64;
        for (int j = 0; j < points; j++) {
            double value = 0;
            for (int k = -4; k <= 4; k++) {
                value += u[k + 4] * Math.cos(2 * Math.PI * k * j / points);
            }
            mean += value * value * value * Math.cos(2 * Math.PI * 3 * j / points) / points;
        }
        assertEquals(mean, sum[7], 1e-13);
        assertTrue(modes.barronNorm(sum) <= Math.pow(modes.barronNorm(u), 3));
    }

    private static double[] even(TorusModes modes, long seed) {
        double[] values = new double[modes.size()];
        RandomStream.of(seed).fillGaussian(values);
        for (int i = 0; i < values.length / 2; i++) {
            values[values.length - 1 - i] = values[i] * 0.2;
            values[i] *= 0.2;
        }
        return values;
    }

    @Test
    void boundStaysFiniteExactlyBelowTheThreshold() {
        TorusModes modes = new TorusModes(1, 16);
        CubicEquation equation = new CubicEquation(modes, 3, modes.field(List.of(List.of(1)), List.of(1.0)));
        for (double fraction : new double[] {0.5, 0.98}) {
            CubicEquation small = equation.scaled(fraction * equation.threshold() / equation.forcingNorm());
            double limit = small.boundLimit();
            assertEquals(limit, 3 * limit * limit * limit + small.forcingNorm(), 1e-14);
            Solution solution = PreconditionedDescent.solve(small, 0.5);
            Iterate last = PreconditionedDescent.run(small, 0.5, 400, solution).get(400);
            assertEquals(limit, last.bound(), 1e-7);
            assertTrue(last.barron() <= last.bound());
        }
        CubicEquation large = equation.scaled(1.01 * equation.threshold() / equation.forcingNorm());
        assertTrue(Double.isInfinite(large.boundLimit()));
        Solution solution = PreconditionedDescent.solve(large, 0.5);
        Iterate last = PreconditionedDescent.run(large, 0.5, 400, solution).get(400);
        assertFalse(last.bound() < 1e300);
    }

    @Test
    void largeDataAreSolvedWithSmallerSteps() {
        TorusModes modes = new TorusModes(1, 24);
        CubicEquation equation = new CubicEquation(modes, 20, modes.field(List.of(List.of(1)), List.of(30.0)));
        Solution solution = PreconditionedDescent.solve(equation, 1);
        assertTrue(solution.convergence().isConverged(), solution.convergence().toString());
        List<Iterate> diverging = PreconditionedDescent.run(equation, 1, 40, solution);
        assertTrue(diverging.size() < 41);
        assertTrue(Arrays.stream(solution.u()).allMatch(Double::isFinite));
    }

    @Test
    void refusesWavesTwiceAndLargeBoxes() {
        TorusModes modes = new TorusModes(1, 4);
        assertThrows(
                IllegalArgumentException.class, () -> modes.field(List.of(List.of(1), List.of(-1)), List.of(1.0, 2.0)));
        assertThrows(IllegalArgumentException.class, () -> modes.index(List.of(5)));
        assertThrows(IllegalArgumentException.class, () -> new TorusModes(3, 20));
    }
}
