package meanfield.core.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import meanfield.core.Require;

/**
 * Doubles in a file that nobody else sees, read and written in records of one size. The file is gone when this is closed or
 * the process ends in whatever way. Plain reads and writes, no mapping: the operating system caches what fits, a full disk is an
 * exception in place of a crash, and the space is free again at once. Thread-safe.
 */
public final class ScratchFile implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final long recordBytes;
    /** As many as threads ever read or wrote at once. */
    private final ConcurrentLinkedQueue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();

    private ScratchFile(Path folder, FileChannel channel, long recordBytes) {
        this.folder = folder;
        this.channel = channel;
        this.recordBytes = recordBytes;
    }

    /** An empty file in this folder. */
    public static ScratchFile in(Path folder, long recordBytes) {
        Path file = null;
        try {
            file = Files.createTempFile(folder, "meanfield-", ".tiles");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new ScratchFile(folder, channel, recordBytes);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Checks that a folder is there, can be written and has so many bytes free. */
    public static void requireSpace(Path folder, long bytes) {
        Require.that(Files.isDirectory(folder) && Files.isWritable(folder), "scratch", "be a writable folder", folder);
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            Require.that(
                    free >= bytes,
                    "scratch",
                    "have " + gigabytes(bytes) + " free for the tiles of the kernel",
                    gigabytes(free) + " in " + folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.3g GB", bytes / 1e9);
    }

    /** Writes the first {@code count} values as a record. */
    public void write(long record, double[] values, int count) {
        ByteBuffer buffer = borrow();
        try {
            buffer.asDoubleBuffer().put(values, 0, count);
            buffer.limit(8 * count);
            long position = record * recordBytes;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException e) {
            throw failure(folder, e);
        } finally {
            buffers.add(buffer);
        }
    }

    /** Reads the first {@code count} values of a record; the buffer is good until the reader returns. */
    public void read(long record, int count, Consumer<DoubleBuffer> reader) {
        ByteBuffer buffer = borrow();
        try {
            buffer.limit(8 * count);
            long position = record * recordBytes;
            while (buffer.hasRemaining()) {
                int got = channel.read(buffer, position);
                if (got < 0) {
                    throw new IOException("record " + record + " is cut short");
                }
                position += got;
            }
            buffer.flip();
            reader.accept(buffer.asDoubleBuffer());
        } catch (IOException e) {
            throw failure(folder, e);
        } finally {
            buffers.add(buffer);
        }
    }

    private ByteBuffer borrow() {
        ByteBuffer buffer = buffers.poll();
        if (buffer == null) {
            buffer = ByteBuffer.allocateDirect((int) recordBytes).order(ByteOrder.nativeOrder());
        }
        return buffer.clear();
    }

    private static RuntimeException failure(Path folder, IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return new CancellationException("interrupted");
        }
        return new UncheckedIOException("scratch file in " + folder + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }
}
