package meanfield.dmft.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningReference;
import meanfield.dmft.feature.LearningTrajectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files d1b: the published fixed point of the closed equations, and networks of finite width beside it. */
class DeepLinearReferenceTest {
    private static final double SOLVER = 1e-8;
    /**
     * The published fixed point of four layers has gradient kernels of its last window that are 2.7e-8 off: they differ by
     * that from its own feature kernels, whose mirror images they are.
     */
    private static final double MIRROR_DEFECT = 3e-8;

    private static LearningProblem problem(JsonNode file) {
        return LearningReference.problem(file)
                .withHiddenLayers(file.get("L").intValue())
                .withSteps(file.get("T").intValue() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1_P1", "L2_P1", "L2_P2", "L4_P1"})
    void outputsLossesAndKernels(String name) {
        JsonNode file = LearningReference.read("d1b_deep_linear_" + name);
        LearningProblem problem = problem(file);
        DeepLinearDynamics dynamics = DeepLinearDynamics.of(problem);
        LearningTrajectory trajectory = dynamics.trajectory();
        assertTrue(trajectory.convergence().isConverged());
        for (int i = 0; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            assertEquals(file.get("loss").get(i).doubleValue(), trajectory.loss(step), SOLVER);
            for (int mu = 0; mu < problem.samples(); mu++) {
                assertEquals(file.get("f").get(i).get(mu).doubleValue(), trajectory.output(step, mu), SOLVER);
                for (int nu = 0; nu < problem.samples(); nu++) {
                    double expected = file.get("ntk").get(i).get(mu).get(nu).doubleValue();
                    boolean defect = name.equals("L4_P1") && step == problem.steps();
                    assertEquals(expected, trajectory.ntk(step, mu, nu), defect ? MIRROR_DEFECT : SOLVER);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1_P1", "L2_P1", "L2_P2", "L4_P1"})
    void kernelsAtTheEnd(String name) {
        JsonNode file = LearningReference.read("d1b_deep_linear_" + name);
        LearningProblem problem = problem(file);
        DeepLinearDynamics dynamics = DeepLinearDynamics.of(problem);
        int end = problem.steps();
        for (int l = 0; l <= problem.hiddenLayers(); l++) {
            double expected = file.get("H_diag_last").get(l).doubleValue();
            assertEquals(expected, dynamics.featureKernelOf(l).at(end, end), SOLVER);
            if (l > 0) {
                double gradient = file.get("G_diag_last").get(l - 1).doubleValue();
                double tolerance = name.equals("L4_P1") ? MIRROR_DEFECT : SOLVER;
                assertEquals(gradient, dynamics.gradientKernelOf(l).at(end, end), tolerance);
            }
        }
    }

    /** One sample: the network read backwards is the same network, so that G^l is H^{L+1-l} at all times. */
    @ParameterizedTest
    @ValueSource(strings = {"L1_P1", "L2_P1", "L4_P1"})
    void gradientsMirrorFeatures(String name) {
        JsonNode file = LearningReference.read("d1b_deep_linear_" + name);
        LearningProblem problem = problem(file);
        DeepLinearDynamics dynamics = DeepLinearDynamics.of(problem);
        for (int l = 1; l <= problem.hiddenLayers(); l++) {
            TwoTimeFunction features = dynamics.featureKernelOf(problem.hiddenLayers() + 1 - l);
            assertEquals(0, dynamics.gradientKernelOf(l).distance(features), 1e-12);
        }
        int mirrored = problem.hiddenLayers();
        if (mirrored == 4) {
            double published = file.get("H_diag_last").get(4).doubleValue();
            assertEquals(published, dynamics.gradientKernelOf(1).at(problem.steps(), problem.steps()), 1e-12);
        }
    }

    /** The published networks: their mean follows the theory, and a run's deviation falls with the width. */
    @ParameterizedTest
    @ValueSource(strings = {"L1_P1", "L2_P1", "L2_P2", "L4_P1"})
    void publishedNetworks(String name) {
        JsonNode file = LearningReference.read("d1b_deep_linear_" + name);
        LearningTrajectory trajectory = DeepLinearDynamics.of(problem(file)).trajectory();
        JsonNode wide = file.get("finite_width").get("800");
        for (int i = 0; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            double mean = wide.get("f_mean").get(i).get(0).doubleValue();
            double error = wide.get("f_se").get(i).get(0).doubleValue();
            assertEquals(trajectory.output(step, 0), mean, 4 * error + 0.01 * Math.abs(mean), "step " + step);
        }
        double ratio = wide.get("rms_single_run").doubleValue()
                / file.get("finite_width").get("200").get("rms_single_run").doubleValue();
        assertTrue(ratio < 0.8, "sixteen runs of each width: ratio " + ratio);
    }
}
