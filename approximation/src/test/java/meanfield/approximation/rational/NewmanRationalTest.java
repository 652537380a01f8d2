package meanfield.approximation.rational;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.approximation.classical.ReferenceCases;
import org.junit.jupiter.api.Test;

class NewmanRationalTest {
    private static double sup(NewmanRational r) {
        double largest = 0;
        for (int i = 0; i <= 200_000; i++) {
            double x = Math.pow(10, -8 * i / 200_000.0);
            largest = Math.max(largest, Math.abs(x - r.value(x)));
        }
        return largest;
    }

    @Test
    void reproducesPublishedValues() {
        for (JsonNode node : ReferenceCases.of("rational", "newman_rational_abs")) {
            NewmanRational r = new NewmanRational(node.get("params").get("n").asInt());
            JsonNode value = node.get("value");
            close(number(value.get("value_at_half")), r.value(0.5), 1e-12, 0, "value at 1/2");
            close(number(value.get("bound_3exp")), r.bound(), 1e-9, 0, "bound");
            close(number(value.get("sup_error_sampled")), sup(r), 1e-4, 0, "sup error");
        }
    }

    /** Newman's bound holds, and no explicit function beats the best one of its type. */
    @Test
    void liesBetweenTheBestErrorAndItsBound() {
        for (int n : new int[] {6, 12, 30, 60}) {
            NewmanRational r = new NewmanRational(n);
            double error = sup(r);
            assertTrue(error <= r.bound(), "n = " + n);
            assertEquals(r.value(0.3), r.value(-0.3));
            double best = RationalRemez.withDefaults()
                    .solve(meanfield.approximation.classical.StandardFunction.ABS, n + 1, n)
                    .orThrow()
                    .minimaxError();
            assertTrue(error > best, "n = " + n);
        }
    }
}
