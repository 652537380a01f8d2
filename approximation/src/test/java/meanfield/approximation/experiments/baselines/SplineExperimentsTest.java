package meanfield.approximation.experiments.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.approximation.classical.StandardFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SplineExperimentsTest {
    @Nested
    class Splines extends ExperimentContract<SplineCurve> {
        @Override
        protected Experiment<SplineCurve> experiment() {
            return new SplinesExperiment();
        }

        @Test
        void reproducesPublishedErrors() {
            for (JsonNode node : ReferenceCases.of("kan_softmax", "spline_least_squares")) {
                JsonNode params = node.get("params");
                StandardFunction function =
                        params.get("function").asText().equals("abs") ? StandardFunction.ABS : StandardFunction.SIN4;
                List<Integer> cells = new ArrayList<>();
                node.get("value")
                        .get("rows")
                        .forEach(row -> cells.add(row.get("G").asInt()));
                RunResult result = Runs.run(
                        experiment(), new SplineCurve(function, params.get("k").asInt(), cells));
                ResultTable table = result.resultTable();
                String id = node.get("id").asText();
                for (int i = 0; i < cells.size(); i++) {
                    JsonNode row = node.get("value").get("rows").get(i);
                    assertEquals(row.get("params").asInt(), table.number(i, "parameters"));
                    ReferenceCases.close(
                            row.get("L2").doubleValue(), table.number(i, "l2Error"), 1e-6, 1e-12, id + " L2 " + i);
                    ReferenceCases.close(
                            row.get("sup").doubleValue(), table.number(i, "supError"), 1e-6, 1e-12, id + " sup " + i);
                }
                double slope =
                        node.get("value").get("L2_slope_vs_G").get("slope").doubleValue();
                assertEquals(slope, Runs.summary(result, "slope"), 1e-3, id);
            }
        }
    }

    @Nested
    class Kan extends ExperimentContract<KanFit> {
        @Override
        protected Experiment<KanFit> experiment() {
            return new KanLayerExperiment();
        }

        /** On |x| the basis with a kink wins, on an entire function the polynomials. */
        @Test
        void theFunctionDecides() {
            List<KanFit.Basis> both = List.of(KanFit.Basis.CHEBYSHEV, KanFit.Basis.POLYRELU);
            ResultTable kinks = Runs.run(
                            experiment(), new KanFit(StandardFunction.ABS, StandardFunction.RELU, both, List.of(13), 3))
                    .resultTable();
            ResultTable entire = Runs.run(
                            experiment(), new KanFit(StandardFunction.EXP, StandardFunction.SIN4, both, List.of(13), 3))
                    .resultTable();
            assertTrue(error(kinks, "polyrelu") < 1e-8, "kinks: " + error(kinks, "polyrelu"));
            assertTrue(error(kinks, "chebyshev") > 1e-3, "kinks: " + error(kinks, "chebyshev"));
            assertTrue(error(entire, "chebyshev") < 1e-5, "entire: " + error(entire, "chebyshev"));
            assertTrue(error(entire, "chebyshev") < error(entire, "polyrelu"));
        }

        private static double error(ResultTable table, String basis) {
            return table.where(Map.of("basis", basis)).number(0, "l2Error");
        }
    }
}
