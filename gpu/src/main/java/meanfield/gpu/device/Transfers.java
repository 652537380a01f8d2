package meanfield.gpu.device;

import java.nio.ByteBuffer;

/**
 * Copies between the heap and the device in pieces, through two pinned buffers in turn: one is filled or emptied while the
 * other one travels. For one user at a time.
 */
public final class Transfers implements AutoCloseable {
    private static final int PIECE = 1 << 24;

    private final Stream[] streams = {Stream.create(), Stream.create()};
    private final PinnedMemory[] buffers = new PinnedMemory[2];

    /** Writes entries {@code at} … {@code at + count - 1} of something to the start of a buffer. */
    public interface Filler {
        /** Writes them. */
        void fill(long at, int count, ByteBuffer buffer);
    }

    /** Reads entries {@code at} … {@code at + count - 1} of something from the start of a buffer. */
    public interface Reader {
        /** Reads them. */
        void read(long at, int count, ByteBuffer buffer);
    }

    /** Copies so many entries to the start of device memory; they are there when this returns. */
    public void upload(long entries, ElementType type, DeviceMemory to, Filler filler) {
        int piece = piece(entries, type);
        int turn = 0;
        for (long at = 0; at < entries; at += piece, turn = 1 - turn) {
            int count = (int) Math.min(piece, entries - at);
            streams[turn].synchronize();
            filler.fill(at, count, buffer(turn, piece * type.bytes()).buffer());
            streams[turn].upload(buffers[turn], to.at(at * type.bytes()), (long) count * type.bytes());
        }
        synchronize();
    }

    /** Copies an array to the start of device memory. */
    public void upload(double[] from, int offset, int count, ElementType type, DeviceMemory to) {
        upload(count, type, to, (at, piece, buffer) -> type.put(from, offset + (int) at, piece, buffer, 0));
    }

    /** Copies so many entries from the start of device memory, which must be finished. */
    public void download(long entries, ElementType type, DeviceMemory from, Reader reader) {
        int piece = piece(entries, type);
        long pieces = (entries + piece - 1) / piece;
        for (long k = 0; k <= pieces; k++) {
            int turn = (int) (k % 2);
            if (k < pieces) {
                buffer(turn, piece * type.bytes());
                streams[turn].download(
                        from.at(k * piece * type.bytes()),
                        buffers[turn],
                        (long) length(entries, piece, k) * type.bytes());
            }
            if (k > 0) {
                streams[1 - turn].synchronize();
                reader.read((k - 1) * piece, length(entries, piece, k - 1), buffers[1 - turn].buffer());
            }
        }
    }

    private static int piece(long entries, ElementType type) {
        return (int) Math.max(1, Math.min(entries, PIECE / type.bytes()));
    }

    private static int length(long entries, int piece, long k) {
        return (int) Math.min(piece, entries - k * piece);
    }

    private PinnedMemory buffer(int turn, int bytes) {
        if (buffers[turn] == null || buffers[turn].bytes() < bytes) {
            if (buffers[turn] != null) {
                buffers[turn].close();
                buffers[turn] = null;
            }
            buffers[turn] = PinnedMemory.allocate(bytes);
        }
        return buffers[turn];
    }

    /** Waits for what is under way. */
    public void synchronize() {
        streams[0].synchronize();
        streams[1].synchronize();
    }

    @Override
    public void close() {
        for (int turn = 0; turn < 2; turn++) {
            if (buffers[turn] != null) {
                buffers[turn].close();
            }
            streams[turn].close();
        }
    }
}
