package meanfield.bench;

import java.util.concurrent.TimeUnit;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.Backend;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.ntk.kernel.KernelRecursion;
import meanfield.ntk.kernel.PackedKernels;
import meanfield.ntk.network.WideNetwork;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * NTK and NNGP of 4000 inputs of dimension 784 on two threads, packed, beside the symmetric product X Xᵀ by OpenBLAS of
 * the same X on the same two threads: what the recursion costs over the least that any kernel must cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelSpeed {
    private static final int INPUTS = 4000;
    private static final int DIMENSION = 784;
    private static final int THREADS = 2;

    private DMatrixRMaj inputs;
    private Workers workers;
    private KernelRecursion relu;
    private KernelRecursion shallowRelu;
    private KernelRecursion deepRelu;
    private KernelRecursion deepestRelu;
    private KernelRecursion reluWithBias;
    private KernelRecursion leakyRelu;
    private KernelRecursion erf;
    private DoublePointer nativeInputs;
    private DoublePointer nativeGram;

    /** Random inputs of norm about √784, the networks, and native copies for the baseline. */
    @Setup
    public void prepare() {
        inputs = new DMatrixRMaj(INPUTS, DIMENSION);
        RandomStream.of(1).fillGaussian(inputs.data);
        workers = Workers.of(THREADS);
        LinearAlgebra linearAlgebra = LinearAlgebras.select(Backend.NATIVE, 1).linearAlgebra();
        WideNetwork network =
                WideNetwork.of(StandardActivation.RELU).withWeightVariance(2).withDepth(10);
        relu = recursion(network, linearAlgebra);
        shallowRelu = recursion(network.withDepth(1), linearAlgebra);
        deepRelu = recursion(network.withDepth(50), linearAlgebra);
        deepestRelu = recursion(network.withDepth(200), linearAlgebra);
        reluWithBias = recursion(network.withBiasVariance(0.01), linearAlgebra);
        leakyRelu = recursion(
                WideNetwork.of(StandardActivation.LEAKY_RELU)
                        .withWeightVariance(2)
                        .withDepth(10),
                linearAlgebra);
        erf = recursion(
                WideNetwork.of(StandardActivation.ERF)
                        .withWeightVariance(2)
                        .withBiasVariance(0.1)
                        .withDepth(3),
                linearAlgebra);
        nativeInputs = new DoublePointer(inputs.data);
        nativeGram = new DoublePointer((long) INPUTS * INPUTS);
    }

    private KernelRecursion recursion(WideNetwork network, LinearAlgebra linearAlgebra) {
        return KernelRecursion.of(network).withWorkers(workers).withLinearAlgebra(linearAlgebra);
    }

    /** Threads and native memory. */
    @TearDown
    public void release() {
        workers.close();
        nativeInputs.close();
        nativeGram.close();
    }

    /** The baseline: one triangle of X Xᵀ. */
    @Benchmark
    public double syrk() {
        openblas.blas_set_num_threads(THREADS);
        openblas.cblas_dsyrk(
                openblas.CblasRowMajor,
                openblas.CblasLower,
                openblas.CblasNoTrans,
                INPUTS,
                DIMENSION,
                1.0,
                nativeInputs,
                DIMENSION,
                0.0,
                nativeGram,
                INPUTS);
        openblas.blas_set_num_threads(1);
        return nativeGram.get(0);
    }

    /** Depth 1, ReLU, no bias. */
    @Benchmark
    public PackedKernels reluDepth1() {
        return shallowRelu.packed(inputs);
    }

    /** Depth 50, ReLU, no bias. */
    @Benchmark
    public PackedKernels reluDepth50() {
        return deepRelu.packed(inputs);
    }

    /** Depth 200, ReLU, no bias. */
    @Benchmark
    public PackedKernels reluDepth200() {
        return deepestRelu.packed(inputs);
    }

    /** Depth 10, ReLU, no bias. */
    @Benchmark
    public PackedKernels reluDepth10() {
        return relu.packed(inputs);
    }

    /** Depth 10, ReLU, with bias. */
    @Benchmark
    public PackedKernels reluDepth10Bias() {
        return reluWithBias.packed(inputs);
    }

    /** Depth 10, leaky ReLU: correlations of either sign in every layer. */
    @Benchmark
    public PackedKernels leakyReluDepth10() {
        return leakyRelu.packed(inputs);
    }

    /** Depth 3, erf, with bias: the scalar path of closed-form duals. */
    @Benchmark
    public PackedKernels erfDepth3() {
        return erf.packed(inputs);
    }
}
