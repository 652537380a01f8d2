package meanfield.approximation.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class ProductGateExperimentTest extends ExperimentContract<ProductGateSetting> {
    @Override
    protected Experiment<ProductGateSetting> experiment() {
        return new ProductGateExperiment();
    }

    @Test
    void errorsAreThoseOfTheClosedForm() {
        double bound = 3.7;
        ResultTable all = Runs.run(experiment(), new ProductGateSetting(List.of(1, 4, 9), bound, 500))
                .resultTable();
        ResultTable relu = all.where(Map.of("gate", "relu"));
        for (int i = 0; i < relu.size(); i++) {
            int m = (int) relu.number(i, "level");
            double expected = bound * bound * Math.scalb(1.0, -2 * (m + 1));
            assertEquals(expected, relu.number(i, "supError"), 1e-12 * bound * bound);
            assertEquals(14 * m + 12, relu.number(i, "parameters"));
            assertEquals(16 * m + 12, relu.number(i, "skipFreeParameters"));
            assertEquals(0.0, relu.number(i, "errorAtZero"));
        }
        for (int i = 0; i < all.size(); i++) {
            double slack = 8 * Math.ulp(bound * bound);
            assertTrue(all.number(i, "supError") <= all.number(i, "errorBound") + slack, all.text(i, "gate"));
        }
    }
}
