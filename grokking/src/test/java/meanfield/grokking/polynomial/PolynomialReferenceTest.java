package meanfield.grokking.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import meanfield.grokking.ReferenceFile;
import meanfield.grokking.gap.GrokkingGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that an independent implementation made of the same seeds. */
class PolynomialReferenceTest {
    private static final double EXACT = 1e-9;
    private static final double CURVES = 1e-6;

    private static PolynomialTraining training(JsonNode j, double alpha, int steps) {
        double epsilon = j.get("epsilon").doubleValue();
        return PolynomialTraining.of(
                new QuadraticNetwork(alpha, epsilon), j.get("eta0").doubleValue(), steps);
    }

    private static PolynomialData data(JsonNode j, int seed) {
        return PolynomialData.portable(j.get("D").intValue(), j.get("P").intValue(), seed);
    }

    private static double[] weights(JsonNode j, int seed) {
        return WeightMoments.portableWeights(j.get("N").intValue(), j.get("D").intValue(), seed + 2);
    }

    private static void close(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.max(1e-9, Math.abs(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g1_exact_small_D6", "g1_exact_small_D10"})
    void smallRuns(String name) {
        JsonNode j = ReferenceFile.read(name).json();
        int seed = j.get("seed").intValue();
        PolynomialTraining training = training(j, j.get("alpha").doubleValue(), 200);
        PolynomialData data = data(j, seed);
        double[] weights = weights(j, seed);
        assertEquals(j.get("X00").doubleValue(), data.inputs()[0], 1e-15);
        assertEquals(j.get("W00").doubleValue(), weights[0], 1e-15);
        assertEquals(j.get("beta0").doubleValue(), data.target()[0], 1e-14);
        PolynomialRun byWeights = training.runWeights(data, weights, EpochObserver.none());
        PolynomialRun byMoments =
                training.run(data, WeightMoments.ofWeights(weights, data.inputDimension()), EpochObserver.none());
        PolynomialRun infinite =
                training.run(data, WeightMoments.infinite(data.inputDimension()), EpochObserver.none());
        int[] steps = ReferenceFile.ints(j.get("steps"));
        for (int i = 0; i < steps.length; i++) {
            Epoch epoch = byWeights.epochs().get(steps[i]);
            close(j.get("train").get(i).doubleValue(), epoch.trainLoss(), EXACT);
            close(j.get("test").get(i).doubleValue(), epoch.testLoss().total(), EXACT);
            JsonNode parts = j.get("test_parts").get(i);
            close(parts.get(0).doubleValue(), epoch.testLoss().variance(), EXACT);
            close(parts.get(1).doubleValue(), epoch.testLoss().misalignment(), EXACT);
            close(parts.get(2).doubleValue(), epoch.testLoss().linear(), EXACT);
            Epoch other = byMoments.epochs().get(steps[i]);
            close(epoch.trainLoss(), other.trainLoss(), 1e-11);
            close(epoch.testLoss().total(), other.testLoss().total(), 1e-11);
            close(epoch.kernelDistance(), other.kernelDistance(), 1e-11);
            JsonNode wide = j.get("infinite_width");
            Epoch limit = infinite.epochs().get(steps[i]);
            close(wide.get("train").get(i).doubleValue(), limit.trainLoss(), EXACT);
            close(wide.get("test").get(i).doubleValue(), limit.testLoss().total(), EXACT);
        }
    }

    @ParameterizedTest
    @CsvSource({"g1_grokking_lazy, 1", "g1_grokking_rich, 5", "g1_grokking_intermediate_P240, 1"})
    void curvesAndCrossings(String name, int runs) {
        JsonNode j = ReferenceFile.read(name).json();
        PolynomialTraining training =
                training(j, j.get("alpha").doubleValue(), j.get("steps").intValue());
        int[] epochs = ReferenceFile.ints(j.get("epochs"));
        for (int r = 0; r < runs; r++) {
            JsonNode run = j.get("runs").get(r);
            int seed = run.get("seed").intValue();
            PolynomialRun result = training.run(data(j, seed), weights(j, seed), EpochObserver.none());
            for (int i = 0; i < epochs.length && run.has("train"); i++) {
                Epoch epoch = result.epochs().get(epochs[i]);
                close(run.get("train").get(i).doubleValue(), epoch.trainLoss(), CURVES);
                close(run.get("test").get(i).doubleValue(), epoch.testLoss().total(), CURVES);
                assertEquals(run.get("align").get(i).doubleValue(), epoch.featureAlignment(), CURVES);
            }
            for (Map.Entry<String, JsonNode> level : run.get("t_train").properties()) {
                GrokkingGap gap = result.gap(Double.parseDouble(level.getKey()));
                assertCrossing(level.getValue(), gap.trainCrossing());
                assertCrossing(run.get("t_test").get(level.getKey()), gap.testCrossing());
            }
            close(
                    run.get("test_max").doubleValue(),
                    result.gap(0.1).memorizationExcess() * result.testLosses()[0],
                    CURVES);
        }
    }

    private static void assertCrossing(JsonNode expected, int actual) {
        if (expected.isNull()) {
            assertEquals(-1, actual);
        } else {
            assertEquals(expected.intValue(), actual, 1);
        }
    }

    @Test
    void phaseSweep() {
        JsonNode j = ReferenceFile.read("g1_phase_sweep").json();
        for (int r = 0; r < j.get("rows").size(); r += 5) {
            JsonNode row = j.get("rows").get(r);
            int dimension = j.get("D").intValue();
            PolynomialData data =
                    PolynomialData.portable(dimension, row.get("P").intValue(), 11);
            double[] weights = WeightMoments.portableWeights(j.get("N").intValue(), dimension, 13);
            QuadraticNetwork network = new QuadraticNetwork(
                    row.get("alpha").doubleValue(), j.get("epsilon").doubleValue());
            PolynomialRun run = PolynomialTraining.of(
                            network,
                            row.get("eta0").doubleValue(),
                            row.get("steps").intValue())
                    .run(data, weights, EpochObserver.none());
            GrokkingGap gap = run.gap(0.1);
            assertCrossing(row.get("t_train"), gap.trainCrossing());
            assertCrossing(row.get("t_test"), gap.testCrossing());
            assertEquals(row.get("gap_decades").doubleValue(), gap.gap(), 1e-2);
            close(row.get("test_max").doubleValue(), gap.memorizationExcess() * run.testLosses()[0], CURVES);
            close(
                    row.get("train_final").doubleValue(),
                    run.trainLosses()[run.epochs().size() - 1],
                    CURVES);
        }
    }

    @Test
    void lazyLimit() {
        JsonNode j = ReferenceFile.read("g1_lazy_limit").json();
        int seed = j.get("seed").intValue();
        PolynomialData data = data(j, seed);
        double[] weights = weights(j, seed);
        JsonNode gaps = j.get("max_train_loss_gap_to_initial_ntk_gd");
        double previous = Double.NaN;
        for (double alpha : new double[] {10, 100, 1000}) {
            PolynomialTraining training = training(j, alpha, j.get("steps").intValue());
            double[] lazy =
                    LazyDescent.trainLosses(training, data, WeightMoments.ofWeights(weights, data.inputDimension()));
            double[] losses = training.run(data, weights, EpochObserver.none()).trainLosses();
            double largest = 0;
            for (int t = 0; t < lazy.length; t++) {
                largest = Math.max(largest, Math.abs(lazy[t] - losses[t]));
            }
            close(gaps.get(alpha + "").doubleValue(), largest, CURVES);
            assertTrue(Double.isNaN(previous) || previous / largest > 7 && previous / largest < 13);
            previous = largest;
        }
    }

    @Test
    void populationLossAgainstSamples() {
        JsonNode j = ReferenceFile.read("g1_exact_small_D10").json();
        JsonNode check = ReferenceFile.read("g1_population_loss_check").json();
        PolynomialRun run = training(j, 0.2, 40).run(data(j, 201), weights(j, 201), EpochObserver.none());
        double closed = run.epochs().get(40).testLoss().total();
        close(check.get("closed_form").doubleValue(), closed, EXACT);
        assertEquals(
                check.get("monte_carlo").doubleValue(),
                closed,
                3 * check.get("monte_carlo_se").doubleValue());
    }
}
