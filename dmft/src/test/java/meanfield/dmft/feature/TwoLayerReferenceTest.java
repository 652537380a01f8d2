package meanfield.dmft.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files d1a (closed form) and d1c (quadrature). */
class TwoLayerReferenceTest {
    private static final double EXACT = 1e-10;
    /** erf(x/√2). */
    private static final ParameterizedActivation.ScaledErf PHI =
            new ParameterizedActivation.ScaledErf(1, Math.sqrt(0.5), 0);

    static List<JsonNode> closedForm() {
        return cases("d1a_two_layer_linear_closed_form");
    }

    static List<JsonNode> quadrature() {
        return cases("d1c_two_layer_erf_quadrature");
    }

    private static List<JsonNode> cases(String name) {
        return StreamSupport.stream(LearningReference.read(name).get("cases").spliterator(), false)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("closedForm")
    void closedForm(JsonNode one) {
        double[] times = LearningReference.numbers(
                LearningReference.read("d1a_two_layer_linear_closed_form").get("times"));
        double gamma0 = one.get("gamma0").doubleValue();
        double y = one.get("y").doubleValue();
        TwoLayerLinearFlow flow = TwoLayerLinearFlow.of(gamma0, y);
        LearningProblem problem = LearningProblem.of(DMatrixRMaj.wrap(1, 1, new double[] {1}), new double[] {y})
                .withGamma0(gamma0);
        LinearMomentFlow.Solution moments = LinearMomentFlow.infiniteWidth(problem)
                .solve(TimeGrid.of(times), OdeSolver.withDefaults().withTolerance(1e-13));
        for (int i = 0; i < times.length; i++) {
            assertEquals(one.get("f").get(i).doubleValue(), flow.output(times[i]), EXACT);
            assertEquals(one.get("ntk").get(i).doubleValue(), flow.ntk(times[i]), EXACT);
            assertEquals(one.get("f").get(i).doubleValue(), moments.outputs()[i][0], EXACT);
            assertEquals(one.get("ntk").get(i).doubleValue(), moments.ntk()[i][0], EXACT);
        }
    }

    private static LearningProblem problem(JsonNode one) {
        JsonNode steps = one.get("steps");
        return LearningReference.problem(one)
                .withActivation(PHI)
                .withSteps(steps.get(steps.size() - 1).intValue());
    }

    private static double distance(JsonNode one, LearningTrajectory trajectory, boolean kernels) {
        int samples = trajectory.problem().samples();
        double largest = 0;
        for (int i = 0; i < one.get("steps").size(); i++) {
            int step = one.get("steps").get(i).intValue();
            for (int mu = 0; mu < samples; mu++) {
                JsonNode f = one.get("f").get(i);
                double expected = (samples == 1 ? f : f.get(mu)).doubleValue();
                largest = Math.max(largest, Math.abs(expected - trajectory.output(step, mu)));
                for (int nu = 0; kernels && nu < samples; nu++) {
                    JsonNode k = one.get("ntk").get(i);
                    double kernel = (samples == 1 ? k : k.get(mu).get(nu)).doubleValue();
                    largest = Math.max(largest, Math.abs(kernel - trajectory.ntk(step, mu, nu)));
                }
            }
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("quadrature")
    void quadrature(JsonNode one) {
        double reference = one.get("quadrature_error").doubleValue();
        try (Workers workers = Workers.of(2)) {
            LearningTrajectory trajectory = TwoLayerQuadrature.withDefaults()
                    .withTolerance(one.get("y").size() == 1 ? 1e-9 : 1e-5)
                    .solve(problem(one), workers);
            assertTrue(trajectory.convergence().isConverged(), trajectory::toString);
            assertEquals(0, distance(one, trajectory, true), Math.max(1e-5, 10 * reference));
        }
    }

    /** The published error of the Gauss-Hermite rule itself: why the trapezoid rule is the default. */
    @ParameterizedTest
    @MethodSource("quadrature")
    void gaussHermiteFailsWhenFeaturesAreRich(JsonNode one) {
        if (one.get("y").size() == 1) {
            LearningTrajectory trajectory = TwoLayerQuadrature.gaussHermite(problem(one), 80, Workers.serial());
            double expected = one.get("gauss_hermite_80_error").doubleValue();
            assertEquals(1, distance(one, trajectory, false) / expected, 0.5, trajectory::toString);
        }
    }

    @Test
    void lazyLimit() {
        JsonNode lazy = LearningReference.read("d1c_two_layer_erf_quadrature").get("lazy_limit");
        double exact = 1.0 / 3 + 2 / (Math.PI * Math.sqrt(3));
        assertEquals(lazy.get("K0_exact").doubleValue(), exact, 1e-15);
        JsonNode one = quadrature().get(0);
        LearningProblem problem = problem(one).withGamma0(lazy.get("gamma0").doubleValue());
        LearningTrajectory trajectory = TwoLayerQuadrature.withDefaults().solve(problem, Workers.serial());
        assertEquals(exact, trajectory.ntk(0, 0, 0), 1e-10);
        double largest = 0;
        for (int step = 0; step <= problem.steps(); step++) {
            double expected = 1 - Math.pow(1 - problem.learningRate() * exact, step);
            largest = Math.max(largest, Math.abs(expected - trajectory.output(step, 0)));
        }
        assertEquals(lazy.get("max_dev_from_kernel_gd").doubleValue(), largest, 1e-9);
    }
}
