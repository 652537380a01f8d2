package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class PolynomialHopfieldExperimentTest extends ExperimentContract<PolynomialHopfield> {
    @Override
    protected Experiment<PolynomialHopfield> experiment() {
        return new PolynomialHopfieldExperiment();
    }

    /** Finite-size errors exceed the leading order at 60 bits; at 240 the gap is within sampling. */
    @Test
    void gapToTheLeadingOrderShrinks() {
        double small = gap(new PolynomialHopfield(3, 60, 180, 6000));
        double large = gap(new PolynomialHopfield(3, 240, 2880, 200));
        assertTrue(small > 0.05 && small < 0.3, "60 bits: " + small);
        assertEquals(0, large, 0.2, "240 bits, of which some 60 sampled errors");
        assertTrue(small < 1);
    }

    private double gap(PolynomialHopfield point) {
        ResultTable table = Runs.run(experiment(), point).resultTable();
        return table.number(1, "bitError") / table.number(0, "bitError") - 1;
    }

    @Test
    void theory() {
        ResultTable table = Runs.theory(experiment(), new PolynomialHopfield(3, 200, 3000, 0));
        assertEquals(0.01750749050983127, table.number(0, "bitError"), 1e-12);
        assertEquals(1258.2611054516988, table.number(0, "errorFreePatterns"), 1e-8);
    }
}
