package meanfield.dmft.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.core.Convergence;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.twotime.GrowingCholesky;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningSimulation;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.feature.TwoLayerQuadrature;
import meanfield.dmft.linear.DeepLinearDynamics;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class CausalSamplerTest {
    /** Pivots below 1e-9 of the variance are dropped, and what is divided by those above it loses digits. */
    private static final double PIVOTS = 1e-8;

    private static LearningProblem problem(Activation activation, int layers) {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.3}, {0.3, 0.8}});
        return LearningProblem.of(kernel, new double[] {0.9, -0.4})
                .withActivation(activation)
                .withHiddenLayers(layers)
                .withGamma0(1.3)
                .withLearningRate(0.1)
                .withSteps(10);
    }

    private static SampledDynamics solve(CausalSampler sampler, LearningProblem problem) {
        return sampler.solve(problem, RandomStream.of(5), Workers.serial());
    }

    /** Linear sites with exact moments: no sampling error is left, in kernels, responses and outputs of any depth. */
    @Test
    void linearSitesWithExactMomentsAreTheClosedTheory() {
        for (int layers = 1; layers <= 3; layers++) {
            LearningProblem problem = problem(StandardActivation.LINEAR, layers).withSteps(6);
            DeepLinearDynamics exact = DeepLinearDynamics.of(problem);
            SampledDynamics sampled =
                    solve(CausalSampler.withDefaults().withSites(960).withDraws(1), problem);
            for (int step = 0; step <= 6; step++) {
                assertEquals(exact.trajectory().output(step, 0), sampled.output(step, 0), PIVOTS);
                assertEquals(exact.trajectory().output(step, 1), sampled.output(step, 1), PIVOTS);
                assertEquals(
                        exact.trajectory().ntk(step, 0, 1),
                        sampled.trajectories().get(0).ntk(step, 0, 1),
                        PIVOTS);
            }
            for (int l = 1; l < layers; l++) {
                assertEquals(0, exact.featureKernelOf(l).distance(sampled.featureKernel(l)), PIVOTS);
                TwoTimeFunction a = sampled.featureResponse(l);
                TwoTimeFunction b = sampled.gradientResponse(l);
                for (int s = 0; s < 6; s++) {
                    double response = 0;
                    for (int nu = 0; nu < 2; nu++) {
                        response += a.at(6, s, 1, nu);
                        assertEquals(exact.gradientResponse(l, 6, s, nu), b.at(6, s, 0, nu), PIVOTS);
                    }
                    assertEquals(exact.featureResponse(l, 1, 6, s), response, PIVOTS);
                }
            }
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        LearningProblem problem = problem(StandardActivation.GELU, 3).withSteps(5);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(301).withDraws(2);
        SampledDynamics serial = solve(sampler, problem);
        try (Workers workers = Workers.of(3)) {
            SampledDynamics parallel = sampler.solve(problem, RandomStream.of(5), workers);
            for (int step = 0; step <= 5; step++) {
                assertEquals(serial.output(step, 1), parallel.output(step, 1));
            }
            assertEquals(0, serial.gradientResponse(2).distance(parallel.gradientResponse(2)));
        }
    }

    /**
     * The same sites, the same equations, another order of work. A pivot at the threshold may vanish in one and stay in
     * the other: each is worth 3e-5 of the field of a site, and a hundredth of the sampling error.
     */
    @Test
    void fixedPointOnWindowsIsTheCausalPass() {
        LearningProblem problem = problem(StandardActivation.TANH, 3);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(200).withDraws(1);
        SampledDynamics causal = solve(sampler, problem);
        for (double damping : new double[] {1, 0.6}) {
            SampledDynamics iterated = DampedFixedPoint.withDefaults()
                    .withSampler(sampler)
                    .withDamping(damping)
                    .withWindow(4)
                    .withTolerance(1e-11)
                    .solve(problem, RandomStream.of(5), Workers.serial());
            assertTrue(iterated.convergence().isConverged(), iterated::toString);
            for (int step = 0; step <= 10; step++) {
                assertEquals(causal.output(step, 0), iterated.output(step, 0), 3e-4);
            }
            assertEquals(0, causal.featureResponse(2).distance(iterated.featureResponse(2)), 3e-3);
        }
    }

    @Test
    void tooFewSweepsAreAVerdict() {
        SampledDynamics iterated = DampedFixedPoint.withDefaults()
                .withSampler(CausalSampler.withDefaults().withSites(100).withDraws(1))
                .withSweepLimit(2)
                .solve(problem(StandardActivation.TANH, 2), RandomStream.of(5), Workers.serial());
        assertEquals(Convergence.Status.ITERATION_LIMIT, iterated.convergence().status());
        assertEquals(0, iterated.last());
    }

    /** One hidden layer by two routes. */
    @Test
    void twoLayersAgreeWithQuadrature() {
        LearningProblem problem = problem(StandardActivation.ERF, 1);
        LearningTrajectory exact =
                TwoLayerQuadrature.withDefaults().withTolerance(1e-6).solve(problem, Workers.serial());
        SampledDynamics sampled =
                solve(CausalSampler.withDefaults().withSites(4000).withDraws(6), problem);
        for (int step = 1; step <= 10; step += 3) {
            double error = 4.5 * sampled.outputStandardError(step, 0) + 1.0 / 4000;
            assertEquals(exact.output(step, 0), sampled.output(step, 0), error);
        }
    }

    /** Independent neurons, time by time, against the two-time pass: the same theory, other sources. */
    @Test
    void twoLayersOfManySamples() {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.3, 0}, {0.3, 0.8, 0.2}, {0, 0.2, 1}});
        LearningProblem problem = LearningProblem.of(kernel, new double[] {0.9, -0.4, 0.5})
                .withActivation(StandardActivation.GELU)
                .withGamma0(1.3)
                .withSteps(8);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(3000).withDraws(6);
        LearningTheory theory = LearningTheory.of(problem, sampler, RandomStream.of(1), Workers.serial());
        assertEquals(LearningTheory.Method.SAMPLED, theory.method());
        SampledDynamics causal = solve(sampler, problem);
        double mean = theory.draws().stream()
                .mapToDouble(draw -> draw.output(8, 1))
                .average()
                .orElseThrow();
        assertEquals(causal.output(8, 1), mean, 6.4 * causal.outputStandardError(8, 1));
    }

    /** Three hidden layers and two samples beside networks; the ablation is another theory. */
    @Test
    void networksOfThreeHiddenLayers() {
        LearningProblem problem = problem(StandardActivation.TANH, 3);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(2000).withDraws(6);
        assertNear(problem, solve(sampler, problem), 400, 16);
        SampledDynamics ablation = solve(sampler.withResponses(ResponseTerms.IGNORED), problem);
        SampledDynamics theory = solve(sampler, problem);
        double moved = Math.abs(ablation.output(5, 0) - theory.output(5, 0));
        assertTrue(moved > 20 * theory.outputStandardError(5, 0) && moved > 0.05, "moved " + moved);
    }

    /** The Dirac part of ReLU's curvature, as a density of sites. */
    @Test
    void networksOfRectifiers() {
        LearningProblem problem = problem(StandardActivation.RELU, 2);
        assertNear(problem, solve(CausalSampler.withDefaults().withSites(4000).withDraws(6), problem), 400, 24);
    }

    private static void assertNear(LearningProblem problem, SampledDynamics theory, int width, int networks) {
        LearningSimulation simulation = LearningSimulation.of(problem, width, LinearAlgebras.automatic());
        try (Workers workers = Workers.of(2)) {
            List<LearningTrajectory> runs =
                    workers.map(networks, m -> simulation.run(RandomStream.of(9).child(m)));
            for (int step = 1; step <= 10; step += 3) {
                int at = step;
                double mean = runs.stream()
                        .mapToDouble(run -> run.output(at, 0))
                        .average()
                        .orElseThrow();
                double variance = runs.stream()
                                .mapToDouble(run -> (run.output(at, 0) - mean) * (run.output(at, 0) - mean))
                                .sum()
                        / (networks - 1.0);
                double error = Math.hypot(theory.outputStandardError(step, 0), Math.sqrt(variance / networks));
                assertEquals(theory.output(step, 0), mean, 4.5 * error + 4.0 / width, "step " + step);
            }
        }
    }

    @Test
    void kernelsAreCovariances() {
        SampledDynamics dynamics =
                solve(CausalSampler.withDefaults().withSites(500).withDraws(1), problem(StandardActivation.TANH, 2));
        for (int l = 1; l <= 2; l++) {
            GrowingCholesky features = GrowingCholesky.empty();
            GrowingCholesky gradients = GrowingCholesky.empty();
            for (int t = 0; t <= 10; t++) {
                features.append(dynamics.featureKernel(l));
                gradients.append(dynamics.gradientKernel(l));
            }
            assertTrue(features.convergence().isConverged());
            assertTrue(gradients.convergence().isConverged());
        }
    }

    /** Samples in another order: the same numbers in that order, up to the sources that each sample gets. */
    @Test
    void samplesCommuteWithTheTheory() {
        LearningProblem problem = problem(StandardActivation.TANH, 2);
        LearningProblem swapped = LearningProblem.of(
                        new DMatrixRMaj(new double[][] {{0.8, 0.3}, {0.3, 1.2}}), new double[] {-0.4, 0.9})
                .withActivation(StandardActivation.TANH)
                .withHiddenLayers(2)
                .withGamma0(1.3)
                .withLearningRate(0.1)
                .withSteps(10);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(2000).withDraws(6);
        SampledDynamics one = solve(sampler, problem);
        SampledDynamics two = solve(sampler, swapped);
        double error = Math.hypot(one.outputStandardError(10, 0), two.outputStandardError(10, 1));
        assertEquals(one.output(10, 0), two.output(10, 1), 4.5 * error);
    }

    @Test
    void plainMonteCarloAgreesAndHasLargerErrors() {
        LearningProblem problem = problem(StandardActivation.TANH, 2);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(600).withDraws(24);
        SampledDynamics exact = solve(sampler, problem);
        SampledDynamics plain = solve(sampler.withMoments(SourceMoments.SAMPLED), problem);
        double error = Math.hypot(exact.outputStandardError(5, 0), plain.outputStandardError(5, 0));
        assertEquals(exact.output(5, 0), plain.output(5, 0), 4.5 * error);
        assertTrue(plain.outputStandardError(5, 0) > exact.outputStandardError(5, 0));
    }

    /** γ₀ and y traded at γ₀ y fixed: γ₀ f to rounding, site by site. */
    @Test
    void rescalingIsExact() {
        LearningProblem problem = problem(StandardActivation.TANH, 2);
        LearningProblem scaled = problem.withTargets(0.9 / 4, -0.4 / 4).withGamma0(4 * 1.3);
        CausalSampler sampler = CausalSampler.withDefaults().withSites(200).withDraws(1);
        SampledDynamics one = solve(sampler, problem);
        SampledDynamics two = solve(sampler, scaled);
        for (int step = 0; step <= 10; step++) {
            assertEquals(one.output(step, 0), 4 * two.output(step, 0), 1e-12);
        }
    }

    @Test
    void mistakesAndLimits() {
        CausalSampler sampler = CausalSampler.withDefaults();
        assertThrows(IllegalArgumentException.class, () -> sampler.withSites(1));
        LearningProblem step = problem(StandardActivation.STEP, 2);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> solve(sampler, step))
                .getMessage()
                .startsWith("activation must be continuous"));
        LearningProblem still = problem(StandardActivation.TANH, 2).withSteps(0);
        SampledDynamics start = solve(sampler.withSites(100), still);
        assertEquals(0, start.last());
        assertEquals(0, start.output(0, 0));
        SampledDynamics wild = solve(
                sampler.withSites(100).withDraws(1),
                problem(StandardActivation.SOFTPLUS, 2).withLearningRate(1e4));
        assertEquals(Convergence.Status.DIVERGED, wild.convergence().status());
        assertNotEquals(10, wild.last());
    }
}
