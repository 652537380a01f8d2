package meanfield.experiment.store;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import meanfield.core.checkpoint.Checkpoint;
import meanfield.core.checkpoint.Resumable;
import meanfield.core.checkpoint.StateReader;
import meanfield.core.checkpoint.StateWriter;
import meanfield.experiment.run.Cancellation;

/**
 * One state in one file: a line with identity and checksum, then the bytes. It is kept after a quarter of a second, then at intervals
 * that double up to ten seconds, and less often where writing would take more than a hundredth of the time. A state that
 * cannot be written is not worth a result: the computation goes on without.
 */
final class FileCheckpoint implements Checkpoint {
    private static final String HEADER = "meanfield checkpoint 1 ";
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    private static final long WRITING_SHARE = 100;

    private final Path file;
    private final String identity;
    private final Cancellation cancellation;
    private final BooleanSupplier claim;
    private final Runnable goesOn;
    private long interval = SHORTEST;
    private long keptAt = System.nanoTime();
    private boolean writable = true;

    FileCheckpoint(Path file, String identity, Cancellation cancellation, BooleanSupplier claim, Runnable goesOn) {
        this.file = file;
        this.identity = identity;
        this.cancellation = cancellation;
        this.claim = claim;
        this.goesOn = goesOn;
    }

    @Override
    public boolean restore(Resumable computation) {
        byte[] state = Files.exists(file) ? intact(AtomicFiles.read(file)) : null;
        if (state != null) {
            StateReader.restore(state, computation);
            goesOn.run();
        }
        keptAt = System.nanoTime();
        return state != null;
    }

    @Override
    public void offer(Resumable computation) {
        keepIfOlder(computation, interval);
    }

    @Override
    public void settle(Resumable computation) {
        keepIfOlder(computation, SHORTEST);
    }

    private void keepIfOlder(Resumable computation, long age) {
        boolean cancelled = cancellation.isCancelled();
        if (cancelled || System.nanoTime() - keptAt >= age) {
            keep(computation);
        }
        if (cancelled) {
            cancellation.check();
        }
    }

    private void keep(Resumable computation) {
        long start = System.nanoTime();
        if (writable) {
            byte[] bytes = withHeader(StateWriter.stateOf(computation));
            try {
                writable = claim.getAsBoolean();
                if (writable) {
                    AtomicFiles.write(file, bytes);
                }
            } catch (IllegalArgumentException | UncheckedIOException e) {
                writable = false;
            }
        }
        keptAt = System.nanoTime();
        interval = Math.max(Math.min(LONGEST, 2 * interval), WRITING_SHARE * (keptAt - start));
    }

    private byte[] withHeader(byte[] state) {
        byte[] header = header(state, 0);
        byte[] bytes = Arrays.copyOf(header, header.length + state.length);
        System.arraycopy(state, 0, bytes, header.length, state.length);
        return bytes;
    }

    private byte[] header(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        String line = HEADER + identity + String.format(" %08x", checksum.getValue()) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    /** The state after the header; null when it is another's or damaged. */
    private byte[] intact(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length) {
            return null;
        }
        byte[] expected = header(bytes, end + 1);
        boolean ours = Arrays.equals(expected, Arrays.copyOf(bytes, end + 1));
        return ours ? Arrays.copyOfRange(bytes, end + 1, bytes.length) : null;
    }
}
