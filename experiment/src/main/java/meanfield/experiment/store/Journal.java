package meanfield.experiment.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import meanfield.experiment.run.FinishedPoints;

/**
 * The finished points of a sweep under way: a file that only grows, one line with a checksum for each point. Whatever
 * a kill leaves of the last line is ignored. The first line says whose points they are; those of another request,
 * version, backend or platform are dropped, because mixed tables would not be reproducible. While it is open the file is
 * locked against a second process.
 */
final class Journal implements FinishedPoints, AutoCloseable {
    private static final String HEADER = "meanfield journal 1 ";

    private final Path file;
    private final FileChannel channel;
    private final List<String> finished;

    private Journal(Path file, FileChannel channel, List<String> finished) {
        this.file = file;
        this.channel = channel;
        this.finished = List.copyOf(finished);
    }

    /**
     * Opens or creates the journal of this identity.
     *
     * @throws IllegalArgumentException when another process is writing it
     */
    static Journal open(Path file, String identity) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel, file);
            String text = readAll(channel);
            String header = HEADER + identity + "\n";
            List<String> lines = new ArrayList<>();
            if (text.startsWith(header)) {
                int end = text.lastIndexOf('\n') + 1;
                text.substring(header.length(), end).lines().forEach(line -> addIfIntact(line, lines));
                channel.truncate(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1).length);
                channel.position(channel.size());
            } else {
                channel.truncate(0);
                write(channel, header);
            }
            return new Journal(file, channel, lines);
        } catch (IOException e) {
            closeQuietly(channel);
            throw AtomicFiles.cannotWrite(file, e);
        } catch (IllegalArgumentException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    @Override
    public List<String> finished() {
        return finished;
    }

    @Override
    public void keep(int point, String line) {
        try {
            write(channel, checksum(line) + " " + line + "\n");
        } catch (IOException e) {
            throw AtomicFiles.cannotWrite(file, e);
        }
        FileCheckpoints.delete(file.toAbsolutePath().getParent(), point);
    }

    /** Closes and removes the file: the table holds everything. */
    void delete() {
        AtomicFiles.deleteIfExists(file);
        close();
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new IllegalArgumentException(file.getParent() + " is being written by another run");
        }
    }

    /** Byte for byte, so that a character cut in the middle does not shift what follows. */
    private static String readAll(FileChannel channel) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (channel.read(buffer) >= 0) {
            bytes.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void addIfIntact(String latin, List<String> lines) {
        String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (line.length() > 9
                && line.charAt(8) == ' '
                && checksum(line.substring(9)).equals(line.substring(0, 8))) {
            lines.add(line.substring(9));
        }
    }

    private static String checksum(String line) {
        CRC32C crc = new CRC32C();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: every line was written when it was kept.
        }
    }
}
