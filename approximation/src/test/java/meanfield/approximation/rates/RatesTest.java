package meanfield.approximation.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import meanfield.approximation.Reference;
import org.junit.jupiter.api.Test;

/** Widths and lower lines of the reference; fits on laws that are known. */
class RatesTest {
    @Test
    void widthsOfTheReference() {
        for (JsonNode each : Reference.cases("widths", "favard_constant")) {
            double expected = Reference.number(each.path("value").path("K"));
            assertEquals(expected, Widths.favard(each.path("params").path("n").asInt()), 1e-14 * expected);
        }
        for (JsonNode each : Reference.cases("widths", "n_width_periodic")) {
            int n = each.path("params").path("n").asInt();
            for (Map.Entry<String, JsonNode> entry : each.path("value").properties()) {
                int dimension = Integer.parseInt(entry.getKey());
                double expected = Reference.number(entry.getValue());
                double computed = Widths.periodic(n, dimension / 2);
                assertEquals(expected, computed, 1e-13 * expected, "n=" + n + " at " + dimension);
                assertEquals(expected, Widths.periodicLine(n, dimension), 1e-13 * expected);
            }
        }
        for (JsonNode each : Reference.cases("widths", "bump_lower_line")) {
            int n = each.path("params").path("n").asInt();
            int d = each.path("params").path("d").asInt();
            assertEquals(each.path("value").path("kappa").asDouble(), Widths.bumpConstant(n, d), 1e-10);
            for (Map.Entry<String, JsonNode> entry :
                    each.path("value").path("at_W").properties()) {
                double expected = Reference.number(entry.getValue());
                assertEquals(expected, Widths.bumpLine(n, d, Double.parseDouble(entry.getKey())), 1e-6 * expected);
            }
        }
        assertEquals(1.0 / 384, Widths.bumpConstant(3, 2), 1e-12);
        assertEquals(1.0 / 200, Widths.periodicLine(1, 100), 1e-15, "1/(2W), sharp");
    }

    @Test
    void linearPiecesOfTheReference() {
        JsonNode square = Reference.cases("widths", "linear_piece_lower_bound").get(0);
        for (Map.Entry<String, JsonNode> entry : square.path("value").properties()) {
            double expected = entry.getValue().asDouble();
            double pieces = Double.parseDouble(entry.getKey());
            assertEquals(expected, LinearPieces.squareError(pieces), 1e-14 * expected);
            assertEquals(expected, LinearPieces.error(2, 1, pieces), 1e-14 * expected, "κ = 2: (1) and (2) agree");
        }
        JsonNode units = Reference.cases("sobolev_w1", "relu_unit_lower_line").get(0);
        for (Map.Entry<String, JsonNode> entry : units.path("value").properties()) {
            int exponent = Integer.parseInt(entry.getKey().substring("eps=2^".length()));
            double expected = entry.getValue().path("lower").asDouble();
            double fewest = LinearPieces.fewestUnits(2, 1, Math.scalb(1.0, exponent));
            assertEquals(expected, fewest, 1e-12 * expected);
            assertTrue(entry.getValue().path("gate_units").asDouble() >= fewest);
        }
        assertEquals(0, LinearPieces.fewestUnits(2, 1, 10));
    }

    @Test
    void exactLawsAreFound() {
        double[] size = {10, 20, 40, 80, 160};
        double[] error = new double[5];
        for (int i = 0; i < 5; i++) {
            error[i] = 3 * Math.pow(size[i], -1.7);
        }
        RateFit fit = RateFit.of(size, error, 1e-13);
        assertEquals(-1.7, fit.slope(), 1e-13);
        assertEquals(Math.log(3), fit.intercept(), 1e-12);
        assertEquals(0, fit.halfWidth(), 1e-7);
        assertTrue(fit.resolved() && fit.message().isEmpty());
        double s = 0.6;
        for (int i = 0; i < 5; i++) {
            double e = 0.1;
            for (int step = 0; step < 200; step++) {
                e = 0.5 * Math.pow(size[i] / -Math.log(e), -s);
            }
            error[i] = e;
        }
        RateModels models = RateModels.of(size, error, 0, s);
        assertEquals(-s, models.corrected().slope(), 1e-10);
        assertEquals(1, models.logPower(), 1e-9);
        assertTrue(models.best() != RateModels.Model.POWER);
        assertTrue(models.power().slope() > -s, "without the logarithm the slope is biased low");
    }

    @Test
    void worthlessFitsSaySo() {
        RateFit three = RateFit.of(new double[] {1, 2, 4}, new double[] {1, 0.5, 0.25}, 0);
        assertEquals(-1, three.slope(), 1e-14);
        assertTrue(Double.isNaN(three.halfWidth()));
        assertFalse(three.resolved());
        assertTrue(three.message().contains("3 points") && three.message().contains("needs 4"), three.message());
        RateFit noise = RateFit.of(new double[] {1, 2, 4, 8, 16}, new double[] {1, 1e-6, 1e-12, 1e-15, 1e-16}, 1e-13);
        assertEquals(3, noise.points());
        assertTrue(noise.message().startsWith("2 of 5 errors at the rounding floor"), noise.message());
        assertTrue(
                Double.isNaN(RateFit.of(new double[] {3}, new double[] {1}, 0).slope()));
        assertThrows(IllegalArgumentException.class, () -> RateFit.of(new double[] {0}, new double[] {1}, 0));
        RateModels large = RateModels.of(new double[] {1, 2, 4, 8, 16}, new double[] {2, 0.5, 0.1, 0.02, 0.005}, 0, 1);
        assertEquals(5, large.power().points());
        assertEquals(4, large.corrected().points(), "an error above 1 has no logarithm of the right sign");
    }
}
