package meanfield.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.run.Cancellation;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.store.ResultFolder;
import meanfield.experiment.store.ResultFolder.Existing;

/** Runs that are stopped inside a training and started again. */
public final class Resumption {
    private Resumption() {}

    /** Stops the run at each of these fractions of its progress, and compares the table with that of a run in one go. */
    public static void check(Path folder, Request<?> request, double... stops) throws IOException {
        String id = request.experiment().id();
        Path whole = folder.resolve("whole");
        run(whole, request, 1, 2);
        Path cut = folder.resolve("cut");
        for (double stopAt : stops) {
            int threads = 1 + (int) (2 * stopAt);
            assertThrows(CancellationException.class, () -> run(cut, request, threads, stopAt), id);
            assertTrue(names(cut).stream().anyMatch(name -> name.startsWith("checkpoint-0-")), id);
            assertFalse(names(cut).contains("table.csv"), id);
        }
        run(cut, request, 2, 2);
        byte[] expected = Files.readAllBytes(whole.resolve("table.csv"));
        assertArrayEquals(expected, Files.readAllBytes(cut.resolve("table.csv")), id);
        assertEquals(Set.of("table.csv", "manifest.json"), names(cut), id);
    }

    private static void run(Path path, Request<?> request, int threads, double stopAt) {
        Cancellation cancellation = new Cancellation();
        try (Workers workers = Workers.of(threads)) {
            RunSettings settings = RunSettings.of(workers, LinearAlgebras.automatic())
                    .withCancellation(cancellation)
                    .withProgress(now -> {
                        if (now.fraction() >= stopAt) {
                            cancellation.cancel();
                        }
                    });
            ResultFolder.at(path).compute(request, settings, Runner.local(), Existing.KEEP);
        }
    }

    private static Set<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
