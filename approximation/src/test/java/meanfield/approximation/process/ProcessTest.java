package meanfield.approximation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meanfield.approximation.Reference;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ProcessTest {
    private final LinearAlgebra algebra = LinearAlgebras.automatic();

    private static SpectralMixture kernel(JsonNode node) {
        return new SpectralMixture(list(node.path("w")), list(node.path("mu")), list(node.path("s")));
    }

    private static List<Double> list(JsonNode node) {
        List<Double> values = new ArrayList<>();
        node.forEach(each -> values.add(each.asDouble()));
        return values;
    }

    @Test
    void derivativesOfTheReference() {
        JsonNode each =
                Reference.cases("gp_multigrid", "spectral_mixture_kernel").get(0);
        SpectralMixture kernel = kernel(each.path("params"));
        for (JsonNode row : each.path("value")) {
            double[] expected = Reference.numbers(row.path("k"));
            for (int order = 0; order <= 4; order++) {
                double actual = kernel.derivative(Reference.number(row.path("tau")), order);
                double scale = Math.abs(kernel.derivative(0, order + order % 2));
                // cancellation between terms of the size of the derivative at 0
                assertEquals(expected[order], actual, 1e-12 * Math.max(1, Math.abs(expected[order])) + 1e-15 * scale);
            }
        }
    }

    @Test
    void collocationOfTheReference() {
        for (JsonNode each : Reference.cases("gp_multigrid", "gp_collocation_1d")) {
            PoissonProblem problem = each.path("params").path("u").asText().equals("sin12")
                    ? new PoissonProblem(List.of(1.0), List.of(6.0))
                    : new PoissonProblem(List.of(1.0, 0.1), List.of(1.0, 20.0));
            for (JsonNode row : each.path("value")) {
                PoissonProcess process = new PoissonProcess(
                        problem, row.path("n").asInt(), row.path("jitter").asDouble(), algebra);
                check(row.path("rel_L2_sm"), process, kernel(each.path("params")));
                check(row.path("rel_L2_single_rbf"), process, SpectralMixture.gaussian(1));
            }
        }
    }

    /** Tolerance of the reference file: half an order of magnitude. */
    private static void check(JsonNode expected, PoissonProcess process, SpectralMixture kernel) {
        double actual = process.relativeError(process.condition(kernel), 1001);
        assertEquals(Math.log10(expected.asDouble()), Math.log10(actual), 0.5);
    }

    @Test
    void gridOfTheReference() {
        JsonNode each = Reference.cases("gp_multigrid", "kronecker_gp").get(0);
        JsonNode p = each.path("params");
        int n1 = p.path("n1").asInt();
        int n2 = p.path("n2").asInt();
        DMatrixRMaj y = new DMatrixRMaj(n1, n2);
        for (int i = 0; i < n1; i++) {
            for (int j = 0; j < n2; j++) {
                double x = i / (n1 - 1.0);
                y.set(i, j, Math.sin(3 * x) * Math.cos(2 * j / (n2 - 1.0)) + 0.1 * x);
            }
        }
        DMatrixRMaj a = gram(kernel(p.path("kernel1")), n1);
        DMatrixRMaj b = gram(kernel(p.path("kernel2")), n2);
        double noise = p.path("noise").asDouble();
        KroneckerProcess actual = KroneckerProcess.of(a, b, noise, y, algebra);
        JsonNode value = each.path("value");
        for (int i = 0; i < n1; i++) {
            double[] row = Reference.numbers(value.path("alpha").get(i));
            for (int j = 0; j < n2; j++) {
                assertEquals(row[j], actual.coefficients().get(i, j), 1e-8 * Math.abs(row[j]));
            }
        }
        assertEquals(value.path("logdet").asDouble(), actual.logDeterminant(), 1e-8 * 17);
        assertEquals(value.path("quadratic_form").asDouble(), actual.quadraticForm(), 1e-8 * 114);
        assertEquals(value.path("nll").asDouble(), actual.negativeLogLikelihood(), 1e-8 * 76);
    }

    private static DMatrixRMaj gram(SpectralMixture kernel, int n) {
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result.set(i, j, kernel.derivative((i - j) / (n - 1.0), 0));
            }
        }
        return result;
    }

    @Test
    void meanKeepsTheData() {
        PoissonProblem problem = new PoissonProblem(List.of(1.0), List.of(1.3));
        PoissonProcess process = new PoissonProcess(problem, 12, 1e-10, algebra);
        PoissonProcess.Posterior posterior =
                process.condition(new SpectralMixture(List.of(1.0), List.of(1.0), List.of(1.0)));
        assertEquals(problem.solution(0), process.mean(posterior, 0), 1e-5);
        assertEquals(problem.solution(1), process.mean(posterior, 1), 1e-5);
    }

    @Test
    void gradientOfTheLikelihood() {
        PoissonProcess process =
                new PoissonProcess(new PoissonProblem(List.of(1.0, 0.3), List.of(1.0, 4.0)), 10, 1e-4, algebra);
        WeightSearch search = new WeightSearch(
                process, new SpectralMixture(List.of(1.0, 0.5, 2.0), List.of(1.0, 4.0, 6.0), List.of(0.5, 0.6, 0.7)));
        double[] x = {0.3, -0.4, 0.2};
        double[] gradient = new double[3];
        search.valueAndGradient(x, gradient);
        for (int q = 0; q < 3; q++) {
            double h = 1e-5;
            double[] up = x.clone();
            double[] down = x.clone();
            up[q] += h;
            down[q] -= h;
            double difference =
                    (search.valueAndGradient(up, new double[3]) - search.valueAndGradient(down, new double[3]))
                            / (2 * h);
            assertEquals(difference, gradient[q], 1e-5 * Math.max(1, Math.abs(difference)));
        }
    }

    @Test
    void searchKeepsTheLinesOfTheSolution() {
        PoissonProcess process =
                new PoissonProcess(new PoissonProblem(List.of(1.0, 0.1), List.of(1.0, 8.0)), 32, 1e-8, algebra);
        List<Double> frequencies = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        SpectralMixture lines =
                new SpectralMixture(Collections.nCopies(10, 1.0), frequencies, Collections.nCopies(10, 0.3));
        WeightSearch.Found found = new WeightSearch(process, lines).search(300);
        assertTrue(found.convergence().isConverged(), found.convergence().toString());
        assertTrue(found.negativeLogLikelihood() < process.condition(lines).negativeLogLikelihood());
        assertTrue(process.relativeError(process.condition(found.kernel()), 1001)
                <= process.relativeError(process.condition(lines), 1001));
        double kept = found.kernel().weights().get(7);
        assertTrue(kept > 100 * found.kernel().weights().get(4), found.toString());
    }

    @Test
    void refusesWhatHasNoVariance() {
        PoissonProcess process = new PoissonProcess(new PoissonProblem(List.of(1.0), List.of(1.0)), 4, 1e-8, algebra);
        assertFalse(process.condition(new SpectralMixture(List.of(0.0), List.of(1.0), List.of(1.0)))
                .convergence()
                .isConverged());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SpectralMixture(List.of(1.0, 1.0), List.of(1.0), List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> new PoissonProblem(List.of(0.0), List.of(1.0)));
    }

    /** The nonlinear equation: the mean satisfies it at every collocation point, and with λ = 0 nothing is new. */
    @Test
    void nonlinearEquationsAreSolvedByLinearOnes() {
        SpectralMixture kernel = new SpectralMixture(List.of(1.0, 0.1), List.of(1.0, 4.0), List.of(0.8, 0.8));
        PoissonProblem linear = new PoissonProblem(List.of(1.0, 0.2), List.of(1.0, 4.0));
        PoissonProcess plain = new PoissonProcess(linear, 24, 1e-11, algebra);
        NonlinearProcess.Solution same = NonlinearProcess.withDefaults().solve(plain, kernel);
        assertEquals(1, same.steps());
        assertEquals(plain.mean(plain.condition(kernel), 0.37), plain.mean(same.posterior(), 0.37));

        PoissonProblem cubic = new PoissonProblem(List.of(1.0, 0.2), List.of(1.0, 4.0), 200);
        assertEquals(linear.source(0.3) + 200 * Math.pow(linear.solution(0.3), 3), cubic.source(0.3), 1e-10);
        PoissonProcess start = new PoissonProcess(cubic, 24, 1e-11, algebra);
        NonlinearProcess.Solution found = NonlinearProcess.withDefaults().solve(start, kernel);
        assertTrue(found.convergence().isConverged(), found.convergence().toString());
        assertTrue(found.steps() > 2 && found.steps() < 30, "steps " + found.steps());
        double h = 1e-3;
        for (int j = 1; j <= 24; j++) {
            double x = j / 25.0;
            double u = found.process().mean(found.posterior(), x);
            double second = (found.process().mean(found.posterior(), x + h)
                            - 2 * u
                            + found.process().mean(found.posterior(), x - h))
                    / (h * h);
            assertEquals(cubic.source(x), -second + 200 * u * u * u, 1e-2 * 200, "at " + x);
        }
        assertTrue(found.process().relativeError(found.posterior(), 201) < 1e-3);
        NonlinearProcess.Solution cut = new NonlinearProcess(1e-12, 1).solve(start, kernel);
        assertTrue(!cut.convergence().isConverged());
        assertThrows(IllegalArgumentException.class, () -> start.linearizedAt(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new PoissonProblem(List.of(1.0), List.of(1.0), -1));
    }
}
