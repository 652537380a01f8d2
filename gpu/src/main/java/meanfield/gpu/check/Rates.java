package meanfield.gpu.check;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import meanfield.core.check.CheckInputs;
import meanfield.core.check.CheckPlan;
import meanfield.core.check.CheckResult;
import meanfield.core.check.DeepRelu;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.Precision;
import meanfield.core.random.RandomStream;
import meanfield.gpu.device.Blas;
import meanfield.gpu.device.Blas.Operand;
import meanfield.gpu.device.Device;
import meanfield.gpu.device.DeviceMemory;
import meanfield.gpu.device.ElementType;
import meanfield.gpu.device.Event;
import meanfield.gpu.device.PinnedMemory;
import meanfield.gpu.device.Stream;
import meanfield.gpu.device.Transfers;
import meanfield.gpu.pairs.DevicePairs;
import meanfield.gpu.pairs.Phase;
import org.ejml.data.DMatrixRMaj;

/**
 * Rates of a device, each by its own clock, and kernels as shares of them.
 *
 * <pre>
 *   share of products = (n(n+1) D flops / time of all tiles' products) / rate of one dsyrk               ≥ 0.7
 *   kernels           = time of all tiles, products and steps                  ≤ 1.5 (dsyrk + one write of both kernels)
 * </pre>
 *
 * for 20,000 inputs and more; fewer do not fill a device. The dsyrk is one call for as many of the inputs as fit. The best of several repetitions counts, after one that does
 * not.
 */
final class Rates {
    static final int DEPTH = 10;
    private static final double LEAST_SHARE = 0.7;
    private static final double LARGEST_MULTIPLE = 1.5;
    private static final int LEAST_BOUNDED = 20_000;
    private static final double MEMORY_SHARE = 0.6;
    private static final int BUFFER = 1 << 28;

    private final Device device;
    private final CheckPlan plan;
    private final Consumer<CheckResult> results;

    Rates(Device device, CheckPlan plan, Consumer<CheckResult> results) {
        this.device = device;
        this.plan = plan;
        this.results = results;
    }

    void run(int size, int dimension) {
        DMatrixRMaj x = CheckInputs.RANDOM.matrix(
                size, dimension, RandomStream.of(plan.seed()).child("rates"));
        for (Precision precision : Precision.values()) {
            ElementType type = precision == Precision.DOUBLE ? ElementType.DOUBLE : ElementType.SINGLE;
            double flops = device.compute(() -> rankUpdateRate(x, type));
            double write = device.compute(this::writeRate);
            double copy = device.compute(this::copyRate);
            if (precision == Precision.DOUBLE) {
                results.accept(CheckResult.rate("writing the device's memory", 1e-9 * write, "GB/s"));
                results.accept(CheckResult.rate("copying to pinned memory of the host", 1e-9 * copy, "GB/s"));
            }
            kernels(x, precision, new Own(flops, write, copy));
        }
    }

    /**
     * The device's own rates.
     *
     * @param flops of a symmetric rank update, per second
     * @param write bytes written per second
     * @param copy bytes copied to the host per second
     */
    private record Own(double flops, double write, double copy) {}

    private void kernels(DMatrixRMaj x, Precision precision, Own own) {
        DeepRelu network = new DeepRelu(DEPTH);
        PairProblem problem = network.oneStep(x);
        PairOutputs outputs = new PairOutputs(true, true, precision);
        double flops = 2 * problem.pairs() * x.numCols;
        int bytes = precision == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
        double result = 2 * problem.pairs() * bytes;
        String what = precision.spelling() + ", n = " + x.numRows + ", d = " + x.numCols;
        try (DevicePairs pairs = DevicePairs.on(device)) {
            double product = best(() -> pairs.seconds(problem, outputs, Phase.PRODUCTS));
            double kernels = best(() -> pairs.seconds(problem, outputs, Phase.KERNELS));
            double copies = best(() -> pairs.seconds(problem, outputs, Phase.COPIES));
            results.accept(CheckResult.rate("products in tiles, " + what, 1e-12 * flops / product, "TFLOP/s"));
            double share = flops / product / own.flops();
            double allowed = LARGEST_MULTIPLE * (flops / own.flops() + result / own.write());
            String both = "NNGP and NTK, ReLU, depth " + DEPTH + ", " + what;
            boolean bounded = !plan.quick() && precision == Precision.DOUBLE && x.numRows >= LEAST_BOUNDED;
            String shares = "products in tiles over one syrk, " + what;
            results.accept(
                    bounded
                            ? CheckResult.atLeast(shares, share, "", LEAST_SHARE)
                            : CheckResult.rate(shares, share, ""));
            String onDevice = both + ", left on the device";
            results.accept(
                    bounded
                            ? CheckResult.atMost(onDevice, kernels, "s", allowed)
                            : CheckResult.rate(onDevice, kernels, "s"));
            results.accept(CheckResult.rate(both + ", in pinned memory of the host", copies, "s"));
            results.accept(CheckResult.rate(both + ", copying alone", result / own.copy(), "s"));
            PairProblem layers = network.layers(x);
            double slow = best(() -> pairs.seconds(layers, outputs, Phase.KERNELS));
            results.accept(CheckResult.rate(both + ", layer by layer, left on the device", slow, "s"));
        }
    }

    private double best(DoubleSupplier seconds) {
        seconds.getAsDouble();
        double best = Double.POSITIVE_INFINITY;
        for (int k = plan.quick() ? 1 : 3; k > 0; k--) {
            best = Math.min(best, seconds.getAsDouble());
        }
        return best;
    }

    private double rankUpdateRate(DMatrixRMaj inputs, ElementType type) {
        int dimension = inputs.numCols;
        double numbers = MEMORY_SHARE * device.memory().free() / type.bytes();
        double largest = Math.sqrt(numbers + 0.25 * (double) dimension * dimension) - 0.5 * dimension;
        int n = (int) Math.min(inputs.numRows, largest);
        String name = type == ElementType.DOUBLE ? "dsyrk" : "ssyrk";
        try (Stream stream = Stream.create();
                Blas blas = Blas.on(stream, type);
                Transfers transfers = new Transfers();
                DeviceMemory x = DeviceMemory.allocate((long) n * dimension * type.bytes());
                DeviceMemory c = DeviceMemory.allocate((long) n * n * type.bytes())) {
            // random numbers: a device is faster on ones that repeat
            transfers.upload(inputs.data, 0, n * dimension, type, x);
            Operand factor = Operand.of(x.at(0), dimension);
            Operand out = Operand.of(c.at(0), n);
            double seconds = best(() -> timed(stream, () -> blas.rankUpdate(n, dimension, 1, factor, 0, out)));
            double flops = (double) n * (n + 1) * dimension;
            results.accept(
                    CheckResult.rate(name + ", n = " + n + ", d = " + dimension, 1e-12 * flops / seconds, "TFLOP/s"));
            return flops / seconds;
        }
    }

    private double writeRate() {
        long bytes = Math.min(4L << 30, device.memory().free() / 4);
        try (Stream stream = Stream.create();
                DeviceMemory memory = DeviceMemory.allocate(bytes)) {
            return bytes / best(() -> timed(stream, () -> fill(stream, memory)));
        }
    }

    private double copyRate() {
        int bytes = (int) Math.min(BUFFER, device.memory().free() / 4);
        try (Stream stream = Stream.create();
                DeviceMemory memory = DeviceMemory.allocate(bytes);
                PinnedMemory host = PinnedMemory.allocate(bytes)) {
            fill(stream, memory);
            return bytes / best(() -> timed(stream, () -> stream.download(memory.at(0), host, bytes)));
        }
    }

    private static void fill(Stream stream, DeviceMemory memory) {
        stream.fill(memory.at(0), (byte) 1, memory.bytes());
    }

    private static double timed(Stream stream, Runnable work) {
        try (Event begin = Event.create();
                Event end = Event.create()) {
            begin.record(stream);
            work.run();
            end.record(stream);
            return end.secondsSince(begin);
        }
    }
}
