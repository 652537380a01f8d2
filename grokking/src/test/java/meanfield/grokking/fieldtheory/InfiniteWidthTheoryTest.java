package meanfield.grokking.fieldtheory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.grokking.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfiniteWidthTheoryTest {
    private static FieldSolution solve(JsonNode j, int steps, int samples, FieldTerms terms, int seed) {
        return new InfiniteWidthTheory(
                        FiniteWidthTheoryTest.model(j), Math.sqrt(j.get("nu").doubleValue()), steps, samples, terms)
                .solve(RandomStream.of(seed), Workers.serial(), t -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"g2_infinite_width_alpha1", "g2_infinite_width_alpha0p1"})
    void referenceSolutions(String name) {
        JsonNode j = ReferenceFile.read(name).json();
        List<FieldSolution> runs = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            runs.add(solve(j, 40, 1200, FieldTerms.ALL, 60 + r));
        }
        int[] times = ReferenceFile.ints(j.get("steps"));
        for (int i = 0; i < times.length; i++) {
            int t = times[i];
            FiniteWidthTheoryTest.within(
                    runs.stream()
                            .mapToDouble(run -> run.trainLosses()[t] / run.trainLosses()[0] * 0.75)
                            .toArray(),
                    j.get("train_normalised").get(i).doubleValue(),
                    j.get("train_normalised_se").get(i).doubleValue(),
                    name + " train " + t);
            FiniteWidthTheoryTest.within(
                    runs.stream().mapToDouble(run -> run.testLosses()[t]).toArray(),
                    j.get("test").get(i).doubleValue(),
                    j.get("test_se").get(i).doubleValue(),
                    name + " test " + t);
            double a = j.get("overlap_gain_a").get(i).doubleValue();
            assertEquals(
                    a,
                    runs.stream()
                            .mapToDouble(run -> run.overlap(t) / 0.3)
                            .average()
                            .orElseThrow(),
                    0.01 * a,
                    name + " overlap " + t);
        }
    }

    @Test
    void withoutOutlierNoiseTheLateTrainingLossIsWrongByHalf() {
        for (String name : List.of("g2_infinite_width_alpha1", "g2_infinite_width_alpha0p1")) {
            JsonNode j = ReferenceFile.read(name).json();
            double whole = solve(j, 30, 1200, FieldTerms.ALL, 1).trainLosses()[30];
            double without = solve(j, 30, 1200, FieldTerms.NO_OUTLIER_NOISE, 1).trainLosses()[30];
            assertEquals(j.get("train_normalised").get(10).doubleValue(), whole, 0.1 * whole);
            assertTrue(without < 0.65 * whole && without > 0.25 * whole, name + ": " + without + " of " + whole);
        }
    }

    @Test
    void lazyLimitIsDescentWithTheInitialKernel() {
        // ε → 0 at α → ∞: kernel u/D alone. A linear model cannot learn ½ h*² - ½, only its noise: test = ¾ + |d|²
        FieldModel model = new FieldModel(500, 0.4, 4, 0.05);
        FieldSolution lazy = new InfiniteWidthTheory(model, 0, 25, 1500, FieldTerms.ALL)
                .solve(RandomStream.of(2), Workers.serial(), t -> {});
        FieldModel lazier = new FieldModel(5000, 0.4, 4, 0.05);
        FieldSolution limit = new InfiniteWidthTheory(lazier, 0, 25, 1500, FieldTerms.ALL)
                .solve(RandomStream.of(2), Workers.serial(), t -> {});
        for (int t = 0; t <= 25; t++) {
            assertEquals(limit.testLosses()[t], lazy.testLosses()[t], 0.01 * limit.testLosses()[t]);
            assertEquals(limit.trainLosses()[t], lazy.trainLosses()[t], 0.01 * limit.trainLosses()[t]);
        }
        assertEquals(0, limit.overlap(25), 0);
    }

    @Test
    void threadsDoNotChangeABit() {
        JsonNode j = ReferenceFile.read("g2_infinite_width_alpha1").json();
        InfiniteWidthTheory theory =
                new InfiniteWidthTheory(FiniteWidthTheoryTest.model(j), 0.3, 8, 600, FieldTerms.ALL);
        try (Workers workers = Workers.of(3)) {
            FieldSolution parallel = theory.solve(RandomStream.of(5), workers, t -> {});
            FieldSolution serial = theory.solve(RandomStream.of(5), Workers.serial(), t -> {});
            assertTrue(Arrays.equals(parallel.testLosses(), serial.testLosses()));
        }
    }
}
