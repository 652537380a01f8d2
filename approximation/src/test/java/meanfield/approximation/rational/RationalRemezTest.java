package meanfield.approximation.rational;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import meanfield.approximation.classical.PolynomialRemez;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.approximation.classical.StandardFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RationalRemezTest {
    private static Stream<JsonNode> published() {
        return Stream.concat(
                ReferenceCases.stream("classical", "rational_minimax"),
                ReferenceCases.stream("rational_minimax_ext", "rational_minimax"));
    }

    private static RationalMinimax best(StandardFunction function, int m, int n) {
        return RationalRemez.withDefaults().solve(function, m, n);
    }

    @ParameterizedTest
    @MethodSource("published")
    void reproducesPublishedErrors(JsonNode node) {
        String id = node.get("id").asText();
        JsonNode params = node.get("params");
        StandardFunction function = id.contains("sqrt")
                ? StandardFunction.SQRT
                : id.contains("halfline") ? StandardFunction.HALF_LINE_EXP : StandardFunction.EXP;
        int m = params.has("n")
                ? params.get("n").asInt()
                : params.get("type").get(0).asInt();
        int n = params.has("n") ? m : params.get("type").get(1).asInt();
        double expected = number(node.get("value").get("E"));
        double tolerance = number(node.get("tol").get("E_rel"));
        close(expected, best(function, m, n).orThrow().minimaxError(), tolerance, 0, id);
        if (function == StandardFunction.SQRT) {
            close(expected, best(StandardFunction.ABS, 2 * n, 2 * n).orThrow().minimaxError(), tolerance, 0, "abs");
        }
    }

    /** e^{π√N} E_N(|x|) → 8 with an expansion in 1/√N: polynomial extrapolation from N = 16 … 30. */
    @Test
    void stahlConstant() {
        int first = 8;
        int count = 8;
        double[] h = new double[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            double root = Math.sqrt(2.0 * (first + i));
            h[i] = 1 / root;
            value[i] =
                    best(StandardFunction.SQRT, first + i, first + i).orThrow().minimaxError()
                            * Math.exp(Math.PI * root);
        }
        for (int level = 1; level < count; level++) {
            for (int i = 0; i < count - level; i++) {
                value[i] = (h[i] * value[i + 1] - h[i + level] * value[i]) / (h[i] - h[i + level]);
            }
        }
        assertEquals(8, value[0], 0.05, "eight points amplify the rounding of E by 1e5");
    }

    /** The ratio of consecutive errors for e^x on the half-line tends to Halphen's constant 9.28902549. */
    @Test
    void halphenRatio() {
        double five = best(StandardFunction.HALF_LINE_EXP, 5, 5).orThrow().minimaxError();
        double six = best(StandardFunction.HALF_LINE_EXP, 6, 6).orThrow().minimaxError();
        double seven = best(StandardFunction.HALF_LINE_EXP, 7, 7).orThrow().minimaxError();
        assertEquals(9.28902549192, five / six, 0.03);
        assertEquals(9.28902549192, six / seven, 0.02);
    }

    /** m! n!/(2^{m+n} (m+n)! (m+n+1)!) for e^x. */
    @Test
    void meinardusAsymptotics() {
        for (int m = 2; m <= 5; m++) {
            double law = 1;
            for (int k = 1; k <= m; k++) {
                law *= k;
            }
            law *= law;
            for (int k = 1; k <= 2 * m; k++) {
                law /= 2.0 * k;
            }
            for (int k = 1; k <= 2 * m + 1; k++) {
                law /= k;
            }
            assertEquals(1, best(StandardFunction.EXP, m, m).orThrow().minimaxError() / law, 2e-3, "m = " + m);
        }
    }

    /** n = 0 is the polynomial problem, solved by other code. */
    @ParameterizedTest
    @EnumSource(StandardFunction.class)
    void polynomialsAreASpecialCase(StandardFunction function) {
        for (int m = 1; m <= 9; m += 4) {
            double polynomial =
                    PolynomialRemez.withDefaults().solve(function, m).orThrow().minimaxError();
            assertEquals(polynomial, best(function, m, 0).orThrow().minimaxError(), 1e-9 * polynomial, "degree " + m);
        }
    }

    /** Alternation, and the bound of the error on a fine grid. */
    @ParameterizedTest
    @EnumSource(
            value = StandardFunction.class,
            names = {"RUNGE", "POLE", "RELU", "SIN4"},
            mode = EnumSource.Mode.EXCLUDE)
    void errorsAlternate(StandardFunction function) {
        for (int[] type : new int[][] {{2, 2}, {3, 2}, {2, 4}, {5, 4}, {6, 6}}) {
            if (function == StandardFunction.EXP && type[0] == 6) {
                continue; // 1e-17, below the floor of the exchange
            }
            RationalMinimax best = best(function, type[0], type[1]);
            assertTrue(best.convergence().isConverged(), () -> function + " " + best);
            String what = function + " (" + type[0] + ", " + type[1] + ")";
            double error = best.minimaxError();
            double rounding = 1e-13 * Math.max(1, function.high());
            double[] x = best.reference();
            assertTrue(x.length >= type[0] + type[1] + 2 - 1, what);
            double sign = Math.signum(function.value(x[0]) - best.value(x[0]));
            for (int i = 0; i < x.length; i++) {
                double expected = (i % 2 == 0 ? sign : -sign) * error;
                assertEquals(expected, function.value(x[i]) - best.value(x[i]), 1e-6 * error + rounding, what);
            }
            for (int i = 0; i <= 1000; i++) {
                double at = function.low() + (function.high() - function.low()) * (i / 1000.0);
                assertTrue(Math.abs(function.value(at) - best.value(at)) <= error * (1 + 1e-6) + rounding, what);
            }
        }
    }

    /** |x| beyond the published table: consistent with Stahl's law to 5 digits in its ratio. */
    @Test
    void highTypesConverge() {
        double forty = best(StandardFunction.ABS, 40, 40).orThrow().minimaxError();
        assertEquals(1.5613288e-8, forty, 1e-14);
        RationalMinimax sixty = best(StandardFunction.ABS, 60, 60).orThrow();
        assertEquals(6.77, sixty.minimaxError() * Math.exp(Math.PI * Math.sqrt(60)), 0.2);
    }

    @Test
    void aFunctionOfTheTypeItselfIsSaidInWords() {
        RationalMinimax runge = best(StandardFunction.RUNGE, 2, 2);
        assertFalse(runge.convergence().isConverged());
        assertTrue(
                runge.convergence().detail().contains("rounding floor")
                        || runge.convergence().detail().contains("alternates at"),
                runge.toString());
        assertTrue(Double.isNaN(runge.minimaxError()));
        assertFalse(best(StandardFunction.POLE, 1, 1).convergence().isConverged());
    }

    @Test
    void anUnfinishedExchangeIsNoAnswer() {
        RationalMinimax early = new RationalRemez(1e-11, 1).solve(StandardFunction.EXP, 3, 3);
        assertFalse(early.convergence().isConverged());
        assertTrue(Double.isNaN(early.minimaxError()));
        RationalMinimax beyond = best(StandardFunction.ABS, 100, 100);
        assertTrue(beyond.convergence().detail().contains("on the way at type"), beyond.toString());
        String message = assertThrows(IllegalArgumentException.class, () -> best(StandardFunction.ABS, 101, 2))
                .getMessage();
        assertEquals("numeratorDegree must be in [0, 100], got 101", message);
    }
}
