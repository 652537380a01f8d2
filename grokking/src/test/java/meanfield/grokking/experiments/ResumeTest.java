package meanfield.grokking.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.experiment.Experiment;
import meanfield.experiment.run.Cancellation;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.store.ResultFolder;
import meanfield.experiment.store.ResultFolder.Existing;
import meanfield.grokking.geometry.LatentLabel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every training of this module, stopped in its middle and started again, gives the table of one that was not stopped. */
class ResumeTest {
    @TempDir
    Path folder;

    static Stream<Request<?>> trainings() {
        DigitsSetting digits = new DigitsSetting("digits", List.of(8), 2, 0.5, 60, 100, 0.1, 1e-3, 25, 200, 3, 4);
        StudentSetting student =
                new StudentSetting(StudentModel.NETWORK, 5, 12, 3, 2, 30, 40, 3e-4, 0.05, 200, List.of(1e-3, 1e-1), 7);
        GeometrySetting geometry =
                new GeometrySetting(StandardActivation.RELU, LatentLabel.XOR, 0.5, 10, 30, 0.1, 400, 3, 1000);
        return Stream.of(
                Request.of(new DigitsExperiment()).from(digits),
                Request.of(new ModularExperiment()).from(new ModularSetting(7, 0.8, 30, 400, 300, 1, 5)),
                Request.of(new StudentTeacherExperiment()).from(student),
                Request.of(new SparsityExperiment()).from(new SparsityExperiment().quick()),
                Request.of(new GeometryExperiment()).from(geometry),
                Request.of(new PolynomialExperiment())
                        .from(new PolynomialSetting(12, 80, 30, 1, 0.3, 1, 0, 700, 3, 0.1)),
                Request.of(new PolynomialExperiment())
                        .from(new PolynomialSetting(24, 80, 2, 1, 0.3, 1, 3, 500, 3, 0.1)));
    }

    private static void run(Path path, Request<?> request, int threads, Cancellation cancellation, double stopAt) {
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

    private static <P extends Record> String name(Request<P> request) {
        Experiment<P> experiment = request.experiment();
        return experiment.id();
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void stoppedAndStartedAgainItGivesTheSameTable(Request<?> request) throws IOException {
        Path whole = folder.resolve("whole");
        run(whole, request, 1, new Cancellation(), 2);
        Path cut = folder.resolve("cut");
        for (double stopAt : new double[] {0.2, 0.6}) {
            assertThrows(
                    CancellationException.class,
                    () -> run(cut, request, 1 + (int) (2 * stopAt), new Cancellation(), stopAt),
                    () -> name(request));
            try (Stream<Path> files = Files.list(cut)) {
                assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("checkpoint-")));
            }
            assertFalse(Files.exists(cut.resolve("table.csv")));
        }
        run(cut, request, 2, new Cancellation(), 2);
        assertArrayEquals(
                Files.readAllBytes(whole.resolve("table.csv")),
                Files.readAllBytes(cut.resolve("table.csv")),
                name(request));
        try (Stream<Path> files = Files.list(cut)) {
            assertEquals(2, files.count(), "table and manifest");
        }
    }
}
