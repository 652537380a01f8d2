package meanfield.grokking.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.linalg.PowerIteration;
import meanfield.core.random.PortableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The layerwise algorithm against a network with all its neurons, and against its own limits. */
class LayerwiseDescentTest {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.ejml();

    private static DMatrixRMaj normals(int rows, int columns, long seed) {
        return DMatrixRMaj.wrap(rows, columns, PortableRandom.gaussians(seed, rows * columns));
    }

    @Test
    void trainingOfTheMiddleLayerIsOneRegression() {
        int neurons = 4;
        int features = 6;
        int steps = 25;
        DMatrixRMaj inputs = normals(20, 3, 1);
        double[] labels = HierarchicalTarget.portable(3, 2).values(inputs);
        DMatrixRMaj phi = QuadraticFeatures.RandomLayer.portable(features, 3, 4).of(inputs, ALGEBRA);
        Regression regression = Regression.of(phi, labels, 0, ALGEBRA);
        double ridge = 0.05;
        double rate = 1 / (1.1 * PowerIteration.largestEigenvalue(regression.gram(), 60) + ridge);
        double[][] w = new double[neurons][features];
        for (int t = 0; t < steps; t++) {
            w = step(w, phi, labels, rate, ridge);
        }
        double[] found = regression.descend(ridge, steps).data;
        for (int i = 0; i < neurons; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            double[] expected = found.clone();
            for (int j = 0; j < features; j++) {
                expected[j] *= sign;
            }
            assertArrayEquals(expected, w[i], 1e-12, "neuron " + i);
        }
    }

    /** Gradient descent on f = (1/N) Σ a_i max(0, w_i·φ + 50), neuron by neuron, at a rate of N times that of f. */
    private static double[][] step(double[][] w, DMatrixRMaj phi, double[] labels, double rate, double ridge) {
        int n = labels.length;
        double[][] next = new double[w.length][w[0].length];
        double[][] on = new double[w.length][n];
        double[] outputs = new double[n];
        for (int i = 0; i < w.length; i++) {
            for (int m = 0; m < n; m++) {
                double z = 50;
                for (int j = 0; j < w[i].length; j++) {
                    z += w[i][j] * phi.get(m, j);
                }
                on[i][m] = z > 0 ? 1 : 0;
                outputs[m] += (i % 2 == 0 ? 1 : -1) * Math.max(0, z) / w.length;
            }
        }
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                double gradient = 0;
                for (int m = 0; m < n; m++) {
                    gradient += (outputs[m] - labels[m]) * (i % 2 == 0 ? 1 : -1) * on[i][m] * phi.get(m, j) / n;
                }
                next[i][j] = w[i][j] - rate * (gradient + ridge * w[i][j]);
            }
        }
        return next;
    }

    @Test
    void manyStepsReachTheSolution() {
        DMatrixRMaj inputs = normals(60, 4, 7);
        double[] labels = HierarchicalTarget.portable(4, 8).values(inputs);
        DMatrixRMaj phi = QuadraticFeatures.RandomLayer.portable(12, 4, 9).of(inputs, ALGEBRA);
        Regression regression = Regression.of(phi, labels, Regression.mean(labels), ALGEBRA);
        double[] solved = regression.solve(0.01, ALGEBRA).data;
        assertArrayEquals(solved, regression.descend(0.01, 20_000).data, 1e-10);
    }

    @Test
    void oneStepFindsTheStrongestFormAndManyFindTheFeature() {
        int d = 16;
        HierarchicalTarget target = HierarchicalTarget.portable(d, 916);
        DMatrixRMaj test = normals(2000, d, 926);
        ThreeLayerLearner.Samples samples = new ThreeLayerLearner.Samples(normals(1500, d, 936), normals(1500, d, 946));
        double[] squares = new double[2000];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < d; j++) {
                squares[i] += test.get(i, j) * test.get(i, j);
            }
        }
        ThreeLayerLearner one = learner(target, samples, 1);
        ThreeLayerLearner many = learner(target, samples, 300);
        double radial = Math.abs(Regression.correlation(one.feature(test, ALGEBRA), squares));
        assertTrue(radial > 0.6, "one step: |x|² has correlation " + radial);
        assertTrue(one.overlap(target, test, ALGEBRA) < 0.75, "one step: " + one.overlap(target, test, ALGEBRA));
        double overlap = many.overlap(target, test, ALGEBRA);
        assertTrue(overlap > 0.85, "many steps: " + overlap);
        ThreeLayerLearner solved =
                ThreeLayerLearner.train(target, samples, new LayerwiseTraining.Solved(64), 916, ALGEBRA);
        assertEquals(solved.overlap(target, test, ALGEBRA), overlap, 0.05);
        assertTrue(many.error(target, test, ALGEBRA) < 0.5 * one.error(target, test, ALGEBRA));
    }

    private static ThreeLayerLearner learner(HierarchicalTarget target, ThreeLayerLearner.Samples samples, int steps) {
        LayerwiseTraining training = new LayerwiseTraining.Descended(64, 16 * 17, steps, 3000);
        return ThreeLayerLearner.train(target, samples, training, 916, ALGEBRA);
    }
}
