package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.random.PortableRandom;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import meanfield.grokking.ReferenceFile;
import meanfield.grokking.hierarchical.HierarchicalTarget;
import meanfield.grokking.hierarchical.KernelBaseline;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class HierarchicalExperimentTest extends ExperimentContract<HierarchicalSetting> {
    private static final LinearAlgebra ALGEBRA = LinearAlgebras.automatic();

    @Override
    protected Experiment<HierarchicalSetting> experiment() {
        return new HierarchicalExperiment();
    }

    @Test
    void publishedRows() {
        for (JsonNode row : ReferenceFile.read("g7_hierarchical").json().get("rows")) {
            int d = row.get("d").intValue();
            int n = row.get("n_per_stage").intValue();
            boolean kernel = n <= 600;
            ResultTable table = Runs.simulation(Runs.run(
                    new HierarchicalExperiment(),
                    new HierarchicalSetting(
                            List.of(d),
                            List.of(n / (double) (d * d)),
                            LayerwiseMethod.SOLVED,
                            64,
                            0,
                            1,
                            1,
                            2000,
                            kernel ? List.of(1e-3, 1e-2, 1e-1, 1.0) : List.of(),
                            4000,
                            1,
                            900)));
            assertEquals(n, table.number(0, "sampleSize"), 0);
            assertEquals(row.get("feature_overlap").doubleValue(), table.number(0, "overlap"), 1e-5);
            double variance = row.get("target_variance").doubleValue();
            assertEquals(variance, table.number(0, "targetVariance"), 1e-9);
            if (kernel) {
                double best = row.get("kernel_mse_best").doubleValue();
                assertEquals(best, table.number(0, "kernelError"), 1e-5 * best);
            }
            // the published second stage does not name its number of ReLU features
            double error = row.get("three_layer_mse").doubleValue();
            assertEquals(error, table.number(0, "threeLayerError"), 0.03 * error);
        }
    }

    private static DMatrixRMaj normals(int rows, int columns, long seed) {
        return DMatrixRMaj.wrap(rows, columns, PortableRandom.gaussians(seed, rows * columns));
    }

    @Test
    void everyRidgeOfTheKernel() {
        JsonNode row = ReferenceFile.read("g7_hierarchical").json().get("rows").get(0);
        HierarchicalTarget target = HierarchicalTarget.portable(16, 916);
        DMatrixRMaj train = new DMatrixRMaj(500, 16);
        System.arraycopy(normals(250, 16, 936).data, 0, train.data, 0, 4000);
        System.arraycopy(normals(250, 16, 946).data, 0, train.data, 4000, 4000);
        List<Double> ridges = new ArrayList<>(List.of(0.001, 0.01, 0.1, 1.0));
        double[] errors = KernelBaseline.errors(target, train, normals(2000, 16, 926), ridges, ALGEBRA);
        for (int r = 0; r < 4; r++) {
            double expected =
                    row.get("kernel_mse_by_ridge").get(ridges.get(r).toString()).doubleValue();
            assertEquals(expected, errors[r], 1e-5 * expected);
        }
    }

    @Test
    void limitOverlapIsThatOfTheProjection() {
        // <p, p + e> over 400,000 samples
        HierarchicalTarget target = HierarchicalTarget.portable(6, 3);
        DMatrixRMaj inputs = normals(400_000, 6, 77);
        double[] p = target.inner(inputs);
        double pp = 0;
        double pe = 0;
        double ee = 0;
        for (int i = 0; i < p.length; i++) {
            double found = p[i];
            for (int j = 0; j < 6; j++) {
                double x = inputs.get(i, j);
                found += (x * x - 1) / 6;
            }
            pp += p[i] * p[i];
            pe += p[i] * found;
            ee += found * found;
        }
        assertEquals(target.limitOverlap(), pe / Math.sqrt(pp * ee), 5e-3);
        assertEquals(1, pp / p.length, 0.02);
    }

    @Test
    void manySamplesReachTheLimit() {
        ResultTable table = Runs.run(
                        new HierarchicalExperiment(),
                        new HierarchicalSetting(
                                List.of(6),
                                List.of(80.0),
                                LayerwiseMethod.SOLVED,
                                64,
                                0,
                                1,
                                1,
                                4000,
                                List.of(),
                                0,
                                1,
                                5))
                .resultTable();
        assertEquals(table.number(0, "overlap"), table.number(1, "overlap"), 0.03);
    }

    @Test
    void exponentIsFarBelowTheKernels() {
        double exponent = Runs.summary(
                Runs.run(
                        new HierarchicalExperiment(),
                        new HierarchicalSetting(
                                List.of(10, 14, 20, 28),
                                List.of(0.25, 0.5, 1.0, 2.0, 4.0),
                                LayerwiseMethod.SOLVED,
                                32,
                                0,
                                1,
                                1,
                                1000,
                                List.of(),
                                0,
                                12,
                                900)),
                "sampleExponent");
        // d(d + 3)/2 features, and for small d the limit overlap is further below 1: 1.4 to 2 here, against 4
        assertTrue(exponent > 1.1 && exponent < 2.3, "exponent " + exponent);
    }

    @Test
    void theKernelNeedsTheFourthPower() {
        RunResult run = Runs.run(
                new HierarchicalExperiment(),
                new HierarchicalSetting(
                        List.of(6, 8, 10),
                        List.of(1.0, 2.0, 4.0, 8.0),
                        LayerwiseMethod.SOLVED,
                        32,
                        0,
                        1,
                        1,
                        1000,
                        List.of(0.1, 1.0),
                        1600,
                        2,
                        900));
        // degree four has (d + 4)(d + 3)(d + 2)(d + 1)/24 features: an exponent of 3.1 between 6 and 10
        double exponent = Runs.summary(run, "kernelExponent");
        assertTrue(exponent > 2.4 && exponent < 3.8, "exponent " + exponent);
        ResultTable rows = Runs.simulation(run);
        assertEquals(2.0 * 36 / 1296, rows.number(0, "quarticRatio"), 1e-15);
        assertEquals(
                rows.number(3, "kernelError") / rows.number(3, "targetVariance"),
                rows.number(3, "kernelUnexplained"),
                0.05 * rows.number(3, "kernelUnexplained"));
    }

    @Test
    void descentIsAnOptionWithTheSameLimit() {
        HierarchicalSetting descended = new HierarchicalSetting(
                List.of(12), List.of(8.0), LayerwiseMethod.DESCENDED, 64, 0, 400, 4000, 1000, List.of(), 0, 2, 900);
        ResultTable rows = Runs.run(new HierarchicalExperiment(), descended).resultTable();
        assertEquals(rows.number(0, "overlap"), rows.number(1, "overlap"), 0.06);
        assertTrue(rows.number(1, "threeLayerUnexplained") < 0.35, "error " + rows.number(1, "threeLayerUnexplained"));
    }
}
