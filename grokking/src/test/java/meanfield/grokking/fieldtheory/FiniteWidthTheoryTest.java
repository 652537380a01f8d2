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
import org.junit.jupiter.params.provider.CsvSource;

class FiniteWidthTheoryTest {
    static FieldModel model(JsonNode j) {
        return new FieldModel(
                j.get("alpha").doubleValue(),
                j.get("epsilon").doubleValue(),
                j.get("delta").doubleValue(),
                j.get("eta_hat").doubleValue());
    }

    private static FiniteWidthTheory theory(JsonNode j, int steps, int samples, FieldTerms terms) {
        List<Double> overlaps =
                Arrays.stream(ReferenceFile.doubles(j.get("m0"))).boxed().toList();
        return new FiniteWidthTheory(model(j), overlaps, 1, steps, samples, terms);
    }

    /** |x - reference| ≤ 4 √(se² + se²) + 1 %, the tolerance of the reference files. */
    static void within(double[] values, double reference, double referenceError, String what) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        double error = Math.sqrt(referenceError * referenceError + variance / values.length);
        assertEquals(reference, mean, 4 * error + 0.01 * Math.abs(reference), what);
    }

    @ParameterizedTest
    @CsvSource({"g2_dmft_A_N2, 2000, 60", "g2_dmft_C_N1_phase_retrieval, 4000, 40", "g2_dmft_B_N4, 4000, 20"})
    void referenceSolutions(String name, int samples, int steps) {
        JsonNode j = ReferenceFile.read(name).json();
        List<FieldSolution> runs = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            for (int r = 0; r < 3; r++) {
                runs.add(theory(j, steps, samples, FieldTerms.ALL).solve(RandomStream.of(40 + r), workers, t -> {}));
            }
        }
        int[] times = ReferenceFile.ints(j.get("steps"));
        for (int i = 0; i < times.length && times[i] <= steps; i++) {
            int t = times[i];
            within(
                    runs.stream().mapToDouble(run -> run.trainLosses()[t]).toArray(),
                    j.get("train").get(i).doubleValue(),
                    j.get("train_se").get(i).doubleValue(),
                    name + " train " + t);
            within(
                    runs.stream().mapToDouble(run -> run.testLosses()[t]).toArray(),
                    j.get("test").get(i).doubleValue(),
                    j.get("test_se").get(i).doubleValue(),
                    name + " test " + t);
            double m = j.get("m").get(i).get(0).doubleValue();
            assertEquals(
                    m,
                    runs.stream()
                            .mapToDouble(run -> run.overlaps()[t][0])
                            .average()
                            .orElseThrow(),
                    0.03 * Math.abs(m),
                    name + " overlap " + t);
        }
    }

    @Test
    void withoutResponsesItIsAnotherAndWrongCurve() {
        JsonNode j = ReferenceFile.read("g2_dmft_A_N2").json();
        JsonNode ablation = j.get("no_response_ablation");
        FieldSolution run =
                theory(j, 10, 1000, FieldTerms.NO_RESPONSES).solve(RandomStream.of(3), Workers.serial(), t -> {});
        assertEquals(ablation.get("train").get(3).doubleValue(), run.trainLosses()[5], 0.03);
        assertTrue(run.trainLosses()[5] > 1.5 * j.get("train").get(3).doubleValue());
    }

    @Test
    void firstStepIsExact() {
        // m(1) - m(0) = c δ <Δ (1 + ε h) h*> = c δ ½ ε m <h*⁴> with Δ(0) = ½ h*²
        FieldModel model = new FieldModel(0.7, 0.6, 3, 0.02);
        FieldSolution run = new FiniteWidthTheory(model, List.of(0.5, -0.2), 1.3, 1, 4000, FieldTerms.ALL)
                .solve(RandomStream.of(1), Workers.serial(), t -> {});
        double expected = 2 * 0.02 / 0.7 * 0.5 * 0.6 * 3;
        assertEquals(0.5 * expected, run.overlaps()[1][0] - 0.5, 0.05 * expected);
        assertEquals(-0.2 * expected, run.overlaps()[1][1] + 0.2, 0.05 * expected);
        assertEquals(0.75, run.testLosses()[0], 1e-12);
    }

    @Test
    void threadsDoNotChangeABit() {
        JsonNode j = ReferenceFile.read("g2_dmft_A_N2").json();
        FiniteWidthTheory theory = theory(j, 6, 1000, FieldTerms.ALL);
        try (Workers workers = Workers.of(3)) {
            FieldSolution parallel = theory.solve(RandomStream.of(5), workers, t -> {});
            FieldSolution serial = theory.solve(RandomStream.of(5), Workers.serial(), t -> {});
            assertTrue(Arrays.equals(parallel.testLosses(), serial.testLosses()));
            assertTrue(Arrays.equals(parallel.trainLosses(), serial.trainLosses()));
        }
    }

    @Test
    void divergenceIsAVerdict() {
        FieldSolution run = new FiniteWidthTheory(
                        new FieldModel(0.1, 1, 4, 3), List.of(0.4), 1, 30, 500, FieldTerms.ALL)
                .solve(RandomStream.of(1), Workers.serial(), t -> {});
        assertTrue(!run.convergence().isConverged());
        assertTrue(run.convergence().detail().contains("step"), run.convergence()::detail);
    }
}
