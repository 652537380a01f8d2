package meanfield.gpu.pairs;

import java.nio.ByteBuffer;
import java.util.List;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;

/** Copies to the device through the pinned memory of lanes in turn: one piece is filled while the other one travels. */
final class Uploads {
    private final List<Lane> lanes;
    private final ElementType type;
    private int turn;

    Uploads(List<Lane> lanes, ElementType type) {
        this.lanes = lanes;
        this.type = type;
    }

    ElementType type() {
        return type;
    }

    /** Writes entries {@code at} … {@code at + count - 1} of something to the start of a buffer. */
    interface Filler {
        void fill(long at, int count, ByteBuffer buffer);
    }

    /** Numbers from an array. */
    void copy(double[] from, long offset, long count, DeviceMemory to) {
        copy(count, to, (at, piece, buffer) -> type.put(from, (int) (offset + at), piece, buffer, 0));
    }

    /** So many entries, filled piece by piece; they are on the device when this returns. */
    void copy(long entries, DeviceMemory to, Filler filler) {
        long at = 0;
        while (at < entries) {
            Lane lane = lanes.get(turn++ % lanes.size());
            lane.stream().synchronize();
            int count = (int) Math.min(entries - at, lane.staging().bytes() / type.bytes());
            filler.fill(at, count, lane.staging().buffer());
            lane.stream().upload(lane.staging(), to.at(at * type.bytes()), (long) count * type.bytes());
            at += count;
        }
        lanes.forEach(lane -> lane.stream().synchronize());
    }
}
