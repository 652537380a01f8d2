package meanfield.approximation.experiments.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KernelExperimentsTest {
    @Nested
    class Dual extends ExperimentContract<DualKernel> {
        @Override
        protected Experiment<DualKernel> experiment() {
            return new DualKernelExperiment();
        }

        @Test
        void drawnPairsAgree() {
            DualKernel parameters = new DualKernel(List.of(0.1, 0.5, -0.25, 0.125), -0.9, 0.8, 1.7, 40_000);
            ResultTable table = Runs.run(experiment(), parameters).resultTable();
            assertEquals(2, table.size());
            assertEquals(0.070999253366509685267, table.number(0, "dual"), 1e-14);
            assertEquals(0.012213152149338672356, table.number(0, "dualDerivative"), 1e-15);
            for (String column : List.of("dual", "dualDerivative")) {
                double error = Math.abs(table.number(0, column) - table.number(1, column));
                assertTrue(error < 4.5 * table.number(1, column + "StdErr"), column);
            }
        }

        @Test
        void oneRowWithoutSamples() {
            DualKernel parameters = new DualKernel(List.of(0.0, 1.0), 1, 1, 1, 0);
            ResultTable table = Runs.run(experiment(), parameters).resultTable();
            assertEquals(1, table.size());
            assertEquals(0.5, table.number(0, "dual"), 1e-15);
            assertEquals(1, table.number(0, "normalizedDual"), 1e-15);
        }
    }

    @Nested
    class Sphere extends ExperimentContract<SpherePolyRelu> {
        @Override
        protected Experiment<SpherePolyRelu> experiment() {
            return new SphereSpectrumExperiment();
        }

        @Test
        void slopesComeNearTheirExponents() {
            RunResult result = Runs.run(experiment(), new SpherePolyRelu(List.of(0.0, 0.5, 0.5), 4, 400));
            ResultTable table = result.resultTable();
            assertEquals(401, table.size());
            assertEquals(-6, table.number(400, "localSlope"), 0.05);
            assertEquals(-8, table.number(399, "localSlope"), 0.05);
            assertEquals(1, Runs.summary(result, "traceFraction"), 1e-6);
        }
    }
}
