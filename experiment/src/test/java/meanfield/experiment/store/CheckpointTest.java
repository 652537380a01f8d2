package meanfield.experiment.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.AxisValues;
import meanfield.experiment.run.Cancellation;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.run.Sweep;
import meanfield.experiment.store.ResultFolder.Existing;
import meanfield.experiment.toy.TrainedExperiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings inside a result folder: stopped, taken up, and never mixed with another request's. */
class CheckpointTest {
    @TempDir
    Path folder;

    private static Sweep<TrainedExperiment.Setting> single() {
        return Sweep.of(new TrainedExperiment());
    }

    private static Sweep<TrainedExperiment.Setting> grid() {
        return single().axis("learningRate", AxisValues.values(0.05, 0.1, 0.15));
    }

    private Set<String> names(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private byte[] table(Path path) throws IOException {
        return Files.readAllBytes(path.resolve("table.csv"));
    }

    /** Runs; the progress at which it is stopped, above 1 for never. Returns the first text that was reported. */
    private String run(Path path, Request<?> request, int threads, double stopAt, Existing existing) {
        AtomicReference<String> first = new AtomicReference<>();
        Cancellation cancellation = new Cancellation();
        try (Workers workers = Workers.of(threads)) {
            RunSettings settings = RunSettings.of(workers, LinearAlgebras.ejml())
                    .withCancellation(cancellation)
                    .withProgress(now -> {
                        if (!now.text().isEmpty()) {
                            first.compareAndSet(null, now.text());
                        }
                        if (now.fraction() >= stopAt) {
                            cancellation.cancel();
                        }
                    });
            ResultFolder.at(path).compute(request, settings, Runner.local(), existing);
        }
        return first.get();
    }

    private void stopped(Path path, Request<?> request, int threads, double stopAt) {
        assertThrows(CancellationException.class, () -> run(path, request, threads, stopAt, Existing.KEEP));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.49, 0.51, 0.8, 0.99})
    void aSingleRunGoesOnWhereItWasStopped(double stopAt) throws IOException {
        Request<?> request = single().request();
        Path whole = folder.resolve("whole");
        run(whole, request, 1, 2, Existing.KEEP);
        Path cut = folder.resolve("cut");
        stopped(cut, request, 2, stopAt);
        assertTrue(names(cut).contains("manifest.json"), "the folder says whose it is");
        assertFalse(names(cut).contains("table.csv"));
        assertTrue(names(cut).stream().anyMatch(name -> name.matches("checkpoint-0-network-[01]\\.part")));
        String first = run(cut, request, 1, 2, Existing.KEEP);
        assertFalse(stopAt > 0.02 && stopAt < 0.5 && first.equals("step 0"), "the first network went on: " + first);
        assertArrayEquals(table(whole), table(cut));
        assertEquals(Set.of("manifest.json", "table.csv"), names(cut));
    }

    @Test
    void aSweepStoppedAgainAndAgainHasTheBytesOfOneThatWasNot() throws IOException {
        Request<?> request = grid().request();
        Path whole = folder.resolve("whole");
        run(whole, request, 1, 2, Existing.KEEP);
        Path cut = folder.resolve("cut");
        for (double stopAt : new double[] {0.1, 0.45, 0.7, 0.95}) {
            stopped(cut, request, 1 + (int) (3 * stopAt), stopAt);
        }
        run(cut, request, 2, 2, Existing.KEEP);
        assertArrayEquals(table(whole), table(cut));
        assertEquals(Set.of("manifest.json", "table.csv"), names(cut));
    }

    @Test
    void anotherSeedOrParameterIsRefusedAndNeverTakenUp() throws IOException {
        Path path = folder.resolve("a");
        stopped(path, single().request(), 1, 0.4);
        for (Request<?> other : List.of(
                single().withSeed(2).request(),
                single().with("learningRate", 0.2).request())) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> run(path, other, 1, 2, Existing.KEEP));
            assertTrue(refused.getMessage().contains("holds another request's result"), refused.getMessage());
        }
        Request<?> other = single().withSeed(2).request();
        assertEquals("step 0", run(path, other, 1, 2, Existing.OVERWRITE));
        Path fresh = folder.resolve("b");
        run(fresh, other, 1, 2, Existing.KEEP);
        assertArrayEquals(table(fresh), table(path));
        assertEquals(Set.of("manifest.json", "table.csv"), names(path));
    }

    @Test
    void aDamagedStateOrThatOfAnotherVersionIsNotTakenUp() throws IOException {
        Path path = folder.resolve("a");
        Request<?> request = single().request();
        run(folder.resolve("whole"), request, 1, 2, Existing.KEEP);
        stopped(path, request, 1, 0.4);
        Path state = path.resolve("checkpoint-0-network-0.part");
        byte[] bytes = Files.readAllBytes(state);
        for (int at : new int[] {5, 30, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(state, damaged);
            stopped(path, request, 1, 0);
            Files.write(state, java.util.Arrays.copyOf(bytes, at));
            stopped(path, request, 1, 0);
        }
        Files.write(state, new byte[0]);
        assertEquals("step 0", run(path, request, 1, 2, Existing.KEEP));
        assertArrayEquals(table(folder.resolve("whole")), table(path));
    }

    @Test
    void anInterruptedRunIsNotLoadedAndSaysWhatFinishesIt() throws IOException {
        Path path = folder.resolve("a");
        Request<?> request = single().request();
        stopped(path, request, 1, 0.4);
        IllegalArgumentException unfinished = assertThrows(
                IllegalArgumentException.class, () -> ResultFolder.at(path).load(id -> request.experiment()));
        assertTrue(unfinished.getMessage().endsWith("the command that started it finishes it"));
        RunSettings settings = RunSettings.of(Workers.serial(), LinearAlgebras.ejml());
        assertEquals(List.of(0), ResultFolder.at(path).pointsUnderWay(request, settings));
        Request<?> other = single().withSeed(5).request();
        assertEquals(List.of(), ResultFolder.at(path).pointsUnderWay(other, settings));
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cancellation cancellation = new Cancellation();
        FileCheckpoints nowhere = new FileCheckpoints(file.resolve("below"), "x", cancellation, () -> true, () -> {});
        FileCheckpoints refused = new FileCheckpoints(folder, "x", cancellation, () -> false, () -> {});
        try (Workers workers = Workers.of(1)) {
            RunSettings settings = RunSettings.of(workers, LinearAlgebras.ejml());
            cancellation.cancel();
            for (FileCheckpoints places : List.of(nowhere, refused)) {
                RunSettings keeping = settings.withCheckpoints(places);
                assertThrows(CancellationException.class, () -> Runner.local().run(single().request(), keeping));
            }
        }
        assertEquals(Set.of("file"), names(folder));
        assertThrows(IllegalArgumentException.class, () -> refused.at("../x"));
        assertThrows(IllegalArgumentException.class, () -> refused.at("training"));
        assertNotSame(Checkpoint.NONE, refused.at("0-training"));
        assertSame(Checkpoint.NONE, refused.at("0-training"), "a second computation of one name keeps nothing");
    }
}
