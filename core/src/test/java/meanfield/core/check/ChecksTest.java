package meanfield.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairTile;
import meanfield.core.pairs.PlainPairs;
import meanfield.core.pairs.Precision;
import meanfield.core.random.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A sound library passes, and every way to be wrong is seen. */
class ChecksTest {
    private static final CheckPlan PLAN = new CheckPlan(true, 1);

    @Test
    void soundLinearAlgebraPasses() {
        List<CheckResult> results = check(LinearAlgebras.automatic());
        assertEquals(18, results.size());
        results.forEach(result -> assertTrue(result.passed(), result::toString));
        assertTrue(results.stream().allMatch(result -> result.cases() >= 16));
    }

    @Test
    void everyWrongProductIsSeen() {
        List<String> failures = check(wrongProducts()).stream()
                .filter(result -> !result.passed())
                .map(result -> result.subject().replaceFirst(", (random|ill-conditioned)$", ""))
                .distinct()
                .toList();
        assertEquals(List.of("A B", "A' B", "A B'", "X X'", "X X' is symmetric"), failures);
    }

    /** A library of which every matrix that it returns is off by 1e-9 in one entry. */
    private static LinearAlgebra wrongProducts() {
        LinearAlgebra sound = LinearAlgebras.ejml();
        return (LinearAlgebra) Proxy.newProxyInstance(
                ChecksTest.class.getClassLoader(), new Class<?>[] {LinearAlgebra.class}, (proxy, called, arguments) -> {
                    try {
                        Object result = called.invoke(sound, arguments);
                        if (result instanceof DMatrixRMaj matrix) {
                            matrix.data[matrix.data.length / 2] *= 1 + 1e-9;
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<CheckResult> check(LinearAlgebra candidate) {
        List<CheckResult> results = new ArrayList<>();
        new LinearAlgebraCheck(candidate, LinearAlgebras.ejml(), PLAN).run(results::add);
        return results;
    }

    @Test
    void theDefinitionOfKernelsPasses() {
        List<CheckResult> results = check(new PlainPairs());
        assertEquals(2 * PairPrograms.values().length, results.size());
        results.forEach(result -> assertTrue(result.passed(), result::toString));
    }

    @Test
    void aWrongMissingOrRepeatedEntryOfAKernelIsSeen() {
        PairEngine plain = new PlainPairs();
        PairEngine wrong =
                (problem, outputs, sink) -> plain.evaluate(problem, outputs, tile -> sink.accept(new Off(tile)));
        PairEngine missing = (problem, outputs, sink) -> plain.evaluate(problem, outputs, tile -> {
            if (tile.rowFrom() > 0 || tile.rows() < 5) {
                sink.accept(tile);
            }
        });
        PairEngine repeated = (problem, outputs, sink) -> plain.evaluate(problem, outputs, tile -> {
            sink.accept(tile);
            sink.accept(tile);
        });
        for (PairEngine engine : List.of(wrong, missing, repeated)) {
            check(engine).forEach(result -> assertFalse(result.passed(), result::toString));
        }
    }

    private static List<CheckResult> check(PairEngine engine) {
        List<CheckResult> results = new ArrayList<>();
        new PairCheck(engine, PLAN, Precision.DOUBLE).run(results::add);
        return results;
    }

    /** A tile of which the tangent kernel is a little off. */
    private record Off(PairTile tile) implements PairTile {
        @Override
        public int rowFrom() {
            return tile.rowFrom();
        }

        @Override
        public int rows() {
            return tile.rows();
        }

        @Override
        public int columnFrom() {
            return tile.columnFrom();
        }

        @Override
        public int columns() {
            return tile.columns();
        }

        @Override
        public void nngp(int row, int count, double[] out, int offset) {
            tile.nngp(row, count, out, offset);
        }

        @Override
        public void ntk(int row, int count, double[] out, int offset) {
            tile.ntk(row, count, out, offset);
            out[offset] += 1e-8 * (1 + Math.abs(out[offset]));
        }
    }

    @Test
    void aMissingNumberNeverPasses() {
        assertFalse(CheckResult.error("x", 1, Double.NaN, 1).passed());
        assertFalse(CheckResult.atLeast("x", Double.NaN, "", 1).passed());
        assertTrue(CheckResult.rate("x", Double.NaN, "s").passed());
        assertTrue(CheckResult.atMost("x", 1, "s", 1).passed());
    }

    @Test
    void allSizesAndTheEdgesAreInTheFullPlan() {
        CheckPlan full = new CheckPlan(false, 1);
        assertEquals(300, full.sizes().size());
        assertEquals(List.of(511, 512, 513, 1023, 1024, 1025, 2047, 2048, 2049), full.edges());
    }

    @Test
    void illConditionedInputsAreWhatTheySay() {
        DMatrixRMaj x = CheckInputs.ILL_CONDITIONED.matrix(60, 7, RandomStream.of(3));
        double[] norms = CheckInputs.rowNorms(x);
        assertEquals(0, norms[10]);
        assertEquals(norms[1], norms[2], 1e-7 * norms[1]);
        assertTrue(java.util.Arrays.stream(norms).max().orElse(0) > 1e3);
    }
}
