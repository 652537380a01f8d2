package meanfield.approximation.rational;

import static meanfield.approximation.classical.ReferenceCases.close;
import static meanfield.approximation.classical.ReferenceCases.number;
import static meanfield.approximation.classical.ReferenceCases.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.classical.ReferenceCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZolotarevSignTest {
    private static final double GRID = 6e-5;

    @Test
    void reproducesPublishedCoefficients() {
        for (JsonNode node : ReferenceCases.of("rational", "zolotarev_sign")) {
            int degree = node.get("params").get("type").get(0).asInt();
            ZolotarevSign sign =
                    ZolotarevSign.of(degree, number(node.get("params").get("l")));
            JsonNode value = node.get("value");
            double tolerance = number(node.get("tol").get("rel"));
            close(number(value.get("error")), sign.error(), tolerance, 0, "error");
            close(number(value.get("scale")), sign.scale(), tolerance, 0, "scale");
            double root = Math.sqrt(sign.gap());
            close(number(value.get("value_at_sqrt_l")), sign.value(root), tolerance, 0, "value");
            same(numbers(value.get("numerator_shifts")), sign.numeratorShifts(), tolerance);
            same(numbers(value.get("denominator_shifts")), sign.denominatorShifts(), tolerance);
            same(numbers(value.get("extremal_points")), sign.extremalPoints(), 1e-13 + tolerance);
            double estimate = 4 * Math.exp(-Math.PI * Math.PI * degree / (2 * Math.log(4 / sign.gap())));
            close(number(value.get("estimate_4exp")), estimate, 1e-9, 0, "estimate");
        }
    }

    private static void same(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            close(expected[i], actual[i], tolerance, 0, "entry " + i);
        }
    }

    /** The error from the nome equals the alternation seen on the extremal points. */
    @Property(tries = 200)
    void errorAlternates(
            @ForAll @IntRange(min = 0, max = 12) int half, @ForAll @DoubleRange(min = -12, max = -0.05) double logGap) {
        ZolotarevSign sign = ZolotarevSign.of(2 * half + 1, Math.pow(10, logGap));
        double[] points = sign.extremalPoints();
        for (int i = 0; i < points.length; i++) {
            double expected = 1 + (i % 2 == 0 ? -1 : 1) * sign.error();
            assertEquals(expected, sign.value(points[i]), 1e-12);
            assertEquals(-expected, sign.value(-points[i]), 1e-12);
        }
        for (int i = 0; i <= 500; i++) {
            double x = Math.pow(sign.gap(), i / 500.0);
            assertTrue(Math.abs(sign.value(x) - 1) <= sign.error() + 1e-12);
        }
        assertEquals(1, sign.error() + sign.errorComplement(), 1e-14);
    }

    /** Composition is the Zolotarev function of the product degree: equation (1) of the composition. */
    @Test
    void compositionLosesNothing() {
        for (JsonNode node : ReferenceCases.of("rational", "zolotarev_composition")) {
            List<Integer> degrees = new ArrayList<>();
            node.get("params").get("factors").forEach(factor -> degrees.add(factor.asInt()));
            double gap = number(node.get("params").get("l"));
            SignComposition composition = SignComposition.of(degrees, gap);
            JsonNode value = node.get("value");
            assertEquals(value.get("params_composed").asInt(), composition.parameters());
            assertEquals(value.get("direct_degree").asInt(), composition.degree());
            double[] stages = numbers(value.get("stage_errors"));
            for (int i = 0; i < stages.length; i++) {
                close(stages[i], composition.stages().get(i).error(), 1e-12, 0, "stage " + i);
            }
            close(number(value.get("error")), composition.error(), 1e-12, 0, "error");
            ZolotarevSign direct = ZolotarevSign.of((int) composition.degree(), gap);
            assertEquals(direct.error(), composition.error(), 1e-12 * direct.error());
            for (int i = 0; i <= 200; i++) {
                double x = Math.pow(gap, i / 200.0);
                assertEquals(direct.value(x), composition.value(x), 1e-12);
            }
        }
    }

    /**
     * The published numbers maximize the inner error on a grid, 2e-6 to 5e-5 too low (30 digits at its gap for degree
     * 3 · 3: inner 9.92104584e-4, outer 9.92078298e-4); balanced exactly, gap and error differ by up to 3e-5.
     */
    @Test
    void rectifierReproducesPublishedErrors() {
        for (JsonNode node : ReferenceCases.of("rational", "rational_relu")) {
            int stages = node.get("params").get("factors").size();
            RationalRectifier rectifier = RationalRectifier.ofStages(stages);
            JsonNode value = node.get("value");
            close(number(value.get("l_star")), rectifier.sign().gap(), GRID, 0, "gap");
            close(number(value.get("zolotarev_error")), rectifier.sign().error(), GRID, 0, "sign error");
            close(number(value.get("sup_error_relu")), rectifier.error(), GRID, 0, "sup error");
            assertEquals(4 * stages, rectifier.parameters());
            double e = rectifier.sign().error();
            close(e / (1 + e), rectifier.error(), 1e-10, 0, "inner and outer error agree");
        }
    }

    @Property(tries = 100)
    void rectifierStaysBelowReluByAtMostItsError(
            @ForAll @IntRange(min = 1, max = 4) int stages, @ForAll @DoubleRange(min = -1, max = 1) double x) {
        RationalRectifier rectifier = RationalRectifier.ofStages(stages);
        double missing = Math.max(x, 0) - rectifier.value(x);
        assertTrue(missing >= -1e-15 && missing <= rectifier.error() * (1 + 1e-9) + 1e-15, "missing " + missing);
    }

    /** Every factor of degree 3 multiplies the digits by √3 in the limit. */
    @Test
    void digitsGrowByRootThree() {
        double before = Math.log(RationalRectifier.ofStages(5).error());
        double after = Math.log(RationalRectifier.ofStages(6).error());
        assertEquals(Math.sqrt(3), after / before, 0.05);
        assertEquals(3, RationalRectifier.withError(1e-5).sign().stages().size());
    }

    @Test
    void refusesEvenDegreesAndEmptyGaps() {
        String message = assertThrows(IllegalArgumentException.class, () -> ZolotarevSign.of(4, 0.1))
                .getMessage();
        assertEquals("degree must be odd and in [1, 999], got 4", message);
        assertThrows(IllegalArgumentException.class, () -> ZolotarevSign.of(3, 0));
        assertThrows(IllegalArgumentException.class, () -> ZolotarevSign.of(3, 1));
        assertThrows(IllegalArgumentException.class, () -> SignComposition.of(List.of(), 0.1));
        assertThrows(IllegalArgumentException.class, () -> RationalRectifier.ofStages(9));
    }
}
