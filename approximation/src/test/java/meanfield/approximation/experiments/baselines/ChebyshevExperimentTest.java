package meanfield.approximation.experiments.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import meanfield.approximation.classical.ReferenceCases;
import meanfield.approximation.classical.StandardFunction;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class ChebyshevExperimentTest extends ExperimentContract<DegreeCurve> {
    @Override
    protected Experiment<DegreeCurve> experiment() {
        return new ChebyshevExperiment();
    }

    @Test
    void reproducesPublishedInterpolationErrors() {
        for (JsonNode node : ReferenceCases.of("classical", "chebyshev_interpolation")) {
            String name = node.get("params").get("function").asText();
            StandardFunction function =
                    switch (name) {
                        case "abs" -> StandardFunction.ABS;
                        case "exp" -> StandardFunction.EXP;
                        case "runge" -> StandardFunction.RUNGE;
                        case "sqrt" -> StandardFunction.SQRT;
                        default -> StandardFunction.ABS_CUBED;
                    };
            List<Integer> degrees = new ArrayList<>();
            node.get("value").forEach(each -> degrees.add(each.get("n").asInt()));
            ResultTable table =
                    Runs.run(experiment(), new DegreeCurve(function, degrees)).resultTable();
            for (int i = 0; i < degrees.size(); i++) {
                double expected = node.get("value").get(i).get("sup_error").doubleValue();
                ReferenceCases.close(
                        expected, table.number(i, "interpolationError"), 1e-6, 2e-14, name + " " + degrees.get(i));
            }
        }
    }

    /** Equation (2). */
    @Test
    void truncationOfAbsHasAClosedError() {
        ResultTable table = Runs.run(experiment(), new DegreeCurve(StandardFunction.ABS, List.of(2, 8, 64, 500)))
                .resultTable();
        for (int i = 0; i < table.size(); i++) {
            double n = table.number(i, "degree");
            assertEquals(2 / Math.PI / (n + 1), table.number(i, "truncationError"), 1e-13);
        }
        assertTrue(Double.isNaN(table.number(3, "minimaxError")), "beyond the exchange's range");
        assertEquals("ok", table.text(3, "status"));
    }

    @Test
    void theBestPolynomialIsNeverBeaten() {
        for (StandardFunction function : StandardFunction.values()) {
            ResultTable table = Runs.run(experiment(), new DegreeCurve(function, List.of(0, 3, 6, 11)))
                    .resultTable();
            for (int i = 0; i < table.size(); i++) {
                double error = table.number(i, "minimaxError");
                // a grid of 20001 points sees all but 1e-6 of a sup error at these degrees
                assertTrue(table.number(i, "interpolationError") >= error * (1 - 1e-5), function.name());
                assertTrue(table.number(i, "truncationError") >= error * (1 - 1e-5), function.name());
                assertTrue(
                        table.number(i, "interpolationError") <= table.number(i, "interpolationBound") * (1 + 1e-12));
            }
        }
    }
}
