package meanfield.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Axis;
import meanfield.experiment.AxisValues;
import meanfield.experiment.Column;
import meanfield.experiment.Experiment;
import meanfield.experiment.Parameter;
import meanfield.experiment.Rows;
import meanfield.experiment.RunContext;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.chart.Figure;
import org.junit.jupiter.api.Test;

/** Columns whose number a parameter decides. */
class ParameterColumnsTest {
    private static final RunSettings SERIAL = RunSettings.of(Workers.serial(), LinearAlgebras.ejml());

    record Powers(
            @Parameter(meaning = "base", range = "[0, 10]") double base,

            @Parameter(meaning = "number of powers", range = "[1, 5]")
            int count) {
        Powers {
            Require.that(base + count <= 12, "base + count", "be at most 12", base + count);
        }
    }

    private static final class PowersExperiment implements Experiment<Powers> {
        @Override
        public String id() {
            return "toy.powers";
        }

        @Override
        public String claim() {
            return "The powers of a number, as many as are wanted.";
        }

        @Override
        public Powers defaults() {
            return new Powers(2, 2);
        }

        @Override
        public Powers quick() {
            return defaults();
        }

        @Override
        public Schema schema() {
            return schema(defaults());
        }

        @Override
        public Schema schema(Powers parameters) {
            List<Column> columns = new ArrayList<>();
            for (int k = 1; k <= parameters.count(); k++) {
                columns.add(Column.number("power" + k, "x^" + k, "power " + k));
            }
            return new Schema(columns);
        }

        @Override
        public void run(Powers parameters, RunContext context, Rows rows) {
            Rows.Row row = rows.row(Source.THEORY);
            for (int k = 1; k <= parameters.count(); k++) {
                row.set("power" + k, Math.pow(parameters.base(), k));
            }
            row.add();
        }

        @Override
        public List<Figure> figures(Powers parameters, List<Axis> axes) {
            return List.of();
        }

        @Override
        public List<String> references() {
            return List.of();
        }
    }

    record Pair(
            @Parameter(meaning = "a number", range = "[0, 5]")
            double left,

            @Parameter(meaning = "another", range = "[0, 5]")
            double right) {
        Pair {
            Require.that(left + right <= 6, "left + right", "be at most 6", left + right);
        }
    }

    private static final class PairExperiment implements Experiment<Pair> {
        @Override
        public String id() {
            return "toy.pair";
        }

        @Override
        public String claim() {
            return "The sum of two numbers, if it is small.";
        }

        @Override
        public Pair defaults() {
            return new Pair(1, 2);
        }

        @Override
        public Pair quick() {
            return defaults();
        }

        @Override
        public Schema schema() {
            return Schema.of(Column.number("sum", "", "the sum"));
        }

        @Override
        public void run(Pair parameters, RunContext context, Rows rows) {
            rows.row(Source.THEORY)
                    .set("sum", parameters.left() + parameters.right())
                    .add();
        }

        @Override
        public List<Figure> figures(Pair parameters, List<Axis> axes) {
            return List.of();
        }

        @Override
        public List<String> references() {
            return List.of();
        }
    }

    @Test
    void everyRunHasItsOwnColumns() {
        Request<Powers> request = Request.of(new PowersExperiment()).from(new Powers(3, 4));
        RunResult result = Runner.local().run(request, SERIAL);
        assertEquals(
                List.of("replicate", "source", "power1", "power2", "power3", "power4", "status", "message"),
                result.resultTable().columns().stream().map(Column::name).toList());
        assertEquals(81, result.resultTable().number(0, "power4"));
    }

    @Test
    void refusedPointOfASweepHasAllCellsMissing() {
        Request<Pair> request = Request.of(new PairExperiment())
                .over(List.of(new Axis("left", List.of(1.0, 4.0), false), new Axis("right", List.of(1.0, 4.0), false)));
        RunResult result = Runner.local().run(request, SERIAL);
        assertEquals(1, result.failed());
        assertEquals(2, result.resultTable().number(0, "sum"));
        assertTrue(Double.isNaN(result.resultTable().number(3, "sum")));
        assertTrue(result.resultTable().text(3, "message").contains("left + right must be at most 6"));
    }

    @Test
    void anAxisMustNotChangeTheColumns() {
        Sweep<Powers> sweep = Sweep.of(new PowersExperiment());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> sweep.axis("count", AxisValues.values(2, 3))
                        .request());
        assertTrue(refused.getMessage().contains("leave the columns of the table as they are"), refused.getMessage());
    }
}
