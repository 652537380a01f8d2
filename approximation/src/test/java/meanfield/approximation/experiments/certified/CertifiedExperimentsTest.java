package meanfield.approximation.experiments.certified;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertifiedExperimentsTest {
    @Nested
    class Ranges extends ExperimentContract<CertifiedBox> {
        @Override
        protected Experiment<CertifiedBox> experiment() {
            return new CertifiedBoundsExperiment();
        }

        /** Sampled, exact and certified widths are nested. */
        @Test
        void widthsAreNested() {
            ResultTable theory = quickRun().resultTable().where(Map.of("source", "theory"));
            ResultTable drawn = quickRun().resultTable().where(Map.of("source", "simulation"));
            for (int i = 0; i < theory.size(); i++) {
                double exact = theory.number(i, "exactWidth");
                assertTrue(drawn.number(i, "sampledWidth") <= exact * (1 + 1e-9));
                assertTrue(exact <= theory.number(i, "intersectedWidth") * (1 + 1e-9));
                assertTrue(theory.number(i, "intersectedWidth") <= theory.number(i, "crownWidth"));
            }
        }

        /** Sorted and reflected pairs have all three bounds; an odd layer cannot be paired. */
        @Test
        void pairsHaveBoundsToo() {
            for (CertifiedBox.Activation pairs :
                    List.of(CertifiedBox.Activation.MAXMIN, CertifiedBox.Activation.HOUSEHOLDER)) {
                CertifiedBox box = new CertifiedBox(2, List.of(4, 4), pairs, List.of(0.05, 1.5), 500);
                ResultTable table = Runs.run(experiment(), box).resultTable();
                for (int i = 0; i < 2; i++) {
                    double exact = table.number(i, "exactWidth");
                    assertTrue(table.number(i + 2, "sampledWidth") <= exact * (1 + 1e-9), pairs + "");
                    for (String bound : List.of("intervalWidth", "crownWidth", "crownIntervalWidth")) {
                        assertTrue(exact <= table.number(i, bound) * (1 + 1e-9), pairs + " " + bound);
                    }
                }
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new CertifiedBox(2, List.of(5), CertifiedBox.Activation.MAXMIN, List.of(0.1), 10));
        }
    }

    @Nested
    class Constants extends ExperimentContract<LipschitzWidths> {
        @Override
        protected Experiment<LipschitzWidths> experiment() {
            return new LipschitzExperiment();
        }

        @Test
        void constantsAreNested() {
            ResultTable theory = quickRun().resultTable().where(Map.of("source", "theory"));
            ResultTable drawn = quickRun().resultTable().where(Map.of("source", "simulation"));
            for (int i = 0; i < theory.size(); i++) {
                double exact = theory.number(i, "exact");
                assertTrue(drawn.number(i, "largestSlope") <= exact * (1 + 1e-6));
                assertTrue(exact <= theory.number(i, "lipsdp") * (1 + 1e-8));
                assertTrue(theory.number(i, "lipsdp") <= theory.number(i, "normProduct") * (1 + 1e-8));
            }
        }
    }
}
