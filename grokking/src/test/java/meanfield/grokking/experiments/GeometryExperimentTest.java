package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import meanfield.core.activation.StandardActivation;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import meanfield.grokking.geometry.LatentLabel;
import meanfield.grokking.geometry.LatentTask;
import meanfield.grokking.geometry.RepresentationGeometry;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryExperimentTest extends ExperimentContract<GeometrySetting> {
    @Override
    protected Experiment<GeometrySetting> experiment() {
        return new GeometryExperiment();
    }

    @ParameterizedTest
    @CsvSource({
        "g8_geometry_mixed_xor, XOR, TANH", "g8_geometry_mixed_xor, XOR, RELU",
        "g8_geometry_unstructured_s1, FIRST, TANH", "g8_geometry_unstructured_s1, FIRST, RELU",
        "g8_geometry_unstructured_s1_lazy, FIRST, TANH", "g8_geometry_unstructured_s1_lazy, FIRST, RELU"
    })
    void publishedCurves(String name, LatentLabel label, StandardActivation activation) {
        JsonNode j = ReferenceFile.read(name).json();
        JsonNode reference = j.get("results")
                .get(activation.name().toLowerCase(java.util.Locale.ROOT))
                .get("seed0");
        int last = 800;
        ResultTable table = Runs.simulation(Runs.run(
                new GeometryExperiment(),
                new GeometrySetting(
                        activation,
                        label,
                        j.get("mix").doubleValue(),
                        j.get("gamma0").doubleValue(),
                        400,
                        0.1,
                        last,
                        1,
                        1000)));
        double tolerance = activation == StandardActivation.TANH ? 1e-6 : 1e-4;
        int[] steps = ReferenceFile.ints(j.get("steps"));
        for (int i = 0; i < steps.length && steps[i] <= last; i++) {
            double loss = reference.get("loss").get(i).doubleValue();
            // below 1e-15 a loss is rounding
            assertEquals(loss, table.number(steps[i], "loss"), tolerance * loss + 1e-15);
            double target = reference.get("cka_target").get(i).doubleValue();
            assertEquals(target, table.number(steps[i], "targetAlignment"), tolerance * target);
            double input = reference.get("cka_input").get(i).doubleValue();
            assertEquals(input, table.number(steps[i], "inputAlignment"), tolerance * input);
        }
    }

    @Test
    void inputsAreThoseOfTheReference() {
        JsonNode j = ReferenceFile.read("g8_geometry_mixed_xor").json();
        LatentTask task = new LatentTask(0.5, LatentLabel.XOR);
        for (int k = 0; k < 8; k++) {
            for (int a = 0; a < 11; a++) {
                assertEquals(
                        j.get("X").get(k).get(a).doubleValue(), task.inputs().get(k, a), 1e-14);
            }
            assertEquals(j.get("Y").get(k).get(0).doubleValue(), task.targets().get(k, 0), 0);
        }
    }

    private static RepresentationGeometry code(double[]... weights) {
        // features: products of latents given by masks in weights[i][0], scaled by weights[i][1]
        DMatrixRMaj features = new DMatrixRMaj(8, weights.length);
        for (int k = 0; k < 8; k++) {
            for (int f = 0; f < weights.length; f++) {
                double value = weights[f][1];
                for (int l = 0; l < 3; l++) {
                    value *= ((int) weights[f][0] >> l & 1) == 1 ? LatentTask.latent(k, l) : 1;
                }
                features.set(k, f, value);
            }
        }
        return RepresentationGeometry.of(features);
    }

    @Test
    void factorizedCodeIsParallel() {
        RepresentationGeometry geometry = code(new double[] {1, 1}, new double[] {2, 1}, new double[] {4, 1});
        for (int l = 0; l < 3; l++) {
            assertEquals(1, geometry.parallelism(l), 1e-12);
            assertEquals(1, geometry.crossConditionAccuracy(l), 1e-12);
        }
        assertEquals(3, geometry.participationRatio(), 1e-12);
    }

    @Test
    void productCodeIsNot() {
        // s₁s₂ and s₁s₃ alone: coding vectors of s₁ flip with s₂ and s₃; cosines of the six pairs sum to -2
        RepresentationGeometry geometry = code(new double[] {3, 1}, new double[] {5, 1});
        assertEquals(-2.0 / 6, geometry.parallelism(0), 1e-12);
        assertTrue(geometry.crossConditionAccuracy(0) < 0.6);
        assertEquals(0, geometry.parallelism(1) - geometry.parallelism(2), 1e-12);
    }

    @Test
    void orthogonalCodeHasSevenDimensions() {
        DMatrixRMaj identity = new DMatrixRMaj(8, 8);
        for (int k = 0; k < 8; k++) {
            identity.set(k, k, 1);
        }
        RepresentationGeometry geometry = RepresentationGeometry.of(identity);
        assertEquals(7, geometry.participationRatio(), 1e-12);
        assertEquals(0, geometry.parallelism(0), 1e-12);
        // centred identity against one label: <H, yyᵀ>/(√7 · 8) = 8/(8 √7)
        assertEquals(1 / Math.sqrt(7), geometry.alignment(new LatentTask(0, LatentLabel.FIRST).targets()), 1e-12);
    }

    @Test
    void twoLabelsAreLearned() {
        ResultTable table = Runs.simulation(Runs.run(
                new GeometryExperiment(),
                new GeometrySetting(StandardActivation.TANH, LatentLabel.FIRST_TWO, 0.5, 5, 200, 0.1, 200, 2, 3)));
        assertTrue(table.number(200, "loss") < 1e-3 * table.number(0, "loss"));
        assertEquals(1, table.number(0, "loss"), 1e-12);
        assertTrue(table.number(200, "crossConditionAccuracy1") > 0.9);
    }

    @Test
    void aConstantRepresentationIsJudgedByChance() {
        DMatrixRMaj ones = new DMatrixRMaj(8, 3);
        java.util.Arrays.fill(ones.data, 0.1);
        RepresentationGeometry geometry = RepresentationGeometry.of(ones);
        assertEquals(0.5, geometry.crossConditionAccuracy(1), 0);
        assertEquals(0, geometry.parallelism(2), 0);
        RunResult wild = Runs.run(
                new GeometryExperiment(),
                new GeometrySetting(StandardActivation.TANH, LatentLabel.FIRST, 0, 10, 50, 1e4, 50, 2, 1000));
        assertEquals(1, wild.failed());
        String message = wild.resultTable().text(wild.resultTable().size() - 1, "message");
        assertTrue(message.endsWith("with learning rate 10000.0"), message);
    }

    @Test
    void divergenceIsSaid() {
        assertTrue(Runs.run(
                                new GeometryExperiment(),
                                new GeometrySetting(
                                        StandardActivation.RELU, LatentLabel.XOR, 0.5, 10, 50, 100, 50, 1, 3))
                        .failed()
                > 0);
    }
}
