package meanfield.app.gallery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import meanfield.app.console.Console;
import meanfield.app.console.Progress;
import meanfield.app.console.Words;
import meanfield.app.session.Session;
import meanfield.experiment.BuildInfo;
import meanfield.experiment.Experiment;
import meanfield.experiment.run.Request;
import meanfield.experiment.store.AtomicFiles;
import meanfield.experiment.store.Manifest;
import meanfield.experiment.store.ResultFolder;

/**
 * Computes the showcases of experiments into a folder and keeps its page up to date after each of them. Results that
 * are there and complete are shown as they are.
 */
public final class Gallery {
    private static final String PAGE = "index.html";

    private final Session session;
    private final Path out;
    private final boolean isOurs;
    private final List<Exhibit> exhibits = new ArrayList<>();

    private Gallery(Session session, Path out) {
        this.session = session;
        this.out = out;
        this.isOurs = holdsGallery(out);
    }

    /**
     * Computes the showcases whose experiment starts with the prefix and returns all exhibits of the page: of other
     * experiments those that the folder already has.
     *
     * @throws CancellationException when interrupted; finished exhibits are kept
     */
    public static List<Exhibit> make(
            Session session, Path out, List<Experiment<?>> all, Experiment.Effort effort, String prefix) {
        AtomicFiles.requireWritable(out);
        List<Exhibition<?>> plan = new ArrayList<>();
        all.forEach(experiment -> Exhibition.addAll(experiment, effort, plan));
        return new Gallery(session, out).make(plan, prefix);
    }

    private List<Exhibit> make(List<Exhibition<?>> plan, String prefix) {
        List<Exhibition<?>> chosen =
                plan.stream().filter(show -> show.id().startsWith(prefix)).toList();
        double total = chosen.stream()
                .mapToDouble(show -> show.weight(session.threads()))
                .sum();
        double done = 0;
        int count = 0;
        AtomicFiles.createFolder(out);
        try (Progress bar = Progress.on(session.console(), "gallery")) {
            for (Exhibition<?> show : plan) {
                if (!chosen.contains(show)) {
                    show.stored(out).ifPresent(exhibits::add);
                    continue;
                }
                count++;
                double before = done / total;
                double share = show.weight(session.threads()) / total;
                String title = show.folder() + " (" + count + " of " + chosen.size() + ")";
                bar.update(before, title);
                exhibits.add(compute(show, new Part(bar, before, share, title)));
                done += show.weight(session.threads());
                writePage();
            }
        }
        writePage();
        return List.copyOf(exhibits);
    }

    /** A stretch of the whole progress. */
    private record Part(Progress whole, double from, double share, String title) implements Progress {
        @Override
        public void update(double fraction, String text) {
            whole.update(from + share * fraction, title + (text.isEmpty() ? "" : ": " + text));
        }

        @Override
        public void goesOn() {
            whole.goesOn();
        }

        @Override
        public void close() {}
    }

    private Exhibit compute(Exhibition<?> show, Progress progress) {
        Console console = session.console();
        try {
            ResultFolder.Stored stored = compute(show.request(), out.resolve(show.folder()), progress);
            Exhibit exhibit = show.exhibit(stored);
            if (!console.isTerminal()) {
                console.note(show.folder() + ": " + stored.result().verdict() + ", "
                        + (stored.wasComplete() ? "was already there" : Words.duration(exhibit.seconds())));
            }
            return exhibit;
        } catch (CancellationException e) {
            writePage();
            throw new CancellationException("interrupted; " + Words.count(exhibits.size(), "exhibit") + " kept in "
                    + out + ", the same command goes on from there");
        } catch (RuntimeException | OutOfMemoryError e) {
            String reason = e instanceof IllegalArgumentException ? e.getMessage() : e.toString();
            console.error(show.folder() + ": " + reason);
            return show.failed(reason);
        }
    }

    /** What an earlier gallery left is replaced when it is no longer the same; other people's results are not. */
    private ResultFolder.Stored compute(Request<?> request, Path folder, Progress progress) {
        try {
            return session.compute(request, folder, ResultFolder.Existing.KEEP, progress);
        } catch (IllegalArgumentException e) {
            if (!isOurs || !Files.exists(folder.resolve(Manifest.FILE))) {
                throw e;
            }
            return session.compute(request, folder, ResultFolder.Existing.OVERWRITE, progress);
        }
    }

    private void writePage() {
        String made =
                "Made by Meanfield " + BuildInfo.version() + " on Java " + System.getProperty("java.version") + ", "
                        + Words.count(session.threads(), "thread") + ", "
                        + session.linearAlgebra().description() + ".";
        AtomicFiles.write(out.resolve(PAGE), GalleryPage.of(exhibits, made));
    }

    private static boolean holdsGallery(Path out) {
        return readPage(out).map(text -> text.contains(GalleryPage.GENERATOR)).orElse(false);
    }

    private static Optional<String> readPage(Path out) {
        try {
            return Optional.of(new String(Files.readAllBytes(out.resolve(PAGE)), StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
