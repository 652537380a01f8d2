package meanfield.dmft.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.linear.DeepLinearDynamics;
import meanfield.dmft.sampler.CausalSampler;
import meanfield.dmft.sampler.SampledDynamics;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.network.WideNetwork;
import meanfield.ntk.training.SteppedTraining;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** γ₀ → 0: the kernels stand still, and what is left is gradient descent in the tangent kernel of the ntk module. */
class LazyLimitTest {
    private static LearningProblem problem(Activation activation, int layers) {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.5}, {0.5, 0.8}});
        return LearningProblem.of(kernel, new double[] {0.9, -0.4})
                .withActivation(activation)
                .withHiddenLayers(layers)
                .withLearningRate(0.12)
                .withSteps(25);
    }

    private static DMatrixRMaj tangentKernel(LearningProblem problem) {
        WideNetwork network = WideNetwork.of(problem.activation())
                .withDepth(problem.hiddenLayers())
                .withWeightVariance(1)
                .withBiasVariance(0);
        return KernelRecursion.of(network).kernels(problem.inputs()).ntk();
    }

    /** Largest distance of the outputs from linear training. */
    private static double distance(LearningTrajectory rich, LearningProblem problem) {
        SteppedTraining lazy = SteppedTraining.of(tangentKernel(problem), DMatrixRMaj.wrap(2, 1, problem.targets()))
                .withLearningRate(problem.learningRate());
        double largest = 0;
        for (int step = 0; step <= problem.steps(); step++) {
            DMatrixRMaj outputs = lazy.fit(step);
            for (int mu = 0; mu < 2; mu++) {
                largest = Math.max(largest, Math.abs(outputs.get(mu, 0) - rich.output(step, mu)));
            }
        }
        return largest;
    }

    private static double slope(LearningProblem problem, Function<LearningProblem, LearningTrajectory> theory) {
        double coarse = distance(theory.apply(problem.withGamma0(0.04)), problem);
        double fine = distance(theory.apply(problem.withGamma0(0.01)), problem);
        return Math.log(coarse / fine) / Math.log(4);
    }

    @Test
    void deepLinearNetworksDeviateBySecondOrder() {
        for (int layers = 1; layers <= 4; layers++) {
            LearningProblem problem = problem(StandardActivation.LINEAR, layers);
            double slope = slope(problem, p -> DeepLinearDynamics.of(p).trajectory());
            assertEquals(2, slope, 0.01, layers + " hidden layers");
        }
    }

    @Test
    void twoLayerNetworksDeviateBySecondOrder() {
        LearningProblem problem = problem(StandardActivation.ERF, 1);
        double slope = slope(problem, p -> TwoLayerQuadrature.trapezoid(p, 40, Workers.serial()));
        assertEquals(2, slope, 0.01);
    }

    /** Sampled: the kernels at the start are those of the ntk module; the outputs follow them. */
    @Test
    void deepNonlinearNetworks() {
        LearningProblem problem =
                problem(StandardActivation.TANH, 3).withGamma0(1e-3).withSteps(10);
        SampledDynamics dynamics = CausalSampler.withDefaults()
                .withSites(4000)
                .withDraws(4)
                .solve(problem, RandomStream.of(2), Workers.serial());
        DMatrixRMaj kernel = tangentKernel(problem);
        for (int mu = 0; mu < 2; mu++) {
            for (int nu = 0; nu < 2; nu++) {
                double mean = 0;
                double squares = 0;
                for (LearningTrajectory draw : dynamics.trajectories()) {
                    mean += draw.ntk(0, mu, nu) / 4;
                    squares += draw.ntk(0, mu, nu) * draw.ntk(0, mu, nu) / 4;
                }
                double error = Math.sqrt((squares - mean * mean) / 3);
                assertEquals(kernel.get(mu, nu), mean, 4.5 * error + 1.0 / 4000);
            }
        }
        for (LearningTrajectory draw : dynamics.trajectories()) {
            assertEquals(0, draw.featureKernelChange(10), 1e-5);
        }
        SteppedTraining lazy = SteppedTraining.of(kernel, DMatrixRMaj.wrap(2, 1, problem.targets()))
                .withLearningRate(0.12);
        double error = 4.5 * dynamics.outputStandardError(10, 0) + 1.0 / 4000;
        assertEquals(lazy.fit(10).get(0, 0), dynamics.output(10, 0), error);
    }
}
