package meanfield.dmft.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import meanfield.dmft.committee.CommitteeUnit;
import meanfield.experiment.Experiment;
import meanfield.experiment.ExperimentContract;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.table.ResultTable;
import org.junit.jupiter.api.Test;

class CommitteeExperimentTest extends ExperimentContract<Committee> {
    @Override
    protected Experiment<Committee> experiment() {
        return new CommitteeExperiment();
    }

    private static Committee one(CommitteeUnit unit, double rate, double start, int dimension) {
        return new Committee(
                unit,
                List.of(List.of(0.5)),
                List.of(List.of(start)),
                List.of(List.of(1.0)),
                List.of(1.0),
                List.of(1.0),
                rate,
                0,
                0,
                List.of(0.0, 2.0, 50.0),
                dimension,
                2);
    }

    /** Sound rows before the blow-up, words and NaN after it, in theory and simulation. */
    @Test
    void blowUpIsSaidInWords() {
        RunResult result = OrderRuns.run(experiment(), one(CommitteeUnit.QUADRATIC, 0.5, 0.1, 50), 3);
        ResultTable theory = OrderRuns.rows(result, "theory");
        assertEquals("ok", theory.text(0, "status"));
        assertEquals("not-converged", theory.text(2, "status"));
        assertTrue(theory.text(2, "message").contains("learning rate is above the critical one"));
        assertTrue(Double.isNaN(theory.number(2, "generalizationError")));
        ResultTable simulation = OrderRuns.rows(result, "simulation");
        assertEquals("failed", simulation.text(2, "status"));
        assertTrue(String.valueOf(result.summary().get("perfectLearning")).contains("diverges"));
    }

    @Test
    void inadmissibleStartIsOneLine() {
        Committee parameters = one(CommitteeUnit.ERF, 0.5, 0.9, 0);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> OrderRuns.run(experiment(), parameters, 3));
        assertTrue(e.getMessage().contains("positive semidefinite"), e.getMessage());
    }

    @Test
    void shapesMustAgree() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new Committee(
                        CommitteeUnit.ERF,
                        List.of(List.of(0.5)),
                        List.of(List.of(0.1, 0.2)),
                        List.of(List.of(1.0)),
                        List.of(1.0),
                        List.of(1.0),
                        1,
                        0,
                        0,
                        List.of(1.0),
                        0,
                        0));
        assertTrue(e.getMessage().startsWith("teacherStudentOverlap"), e.getMessage());
    }

    /** The published story: a plateau, then specialisation. */
    @Test
    void plateauThenSpecialisation() {
        Committee base = experiment().defaults();
        Committee parameters = new Committee(
                base.activation(),
                base.studentOverlap(),
                base.teacherStudentOverlap(),
                base.teacherOverlap(),
                base.studentReadout(),
                base.teacherReadout(),
                base.learningRate(),
                0,
                0,
                base.times(),
                0,
                0);
        RunResult result = OrderRuns.run(experiment(), parameters, 1);
        Map<String, Object> summary = result.summary();
        double end = ((Number) summary.get("plateauEnd")).doubleValue();
        assertTrue(((Number) summary.get("plateauLength")).doubleValue() > 8, summary.toString());
        ResultTable theory = OrderRuns.rows(result, "theory");
        int last = theory.size() - 1;
        assertTrue(theory.number(last, "specialisation") > 0.95);
        for (int t = 0; t <= last; t++) {
            double time = theory.number(t, "time");
            if (time > 10 && time < end) {
                assertTrue(theory.number(t, "specialisation") < 0.25);
            }
        }
        assertEquals(0, OrderRuns.rows(result, "simulation").size());
    }
}
