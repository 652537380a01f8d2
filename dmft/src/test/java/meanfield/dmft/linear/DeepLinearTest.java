package meanfield.dmft.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;
import meanfield.core.twotime.GrowingCholesky;
import meanfield.core.twotime.TwoTimeFunction;
import meanfield.dmft.feature.LearningProblem;
import meanfield.dmft.feature.LearningTrajectory;
import meanfield.dmft.feature.LinearMomentFlow;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DeepLinearTest {
    private static LearningProblem problem(int layers, double learningRate, int steps) {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.5}, {0.5, 0.8}});
        return LearningProblem.of(kernel, new double[] {0.9, -0.4})
                .withHiddenLayers(layers)
                .withGamma0(1.4)
                .withLearningRate(learningRate)
                .withSteps(steps);
    }

    /** The published matrix equations, evaluated at the solution of the causal pass: both sides agree to rounding. */
    @Test
    void theMatrixEquationsHold() {
        int depth = 3;
        LearningProblem problem = problem(depth, 0.1, 9);
        DeepLinearDynamics dynamics = DeepLinearDynamics.of(problem);
        int times = 10;
        int size = 2 * times;
        for (int l = 1; l <= depth; l++) {
            DMatrixRMaj below = dynamics.featureKernelOf(l - 1).toMatrix();
            DMatrixRMaj above = dynamics.gradientKernelOf(l + 1).toMatrix();
            DMatrixRMaj c = new DMatrixRMaj(size, times);
            DMatrixRMaj d = new DMatrixRMaj(times, size);
            for (int t = 0; t < times; t++) {
                for (int s = 0; s < t; s++) {
                    for (int mu = 0; mu < 2; mu++) {
                        double sum = 0;
                        for (int nu = 0; nu < 2; nu++) {
                            double error =
                                    problem.target(nu) - dynamics.trajectory().output(s, nu);
                            sum += below.get(2 * t + mu, 2 * s + nu) * error;
                        }
                        double response = l == 1 ? 0 : dynamics.featureResponse(l - 1, mu, t, s);
                        c.set(2 * t + mu, s, response + problem.updateScale() * sum);
                        double error =
                                problem.target(mu) - dynamics.trajectory().output(s, mu);
                        double back = l == depth ? 0 : dynamics.gradientResponse(l, t, s, mu);
                        d.set(t, 2 * s + mu, back + problem.updateScale() * above.get(t, s) * error);
                    }
                }
            }
            DMatrixRMaj y = inverse(identityMinus(product(d, c)));
            DMatrixRMaj x = inverse(identityMinus(product(c, d)));
            DMatrixRMaj xc = product(x, c);
            DMatrixRMaj yd = product(y, d);
            DMatrixRMaj h = sum(congruence(x, below), congruence(xc, above));
            DMatrixRMaj g = sum(congruence(y, above), congruence(yd, below));
            assertNear(dynamics.featureKernelOf(l).toMatrix(), h);
            assertNear(dynamics.gradientKernelOf(l).toMatrix(), g);
            for (int t = 0; t < times; t++) {
                for (int s = 0; s < times; s++) {
                    assertEquals(xc.get(2 * t + 1, s), dynamics.featureResponse(l, 1, t, s), 1e-13);
                    assertEquals(yd.get(t, 2 * s), dynamics.gradientResponse(l - 1, t, s, 0), 1e-13);
                }
            }
        }
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj result = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, result);
        return result;
    }

    private static DMatrixRMaj identityMinus(DMatrixRMaj a) {
        DMatrixRMaj result = CommonOps_DDRM.identity(a.numRows);
        CommonOps_DDRM.subtractEquals(result, a);
        return result;
    }

    private static DMatrixRMaj inverse(DMatrixRMaj a) {
        DMatrixRMaj result = new DMatrixRMaj(a.numRows, a.numRows);
        assertTrue(CommonOps_DDRM.invert(a, result));
        return result;
    }

    private static DMatrixRMaj congruence(DMatrixRMaj a, DMatrixRMaj kernel) {
        DMatrixRMaj result = new DMatrixRMaj(a.numRows, a.numRows);
        CommonOps_DDRM.multTransB(product(a, kernel), a, result);
        return result;
    }

    private static DMatrixRMaj sum(DMatrixRMaj a, DMatrixRMaj b) {
        CommonOps_DDRM.addEquals(a, b);
        return a;
    }

    private static void assertNear(DMatrixRMaj expected, DMatrixRMaj actual) {
        CommonOps_DDRM.subtractEquals(actual, expected);
        assertEquals(0, CommonOps_DDRM.elementMaxAbs(actual), 1e-12);
    }

    /** Gradient descent approaches gradient flow, known exactly for two layers, at first order in the step. */
    @Test
    void firstOrderInTheStep() {
        LinearMomentFlow.Solution flow = LinearMomentFlow.infiniteWidth(problem(1, 1, 0))
                .solve(TimeGrid.of(1), OdeSolver.withDefaults().withTolerance(1e-13));
        double coarse = DeepLinearDynamics.of(problem(1, 0.02, 50)).trajectory().output(50, 0) - flow.outputs()[0][0];
        double fine = DeepLinearDynamics.of(problem(1, 0.005, 200)).trajectory().output(200, 0) - flow.outputs()[0][0];
        assertEquals(1, Math.log(coarse / fine) / Math.log(4), 0.02);
        assertEquals(
                flow.ntk()[0][1],
                DeepLinearDynamics.of(problem(1, 0.005, 200)).trajectory().ntk(200, 0, 1),
                0.02);
    }

    @Test
    void flowLowersTheLossAndKernelsArePositive() {
        DeepLinearDynamics dynamics = DeepLinearDynamics.of(problem(3, 0.01, 60));
        LearningTrajectory trajectory = dynamics.trajectory();
        for (int step = 1; step <= 60; step++) {
            assertTrue(trajectory.loss(step) < trajectory.loss(step - 1));
        }
        for (int l = 1; l <= 3; l++) {
            GrowingCholesky features = GrowingCholesky.empty();
            GrowingCholesky gradients = GrowingCholesky.empty();
            for (int t = 0; t <= 60; t++) {
                features.append(dynamics.featureKernelOf(l));
                gradients.append(dynamics.gradientKernelOf(l));
            }
            assertTrue(features.convergence().isConverged());
            assertTrue(gradients.convergence().isConverged());
        }
    }

    @Test
    void samplesCommuteAndScalesTrade() {
        LearningProblem problem = problem(2, 0.1, 15);
        LearningProblem swapped = LearningProblem.of(
                        new DMatrixRMaj(new double[][] {{0.8, 0.5}, {0.5, 1.2}}), new double[] {-0.4, 0.9})
                .withHiddenLayers(2)
                .withGamma0(1.4)
                .withLearningRate(0.1)
                .withSteps(15);
        LearningTrajectory one = DeepLinearDynamics.of(problem).trajectory();
        LearningTrajectory two = DeepLinearDynamics.of(swapped).trajectory();
        LearningTrajectory scaled = DeepLinearDynamics.of(
                        problem.withTargets(0.9 / 5, -0.4 / 5).withGamma0(5 * 1.4))
                .trajectory();
        for (int step = 0; step <= 15; step++) {
            assertEquals(one.output(step, 0), two.output(step, 1), 1e-13);
            assertEquals(one.ntk(step, 0, 1), two.ntk(step, 0, 1), 1e-12);
            assertEquals(one.output(step, 1), 5 * scaled.output(step, 1), 1e-13);
        }
    }

    /** Repeated samples: the kernel is singular, and both copies are one sample. */
    @Test
    void aRepeatedSampleIsOneSample() {
        LearningProblem twice = LearningProblem.of(
                        new DMatrixRMaj(new double[][] {{0.9, 0.9}, {0.9, 0.9}}), new double[] {0.7, 0.7})
                .withHiddenLayers(2)
                .withLearningRate(0.1)
                .withSteps(12);
        LearningProblem once = LearningProblem.of(new DMatrixRMaj(new double[][] {{0.9}}), new double[] {0.7})
                .withHiddenLayers(2)
                .withLearningRate(0.1)
                .withSteps(12);
        double single = DeepLinearDynamics.of(once).trajectory().output(12, 0);
        assertEquals(single, DeepLinearDynamics.of(twice).trajectory().output(12, 1), 1e-13);
    }

    /**
     * Large γ₀ is a small start: the tangent kernel has turned toward y yᵀ before the loss has moved, and then only grows.
     * Two linear layers on whitened inputs end in K ∝ ŷŷᵀ + I, at an angle of cosine 2/√(P + 3) to y yᵀ.
     */
    @Test
    void silentAlignment() {
        LearningProblem problem = LearningProblem.of(CommonOps_DDRM.identity(3), new double[] {1, -0.7, 0.3})
                .withHiddenLayers(1)
                .withGamma0(300)
                .withLearningRate(4e-4)
                .withSteps(150);
        LearningTrajectory trajectory = DeepLinearDynamics.of(problem).trajectory();
        double end = 2 / Math.sqrt(6);
        assertEquals(1 / Math.sqrt(3), trajectory.kernelTargetAlignment(0), 1e-14);
        assertEquals(end, trajectory.kernelTargetAlignment(150), 2e-3);
        int aligned = 30;
        assertTrue(trajectory.loss(aligned) > 0.9 * trajectory.loss(0));
        assertTrue(trajectory.kernelTargetAlignment(aligned) > 0.96 * end);
        assertTrue(trajectory.loss(80) < 0.1 * trajectory.loss(0));
        assertTrue(trajectory.ntk(80, 0, 0) > 20 * trajectory.ntk(aligned, 0, 0));
    }

    /** Equation (2) solves (1), and depth one and three beside it. */
    @Test
    void balancedModes() {
        double s = 1.7;
        double start = 1e-3;
        TimeGrid times = TimeGrid.of(0, 0.5, 1, 2, 4);
        for (int layers = 1; layers <= 4; layers++) {
            int n = layers;
            double[] closed = new BalancedMode(s, layers, start).at(times);
            double[][] numerical = OdeSolver.withDefaults()
                    .withTolerance(1e-13)
                    .solve(
                            (t, a, v) -> v[0] = n * Math.pow(a[0], 2 - 2.0 / n) * (s - a[0]),
                            0,
                            new double[] {start},
                            times)
                    .states();
            for (int i = 0; i < times.size(); i++) {
                assertEquals(numerical[i][0], closed[i], 1e-10);
            }
        }
        assertEquals(0, new BalancedMode(s, 2, 0).at(times)[4]);
        assertThrows(IllegalArgumentException.class, () -> new BalancedMode(s, 2, 2));
    }

    /** A balanced, aligned two-layer network of matrices follows the mode, and its invariant stands still. */
    @Test
    void networksOfBalancedModes() {
        double s = 1.7;
        double start = 0.01;
        // W¹ = √a₀ r vᵀ, W² = √a₀ u rᵀ: one hidden unit in a random direction, learned by the flow of ½ |Σ - W² W¹|²
        double[] r = {0.6, -0.64, 0.48};
        double[] initial = new double[6];
        for (int i = 0; i < 3; i++) {
            initial[i] = Math.sqrt(start) * r[i];
            initial[3 + i] = Math.sqrt(start) * r[i];
        }
        TimeGrid times = TimeGrid.of(0.5, 1, 2, 3);
        double[][] states = OdeSolver.withDefaults()
                .withTolerance(1e-13)
                .solve(
                        (t, w, v) -> {
                            double product = w[0] * w[3] + w[1] * w[4] + w[2] * w[5];
                            for (int i = 0; i < 3; i++) {
                                v[i] = (s - product) * w[3 + i];
                                v[3 + i] = (s - product) * w[i];
                            }
                        },
                        0,
                        initial,
                        times)
                .states();
        double[] mode = new BalancedMode(s, 2, start).at(times);
        for (int i = 0; i < times.size(); i++) {
            double[] w = states[i];
            assertEquals(mode[i], w[0] * w[3] + w[1] * w[4] + w[2] * w[5], 1e-9);
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    assertEquals(0, w[3 + a] * w[3 + b] - w[a] * w[b], 1e-9);
                }
            }
        }
    }

    @Test
    void mistakesAndVerdicts() {
        LearningProblem tanh = problem(2, 0.1, 5).withActivation(StandardActivation.TANH);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DeepLinearDynamics.of(tanh))
                .getMessage()
                .startsWith("activation must be linear"));
        DeepLinearDynamics wild = DeepLinearDynamics.of(problem(2, 5, 40));
        assertEquals(
                Convergence.Status.DIVERGED, wild.trajectory().convergence().status());
        TwoTimeFunction reached = wild.featureKernelOf(2);
        assertEquals(wild.trajectory().last() + 1, reached.times());
        assertThrows(IllegalArgumentException.class, () -> wild.featureKernelOf(3));
    }
}
