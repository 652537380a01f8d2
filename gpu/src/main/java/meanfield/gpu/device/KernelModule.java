package meanfield.gpu.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;

/** Compiled kernels, loaded from PTX that the driver translates for the device it has. */
public final class KernelModule implements AutoCloseable {
    private final CUmodule handle;

    private KernelModule(CUmodule handle) {
        this.handle = handle;
    }

    /** The kernels of {@code name.ptx} in this package's resources. */
    public static KernelModule load(String name) {
        CUmodule handle = new CUmodule();
        Status.check("loading the kernels " + name, JCudaDriver.cuModuleLoadData(handle, zeroTerminated(ptx(name))));
        return new KernelModule(handle);
    }

    /** The text of {@code name.ptx}. */
    static String ptx(String name) {
        try (InputStream in = KernelModule.class.getResourceAsStream(name + ".ptx")) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + ".ptx is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zeroTerminated(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /** A kernel by its name. */
    public Kernel kernel(String name) {
        CUfunction function = new CUfunction();
        Status.check("finding kernel " + name, JCudaDriver.cuModuleGetFunction(function, handle, name));
        return new Kernel(name, function);
    }

    /** One kernel, valid until its module is closed. */
    public static final class Kernel {
        private static final int BLOCK_WIDTH = 32;
        private static final int BLOCK_HEIGHT = 8;

        private final String name;
        private final CUfunction function;

        private Kernel(String name, CUfunction function) {
            this.name = name;
            this.function = function;
        }

        /**
         * Runs one thread for every entry of a matrix, x along its columns.
         *
         * @param rows at most 524,280
         * @param arguments a value for each parameter
         */
        public void launch(Stream stream, int rows, int columns, Arguments arguments) {
            if (rows == 0 || columns == 0) {
                return;
            }
            int code = JCudaDriver.cuLaunchKernel(
                    function,
                    (columns + BLOCK_WIDTH - 1) / BLOCK_WIDTH,
                    (rows + BLOCK_HEIGHT - 1) / BLOCK_HEIGHT,
                    1,
                    BLOCK_WIDTH,
                    BLOCK_HEIGHT,
                    1,
                    0,
                    stream.handle(),
                    Pointer.to(arguments.pointers()),
                    null);
            Status.check("starting kernel " + name, code);
        }
    }

    @Override
    public void close() {
        JCudaDriver.cuModuleUnload(handle);
    }
}
