package meanfield.experiment.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.AxisValues;
import meanfield.experiment.Experiment;
import meanfield.experiment.chart.ChartRenderer;
import meanfield.experiment.run.LocalRunner;
import meanfield.experiment.run.PointTask;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.run.Sweep;
import meanfield.experiment.run.SweepRunner;
import meanfield.experiment.store.ResultFolder.Existing;
import meanfield.experiment.store.ResultFolder.Stored;
import meanfield.experiment.toy.ResponseExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {
    private static final RunSettings SERIAL = RunSettings.of(Workers.serial(), LinearAlgebras.ejml());
    private static final String JOURNAL = "journal.part";

    @TempDir
    Path folder;

    private static Request<ResponseExperiment.Point> request() {
        return Sweep.of(new ResponseExperiment())
                .with("samples", 3)
                .axis("drive", AxisValues.values(6, 7))
                .axis("shape", AxisValues.values("rational", "straight-line"))
                .request();
    }

    private static Stored compute(Path path, Request<?> request) {
        return ResultFolder.at(path).compute(request, SERIAL, Runner.local(), Existing.KEEP);
    }

    private static Set<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Counts the points it is asked for and stops, as a kill does, before one of them. */
    private static final class Interrupted implements SweepRunner {
        private final int points;
        private final List<Integer> asked = new ArrayList<>();

        Interrupted(int points) {
            this.points = points;
        }

        @Override
        public String name() {
            return "interrupted";
        }

        @Override
        public void run(Experiment<?> experiment, List<PointTask> tasks, RunSettings settings, Sink sink) {
            tasks.forEach(task -> asked.add(task.index()));
            new LocalRunner().run(experiment, tasks.subList(0, Math.min(points, tasks.size())), settings, sink);
            if (points < tasks.size()) {
                throw new CancellationException("interrupted");
            }
        }
    }

    @Test
    void aFinishedFolderHoldsTableAndManifestOnly() throws IOException {
        Stored stored = compute(folder.resolve("a/b"), request());
        assertEquals(Set.of("manifest.json", "table.csv"), names(folder.resolve("a/b")));
        assertEquals(6, stored.result().resultTable().size());
        assertFalse(stored.wasComplete());
        List<Path> figures = ResultFolder.at(folder.resolve("a/b")).draw(stored.result(), ChartRenderer.withDefaults());
        assertEquals(
                List.of("response.png", "response.svg"),
                figures.stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void aKillInTheMiddleOfTheJournalGivesTheTableOfAnUninterruptedSweep() throws IOException {
        Request<ResponseExperiment.Point> small = Sweep.of(new ResponseExperiment())
                .with("samples", 0)
                .axis("drive", AxisValues.values(6, 7, 8))
                .request();
        compute(folder.resolve("whole"), small);
        byte[] whole = Files.readAllBytes(folder.resolve("whole/table.csv"));
        Path cut = folder.resolve("cut");
        ResultFolder results = ResultFolder.at(cut);
        assertThrows(
                CancellationException.class,
                () -> results.compute(small, SERIAL, Runner.on(new Interrupted(2)), Existing.KEEP));
        byte[] journal = Files.readAllBytes(cut.resolve(JOURNAL));
        byte[] manifest = Files.readAllBytes(cut.resolve("manifest.json"));
        for (int length = 0; length <= journal.length; length++) {
            boolean besideLineEnd =
                    length == journal.length || journal[length] == '\n' || (length > 0 && journal[length - 1] == '\n');
            if (!besideLineEnd && length % 37 != 0) {
                continue;
            }
            Files.write(cut.resolve(JOURNAL), Arrays.copyOf(journal, length));
            Files.write(cut.resolve("manifest.json"), manifest);
            Files.deleteIfExists(cut.resolve("table.csv"));
            Interrupted rest = new Interrupted(3);
            Stored stored = results.compute(small, SERIAL, Runner.on(rest), Existing.KEEP);
            assertArrayEquals(whole, Files.readAllBytes(cut.resolve("table.csv")), "cut at byte " + length);
            int lines = (int) new String(journal, 0, length, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            int kept = Math.max(0, lines - 1);
            assertEquals(3 - kept, rest.asked.size(), "cut at byte " + length);
            assertEquals(kept, stored.result().effort().resumedPoints());
            assertEquals(Set.of("manifest.json", "table.csv"), names(cut));
        }
    }

    @Test
    void aJournalCutAtAnyByteGivesItsWholeLinesAndGoesOn() throws IOException {
        Path file = folder.resolve(JOURNAL);
        List<String> lines = List.of("{\"a\":\"λ, 1\"}", "{\"b\":2}", "{}");
        try (Journal journal = Journal.open(file, "x")) {
            lines.forEach(line -> journal.keep(0, line));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            long ends = new String(whole, 0, length, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            List<String> kept = new ArrayList<>(lines.subList(0, (int) Math.max(0, ends - 1)));
            try (Journal journal = Journal.open(file, "x")) {
                assertEquals(kept, journal.finished(), "cut at byte " + length);
                journal.keep(1, "{\"next\":1}");
            }
            kept.add("{\"next\":1}");
            try (Journal journal = Journal.open(file, "x")) {
                assertEquals(kept, journal.finished(), "continued at byte " + length);
            }
        }
    }

    @Test
    void aCutJournalIsContinuedBehindItsLastWholeLine() throws IOException {
        ResultFolder results = ResultFolder.at(folder);
        assertThrows(
                CancellationException.class,
                () -> results.compute(request(), SERIAL, Runner.on(new Interrupted(2)), Existing.KEEP));
        byte[] journal = Files.readAllBytes(folder.resolve(JOURNAL));
        Files.write(folder.resolve(JOURNAL), Arrays.copyOf(journal, journal.length - 5));
        assertThrows(
                CancellationException.class,
                () -> results.compute(request(), SERIAL, Runner.on(new Interrupted(2)), Existing.KEEP));
        Interrupted last = new Interrupted(4);
        results.compute(request(), SERIAL, Runner.on(last), Existing.KEEP);
        assertEquals(List.of(3), last.asked);
    }

    @Test
    void aDamagedLineIsComputedAgain() throws IOException {
        ResultFolder results = ResultFolder.at(folder);
        assertThrows(
                CancellationException.class,
                () -> results.compute(request(), SERIAL, Runner.on(new Interrupted(3)), Existing.KEEP));
        String journal = Files.readString(folder.resolve(JOURNAL));
        Files.writeString(folder.resolve(JOURNAL), journal.replaceFirst("\"index\":1", "\"index\":2"));
        Interrupted rest = new Interrupted(4);
        results.compute(request(), SERIAL, Runner.on(rest), Existing.KEEP);
        assertEquals(List.of(1, 3), rest.asked);
    }

    @Test
    void aKillBetweenTableAndManifestIsRepaired() throws IOException {
        ResultFolder results = ResultFolder.at(folder);
        assertThrows(
                CancellationException.class,
                () -> results.compute(request(), SERIAL, Runner.on(new Interrupted(0)), Existing.KEEP));
        byte[] started = Files.readAllBytes(folder.resolve("manifest.json"));
        compute(folder, request());
        byte[] table = Files.readAllBytes(folder.resolve("table.csv"));
        Files.write(folder.resolve("manifest.json"), started);
        compute(folder, request());
        assertArrayEquals(table, Files.readAllBytes(folder.resolve("table.csv")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void threadsDoNotChangeABitOfTheTable(int threads) throws IOException {
        compute(folder.resolve("serial"), request());
        try (Workers workers = Workers.of(threads)) {
            ResultFolder.at(folder.resolve("parallel"))
                    .compute(request(), SERIAL.withWorkers(workers), Runner.local(), Existing.KEEP);
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("serial/table.csv")),
                Files.readAllBytes(folder.resolve("parallel/table.csv")));
    }

    @Test
    void aCompleteResultIsReadAndNotComputed() {
        Stored first = compute(folder, request());
        Interrupted none = new Interrupted(4);
        Stored again = ResultFolder.at(folder).compute(request(), SERIAL, Runner.on(none), Existing.KEEP);
        assertTrue(again.wasComplete());
        assertEquals(List.of(), none.asked);
        assertEquals(first.result().summary(), again.result().summary());
        assertEquals(first.result().verdict(), again.result().verdict());
    }

    @Test
    void anotherRequestIsRefusedWithTheDifferenceUnlessOverwritten() throws IOException {
        compute(folder, request());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> compute(folder, request().withSeed(9)));
        assertEquals(
                folder + " holds another request's result (seed: 1 there, 9 here); give another folder or overwrite",
                e.getMessage());
        String old = Files.readString(folder.resolve("table.csv"));
        ResultFolder.at(folder).compute(request().withSeed(9), SERIAL, Runner.local(), Existing.OVERWRITE);
        assertFalse(old.equals(Files.readString(folder.resolve("table.csv"))));
    }

    @Test
    void anInterruptedSweepIsKnownAsAnotherRequestToo() {
        assertThrows(CancellationException.class, () -> ResultFolder.at(folder)
                .compute(request(), SERIAL, Runner.on(new Interrupted(1)), Existing.KEEP));
        assertThrows(
                IllegalArgumentException.class, () -> compute(folder, request().withReplicates(2)));
        assertThrows(
                IllegalArgumentException.class, () -> ResultFolder.at(folder).load(id -> new ResponseExperiment()));
    }

    @Test
    void overwritingACompleteResultComputesItAgain() {
        compute(folder, request());
        Interrupted all = new Interrupted(4);
        ResultFolder.at(folder).compute(request(), SERIAL, Runner.on(all), Existing.OVERWRITE);
        assertEquals(4, all.asked.size());
    }

    @Test
    void anEditedTableIsNotReportedAsTheResult() throws IOException {
        compute(folder, request());
        Files.writeString(folder.resolve("table.csv"), Files.readString(folder.resolve("table.csv")) + "\n");
        String message = assertThrows(IllegalArgumentException.class, () -> compute(folder, request()))
                .getMessage();
        assertTrue(message.startsWith(folder.resolve("table.csv") + ""), message);
    }

    @Test
    void badInputLeavesNothingBehind() {
        Path target = folder.resolve("new");
        Request<ResponseExperiment.Point> bad =
                Sweep.of(new ResponseExperiment()).with("drive", 7).request();
        assertThrows(IllegalArgumentException.class, () -> compute(target, bad));
        assertFalse(Files.exists(target));
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> compute(folder.resolve("file/x"), request()))
                .getMessage();
        assertEquals(
                "cannot write to " + folder.resolve("file/x") + ": " + folder.resolve("file") + " is not a folder",
                message);
    }

    @Test
    void twoRunsInOneFolderAreRefused() throws IOException {
        Files.createDirectories(folder);
        try (Journal first = Journal.open(folder.resolve(JOURNAL), "x")) {
            assertEquals(List.of(), first.finished());
            String message = assertThrows(IllegalArgumentException.class, () -> compute(folder, request()))
                    .getMessage();
            assertEquals(folder + " is being written by another run", message);
        }
    }

    @Test
    void pointsOfAnotherBackendAreNotMixedIn() throws IOException {
        Path file = folder.resolve(JOURNAL);
        try (Journal journal = Journal.open(file, "ejml")) {
            journal.keep(0, "{\"point\":\"üλ\"}");
        }
        try (Journal journal = Journal.open(file, "ejml")) {
            assertEquals(List.of("{\"point\":\"üλ\"}"), journal.finished());
        }
        try (Journal journal = Journal.open(file, "native")) {
            assertEquals(List.of(), journal.finished());
        }
    }
}
