package meanfield.dmft.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.activation.Activation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.FiniteNetwork;
import meanfield.core.network.NetworkParameters;
import meanfield.core.network.NetworkShape;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.dmft.linear.DeepLinearDynamics;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The simulated network is the theory's network, and approaches it as the width grows. */
class FiniteNetworkTest {
    private static final double ROUNDING = 1e-11;

    private static LearningProblem problem(Activation activation, int layers) {
        DMatrixRMaj kernel = new DMatrixRMaj(new double[][] {{1.2, 0.5, 0.1}, {0.5, 0.8, -0.2}, {0.1, -0.2, 0.9}});
        return LearningProblem.of(kernel, new double[] {0.9, -0.4, 0.2})
                .withActivation(activation)
                .withHiddenLayers(layers)
                .withGamma0(1.7)
                .withLearningRate(0.2)
                .withSteps(12);
    }

    /**
     * The exact recursion of a finite network, h^{l+1} = χ + k Σ Φ Δ g and z^l = ξ + k Σ G Δ φ, run with the frozen initial
     * weights of a drawn network: outputs, tangent and feature kernels agree with training it.
     */
    @Test
    void trainingIsTheFieldRecursion() {
        for (int layers = 1; layers <= 3; layers++) {
            LearningProblem problem = problem(StandardActivation.TANH, layers);
            int width = 7;
            LearningTrajectory trained =
                    LearningSimulation.of(problem, width, LinearAlgebras.ejml()).run(RandomStream.of(4));
            NetworkShape shape =
                    NetworkShape.of(3, java.util.Collections.nCopies(layers, width), 1, problem.activation());
            NetworkParameters weights = FiniteNetwork.draw(
                            shape.withMeanField(1.7), RandomStream.of(4), LinearAlgebras.ejml())
                    .parameters();
            FieldRecursion recursion = new FieldRecursion(problem, weights, width);
            for (int step = 0; step <= problem.steps(); step++) {
                recursion.advance();
                for (int mu = 0; mu < 3; mu++) {
                    assertEquals(recursion.output(step, mu), trained.output(step, mu), ROUNDING);
                    for (int nu = 0; nu < 3; nu++) {
                        assertEquals(recursion.ntk(step, mu, nu), trained.ntk(step, mu, nu), ROUNDING);
                        assertEquals(
                                recursion.feature(layers, step, step, mu, nu),
                                trained.featureKernel(step).get(mu, nu),
                                ROUNDING);
                    }
                }
            }
        }
    }

    /** Theory D1.1 word for word: fields of every neuron, weights frozen at the start. */
    private static final class FieldRecursion {
        private final LearningProblem problem;
        private final NetworkParameters weights;
        private final int width;
        /** phi.get(l).get(t)[μ][i] for l = 0 … L (inputs at 0), g.get(l) for l = 1 … L at l - 1. */
        private final List<List<double[][]>> phi = new ArrayList<>();

        private final List<List<double[][]>> g = new ArrayList<>();
        private final List<double[]> outputs = new ArrayList<>();

        FieldRecursion(LearningProblem problem, NetworkParameters weights, int width) {
            this.problem = problem;
            this.weights = weights;
            this.width = width;
            for (int l = 0; l <= problem.hiddenLayers(); l++) {
                phi.add(new ArrayList<>());
                g.add(new ArrayList<>());
            }
        }

        double feature(int l, int t, int s, int mu, int nu) {
            return l == 0
                    ? problem.inputKernel(mu, nu)
                    : mean(phi.get(l).get(t)[mu], phi.get(l).get(s)[nu]);
        }

        double gradient(int l, int t, int s, int mu, int nu) {
            return l > problem.hiddenLayers()
                    ? 1
                    : mean(g.get(l - 1).get(t)[mu], g.get(l - 1).get(s)[nu]);
        }

        private double mean(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += a[i] * b[i] / width;
            }
            return sum;
        }

        double output(int t, int mu) {
            return outputs.get(t)[mu] - outputs.get(0)[mu];
        }

        double ntk(int t, int mu, int nu) {
            double sum = 0;
            for (int l = 0; l <= problem.hiddenLayers(); l++) {
                sum += gradient(l + 1, t, t, mu, nu) * feature(l, t, t, mu, nu);
            }
            return sum;
        }

        void advance() {
            int t = outputs.size();
            int depth = problem.hiddenLayers();
            double k = problem.updateScale();
            phi.get(0).add(rows(problem.inputs()));
            double[][][] slopes = new double[depth + 1][3][width];
            for (int l = 1; l <= depth; l++) {
                double[][] next = new double[3][width];
                for (int mu = 0; mu < 3; mu++) {
                    for (int i = 0; i < width; i++) {
                        double h = field(weights.weight(l - 1), phi.get(l - 1).get(t)[mu], i, false);
                        for (int s = 0; s < t; s++) {
                            for (int nu = 0; nu < 3; nu++) {
                                h += k
                                        * feature(l - 1, t, s, mu, nu)
                                        * error(s, nu)
                                        * g.get(l - 1).get(s)[nu][i];
                            }
                        }
                        next[mu][i] = problem.activation().value(h);
                        slopes[l][mu][i] = problem.activation().derivative(h);
                    }
                }
                phi.get(l).add(next);
            }
            double[] output = new double[3];
            for (int l = depth; l >= 1; l--) {
                double[][] next = new double[3][width];
                for (int mu = 0; mu < 3; mu++) {
                    for (int i = 0; i < width; i++) {
                        double z = l == depth
                                ? weights.weight(depth).get(i, 0)
                                : field(weights.weight(l), g.get(l).get(t)[mu], i, true);
                        for (int s = 0; s < t; s++) {
                            for (int nu = 0; nu < 3; nu++) {
                                z += k
                                        * gradient(l + 1, t, s, mu, nu)
                                        * error(s, nu)
                                        * phi.get(l).get(s)[nu][i];
                            }
                        }
                        next[mu][i] = slopes[l][mu][i] * z;
                        if (l == depth) {
                            output[mu] += z * phi.get(l).get(t)[mu][i] / width / problem.gamma0();
                        }
                    }
                }
                g.get(l - 1).add(next);
            }
            outputs.add(output);
        }

        private double error(int s, int nu) {
            return problem.target(nu) - output(s, nu);
        }

        /** (a W)_i/√n, or (W a)_i/√n backward. */
        private static double field(DMatrixRMaj weight, double[] a, int i, boolean backward) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * (backward ? weight.get(i, j) : weight.get(j, i));
            }
            return sum / Math.sqrt(a.length);
        }

        private static double[][] rows(DMatrixRMaj matrix) {
            double[][] rows = new double[matrix.numRows][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = java.util.Arrays.copyOfRange(matrix.data, i * matrix.numCols, (i + 1) * matrix.numCols);
            }
            return rows;
        }
    }

    /** γ₀ and y traded at fixed γ₀ y: γ₀ f to rounding at every width. */
    @Test
    void rescalingIsExact() {
        LearningProblem problem = problem(StandardActivation.GELU, 2);
        LearningProblem scaled = problem.withTargets(0.9 / 3, -0.4 / 3, 0.2 / 3).withGamma0(3 * 1.7);
        LearningTrajectory one =
                LearningSimulation.of(problem, 5, LinearAlgebras.ejml()).run(RandomStream.of(8));
        LearningTrajectory two =
                LearningSimulation.of(scaled, 5, LinearAlgebras.ejml()).run(RandomStream.of(8));
        for (int step = 0; step <= 12; step++) {
            assertEquals(one.output(step, 1), 3 * two.output(step, 1), ROUNDING);
            assertEquals(one.ntk(step, 0, 1), two.ntk(step, 0, 1), ROUNDING);
        }
    }

    /** Theory against the mean of networks of width 1000: one percent. */
    @Test
    void networksOfWidthThousand() {
        LearningProblem problem = LearningProblem.of(new DMatrixRMaj(new double[][] {{1}}), new double[] {1})
                .withHiddenLayers(2)
                .withLearningRate(0.03)
                .withSteps(20);
        LearningTrajectory limit = DeepLinearDynamics.of(problem).trajectory();
        LearningSimulation simulation = LearningSimulation.of(problem, 1000, LinearAlgebras.automatic());
        double mean = 0;
        for (int m = 0; m < 8; m++) {
            mean += simulation.run(RandomStream.of(10).child(m)).output(20, 0) / 8;
        }
        assertEquals(limit.output(20, 0), mean, 0.01 * limit.output(20, 0));
    }

    /** One network deviates by order N^(-1/2), the mean of many by order 1/N: four times the width, half and a quarter. */
    @Test
    void deviationsFallWithTheWidth() {
        LearningProblem problem = LearningProblem.of(new DMatrixRMaj(new double[][] {{1}}), new double[] {1})
                .withHiddenLayers(2)
                .withGamma0(0.5)
                .withLearningRate(0.05)
                .withSteps(4);
        LearningTrajectory limit = DeepLinearDynamics.of(problem).trajectory();
        double[] narrow = deviations(problem, limit, 16, 4_000);
        double[] wide = deviations(problem, limit, 64, 4_000);
        assertEquals(0.5, wide[0] / narrow[0], 0.04);
        assertEquals(0.25, wide[1] / narrow[1], 4.5 * wide[2] / narrow[1]);
        assertTrue(narrow[1] > 10 * narrow[2], "the mean's deviation is resolved");
    }

    /**
     * Run-to-run deviation of f at step 4, deviation of the mean from the limit, standard error of the mean; the tangent
     * kernel at the start, whose mean is L + 1 at every width, takes most of the noise away.
     */
    private static double[] deviations(LearningProblem problem, LearningTrajectory limit, int width, int networks) {
        LearningSimulation simulation = LearningSimulation.of(problem, width, LinearAlgebras.ejml());
        try (Workers workers = Workers.of(2)) {
            List<double[]> runs = workers.map(networks, m -> {
                LearningTrajectory run = simulation.run(RandomStream.of(6).child(m));
                return new double[] {run.output(4, 0) - limit.output(4, 0), run.ntk(0, 0, 0) - 3};
            });
            double[] means = new double[2];
            runs.forEach(run -> {
                means[0] += run[0] / networks;
                means[1] += run[1] / networks;
            });
            double[] moments = new double[3];
            runs.forEach(run -> {
                moments[0] += (run[0] - means[0]) * (run[0] - means[0]) / networks;
                moments[1] += (run[0] - means[0]) * (run[1] - means[1]) / networks;
                moments[2] += (run[1] - means[1]) * (run[1] - means[1]) / networks;
            });
            double factor = moments[1] / moments[2];
            double bias = means[0] - factor * means[1];
            double left = moments[0] - factor * moments[1];
            return new double[] {Math.sqrt(moments[0]), Math.abs(bias), Math.sqrt(left / networks)};
        }
    }
}
