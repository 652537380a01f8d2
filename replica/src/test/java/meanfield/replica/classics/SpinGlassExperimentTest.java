package meanfield.replica.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.Runs;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinGlassExperimentTest extends ExperimentContract<SpinGlass> {
    @Override
    protected Experiment<SpinGlass> experiment() {
        return new SpinGlassExperiment();
    }

    private ResultTable point(GlassModel model, int order, double temperature, double field, double coupling) {
        return Runs.theory(experiment(), new SpinGlass(model, order, temperature, field, coupling, 10, 2, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "SHERRINGTON_KIRKPATRICK, 3, 1.5, 0, 0, paramagnet", "SHERRINGTON_KIRKPATRICK, 3, 0.5, 0, 0, spin-glass",
        "SHERRINGTON_KIRKPATRICK, 3, 0.5, 0, 2, ferromagnet", "SHERRINGTON_KIRKPATRICK, 3, 0.3, 0, 1.4, mixed",
        "SHERRINGTON_KIRKPATRICK, 3, 0.5, 0.6, 0, paramagnet", "SHERRINGTON_KIRKPATRICK, 3, 0, 0.6, 0, spin-glass",
        "ISING_P_SPIN, 3, 0.9, 0, 0, paramagnet", "ISING_P_SPIN, 3, 0.66, 0, 0, dynamic-glass",
        "ISING_P_SPIN, 3, 0.4, 0, 0, glass", "ISING_P_SPIN, 3, 0.1, 0, 0, full-glass",
        "ISING_P_SPIN, 3, 0, 0, 0, full-glass", "SPHERICAL_P_SPIN, 4, 0, 0, 0, glass"
    })
    void phases(GlassModel model, int order, double temperature, double field, double coupling, String phase) {
        ResultTable table = point(model, order, temperature, field, coupling);
        assertEquals(phase, table.text(0, "phase"));
        assertEquals("ok", table.text(0, "status"));
        assertTrue(Double.isFinite(table.number(0, "energy")));
    }

    @Test
    void columnsAreThoseOfTheModel() {
        ResultTable table = point(GlassModel.ISING_P_SPIN, 3, 0.5, 0, 0);
        assertEquals(0.68159804057, table.number(0, "dynamicTemperature"), 1e-9);
        assertEquals(0.240260036, table.number(0, "gardnerTemperature"), 1e-8);
        assertTrue(Double.isNaN(table.number(0, "atField")));
        double x = table.number(0, "parisiBreakpoint");
        assertEquals((1 - x) * table.number(0, "overlap"), table.number(0, "meanOverlap"), 1e-14);
        ResultTable pairs = point(GlassModel.SHERRINGTON_KIRKPATRICK, 3, 0.5, 0, 0);
        assertEquals(0.56993383031, pairs.number(0, "atField"), 1e-9);
        assertTrue(Double.isNaN(pairs.number(0, "staticTemperature")));
    }

    @Test
    void simulationsAgree() {
        SpinGlass point = new SpinGlass(GlassModel.SHERRINGTON_KIRKPATRICK, 3, 1.2, 0.5, 0.3, 100, 200, 16);
        for (String column : new String[] {"energy", "magnetization", "meanOverlap"}) {
            Runs.compare(Runs.run(experiment(), point), column, 0.01);
        }
    }

    @Test
    void manyBodiesHaveTheoryOnly() {
        var result = Runs.run(experiment(), new SpinGlass(GlassModel.ISING_P_SPIN, 12, 0.5, 0, 0, 40, 10, 2));
        assertEquals(1, result.resultTable().size());
        assertTrue(result.summary().get("simulation").toString().startsWith("left out: size must give at most"));
    }

    @Test
    void fieldsOnTuplesAreRefused() {
        String text = assertThrows(
                        IllegalArgumentException.class,
                        () -> new SpinGlass(GlassModel.ISING_P_SPIN, 3, 1, 0.2, 0, 10, 10, 0))
                .getMessage();
        assertEquals("field must be 0 for p-spin models, got 0.2", text);
    }
}
