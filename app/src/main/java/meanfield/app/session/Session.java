package meanfield.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanfield.app.console.Console;
import meanfield.app.console.Interruption;
import meanfield.app.console.Progress;
import meanfield.app.console.UserError;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.tiles.TileEngine;
import meanfield.core.tiles.TileEngineProvider;
import meanfield.experiment.Experiments;
import meanfield.experiment.run.Estimate;
import meanfield.experiment.run.ProgressListener;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.run.SweepRunnerProvider;
import meanfield.experiment.store.ResultFolder;
import meanfield.experiment.store.Verification;

/**
 * What one command computes with, and the way from a request to a folder.
 *
 * @param console where to speak
 * @param interruption the wish to stop
 * @param threads threads to compute with
 * @param linearAlgebra linear algebra on one thread, so that results do not depend on the number of threads
 * @param runner where points are computed
 */
public record Session(
        Console console, Interruption interruption, int threads, LinearAlgebra linearAlgebra, Runner runner) {
    /** A session on this machine. */
    public static Session local(Console console, Interruption interruption, int threads, Backend backend) {
        LinearAlgebra linearAlgebra = LinearAlgebras.select(backend, 1).linearAlgebra();
        return new Session(console, interruption, threads, linearAlgebra, Runner.local());
    }

    /** The same session with points computed there: {@code local}, or a plug-in's name and perhaps an address. */
    public Session withRunner(String text) {
        Place place = Place.of(text);
        return place.isLocal()
                ? this
                : new Session(
                        console,
                        interruption,
                        threads,
                        linearAlgebra,
                        Runner.on(place.among(runners(), SweepRunnerProvider::name)
                                .create(place.address(), threads)));
    }

    /** Where large kernels are computed: empty for {@code local}, else a plug-in's engine, for the caller to close. */
    public Optional<TileEngine> tileEngine(String text) {
        Place place = Place.of(text);
        if (place.isLocal()) {
            return Optional.empty();
        }
        Stream<TileEngineProvider> engines =
                ServiceLoader.load(TileEngineProvider.class).stream().map(ServiceLoader.Provider::get);
        return Optional.of(
                place.among(engines, TileEngineProvider::name).open(place.address(), threads, linearAlgebra));
    }

    /** {@code NAME} or {@code NAME:ADDRESS}, as {@code --runner} takes it. */
    private record Place(String name, String address) {
        static Place of(String text) {
            int colon = text.indexOf(':');
            return colon < 0 ? new Place(text, "") : new Place(text.substring(0, colon), text.substring(colon + 1));
        }

        boolean isLocal() {
            return name.equals("local");
        }

        /** The plug-in of this name. */
        <T> T among(Stream<T> plugins, Function<T, String> nameOf) {
            return plugins.filter(plugin -> nameOf.apply(plugin).equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownRunner(address.isEmpty() ? name : name + ":" + address));
        }
    }

    private static UserError unknownRunner(String text) {
        String known = Stream.concat(Stream.of("local"), runners().map(SweepRunnerProvider::name))
                .collect(Collectors.joining(" or "));
        return new UserError("--runner must be " + known + ", got " + text);
    }

    /** Plug-ins that compute sweeps elsewhere. */
    public static Stream<SweepRunnerProvider> runners() {
        return ServiceLoader.load(SweepRunnerProvider.class).stream().map(ServiceLoader.Provider::get);
    }

    /** The same session that says nothing of its own. */
    public Session silently() {
        return new Session(console.withQuiet(true), interruption, threads, linearAlgebra, runner);
    }

    /** Fresh workers; the caller closes them. */
    public Workers workers() {
        return Workers.of(threads);
    }

    /**
     * Computes what a folder lacks, with an estimate before and progress meanwhile, and draws its figures.
     *
     * @throws IllegalArgumentException when the folder cannot take the result
     * @throws CancellationException saying what was kept, when interrupted
     */
    public ResultFolder.Stored compute(Request<?> request, Path folder, ResultFolder.Existing existing) {
        try (Progress bar = Progress.on(console, request.experiment().id())) {
            return compute(request, folder, existing, bar);
        }
    }

    /** As {@link #compute(Request, Path, ResultFolder.Existing)}, with this progress. */
    public ResultFolder.Stored compute(
            Request<?> request, Path folder, ResultFolder.Existing existing, Progress progress) {
        AtomicInteger finished = new AtomicInteger();
        ResultFolder target = ResultFolder.at(folder);
        Workers workers = workers();
        RunSettings settings = settings(workers, request, progress, finished);
        try (workers) {
            interruption.listening(true);
            target.check(request, settings, existing);
            Estimate.of(request, threads)
                    .warning(Runtime.getRuntime().maxMemory())
                    .ifPresent(line -> console.note(request.experiment().id() + ": " + line));
            ResultFolder.Stored stored = target.compute(request, settings, runner, existing);
            FigureFiles.complete(stored, folder);
            return stored;
        } catch (CancellationException e) {
            throw interrupted(request, folder, finished.get(), target.pointsUnderWay(request, settings));
        } finally {
            interruption.listening(interruption.isRequested());
        }
    }

    /** Computes the result in a folder again and compares. */
    public Verification verify(Path folder) {
        ResultFolder.Stored stored = ResultFolder.at(folder).load(Experiments::find);
        Request<?> request = stored.manifest().request();
        try (Progress bar =
                        Progress.on(console, "verify " + request.experiment().id());
                Workers workers = workers()) {
            return Verification.of(folder, Experiments::find, settings(workers, request, bar, new AtomicInteger()));
        }
    }

    private RunSettings settings(Workers workers, Request<?> request, Progress progress, AtomicInteger finished) {
        return RunSettings.of(workers, linearAlgebra)
                .withCancellation(interruption.cancellation())
                .withProgress(listener(request, progress, finished));
    }

    private static ProgressListener listener(Request<?> request, Progress progress, AtomicInteger finished) {
        return new ProgressListener() {
            @Override
            public void progress(ProgressListener.Progress now) {
                finished.set(now.finished());
                String count = request.points() == 1 ? "" : now.finished() + " of " + now.points() + " points";
                String text = count + (count.isEmpty() || now.text().isEmpty() ? "" : ", ") + now.text();
                progress.update(now.fraction(), text);
            }

            @Override
            public void goesOn() {
                progress.goesOn();
            }
        };
    }

    /** What was kept, in one line, and how to go on. */
    private static CancellationException interrupted(
            Request<?> request, Path folder, int finished, List<Integer> underWay) {
        boolean single = request.points() == 1;
        if (single && underWay.isEmpty()) {
            return new CancellationException("interrupted; nothing was written");
        }
        String states = underWay.size() == 1 ? "the state of one more" : "the states of " + underWay.size() + " more";
        String kept = single
                ? "the state of its training is kept in "
                : finished + " of " + request.points() + " points"
                        + (underWay.isEmpty() ? " are kept in " : " and " + states + " are kept in ");
        return new CancellationException("interrupted; " + kept + folder + ", the same command goes on from there");
    }
}
