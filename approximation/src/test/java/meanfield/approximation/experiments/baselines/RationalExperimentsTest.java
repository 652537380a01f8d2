package meanfield.approximation.experiments.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.approximation.classical.StandardFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RationalExperimentsTest {
    @Nested
    class Minimax extends ExperimentContract<RationalDegrees> {
        @Override
        protected Experiment<RationalDegrees> experiment() {
            return new RationalMinimaxExperiment();
        }

        @Test
        void typeTwentyHasEightDigits() {
            ResultTable table = Runs.run(experiment(), new RationalDegrees(StandardFunction.ABS, 20, 20))
                    .resultTable();
            assertEquals(4.8759575126319e-6, table.number(0, "minimaxError"), 1e-8 * 4.8759575126319e-6);
            assertEquals(4.8759575126319e-6, table.number(0, "levelledError"), 2e-6 * 4.8759575126319e-6);
            assertEquals(43, table.number(0, "alternationPoints"));
            assertEquals(6.1622095236, table.number(0, "stahlProduct"), 1e-7);
            assertTrue(table.number(0, "polynomialError") > 1000 * table.number(0, "minimaxError"));
        }

        @Test
        void laws() {
            ResultTable exp = Runs.run(experiment(), new RationalDegrees(StandardFunction.EXP, 3, 2))
                    .resultTable();
            assertEquals(1, exp.number(0, "minimaxError") / exp.number(0, "law"), 0.05);
            ResultTable half = Runs.run(experiment(), new RationalDegrees(StandardFunction.HALF_LINE_EXP, 6, -1))
                    .resultTable();
            assertEquals(1, half.number(0, "minimaxError") / half.number(0, "law"), 0.03);
        }

        @Test
        void degenerateTypesSaySo() {
            ResultTable table = Runs.run(experiment(), new RationalDegrees(StandardFunction.RUNGE, 4, 4))
                    .resultTable();
            assertEquals("not-converged", table.text(0, "status"));
            assertTrue(Double.isNaN(table.number(0, "minimaxError")));
        }
    }

    @Nested
    class Aaa extends ExperimentContract<AaaSamples> {
        @Override
        protected Experiment<AaaSamples> experiment() {
            return new AaaExperiment();
        }

        /** Chebyshev samples do not see the last 1e-7 of the interval, where the function strays; clustered ones do. */
        @Test
        void samplesMustReachTheSingularity() {
            for (AaaSamples.Spacing spacing : AaaSamples.Spacing.values()) {
                ResultTable table = Runs.run(
                                experiment(), new AaaSamples(StandardFunction.SQRT, 1000, spacing, 1e-7, 0))
                        .resultTable();
                int last = table.size() - 1;
                double ratio = table.number(last, "supError") / table.number(last, "sampleError");
                assertEquals(spacing == AaaSamples.Spacing.CLUSTERED, ratio < 3, spacing + " " + ratio);
                assertTrue(ratio >= 1);
            }
            double[] kink = new AaaSamples(StandardFunction.ABS, 101, AaaSamples.Spacing.CLUSTERED, 0, 0).points();
            assertEquals(-1, kink[0]);
            assertEquals(1, kink[50]);
            assertEquals(0, kink[100]);
            assertEquals(101, java.util.Arrays.stream(kink).distinct().count());
        }

        @Test
        void lawsonMeetsTheBestFunction() {
            ResultTable table = Runs.run(
                            experiment(),
                            new AaaSamples(StandardFunction.EXP, 1000, AaaSamples.Spacing.EQUISPACED, 1e-13, 2))
                    .resultTable();
            assertEquals(0.033241857785917706, table.number(1, "sampleError"), 1e-7);
            assertEquals(1, table.number(2, "lawsonError") / table.number(2, "minimaxError"), 0.02);
        }
    }

    @Nested
    class Zolotarev extends ExperimentContract<ZolotarevStages> {
        @Override
        protected Experiment<ZolotarevStages> experiment() {
            return new ZolotarevExperiment();
        }

        @Test
        void measuredErrorsAreThoseOfTheTheory() {
            for (int degree : new int[] {3, 5}) {
                ResultTable table = Runs.run(experiment(), new ZolotarevStages(degree == 3 ? 4 : 2, degree))
                        .resultTable();
                for (int i = 0; i < table.size(); i++) {
                    double error = table.number(i, "reluError");
                    assertEquals(error, table.number(i, "measuredError"), 1e-4 * error);
                    double best = table.number(i, "bestRationalError");
                    assertTrue(best <= table.number(i, "polynomialError") * (1 + 1e-9), "row " + i);
                }
            }
            assertThrows(IllegalArgumentException.class, () -> new ZolotarevStages(2, 4));
            assertThrows(IllegalArgumentException.class, () -> new ZolotarevStages(6, 5));
        }
    }
}
