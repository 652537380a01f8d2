package meanfield.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.AxisValues;
import meanfield.experiment.Column;
import meanfield.experiment.table.CsvTable;
import meanfield.experiment.table.ResultTable;
import meanfield.experiment.toy.BranchExperiment;
import meanfield.experiment.toy.ResponseExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    private static final RunSettings SERIAL = RunSettings.of(Workers.serial(), LinearAlgebras.ejml());

    private static Sweep<ResponseExperiment.Point> sweep() {
        return Sweep.of(new ResponseExperiment())
                .with("samples", 10)
                .axis("drive", AxisValues.linear(4, 8, 5))
                .axis("shape", AxisValues.values("rational", "straight-line"))
                .withReplicates(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void threadsDoNotChangeTheTable(int threads) {
        try (Workers workers = Workers.of(threads)) {
            RunResult parallel = sweep().run(SERIAL.withWorkers(workers));
            assertEquals(CsvTable.write(sweep().run(SERIAL).resultTable()), CsvTable.write(parallel.resultTable()));
        }
    }

    @Test
    void quickIsTheExperimentsOwn() {
        ResponseExperiment experiment = new ResponseExperiment();
        assertEquals(
                experiment.quick(),
                Sweep.of(experiment).with("samples", 10).quick().request().parameters());
    }

    @Test
    void columnsStandInTheOrderOfTheContract() {
        Sweep<ResponseExperiment.Point> sweep = Sweep.of(new ResponseExperiment())
                .axis("gain", AxisValues.values(1, 2))
                .axis("drive", AxisValues.values(1, 3));
        List<Column> columns = sweep.request().columns();
        assertEquals(
                List.of(
                        "gain",
                        "replicate",
                        "source",
                        "drive",
                        "response",
                        "responseStdErr",
                        "samples",
                        "shape",
                        "status",
                        "message"),
                columns.stream().map(Column::name).toList());
        assertEquals("g", columns.get(0).symbol());
        RunResult result = sweep.run(SERIAL);
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0), column(result.resultTable(), "gain"));
        assertEquals(List.of(1.0, 1.0, 3.0, 3.0, 1.0, 1.0, 3.0, 3.0), column(result.resultTable(), "drive"));
    }

    @Test
    void anAxisThatTheExperimentDoesNotSetIsFilledInAlsoWhereThePointFails() {
        ResultTable failed = sweep().run(SERIAL).resultTable().where(Map.of("status", "failed"));
        assertEquals(4, failed.size());
        assertEquals("rational", failed.text(0, "shape"));
        assertEquals(7, failed.number(0, "drive"));
        assertTrue(Double.isNaN(failed.number(0, "response")));
        assertEquals("drive must not be 7, \"really\"", failed.text(0, "message"));
    }

    @Test
    void pointsShareDisorderAndReplicatesDoNot() {
        ResultTable table =
                sweep().run(SERIAL).resultTable().where(Map.of("source", "simulation", "shape", "straight-line"));
        double first = noise(table, 0);
        assertEquals(4.0, table.number(0, "drive"));
        assertEquals(5.0, table.number(2, "drive"));
        assertEquals(first, noise(table, 2), 1e-13, "the same replicate at another drive");
        assertNotEquals(first, noise(table, 1), 1e-3, "another replicate");
        double otherSeed = noise(
                sweep().withSeed(2)
                        .run(SERIAL)
                        .resultTable()
                        .where(Map.of("source", "simulation", "shape", "straight-line")),
                0);
        assertNotEquals(first, otherSeed, 1e-3);
    }

    private static double noise(ResultTable table, int row) {
        return table.number(row, "response") - 2 * table.number(row, "drive");
    }

    @Test
    void rowsThatDidNotConvergeKeepTheirNumbersAndSayWhy() {
        RunResult result = Run.of(new BranchExperiment())
                .with("inverseTemperatures", List.of(2.0, 1.0001))
                .with("maxIterations", 100)
                .run(SERIAL);
        assertEquals(1, result.notConverged());
        assertEquals("not-converged", result.resultTable().text(1, "status"));
        assertTrue(result.resultTable().text(1, "message").startsWith("iteration limit after 100 iterations"));
        assertTrue(result.resultTable().number(1, "magnetization") > 0);
        assertFalse(result.isOk());
        assertTrue(result.toString().startsWith("1 not converged of 2 rows"), result.toString());
    }

    @Test
    void aSingleRunThatRefusesItsParametersThrowsAndASweepGivesAFailedRow() {
        Run<ResponseExperiment.Point> run = Run.of(new ResponseExperiment()).with("drive", 7);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> run.run(SERIAL));
        assertEquals("drive must not be 7, \"really\"", e.getMessage());
        RunResult swept = Sweep.of(new ResponseExperiment())
                .axis("drive", AxisValues.values(6, 7))
                .run(SERIAL);
        assertEquals(1, swept.failed());
    }

    @Test
    void anAxisValueThatNoPointCanHaveIsRefusedBeforeAnythingRuns() {
        Sweep<ResponseExperiment.Point> sweep =
                Sweep.of(new ResponseExperiment()).axis("gain", AxisValues.linear(-1, 1, 5));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, sweep::request);
        assertEquals("gain must be finite and > 0, got -1.0", e.getMessage());
    }

    @Test
    void anUnknownAxisNamesItsNearestMatch() {
        Sweep<ResponseExperiment.Point> sweep =
                Sweep.of(new ResponseExperiment()).axis("drvie", AxisValues.values(1));
        String message =
                assertThrows(IllegalArgumentException.class, sweep::request).getMessage();
        assertEquals(
                "unknown parameter drvie, did you mean drive? (one of: drive, gain, samples, shape, weights)", message);
    }

    @Test
    void aListCannotBeSweptAndAWholeNumberTakesNoFraction() {
        assertThrows(
                IllegalArgumentException.class,
                Sweep.of(new ResponseExperiment()).axis("weights", AxisValues.values(1))::request);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        Sweep.of(new ResponseExperiment()).axis("samples", AxisValues.linear(1, 2, 3))::request)
                .getMessage();
        assertEquals("samples must be a whole number, got 1.5", message);
    }

    @Test
    void progressNeverDecreasesAndEndsAtOne() {
        List<ProgressListener.Progress> heard = new ArrayList<>();
        try (Workers workers = Workers.of(3)) {
            sweep().run(SERIAL.withWorkers(workers).withProgress(heard::add));
        }
        for (int i = 1; i < heard.size(); i++) {
            assertTrue(heard.get(i).fraction() >= heard.get(i - 1).fraction());
        }
        assertEquals(new ProgressListener.Progress(20, 20, 1, ""), heard.get(heard.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void cancellationEndsTheSweepAndIsNotAFailedRow(int threads) {
        Cancellation cancellation = new Cancellation();
        try (Workers workers = Workers.of(threads)) {
            RunSettings settings = SERIAL.withWorkers(workers)
                    .withCancellation(cancellation)
                    .withProgress(progress -> {
                        if (progress.finished() == 4) {
                            cancellation.cancel();
                        }
                    });
            assertThrows(CancellationException.class, () -> sweep().run(settings));
        }
    }

    @Test
    void summariesOfASweepKeepWhatAllPointsShare() {
        RunResult result = Sweep.of(new ResponseExperiment())
                .axis("gain", AxisValues.values(1, 4))
                .run(SERIAL);
        assertEquals(Map.of("shape", "toy"), result.summary());
        assertEquals(
                List.of(0.5, 2.0),
                result.pointSummaries().stream().map(s -> s.get("largest")).toList());
        RunResult single = Run.of(new ResponseExperiment()).run(SERIAL);
        assertEquals(Map.of("shape", "toy", "largest", 1.0), single.summary());
        assertTrue(single.toString().startsWith("ok: largest = 1.00000; toy.response, 2 rows"), single.toString());
    }

    @Test
    void theUsersTableIsATablesawTable() {
        var table = sweep().run(SERIAL).table();
        assertEquals(36, table.rowCount());
        assertEquals(
                4, table.where(table.stringColumn("status").isEqualTo("failed")).rowCount());
        assertEquals(20, table.longColumn("samples").countMissing());
    }

    @Test
    void theEstimateAddsTimesAndTakesTheLargestMemory() {
        Estimate estimate = Estimate.of(
                sweep().with("samples", 1_000_000).withReplicates(50).request(), 2);
        assertEquals(new Estimate(500, 250, 16e3), estimate);
        assertEquals(
                "500 points, about 4 min, about 0 MB", estimate.warning(1 << 30).orElseThrow());
        assertTrue(Estimate.of(sweep().request(), 2).warning(1 << 30).isEmpty());
    }

    private static List<Double> column(ResultTable table, String name) {
        List<Double> values = new ArrayList<>();
        for (double value : table.numbers(name)) {
            values.add(value);
        }
        return values;
    }
}
