package meanfield.experiment.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanfield.core.Require;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Checkpoints;
import meanfield.experiment.run.Cancellation;

/**
 * States of computations under way, one file each: {@code checkpoint-3-training.part} is the state of {@code training} in
 * point 3. States of another request, version, backend or platform are never taken up.
 */
final class FileCheckpoints implements Checkpoints {
    private static final String PREFIX = "checkpoint-";
    private static final Pattern NAME = Pattern.compile("(\\d+)-[a-z0-9-]+");
    private static final Pattern FILE = Pattern.compile("\\.?" + PREFIX + "(\\d+)-[a-z0-9-]+\\.part(\\.tmp)?");

    private final Path folder;
    private final String identity;
    private final Cancellation cancellation;
    private final BooleanSupplier claim;
    private final Runnable goesOn;
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    /**
     * Checkpoints in a folder, which need not exist before the first state is kept.
     *
     * @param identity whose states they are
     * @param cancellation the wish to stop, upon which states are kept at once
     * @param claim asked before every write whether the folder is ours
     * @param goesOn called when a state was taken up
     */
    FileCheckpoints(Path folder, String identity, Cancellation cancellation, BooleanSupplier claim, Runnable goesOn) {
        this.folder = folder;
        this.identity = identity;
        this.cancellation = cancellation;
        this.claim = claim;
        this.goesOn = goesOn;
    }

    /** A name that was given before keeps nothing the second time, so that no computation finds another one's state. */
    @Override
    public Checkpoint at(String name) {
        Require.that(NAME.matcher(name).matches(), "checkpoint", "have a name of small letters, digits, -", name);
        if (!given.add(name)) {
            return Checkpoint.NONE;
        }
        return new FileCheckpoint(folder.resolve(PREFIX + name + ".part"), identity, cancellation, claim, goesOn);
    }

    /** The points that have states in a folder, in ascending order. */
    static List<Integer> points(Path folder) {
        return files(folder).stream()
                .map(file -> FILE.matcher(file.getFileName().toString()))
                .filter(match -> match.matches() && match.group(2) == null)
                .map(match -> Integer.valueOf(match.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Removes the states of a point: it is finished. */
    static void delete(Path folder, int point) {
        for (Path file : files(folder)) {
            Matcher match = FILE.matcher(file.getFileName().toString());
            if (match.matches() && Integer.parseInt(match.group(1)) == point) {
                AtomicFiles.deleteIfExists(file);
            }
        }
    }

    /** Removes all states. */
    static void deleteAll(Path folder) {
        files(folder).forEach(AtomicFiles::deleteIfExists);
    }

    private static List<Path> files(Path folder) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (FILE.matcher(entry.getFileName().toString()).matches()) {
                    found.add(entry);
                }
            }
            return found;
        } catch (IOException e) {
            throw AtomicFiles.cannotWrite(folder, e);
        }
    }
}
