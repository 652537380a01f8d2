package meanfield.gpu.pairs;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import meanfield.gpu.device.Blas;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.PinnedMemory;
import meanfield.gpu.device.Stream;

/**
 * One of two places where tiles are made, so that one is copied out while the other is computed: a stream, cuBLAS on it, and
 * room for both kernels of a tile on the device and on the host. The room grows when it must and is kept.
 */
final class Lane implements AutoCloseable {
    private final Stream stream;
    private final EnumMap<ElementType, Blas> blas = new EnumMap<>(ElementType.class);
    private final DeviceMemory[] device = new DeviceMemory[2];
    private final PinnedMemory[] host = new PinnedMemory[2];

    private Lane(Stream stream) {
        this.stream = stream;
    }

    static Lane create() {
        return new Lane(Stream.create());
    }

    Stream stream() {
        return stream;
    }

    /** cuBLAS for these numbers, made when it is first wanted: each has some memory of its own. */
    Blas blas(ElementType type) {
        return blas.computeIfAbsent(type, wanted -> Blas.on(stream, wanted));
    }

    /** Bytes that this lane holds on the device. */
    long held() {
        long bytes = 0;
        for (DeviceMemory memory : device) {
            bytes += memory == null ? 0 : memory.bytes();
        }
        return bytes;
    }

    /** Makes room for tiles of so many bytes; the stream must be idle. */
    void reserve(int bytes, boolean both) {
        for (int k = 0; k < (both ? 2 : 1); k++) {
            if (device[k] == null || device[k].bytes() < bytes) {
                release(device[k]);
                device[k] = null;
                device[k] = DeviceMemory.allocate(bytes);
            }
            if (host[k] == null || host[k].bytes() < bytes) {
                release(host[k]);
                host[k] = null;
                host[k] = PinnedMemory.allocate(bytes);
            }
        }
    }

    /** Room on the device, 0 for the NNGP and 1 for the tangent kernel. */
    DeviceMemory device(int k) {
        return device[k];
    }

    /** Begins to copy that kernel to the host. */
    void download(int k, long bytes) {
        stream.download(device[k].at(0), host[k], bytes);
    }

    /** That kernel on the host, once the stream has ended. */
    ByteBuffer buffer(int k) {
        return host[k].buffer();
    }

    private static void release(AutoCloseable memory) {
        if (memory instanceof DeviceMemory each) {
            each.close();
        } else if (memory instanceof PinnedMemory each) {
            each.close();
        }
    }

    @Override
    public void close() {
        for (int k = 0; k < 2; k++) {
            release(device[k]);
            release(host[k]);
            device[k] = null;
            host[k] = null;
        }
        blas.values().forEach(Blas::close);
        stream.close();
    }
}
