package meanfield.dmft.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.activation.StandardActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files d1d: two hidden tanh layers, with and without responses. */
class SamplerReferenceTest {
    /** Allowed beyond four standard errors: the bias of order 1/S of both sides. */
    private static final double BIAS = 0.003;

    private static LearningProblem problem(JsonNode file) {
        return LearningReference.problem(file)
                .withActivation(StandardActivation.TANH)
                .withHiddenLayers(2)
                .withSteps(file.get("T").intValue() - 1);
    }

    private static SampledDynamics solve(LearningProblem problem, ResponseTerms responses) {
        try (Workers workers = Workers.of(2)) {
            return CausalSampler.withDefaults()
                    .withSites(1500)
                    .withDraws(4)
                    .withResponses(responses)
                    .solve(problem, RandomStream.of(11), workers);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void outputs(int gamma0) {
        JsonNode file = LearningReference.read("d1d_three_layer_tanh_gamma" + gamma0);
        SampledDynamics dynamics = solve(problem(file), ResponseTerms.INCLUDED);
        assertTrue(dynamics.convergence().isConverged());
        for (int i = 0; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            double error = file.get("f_se").get(i).get(0).doubleValue();
            double ours = dynamics.outputStandardError(step, 0);
            double expected = file.get("f_mean").get(i).get(0).doubleValue();
            assertEquals(expected, dynamics.output(step, 0), 4 * Math.hypot(error, ours) + BIAS, "step " + step);
        }
    }

    /** The published mean of networks of width 1000: three standard errors, and one percent for their finite width. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void publishedNetworks(int gamma0) {
        JsonNode file = LearningReference.read("d1d_three_layer_tanh_gamma" + gamma0);
        SampledDynamics dynamics = solve(problem(file), ResponseTerms.INCLUDED);
        JsonNode networks = file.get("finite_width").get("1000");
        for (int i = 1; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            double mean = networks.get("f_mean").get(i).get(0).doubleValue();
            double error = networks.get("f_se").get(i).get(0).doubleValue();
            double allowed = 3 * Math.hypot(error, dynamics.outputStandardError(step, 0)) + 0.01 * mean;
            assertEquals(mean, dynamics.output(step, 0), allowed, "step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void responsesAndKernels(int gamma0) {
        JsonNode file = LearningReference.read("d1d_three_layer_tanh_gamma" + gamma0);
        LearningProblem problem = problem(file);
        SampledDynamics dynamics = solve(problem, ResponseTerms.INCLUDED);
        TwoTimeFunction a = dynamics.featureResponse(1);
        TwoTimeFunction b = dynamics.gradientResponse(1);
        int end = problem.steps();
        for (int s = 0; s <= end; s++) {
            double scale = 0.03 * file.get("A_last_row").get(0).doubleValue();
            assertEquals(file.get("A_last_row").get(s).doubleValue(), a.at(end, s), scale, "A at " + s);
            double expected = file.get("B_last_row").get(s).doubleValue();
            double size = s == end
                    ? 0.02 * Math.abs(expected)
                    : 0.03 * file.get("B_last_row").get(0).doubleValue();
            assertEquals(expected, b.at(end, s), size, "B at " + s);
        }
        assertEquals(
                file.get("Phi1_last").doubleValue(), dynamics.featureKernel(1).at(end, end), 0.01);
        assertEquals(
                file.get("G2_last").doubleValue(), dynamics.gradientKernel(2).at(end, end), 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutResponsesItIsAnotherTheory(int gamma0) {
        JsonNode file = LearningReference.read("d1d_three_layer_tanh_gamma" + gamma0);
        SampledDynamics ablation = solve(problem(file), ResponseTerms.IGNORED);
        double largest = 0;
        for (int i = 0; i < file.get("steps").size(); i++) {
            int step = file.get("steps").get(i).intValue();
            double expected = file.get("f_without_responses").get(i).get(0).doubleValue();
            assertEquals(expected, ablation.output(step, 0), 0.02, "step " + step);
            double right = file.get("f_mean").get(i).get(0).doubleValue();
            largest = Math.max(largest, Math.abs(ablation.output(step, 0) - right));
        }
        assertTrue(largest > 0.05, "responses move the output by " + largest);
    }
}
