package meanfield.approximation.classical;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meanfield.core.NonConvergenceException;
import meanfield.core.special.DoubleDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolynomialRemezTest {
    /** β of E_n(|x|) ~ β/n, [Varga1985]. */
    private static final double BERNSTEIN = 0.28016949902386913303643649;

    private static Stream<JsonNode> published() {
        return ReferenceCases.stream("classical", "polynomial_minimax");
    }

    @ParameterizedTest
    @MethodSource("published")
    void reproducesPublishedErrors(JsonNode node) {
        int degree = node.get("params").get("degree").asInt();
        RealFunction function = function(node.get("id").asText(), degree);
        MinimaxPolynomial best =
                PolynomialRemez.withDefaults().solve(function, degree).orThrow();
        JsonNode value = node.get("value");
        JsonNode tolerance = node.get("tol");
        String id = node.get("id").asText();
        assertEquals(node.get("params").get("solved_at_degree").asInt(), best.solvedDegree(), id);
        close(number(value.get("E")), best.minimaxError(), number(tolerance.get("E_rel")), 0, id);
        double[] reference = numbers(value.get("reference_points"));
        assertEquals(reference.length, best.reference().length);
        for (int i = 0; i < reference.length; i++) {
            assertEquals(reference[i], best.reference()[i], number(tolerance.get("reference_abs")), id);
        }
        double[] coefficients = numbers(value.get("chebyshev_coefficients"));
        double[] ours = best.series().coefficients();
        for (int i = 0; i < coefficients.length; i++) {
            assertEquals(coefficients[i], ours[i], number(tolerance.get("coeff_abs")), id + " c" + i);
        }
    }

    private static RealFunction function(String id, int degree) {
        String name = id.split("-")[1];
        return name.equals("power") ? new Power(degree + 1) : StandardFunction.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** x^k on [-1, 1]. */
    private record Power(int k) implements RealFunction {
        @Override
        public double value(double x) {
            return Math.pow(x, k);
        }

        @Override
        public double low() {
            return -1;
        }

        @Override
        public double high() {
            return 1;
        }
    }

    /** 1/x on [a, 1], with extended values. */
    private record Reciprocal(double a) implements RealFunction {
        @Override
        public double value(double x) {
            return 1 / x;
        }

        @Override
        public double low() {
            return a;
        }

        @Override
        public double high() {
            return 1;
        }

        @Override
        public Optional<DoubleDouble> extended(DoubleDouble x) {
            return Optional.of(DoubleDouble.of(1).dividedBy(x));
        }
    }

    /** Chebyshev's problem: x^{n+1} by degree n leaves 2^{-n}. */
    @Test
    void monomialsLeaveAPowerOfTwo() {
        for (int n = 1; n <= 20; n++) {
            double error = PolynomialRemez.withDefaults()
                    .solve(new Power(n + 1), n)
                    .orThrow()
                    .minimaxError();
            assertEquals(Math.pow(2, -n), error, 1e-15);
        }
    }

    /** The closed form for 1/x, to 1e-11 although the error falls to 1e-15. */
    @Test
    void reciprocalHasAClosedForm() {
        for (double a : new double[] {0.05, 0.3, 0.5}) {
            double c = (1 + a) / (1 - a);
            double root = Math.sqrt(c * c - 1);
            for (int n : new int[] {1, 4, 9, 20}) {
                double exact = 2 / (1 - a) * Math.pow(c - root, n) / (c * c - 1);
                double error = PolynomialRemez.withDefaults()
                        .solve(new Reciprocal(a), n)
                        .orThrow()
                        .minimaxError();
                assertEquals(exact, error, 1e-11 * exact, "a = " + a + ", n = " + n);
            }
        }
    }

    /** n E_n(|x|) has an expansion in 1/n²: Richardson's extrapolation from three degrees, as published, and from high ones. */
    @Test
    void bernsteinConstant() {
        JsonNode constant = ReferenceCases.of("classical", "constant").get(0);
        assertEquals(number(constant.get("value").get("richardson_from_degrees_10_20_40")), richardson(10), 1e-11);
        assertEquals(BERNSTEIN, richardson(10), 1e-6 * BERNSTEIN);
        assertEquals(BERNSTEIN, richardson(50), 2e-11, "degrees 50, 100 and 200");
    }

    private static double richardson(int n) {
        double a = n * abs(n);
        double b = 2 * n * abs(2 * n);
        double c = 4 * n * abs(4 * n);
        double ab = (4 * b - a) / 3;
        double bc = (4 * c - b) / 3;
        return (16 * bc - ab) / 15;
    }

    private static double abs(int n) {
        return PolynomialRemez.withDefaults()
                .solve(StandardFunction.ABS, n)
                .orThrow()
                .minimaxError();
    }

    /** E_{2n}(|x|) = E_n(√x): two independent runs to degree 200, to 1e-10 of E and better. */
    @Test
    void absAndRootAgreeToDegreeTwoHundred() {
        for (int n : new int[] {25, 50, 100}) {
            double root = PolynomialRemez.withDefaults()
                    .solve(StandardFunction.SQRT, n)
                    .orThrow()
                    .minimaxError();
            assertEquals(root, abs(2 * n), 2e-12 * root, "degree " + 2 * n);
        }
    }

    @ParameterizedTest
    @EnumSource(StandardFunction.class)
    void errorsFallAndAlternate(StandardFunction function) {
        double before = Double.POSITIVE_INFINITY;
        for (int n = 0; n <= 18; n += 3) {
            MinimaxPolynomial best =
                    PolynomialRemez.withDefaults().solve(function, n).orThrow();
            double error = best.minimaxError();
            assertTrue(error <= before * (1 + 1e-11), function + " " + n);
            before = error;
            double[] reference = best.reference();
            double sign = Math.signum(best.error(reference[0]));
            for (int i = 0; i < reference.length; i++) {
                double expected = i % 2 == 0 ? sign * error : -sign * error;
                assertEquals(expected, best.error(reference[i]), 1e-9 * error, function + " " + n);
            }
            for (int i = 0; i <= 400; i++) {
                double x = function.low() + (function.high() - function.low()) * (i / 400.0);
                assertTrue(Math.abs(best.error(x)) <= error * (1 + 1e-9), function + " " + n + " at " + x);
                assertEquals(function.value(x), best.value(x) + best.error(x), 4e-15 * Math.max(1, function.high()));
            }
        }
    }

    /** Without extended values the floor is said in words; with them the digits are there. */
    @Test
    void theRoundingFloorIsAVerdict() {
        RealFunction plain = new RealFunction() {
            @Override
            public double value(double x) {
                return Math.exp(x);
            }

            @Override
            public double low() {
                return -1;
            }

            @Override
            public double high() {
                return 1;
            }
        };
        MinimaxPolynomial floor = PolynomialRemez.withDefaults().solve(plain, 20);
        assertFalse(floor.convergence().isConverged(), floor.toString());
        String message =
                assertThrows(NonConvergenceException.class, floor::orThrow).getMessage();
        assertTrue(message.startsWith("best polynomial of degree 20: ill posed after "), message);
        MinimaxPolynomial fine =
                PolynomialRemez.withDefaults().solve(StandardFunction.EXP, 20).orThrow();
        // E_n(e^x) ~ 2^{-n}/(n+1)!
        assertEquals(1, fine.minimaxError() * Math.pow(2, 20) * 51090942171709440000.0, 0.03);
    }

    @Test
    void anUnfinishedExchangeIsNoAnswer() {
        MinimaxPolynomial early =
                PolynomialRemez.withDefaults().withIterationLimit(2).solve(StandardFunction.ABS, 60);
        assertFalse(early.convergence().isConverged());
        assertTrue(early.convergence().toString().contains("iteration limit after 2 iterations"), early.toString());
    }

    @Test
    void degreesAreChecked() {
        String message = assertThrows(IllegalArgumentException.class, () -> PolynomialRemez.withDefaults()
                        .solve(StandardFunction.ABS, -1))
                .getMessage();
        assertEquals("degree must be in [0, 2000], got -1", message);
    }
}
