package meanfield.gpu.software;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import meanfield.core.linalg.BackendException;
import meanfield.gpu.device.Arguments;
import meanfield.gpu.device.Device;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.KernelModule;
import meanfield.gpu.device.PinnedMemory;
import meanfield.gpu.device.Stream;
import meanfield.gpu.library.GpuLibraries;

/** Makes one mistake with a device and prints what comes of it; a process of its own, since a device stays broken. */
enum Mistake {
    /** A copy that reads more than was allocated. */
    COPY_TOO_LONG {
        @Override
        String make() {
            try (DeviceMemory memory = DeviceMemory.allocate(64)) {
                double[] out = new double[9];
                return CUresult.stringFor(JCudaDriver.cuMemcpyDtoH(Pointer.to(out), memory.at(0), 72));
            }
        }
    },
    /** A kernel for one row more than there is. */
    KERNEL_LEAVES_ITS_MEMORY {
        @Override
        String make() {
            try (DeviceMemory products = DeviceMemory.allocate(8 * 8 * 8)) {
                return pairs(9, products);
            }
        }
    },
    /** The same kernel inside its memory. */
    NONE {
        @Override
        String make() {
            try (DeviceMemory products = DeviceMemory.allocate(8 * 8 * 8)) {
                return pairs(8, products);
            }
        }
    },
    /** A kernel that is given memory which was freed. */
    MEMORY_WAS_FREED {
        @Override
        String make() {
            CUdeviceptr start = new CUdeviceptr();
            JCudaDriver.cuMemAlloc(start, 512);
            JCudaDriver.cuMemFree(start);
            try (Stream stream = Stream.create();
                    KernelModule module = KernelModule.load("pairs")) {
                Arguments arguments = new Arguments().with(start).withNull();
                for (int k = 0; k < 14; k++) {
                    arguments.withNull();
                }
                module.kernel("pairs_f64").launch(stream, 8, 8, arguments);
                return "started";
            }
        }
    },
    /** A result that is read before anybody waited for it. */
    NOBODY_WAITED {
        @Override
        String make() {
            try (Stream stream = Stream.create();
                    DeviceMemory memory = DeviceMemory.allocate(8);
                    PinnedMemory host = PinnedMemory.allocate(8)) {
                host.buffer().putDouble(0, 1);
                stream.fill(memory.at(0), (byte) 0, 8);
                stream.download(memory.at(0), host, 8);
                double early = host.buffer().getDouble(0);
                stream.synchronize();
                return early + " then " + host.buffer().getDouble(0);
            }
        }
    },
    /** Memory that is read before anybody wrote it. */
    NOBODY_WROTE {
        @Override
        String make() {
            try (DeviceMemory memory = DeviceMemory.allocate(8)) {
                double[] out = new double[1];
                JCudaDriver.cuMemcpyDtoH(Pointer.to(out), memory.at(0), 8);
                return Double.toString(out[0]);
            }
        }
    },
    /** Memory that is never freed. */
    NOT_FREED {
        @Override
        String make() {
            DeviceMemory.allocate(8);
            return "kept";
        }
    };

    abstract String make();

    private static String pairs(int rows, DeviceMemory products) {
        try (Stream stream = Stream.create();
                KernelModule module = KernelModule.load("pairs");
                DeviceMemory values = DeviceMemory.allocate(3L * rows * 8);
                DeviceMemory inputs = DeviceMemory.allocate(8L * rows);
                DeviceMemory program = DeviceMemory.allocate(20)) {
            stream.fill(values.at(0), (byte) 0, values.bytes());
            stream.fill(inputs.at(0), (byte) 0, inputs.bytes());
            stream.fill(products.at(0), (byte) 0, products.bytes());
            Arguments arguments = new Arguments()
                    .with(products.at(0))
                    .withNull()
                    .with(8L)
                    .with(rows)
                    .with(8)
                    .with(0)
                    .with(inputs.at(0))
                    .with(inputs.at(0))
                    .with(1)
                    .with(values.at(0))
                    .with(values.at(0))
                    .with((long) rows)
                    .with((long) rows)
                    .with(program.at(0))
                    .with(0)
                    .with(values.at(0));
            module.kernel("pairs_f64").launch(stream, rows, 8, arguments);
            stream.synchronize();
            return "finished";
        }
    }

    /** Makes the mistake that the property names. */
    public static void main(String[] arguments) {
        GpuLibraries.unavailableReason().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        try (Device device = Device.open(0)) {
            System.out.println(device.<String>compute(() -> {
                try {
                    return valueOf(System.getProperty("mistake")).make();
                } catch (BackendException e) {
                    return e.getMessage();
                }
            }));
        }
    }
}
