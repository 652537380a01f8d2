package meanfield.approximation.barron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import meanfield.approximation.Reference;
import meanfield.core.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Exact constants of the reference, and draws against them. */
class BarronTest {
    @Test
    void constantsOfTheReference() {
        for (JsonNode each : Reference.cases("barron", "barron_mc_variance")) {
            String id = each.path("id").asText();
            int d = each.path("params").path("d").asInt();
            FeatureModel model = id.contains("sphere")
                    ? new SphereFeatures(d, each.path("params").path("k").asInt())
                    : new CosineFeatures(
                            d, id.contains("gauss") ? CosineFeatures.Measure.GAUSSIAN : CosineFeatures.Measure.CUBE);
            double expected = Reference.number(each.path("value").path("N_times_mse"));
            double tolerance = each.path("tol").path("rel").asDouble();
            assertEquals(expected, model.variance(), 2 * tolerance * expected, id);
            for (Map.Entry<String, JsonNode> entry :
                    each.path("value").path("rmse_at_N").properties()) {
                double rmse = Math.sqrt(model.variance() / Double.parseDouble(entry.getKey()));
                assertEquals(Reference.number(entry.getValue()), rmse, 1e-12 * rmse, id);
            }
            if (model instanceof SphereFeatures sphere) {
                double lambda = Reference.number(each.path("value").path("lambda_k"));
                assertEquals(lambda, sphere.coefficient(), 1e-12 * Math.abs(lambda), id);
                assertEquals(each.path("value").path("N_dk").asDouble(), sphere.multiplicity(), 1e-9, id);
            }
        }
        for (JsonNode each : Reference.cases("barron", "spectral_barron_norm")) {
            int d = each.path("params").path("d").asInt();
            double expected = Reference.number(each.path("value").path("C_f"));
            assertEquals(expected, BarronNorm.ofGaussian(d), 1e-14 * expected);
            assertEquals(Reference.number(each.path("value").path("C_f2")), BarronNorm.secondOfGaussian(d));
        }
        assertEquals(CircleSampling.COEFFICIENT, new SphereFeatures(2, 2).coefficient(), 1e-16, "1/(3π)");
        assertEquals(0.0, new SphereFeatures(4, 5).coefficient(), "odd degrees beyond one");
    }

    /** Draws have the announced variance, off-default dimensions and degrees. */
    @Test
    void drawsHaveTheVariance() {
        FeatureModel[] models = {
            new CosineFeatures(3, CosineFeatures.Measure.GAUSSIAN),
            new CosineFeatures(4, CosineFeatures.Measure.CUBE),
            new SphereFeatures(2, 2),
            new SphereFeatures(4, 2),
            new SphereFeatures(7, 3)
        };
        RandomStream random = RandomStream.of(3);
        for (FeatureModel model : models) {
            int units = 12;
            int replicates = 400;
            double sum = 0;
            double squares = 0;
            for (int r = 0; r < replicates; r++) {
                double square = model.squaredDistance(model.draw(units, random.child(r)));
                sum += square;
                squares += square * square;
            }
            double mean = sum / replicates;
            double error = Math.sqrt((squares / replicates - mean * mean) / replicates);
            assertEquals(model.variance() / units, mean, 4.5 * error, model.toString());
            assertTrue(error < 0.2 * mean);
        }
    }

    /** A squared distance by closed forms against brute integration over x. */
    @Test
    void distancesAreIntegrals() {
        RandomStream random = RandomStream.of(8);
        CosineFeatures cube = new CosineFeatures(1, CosineFeatures.Measure.CUBE);
        FeatureModel.Draw draw = cube.draw(5, random);
        int grid = 20_000;
        double integral = 0;
        for (int i = 0; i < grid; i++) {
            double x = (i + 0.5) / grid;
            double mean = 0;
            for (double[] w : draw.vectors()) {
                mean += Math.cos(w[0] * x) / 5;
            }
            integral += Math.pow(mean - Math.exp(-0.5 * x * x), 2) / grid;
        }
        assertEquals(integral, cube.squaredDistance(draw), 1e-9);
        SphereFeatures circle = new SphereFeatures(2, 2);
        FeatureModel.Draw ring = circle.draw(7, random);
        double[] angles = new double[7];
        for (int j = 0; j < 7; j++) {
            angles[j] = Math.atan2(ring.vectors()[j][1], ring.vectors()[j][0]);
        }
        double error = CircleSampling.error(angles, 40_000);
        assertEquals(error * error, circle.squaredDistance(ring), 1e-8);
    }

    @Test
    void equispacedErrorsOfTheReference() {
        JsonNode each = Reference.cases("barron", "sampling_schemes_circle").get(0);
        for (JsonNode row : each.path("value").path("rows")) {
            int units = row.path("N").asInt();
            double expected = row.path("equispaced").asDouble();
            double[] angles = CircleSampling.EQUISPACED.angles(units, RandomStream.of(1));
            assertEquals(expected, CircleSampling.error(angles, 4000), 1e-9 * expected, "N=" + units);
        }
    }
}
