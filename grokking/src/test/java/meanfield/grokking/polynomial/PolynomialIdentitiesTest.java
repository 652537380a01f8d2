package meanfield.grokking.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import meanfield.core.network.OutputCentering;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

class PolynomialIdentitiesTest {
    private static final double ROUNDING = 1e-10;
    private static final QuadraticNetwork NETWORK = new QuadraticNetwork(0.7, 0.35);
    private static final PolynomialTraining TRAINING = PolynomialTraining.of(NETWORK, 0.6, 60);

    private static PolynomialData data() {
        return PolynomialData.draw(9, 31, RandomStream.of(3));
    }

    private static double[] weights(int width) {
        return WeightMoments.drawWeights(width, 9, RandomStream.of(4));
    }

    @Test
    void momentsFollowEveryWidth() {
        for (int width : new int[] {1, 2, 13}) {
            PolynomialRun byWeights = TRAINING.runWeights(data(), weights(width), EpochObserver.none());
            PolynomialRun byMoments =
                    TRAINING.run(data(), WeightMoments.ofWeights(weights(width), 9), EpochObserver.none());
            for (int t = 0; t <= 60; t++) {
                Epoch a = byWeights.epochs().get(t);
                Epoch b = byMoments.epochs().get(t);
                assertEquals(a.trainLoss(), b.trainLoss(), ROUNDING);
                assertEquals(a.testLoss().total(), b.testLoss().total(), ROUNDING);
                assertEquals(a.targetAlignment(), b.targetAlignment(), ROUNDING);
            }
        }
    }

    @Test
    void uncentredMomentsFollowToo() {
        PolynomialTraining uncentred = TRAINING.withCentering(OutputCentering.NONE);
        PolynomialRun byWeights = uncentred.runWeights(data(), weights(5), EpochObserver.none());
        PolynomialRun byMoments = uncentred.run(data(), WeightMoments.ofWeights(weights(5), 9), EpochObserver.none());
        Epoch a = byWeights.epochs().get(60);
        Epoch b = byMoments.epochs().get(60);
        assertEquals(a.trainLoss(), b.trainLoss(), ROUNDING);
        assertEquals(a.testLoss().linear(), b.testLoss().linear(), ROUNDING);
        double centred = TRAINING.runWeights(data(), weights(5), EpochObserver.none())
                .epochs()
                .get(60)
                .trainLoss();
        assertTrue(Math.abs(centred - a.trainLoss()) > 1e-4, "centring changes the run");
        assertEquals(0, a.kernelDistance() - b.kernelDistance(), ROUNDING);
        assertEquals(0, byWeights.epochs().get(0).kernelDistance(), 0);
    }

    @Test
    void rotationsChangeNothing() {
        DMatrixRMaj rotation = RandomMatrices_DDRM.orthogonal(9, 9, new java.util.Random(5));
        DMatrixRMaj w = DMatrixRMaj.wrap(6, 9, weights(6));
        DMatrixRMaj turned = new DMatrixRMaj(6, 9);
        CommonOps_DDRM.multTransB(w, rotation, turned);
        PolynomialRun plain = TRAINING.runWeights(data(), weights(6), EpochObserver.none());
        PolynomialRun rotated = TRAINING.runWeights(data().rotated(rotation.data), turned.data, EpochObserver.none());
        Epoch a = plain.epochs().get(60);
        Epoch b = rotated.epochs().get(60);
        assertEquals(a.trainLoss(), b.trainLoss(), ROUNDING);
        assertEquals(a.testLoss().misalignment(), b.testLoss().misalignment(), ROUNDING);
        assertEquals(a.kernelDistance(), b.kernelDistance(), ROUNDING);
        assertEquals(a.targetAlignment(), b.targetAlignment(), ROUNDING);
    }

    @Test
    void scaledWeightsAreAnotherAlphaAndEpsilon() {
        // Raw gradient descent on φ with W(0) = s W, written out, against the rescaled network from W.
        double s = 1.7;
        PolynomialData data = data();
        double[] w = weights(4);
        for (int i = 0; i < w.length; i++) {
            w[i] *= s;
        }
        PolynomialRun scaled = TRAINING.runWeights(data, w, EpochObserver.none());
        PolynomialTraining equivalent = PolynomialTraining.of(NETWORK.withInitialScale(s), 0.6, 60);
        PolynomialRun unit = equivalent.runWeights(data, weights(4), EpochObserver.none());
        for (int t = 0; t <= 60; t += 20) {
            assertEquals(
                    scaled.epochs().get(t).trainLoss(), unit.epochs().get(t).trainLoss(), ROUNDING);
            assertEquals(
                    scaled.epochs().get(t).testLoss().total(),
                    unit.epochs().get(t).testLoss().total(),
                    ROUNDING);
        }
    }

    @Test
    void centredCovarianceKeepsItsRank() {
        // Two neurons: C = M - w̄ w̄ᵀ has rank one, before and after.
        PolynomialRun run = TRAINING.run(data(), WeightMoments.ofWeights(weights(2), 9), EpochObserver.none());
        WeightMoments m = run.moments();
        DMatrixRMaj c = DMatrixRMaj.wrap(9, 9, m.second().clone());
        for (int a = 0; a < 9; a++) {
            for (int b = 0; b < 9; b++) {
                c.add(a, b, -m.mean()[a] * m.mean()[b]);
            }
        }
        double trace = CommonOps_DDRM.trace(c);
        double squares = 0;
        for (double value : c.data) {
            squares += value * value;
        }
        assertEquals(trace * trace, squares, ROUNDING * trace * trace);
    }

    @Test
    void kernelIsTheProductOfGradients() {
        PolynomialData data = data();
        double[] w = weights(3);
        double alpha = NETWORK.alpha();
        DMatrixRMaj gram =
                QuadraticKernel.of(NETWORK, WeightMoments.ofWeights(w, 9)).gram(data);
        for (int m = 0; m < 5; m++) {
            for (int n = 0; n < 5; n++) {
                double product = 0;
                for (int i = 0; i < 3; i++) {
                    double left = 0;
                    double right = 0;
                    double u = 0;
                    for (int a = 0; a < 9; a++) {
                        left += w[i * 9 + a] * data.inputs()[m * 9 + a];
                        right += w[i * 9 + a] * data.inputs()[n * 9 + a];
                        u += data.inputs()[m * 9 + a] * data.inputs()[n * 9 + a];
                    }
                    // ∂f/∂w_i = (α/N)(1 + ε h_i) x
                    product += alpha * alpha / 9 * (1 + 0.35 * left) * (1 + 0.35 * right) * u;
                }
                assertEquals(3 / (alpha * alpha) * product, gram.get(m, n), ROUNDING);
            }
        }
    }

    @Test
    void closedFormsOverAllInputs() {
        // 1500 inputs, pairs of distinct ones; standard errors from ten blocks of 150.
        WeightMoments start = WeightMoments.ofWeights(weights(5), 9);
        PolynomialRun run = TRAINING.run(data(), start, EpochObserver.none());
        QuadraticKernel kernel = QuadraticKernel.of(NETWORK, run.moments());
        QuadraticKernel initial = QuadraticKernel.of(NETWORK, start);
        int blocks = 10;
        double[] square = new double[blocks];
        double[] change = new double[blocks];
        double[] aligned = new double[blocks];
        double[] centredSquare = new double[blocks];
        double[] target = data().target();
        for (int block = 0; block < blocks; block++) {
            PolynomialData inputs = PolynomialData.draw(9, 300, RandomStream.of(100 + block));
            DMatrixRMaj now = kernel.gram(inputs);
            DMatrixRMaj before = initial.gram(inputs);
            double[] y = labels(inputs, target);
            square[block] = offDiagonal(now, null, null);
            change[block] = offDiagonal(now, before, null);
            aligned[block] = offDiagonal(now, null, y);
            centredSquare[block] = centred(now);
        }
        within(square, kernel.meanSquare());
        within(change, Math.pow(kernel.distance(initial), 2) * initial.meanSquare());
        double epsilon = 0.35;
        double expected = epsilon * epsilon * 9 * run.moments().form(target) / Math.pow(9, 4);
        within(aligned, expected);
        // E K_c² from the alignment itself
        double norm = expected / (kernel.targetAlignment(target) * 0.5);
        assertEquals(norm * norm, mean(centredSquare), 0.1 * norm * norm);
    }

    private static double[] labels(PolynomialData inputs, double[] target) {
        double[] y = new double[inputs.size()];
        for (int m = 0; m < y.length; m++) {
            double field = 0;
            for (int a = 0; a < 9; a++) {
                field += target[a] * inputs.inputs()[m * 9 + a];
            }
            y[m] = 0.5 * field * field - 0.5;
        }
        return y;
    }

    private static double offDiagonal(DMatrixRMaj kernel, DMatrixRMaj minus, double[] labels) {
        double sum = 0;
        int n = kernel.numRows;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double value = kernel.get(i, j) - (minus == null ? 0 : minus.get(i, j));
                sum += i == j ? 0 : labels == null ? value * value : labels[i] * value * labels[j];
            }
        }
        return sum / n / (n - 1);
    }

    private static double centred(DMatrixRMaj kernel) {
        int n = kernel.numRows;
        double[] rows = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i] += i == j ? 0 : kernel.get(i, j) / (n - 1);
            }
            all += rows[i] / n;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += i == j ? 0 : Math.pow(kernel.get(i, j) - rows[i] - rows[j] + all, 2);
            }
        }
        return sum / n / (n - 1);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void within(double[] values, double expected) {
        double mean = mean(values);
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        assertEquals(expected, mean, 4.5 * Math.sqrt(variance / values.length));
    }

    @Test
    void smallStepsDescend() {
        PolynomialRun run = PolynomialTraining.of(new QuadraticNetwork(0.3, 0.5), 0.05, 200)
                .run(data(), WeightMoments.infinite(9), EpochObserver.none());
        double[] losses = run.trainLosses();
        for (int t = 1; t < losses.length; t++) {
            assertTrue(losses[t] <= losses[t - 1]);
        }
        assertEquals(0.75, run.epochs().get(0).testLoss().total(), 1e-12);
        assertEquals(0.25, run.epochs().get(0).testLoss().variance(), 1e-12);
    }

    @Test
    void largeStepsDivergeInWords() {
        PolynomialRun run =
                PolynomialTraining.of(NETWORK, 1000, 500).run(data(), WeightMoments.infinite(9), EpochObserver.none());
        assertFalse(run.convergence().isConverged());
        assertTrue(run.convergence().detail().contains("learning rate 1000"), run.convergence()::detail);
        assertTrue(run.epochs().stream().allMatch(e -> Double.isFinite(e.trainLoss())));
    }

    @Test
    void stableRateIsStable() {
        for (double alpha : new double[] {0.2, 1, 30}) {
            QuadraticNetwork network = new QuadraticNetwork(alpha, 0.2);
            PolynomialData data = PolynomialData.portable(15, 90, 5);
            double rate = StableRate.of(network, data);
            PolynomialRun run = PolynomialTraining.of(network, rate, 300)
                    .run(data, WeightMoments.infinite(15), EpochObserver.none());
            assertTrue(run.convergence().isConverged());
            assertTrue(run.trainLosses()[300] < 0.2 * run.trainLosses()[0], "alpha " + alpha);
        }
    }

    @Test
    void mistakesAreNamed() {
        IllegalArgumentException empty = assertThrows(
                IllegalArgumentException.class,
                () -> TRAINING.run(PolynomialData.portable(4, 0, 1), WeightMoments.infinite(4), EpochObserver.none()));
        assertEquals("trainSize must be >= 1, got 0", empty.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> TRAINING.run(data(), WeightMoments.infinite(4), EpochObserver.none()));
        assertThrows(IllegalArgumentException.class, () -> new QuadraticNetwork(0, 1));
    }
}
