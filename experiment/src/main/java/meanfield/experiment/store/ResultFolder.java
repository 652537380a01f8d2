package meanfield.experiment.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import meanfield.experiment.Experiment;
import meanfield.experiment.chart.ChartRenderer;
import meanfield.experiment.chart.Figure;
import meanfield.experiment.parameters.StrictJson;
import meanfield.experiment.run.Request;
import meanfield.experiment.run.RunResult;
import meanfield.experiment.run.RunSettings;
import meanfield.experiment.run.Runner;
import meanfield.experiment.table.CsvTable;
import meanfield.experiment.table.ResultTable;

/**
 * The folder of one result: {@code table.csv}, {@code manifest.json}, figures, and while a run is under way
 * {@code journal.part} and {@code checkpoint-*.part}. A process killed at any moment leaves a folder from which the same request goes on.
 */
public final class ResultFolder {
    /** The name of the table. */
    public static final String TABLE = "table.csv";

    private static final String JOURNAL = "journal.part";

    private final Path path;

    private ResultFolder(Path path) {
        this.path = path;
    }

    /** This folder. */
    public static ResultFolder at(Path path) {
        return new ResultFolder(path);
    }

    /** The folder of an experiment below an output folder. */
    public static ResultFolder below(Path out, Experiment<?> experiment) {
        return new ResultFolder(out.resolve(experiment.id()));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * A result with its manifest.
     *
     * @param result the rows and what belongs to them
     * @param manifest its manifest
     * @param wasComplete true when it was all there and nothing was computed
     */
    public record Stored(RunResult result, Manifest manifest, boolean wasComplete) {}

    /** What {@link #compute} does with a folder that is not empty. */
    public enum Existing {
        /** Another request's folder is refused; the same request's is continued, or returned when it is complete. */
        KEEP,
        /** Another request's result is replaced; a complete result is computed again; an interrupted one is continued. */
        OVERWRITE
    }

    /**
     * Checks that {@link #compute} would not be refused, without changing anything.
     *
     * @throws IllegalArgumentException when the folder holds another request's result or cannot be written
     */
    public void check(Request<?> request, RunSettings settings, Existing existing) {
        AtomicFiles.requireWritable(path);
        if (existing == Existing.KEEP) {
            refuseOther(fresh(request, settings));
        }
    }

    /**
     * Computes what is missing and completes the folder.
     *
     * @throws IllegalArgumentException when the folder holds another request's result, cannot be written, or is being
     *     written by another process, or when the experiment refuses the parameters of a single run
     * @throws java.util.concurrent.CancellationException when interrupted; finished points and the states of trainings are
     *     kept
     */
    public Stored compute(Request<?> request, RunSettings settings, Runner runner, Existing existing) {
        check(request, settings, existing);
        Manifest manifest = fresh(request, settings);
        boolean same = holds(manifest);
        if (same && isComplete()) {
            if (existing == Existing.KEEP) {
                AtomicFiles.deleteIfExists(path.resolve(JOURNAL));
                return complete(request);
            }
            same = false;
        }
        return request.points() == 1
                ? computeOne(settings, runner, manifest, same)
                : computeSweep(settings, runner, manifest, same);
    }

    private Stored computeSweep(RunSettings settings, Runner runner, Manifest manifest, boolean same) {
        Manifest started = same ? startedBefore(manifest) : manifest;
        try (Journal journal = begin(started, same)) {
            RunSettings keeping = settings.withCheckpoints(checkpoints(manifest, settings, () -> true));
            Stored stored = finish(started, runner.run(manifest.request(), keeping, journal));
            journal.delete();
            FileCheckpoints.deleteAll(path);
            return stored;
        }
    }

    /** A run that is done before its first state is kept writes nothing before its result. */
    private Stored computeOne(RunSettings settings, Runner runner, Manifest manifest, boolean same) {
        Manifest started = same ? startedBefore(manifest) : manifest;
        try (Claim claim = new Claim(() -> begin(started, same))) {
            if (same || Files.exists(path.resolve(JOURNAL))) {
                claim.take();
            }
            RunSettings keeping = settings.withCheckpoints(checkpoints(manifest, settings, claim));
            RunResult result = runner.run(manifest.request(), keeping);
            if (claim.isTaken()) {
                Stored stored = finish(started, result);
                claim.delete();
                FileCheckpoints.deleteAll(path);
                return stored;
            }
            AtomicFiles.createFolder(path);
            clear();
            AtomicFiles.write(path.resolve(Manifest.FILE), started.toText());
            return finish(started, result);
        }
    }

    /** Locks the folder and says whose it is from now on. */
    private Journal begin(Manifest started, boolean same) {
        AtomicFiles.createFolder(path);
        Journal journal = Journal.open(path.resolve(JOURNAL), journalIdentity(started));
        try {
            if (!same) {
                clear();
            }
            AtomicFiles.write(path.resolve(Manifest.FILE), started.toText());
            return journal;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private FileCheckpoints checkpoints(Manifest manifest, RunSettings settings, BooleanSupplier claim) {
        String identity =
                Sha256.of(journalIdentity(manifest) + manifest.environment().commit());
        return new FileCheckpoints(path, identity, settings.cancellation(), claim, settings.progress()::goesOn);
    }

    /** The points of a request that have states of trainings here, in ascending order: where the request would go on. */
    public List<Integer> pointsUnderWay(Request<?> request, RunSettings settings) {
        return holds(fresh(request, settings)) ? FileCheckpoints.points(path) : List.of();
    }

    /**
     * Reads a complete result.
     *
     * @param find gives the experiment of an id
     * @throws IllegalArgumentException when there is none, it is not complete, or it cannot be read
     */
    public Stored load(Function<String, ? extends Experiment<?>> find) {
        Manifest manifest = Manifest.read(path, find);
        Outcome outcome = manifest.outcome()
                .orElseThrow(() -> new IllegalArgumentException(
                        path + " holds an interrupted run; the command that started it finishes it"));
        ResultTable table = readTable(manifest.request());
        RunResult result = new RunResult(
                manifest.request(),
                table,
                outcome.summary(),
                outcome.pointSummaries(),
                outcome.inputs(),
                outcome.effort());
        return new Stored(result, manifest, true);
    }

    /**
     * Draws the figures of a result into this folder, each as PNG and SVG.
     *
     * @return the files written, in the order of the figures
     */
    public List<Path> draw(RunResult result, ChartRenderer renderer) {
        List<Path> files = new ArrayList<>();
        for (Figure figure : result.figures()) {
            Path png = path.resolve(figure.name() + ".png");
            Path svg = path.resolve(figure.name() + ".svg");
            AtomicFiles.write(png, renderer.png(figure, result.resultTable(), result.summary()));
            AtomicFiles.write(svg, renderer.svg(figure, result.resultTable(), result.summary()));
            files.add(png);
            files.add(svg);
        }
        return files;
    }

    /** The hash of {@code table.csv} as it is now. */
    String tableHash() {
        return Sha256.of(AtomicFiles.read(path.resolve(TABLE)));
    }

    private Stored complete(Request<?> request) {
        Stored stored = load(id -> request.experiment());
        if (!stored.manifest().outcome().orElseThrow().tableHash().equals(tableHash())) {
            throw new IllegalArgumentException(
                    path.resolve(TABLE) + " was changed after it was written; overwrite to compute it again");
        }
        return stored;
    }

    private Stored finish(Manifest manifest, RunResult result) {
        String table = CsvTable.write(result.resultTable());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Manifest finished = manifest.with(Outcome.of(result, Sha256.of(table), now));
        AtomicFiles.write(path.resolve(TABLE), table);
        AtomicFiles.write(path.resolve(Manifest.FILE), finished.toText());
        return new Stored(result, finished, false);
    }

    private ResultTable readTable(Request<?> request) {
        Path file = path.resolve(TABLE);
        String text = new String(AtomicFiles.read(file), StandardCharsets.UTF_8);
        return CsvTable.read(text, request.columns(), file.toString());
    }

    private static Manifest fresh(Request<?> request, RunSettings settings) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Manifest(request, Environment.of(settings), now, Optional.empty());
    }

    /** Points of another backend or platform must not be mixed into one table. */
    private static String journalIdentity(Manifest manifest) {
        return Sha256.of(manifest.requestHash()
                + manifest.environment().platform()
                + manifest.request().columns());
    }

    private Optional<ObjectNode> manifestTree() {
        Path file = path.resolve(Manifest.FILE);
        return Files.exists(file) ? Optional.of(StrictJson.readObject(file)) : Optional.empty();
    }

    private boolean holds(Manifest manifest) {
        try {
            return manifestTree()
                    .map(tree -> tree.path("requestHash").asText().equals(manifest.requestHash()))
                    .orElse(false);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isComplete() {
        return manifestTree().map(tree -> tree.has("result")).orElse(false) && Files.exists(path.resolve(TABLE));
    }

    private Manifest startedBefore(Manifest manifest) {
        Instant started = manifestTree()
                .map(tree -> Instant.parse(tree.path("started").asText()))
                .orElse(manifest.started());
        return new Manifest(manifest.request(), manifest.environment(), started, Optional.empty());
    }

    private void refuseOther(Manifest manifest) {
        Optional<ObjectNode> tree = manifestTree();
        if (tree.isEmpty()) {
            if (Files.exists(path.resolve(TABLE))) {
                throw new IllegalArgumentException(
                        path + " holds a table.csv without a manifest; give another folder or overwrite");
            }
            return;
        }
        if (!tree.get().path("requestHash").asText().equals(manifest.requestHash())) {
            String what = firstDifference(tree.get().path("request"), manifest.requestTree(), "")
                    .map(difference -> " (" + difference + ")")
                    .orElse("");
            throw new IllegalArgumentException(
                    path + " holds another request's result" + what + "; give another folder or overwrite");
        }
    }

    /** The first leaf where two trees differ, in words. */
    private static Optional<String> firstDifference(JsonNode there, JsonNode here, String name) {
        if (there.equals(here) || StrictJson.compact(there).equals(StrictJson.compact(here))) {
            return Optional.empty();
        }
        if (there.isObject() && here.isObject()) {
            for (Iterator<String> names = here.fieldNames(); names.hasNext(); ) {
                String field = names.next();
                Optional<String> inside = firstDifference(
                        there.path(field), here.get(field), name.isEmpty() ? field : name + "." + field);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(name + ": " + brief(there) + " there, " + brief(here) + " here");
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : StrictJson.compact(node);
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** Removes what an earlier request left: its table, the figures that its manifest names, states of trainings. */
    private void clear() {
        Optional<ObjectNode> old;
        try {
            old = manifestTree();
        } catch (IllegalArgumentException e) {
            old = Optional.empty();
        }
        old.ifPresent(tree -> tree.path("figures").forEach(figure -> {
            String name = figure.asText();
            if (name.matches("[a-z0-9-]+")) {
                AtomicFiles.deleteIfExists(path.resolve(name + ".png"));
                AtomicFiles.deleteIfExists(path.resolve(name + ".svg"));
            }
        }));
        AtomicFiles.deleteIfExists(path.resolve(TABLE));
        FileCheckpoints.deleteAll(path);
    }
}
