package meanfield.approximation.rational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.approximation.classical.StandardFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levelled errors against the exchange, two algorithms that share no step. */
class BrasilAlgorithmTest {
    /** E of the exchange lies within the error estimate, and the functions are the same. */
    @ParameterizedTest
    @CsvSource({
        "EXP, 1",
        "EXP, 3",
        "EXP, 5",
        "SQRT, 1",
        "SQRT, 4",
        "SQRT, 9",
        "ABS, 6",
        "ABS, 16",
        "RELU, 4",
        "SILU, 4",
        "HALF_LINE_EXP, 2",
        "HALF_LINE_EXP, 6",
        "ABS_CUBED, 8"
    })
    void agreesWithTheExchange(StandardFunction function, int n) {
        RationalMinimax levelled =
                BrasilAlgorithm.withDefaults().solve(function, n).orThrow();
        RationalMinimax exchanged =
                RationalRemez.withDefaults().solve(function, n, n).orThrow();
        double level = levelled.minimaxError();
        assertEquals(
                exchanged.minimaxError(), level, 1.01 * levelled.convergence().errorEstimate());
        double[] x = levelled.reference();
        for (int i = 0; i < x.length; i++) {
            double error = function.value(x[i]) - levelled.value(x[i]);
            assertEquals(level, Math.abs(error), 1e-5 * level + 3e-15, "at " + x[i]);
            double before = i == 0 ? -error : function.value(x[i - 1]) - levelled.value(x[i - 1]);
            assertTrue(error * before < 0, "alternates at " + x[i]);
            assertEquals(exchanged.value(x[i]), levelled.value(x[i]), 1e-3 * level + 3e-15);
        }
    }

    /** From Chebyshev nodes GELU leads to errors that are level but touch zero at a node: that is no best function. */
    @Test
    void levelIsNotEnough() {
        RationalMinimax found = BrasilAlgorithm.withDefaults().solve(StandardFunction.GELU, 4);
        double best = RationalRemez.withDefaults()
                .solve(StandardFunction.GELU, 4, 4)
                .orThrow()
                .minimaxError();
        assertEquals(best, found.orThrow().minimaxError(), 1e-5 * best, "equispaced nodes lead further");
    }

    @Test
    void functionsOfTheTypeAndRoundingAreRefused() {
        RationalMinimax pole = BrasilAlgorithm.withDefaults().solve(StandardFunction.POLE, 1);
        assertFalse(pole.convergence().isConverged());
        assertTrue(Double.isNaN(pole.minimaxError()));
        RationalMinimax few = new BrasilAlgorithm(1e-9, 2).solve(StandardFunction.SQRT, 6);
        assertTrue(few.convergence().detail().contains("not level"), few.toString());
        assertThrows(IllegalArgumentException.class, () -> BrasilAlgorithm.withDefaults()
                .solve(StandardFunction.EXP, 0));
    }
}
