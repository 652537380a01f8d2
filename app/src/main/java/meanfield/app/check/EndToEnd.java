package meanfield.app.check;

import java.util.function.Consumer;
import meanfield.core.activation.StandardActivation;
import meanfield.core.check.CheckInputs;
import meanfield.core.check.CheckResult;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.ntk.kernel.KernelKind;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.kernel.PackedKernels;
import meanfield.ntk.network.WideNetwork;
import org.ejml.data.DMatrixRMaj;

/** The same kernels of the same inputs in the memory of Java, by a device and by all cores of the machine. */
final class EndToEnd {
    /** Hidden layers of the network that is timed. */
    static final int DEPTH = 10;

    private static final int SAMPLES = 100_000;

    private final LinearAlgebra device;
    private final LinearAlgebra host;
    private final int threads;

    EndToEnd(LinearAlgebra device, LinearAlgebra host, int threads) {
        this.device = device;
        this.host = host;
        this.threads = threads;
    }

    /** Largest number of inputs, up to the wanted one, whose two packed kernels leave the memory of Java room. */
    static int affordable(int wanted, long memory) {
        double entries = 0.7 * memory / (2 * Double.BYTES);
        return (int) Math.min(wanted, Math.sqrt(2 * entries));
    }

    void run(int size, int dimension, long seed, Consumer<CheckResult> results) {
        DMatrixRMaj x =
                CheckInputs.RANDOM.matrix(size, dimension, RandomStream.of(seed).child("end to end"));
        KernelRecursion recursion = KernelRecursion.of(
                WideNetwork.of(StandardActivation.RELU).withWeightVariance(2).withDepth(DEPTH));
        // A first, small one pays for everything that is made once.
        DMatrixRMaj few = CheckInputs.RANDOM.matrix(Math.min(size, 600), dimension, RandomStream.of(seed));
        String what = "NNGP and NTK, ReLU, depth " + DEPTH + ", n = " + size + ", d = " + dimension;
        try (Workers workers = Workers.of(threads)) {
            KernelRecursion onDevice = recursion.withLinearAlgebra(device).withWorkers(workers);
            onDevice.packed(few);
            long start = System.nanoTime();
            PackedKernels kernels = onDevice.packed(x);
            double deviceSeconds = 1e-9 * (System.nanoTime() - start);
            double[] sample = sample(kernels, seed);
            kernels = null; // both results at once would take twice the memory
            KernelRecursion onHost = recursion.withLinearAlgebra(host).withWorkers(workers);
            onHost.packed(few);
            start = System.nanoTime();
            PackedKernels expected = onHost.packed(x);
            double hostSeconds = 1e-9 * (System.nanoTime() - start);
            results.accept(CheckResult.error(what, SAMPLES, difference(sample, sample(expected, seed)), 1e-12));
            results.accept(CheckResult.rate(what + ", device, in Java's memory", deviceSeconds, "s"));
            results.accept(CheckResult.rate(what + ", " + threads + " threads of the CPU", hostSeconds, "s"));
            results.accept(CheckResult.rate(what + ", device over CPU", hostSeconds / deviceSeconds, "times as fast"));
        }
    }

    /** Entries of both kernels in units of their diagonals, chosen by the seed. */
    private static double[] sample(PackedKernels kernels, long seed) {
        RandomStream random = RandomStream.of(seed).child("sample");
        double[] sample = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            KernelKind kind = s % 2 == 0 ? KernelKind.NNGP : KernelKind.NTK;
            int i = random.nextInt(kernels.size());
            int j = random.nextInt(kernels.size());
            sample[s] = kernels.get(kind, i, j) / Math.sqrt(kernels.get(kind, i, i) * kernels.get(kind, j, j));
        }
        return sample;
    }

    private static double difference(double[] a, double[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Math.abs(a[i] - b[i]);
            worst = Double.isNaN(difference) || Double.isNaN(worst) ? Double.NaN : Math.max(worst, difference);
        }
        return worst;
    }
}
