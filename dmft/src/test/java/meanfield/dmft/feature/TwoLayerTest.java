package meanfield.dmft.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.Convergence;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.core.solve.OdeSolution;
import meanfield.core.solve.OdeSolver;
import meanfield.core.solve.TimeGrid;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TwoLayerTest {
    private static LearningProblem pair(double gamma0) {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.5}, {0.5, 0.8}});
        return LearningProblem.of(kernel, new double[] {0.9, -0.4}).withGamma0(gamma0);
    }

    /** Every weight of drawn networks integrated: the closed form at the network's own start, and the moment system. */
    @Test
    void everyWidthHasItsClosedForm() {
        RandomStream random = RandomStream.of(3);
        for (int width : new int[] {1, 2, 30}) {
            double[] h = new double[width];
            double[] z = new double[width];
            random.fillGaussian(h);
            random.fillGaussian(z);
            double gamma0 = 2.2;
            double target = -0.6;
            TwoLayerLinearFlow flow = TwoLayerLinearFlow.of(gamma0, target).ofNetwork(h, z);
            double[] start = new double[2 * width];
            System.arraycopy(h, 0, start, 0, width);
            System.arraycopy(z, 0, start, width, width);
            TimeGrid times = TimeGrid.of(0.1, 0.4, 1.5);
            OdeSolution solution = OdeSolver.withDefaults()
                    .withTolerance(1e-13)
                    .solve(
                            (t, w, v) -> {
                                double f = 0;
                                for (int i = 0; i < width; i++) {
                                    f += (w[i] * w[width + i] - h[i] * z[i]) / width / gamma0;
                                }
                                for (int i = 0; i < width; i++) {
                                    v[i] = gamma0 * (target - f) * w[width + i];
                                    v[width + i] = gamma0 * (target - f) * w[i];
                                }
                            },
                            0,
                            start,
                            times);
            for (int i = 0; i < times.size(); i++) {
                double[] w = solution.states()[i];
                double f = 0;
                double ntk = 0;
                for (int j = 0; j < width; j++) {
                    f += (w[j] * w[width + j] - h[j] * z[j]) / width / gamma0;
                    ntk += (w[j] * w[j] + w[width + j] * w[width + j]) / width;
                    double invariant = z[j] * z[j] - h[j] * h[j];
                    assertEquals(invariant, w[width + j] * w[width + j] - w[j] * w[j], 1e-10);
                }
                assertEquals(f, flow.output(times.at(i)), 1e-10);
                assertEquals(ntk, flow.ntk(times.at(i)), 1e-10);
            }
        }
    }

    @Test
    void closedFormAtItsEnds() {
        TwoLayerLinearFlow lazy = TwoLayerLinearFlow.of(1e-8, 0.7);
        assertEquals(0.7 * -Math.expm1(-2 * 0.3), lazy.output(0.3), 1e-14);
        TwoLayerLinearFlow rich = TwoLayerLinearFlow.of(100, 0.7);
        assertEquals(0.7, rich.output(10), 1e-12);
        assertEquals(2 * Math.hypot(1, 70), rich.ntk(10), 1e-9);
        assertEquals(0, rich.output(0));
        assertEquals(0, TwoLayerLinearFlow.of(2, 0).output(1));
        assertThrows(IllegalArgumentException.class, () -> new TwoLayerLinearFlow(1, 1, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> lazy.output(-1));
    }

    /** The law of finite width against its expansion: mean like 1/N, deviation like N^(-1/2), and N = ∞. */
    @Test
    void finiteWidthLaw() {
        TwoLayerLinearFlow flow = TwoLayerLinearFlow.of(3, 0.8);
        double limit = flow.output(0.3);
        double[] mean = new double[3];
        double[] deviation = new double[3];
        for (int i = 0; i < 3; i++) {
            int width = 1000 << (2 * i);
            FiniteWidthLaw.Moments moments = new FiniteWidthLaw(flow, width).output(0.3);
            mean[i] = (moments.mean() - limit) * width;
            deviation[i] = moments.deviation() * Math.sqrt(width);
        }
        assertEquals(mean[1], mean[2], 0.002 * Math.abs(mean[1]));
        assertEquals(deviation[1], deviation[2], 0.001 * deviation[1]);
        assertTrue(Math.abs(mean[1] - mean[2]) < 0.4 * Math.abs(mean[0] - mean[1]));
        // to leading order f depends on c₀ ~ N(0, 1/N) and κ₀ - 2 ~ N(0, 4/N)
        double byCorrelation = slope(flow, 1e-5, 0);
        double byNorm = slope(flow, 0, 1e-5);
        assertEquals(Math.hypot(byCorrelation, 2 * byNorm), deviation[2], 1e-3 * deviation[2]);
    }

    private static double slope(TwoLayerLinearFlow flow, double correlation, double norm) {
        double up = new TwoLayerLinearFlow(flow.gamma0(), flow.target(), correlation, 2 + norm).output(0.3);
        double down = new TwoLayerLinearFlow(flow.gamma0(), flow.target(), -correlation, 2 - norm).output(0.3);
        return (up - down) / (2 * (correlation + norm));
    }

    /** The moments of a drawn network flow like the network: trained by small steps, at first order in the step. */
    @Test
    void momentsOfADrawnNetwork() {
        LearningProblem problem = pair(1.6);
        int width = 4;
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            int steps = i == 0 ? 100 : 400;
            LearningProblem stepped = problem.withLearningRate(1.0 / steps).withSteps(steps);
            LearningTrajectory trained =
                    LearningSimulation.of(stepped, width, LinearAlgebras.ejml()).run(RandomStream.of(12));
            LinearMomentFlow.Solution flow = LinearMomentFlow.ofNetwork(problem, fields(stepped, width), readout(width))
                    .solve(TimeGrid.of(1), OdeSolver.withDefaults().withTolerance(1e-13));
            errors[i] = Math.abs(trained.output(steps, 1) - flow.outputs()[0][1]);
            assertEquals(flow.ntk()[0][1], trained.ntk(steps, 0, 1), 20.0 / steps);
        }
        assertEquals(1, Math.log(errors[0] / errors[1]) / Math.log(4), 0.05);
    }

    private static double[][] fields(LearningProblem problem, int width) {
        DMatrixRMaj weights = weights(width, 0);
        DMatrixRMaj inputs = problem.inputs();
        double[][] h = new double[width][2];
        for (int i = 0; i < width; i++) {
            for (int mu = 0; mu < 2; mu++) {
                for (int a = 0; a < 2; a++) {
                    h[i][mu] += inputs.get(mu, a) * weights.get(a, i) / Math.sqrt(2);
                }
            }
        }
        return h;
    }

    private static double[] readout(int width) {
        return weights(width, 1).data;
    }

    private static DMatrixRMaj weights(int width, int layer) {
        var shape = meanfield.core.network.NetworkShape.of(2, 1, width, StandardActivation.LINEAR)
                .withMeanField(1.6);
        return meanfield.core.network.FiniteNetwork.draw(shape, RandomStream.of(12), LinearAlgebras.ejml())
                .parameters()
                .weight(layer);
    }

    /** Trapezoid and Gauss-Hermite rules, odd φ and not; the latter is four digits good for tanh. */
    @Test
    void rulesAgree() {
        for (StandardActivation activation :
                new StandardActivation[] {StandardActivation.TANH, StandardActivation.GELU}) {
            LearningProblem problem =
                    pair(0.7).withActivation(activation).withLearningRate(0.2).withSteps(6);
            LearningTrajectory trapezoid = TwoLayerQuadrature.trapezoid(problem, 48, Workers.serial());
            LearningTrajectory hermite = TwoLayerQuadrature.gaussHermite(problem, 40, Workers.serial());
            assertEquals(hermite.output(6, 1), trapezoid.output(6, 1), 1e-4);
            assertEquals(hermite.ntk(6, 0, 1), trapezoid.ntk(6, 0, 1), 1e-4);
        }
    }

    /** Linear φ by quadrature is the closed recursion of one hidden layer. */
    @Test
    void linearNeuronsByQuadrature() {
        LearningProblem problem = pair(1.5).withLearningRate(0.1).withSteps(8);
        LearningTrajectory exact =
                meanfield.dmft.linear.DeepLinearDynamics.of(problem).trajectory();
        LearningTrajectory hermite = TwoLayerQuadrature.gaussHermite(problem, 4, Workers.serial());
        for (int step = 0; step <= 8; step++) {
            assertEquals(exact.output(step, 0), hermite.output(step, 0), 1e-13);
            assertEquals(exact.ntk(step, 1, 1), hermite.ntk(step, 1, 1), 1e-12);
        }
    }

    /** A sample twice: its dimension is not integrated over twice. */
    @Test
    void singularKernels() {
        LearningProblem twice = LearningProblem.of(
                        new DMatrixRMaj(new double[][] {{0.9, 0.9}, {0.9, 0.9}}), new double[] {0.7, 0.7})
                .withActivation(StandardActivation.TANH)
                .withSteps(5);
        assertEquals(2, TwoLayerQuadrature.dimensions(twice));
        LearningProblem once = LearningProblem.of(new DMatrixRMaj(new double[][] {{0.9}}), new double[] {0.7})
                .withActivation(StandardActivation.TANH)
                .withSteps(5);
        LearningTrajectory a = TwoLayerQuadrature.withDefaults().solve(twice, Workers.serial());
        LearningTrajectory b = TwoLayerQuadrature.withDefaults().solve(once, Workers.serial());
        assertEquals(b.output(5, 0), a.output(5, 1), 1e-12);
    }

    @Test
    void verdicts() {
        LearningProblem relu = pair(1).withActivation(StandardActivation.RELU).withSteps(4);
        LearningTrajectory tooFew = TwoLayerQuadrature.withDefaults()
                .withTolerance(1e-9)
                .withNodeLimit(100_000)
                .solve(relu, Workers.serial());
        assertEquals(Convergence.Status.ITERATION_LIMIT, tooFew.convergence().status());
        LearningTrajectory wild = TwoLayerQuadrature.withDefaults()
                .solve(relu.withLearningRate(1e4).withSteps(40), Workers.serial());
        assertEquals(Convergence.Status.DIVERGED, wild.convergence().status());
        assertThrows(IllegalArgumentException.class, () -> TwoLayerQuadrature.withDefaults()
                .solve(relu.withHiddenLayers(2), Workers.serial()));
    }

    @Test
    void problemsThatAreNone() {
        DMatrixRMaj lopsided = new DMatrixRMaj(new double[][] {{1, 0.2}, {0.3, 1}});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> LearningProblem.of(lopsided, new double[] {1, 1}))
                .getMessage()
                .startsWith("inputKernel must be symmetric"));
        assertThrows(IllegalArgumentException.class, () -> pair(0));
        assertThrows(IllegalArgumentException.class, () -> pair(1).withSteps(-1));
        assertThrows(IllegalArgumentException.class, () -> pair(1).withTargets(1, Double.NaN));
    }

    /** X Xᵀ = P K, singular K included. */
    @Test
    void inputsHaveTheirKernel() {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1, 1, 0.2}, {1, 1, 0.2}, {0.2, 0.2, 0.5}});
        LearningProblem problem = LearningProblem.of(kernel, new double[] {1, 1, 0});
        DMatrixRMaj inputs = problem.inputs();
        for (int mu = 0; mu < 3; mu++) {
            for (int nu = 0; nu < 3; nu++) {
                double sum = 0;
                for (int a = 0; a < 3; a++) {
                    sum += inputs.get(mu, a) * inputs.get(nu, a) / 3;
                }
                assertEquals(kernel.get(mu, nu), sum, 1e-14);
            }
        }
    }
}
