package meanfield.approximation.classical;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChebyshevSeriesTest {
    @Test
    void reproducesPublishedCoefficients() {
        for (JsonNode node : ReferenceCases.of("classical", "chebyshev_coefficients")) {
            String formula = node.get("params").get("function").asText();
            StandardFunction function = formula.equals("|x|")
                    ? StandardFunction.ABS
                    : formula.startsWith("exp") ? StandardFunction.EXP : StandardFunction.RUNGE;
            double relative = number(node.get("tol").get("rel"));
            node.get("value").properties().forEach(entry -> {
                int k = Integer.parseInt(entry.getKey());
                double ours = ChebyshevSeries.truncating(function, k).coefficients()[k];
                close(number(entry.getValue()), ours, relative, 0, formula + " " + k);
            });
        }
    }

    @Test
    void reproducesPublishedTruncationErrors() {
        for (JsonNode node : ReferenceCases.of("classical", "chebyshev_truncation")) {
            node.get("value").properties().forEach(entry -> {
                int n = Integer.parseInt(entry.getKey());
                double error =
                        GridError.of(StandardFunction.ABS, ChebyshevSeries.truncating(StandardFunction.ABS, n)::value);
                close(number(entry.getValue()), error, 1e-12, 0, "degree " + n);
            });
        }
    }

    /** Closed coefficients against those of an interpolant of degree 4000, whose aliases are about 1/4000² apart. */
    @ParameterizedTest
    @EnumSource(StandardFunction.class)
    void closedCoefficientsAreThoseOfTheFunction(StandardFunction function) {
        double[] closed = ChebyshevSeries.truncating(function, 12).coefficients();
        double[] measured = ChebyshevSeries.interpolating(function, 4000).coefficients();
        for (int k = 0; k <= 12; k++) {
            assertEquals(measured[k], closed[k], 2e-7, function + " " + k);
        }
    }

    @Property(tries = 100)
    void polynomialsAreReproduced(
            @ForAll @IntRange(min = 0, max = 30) int n, @ForAll @DoubleRange(min = -2, max = 5) double x) {
        double[] c = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            c[k] = Math.cos(1 + 3.7 * k);
        }
        ChebyshevSeries series = ChebyshevSeries.of(-2, 5, c);
        ChebyshevSeries back = ChebyshevSeries.interpolating(series::value, -2, 5, n + 3);
        assertEquals(series.value(x), back.value(x), 1e-12);
        assertEquals(0, back.coefficients()[n + 2], 1e-13);
    }
}
