package meanfield.ntk.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.linalg.LinearAlgebra;
import meanfield.core.linalg.LinearAlgebras;
import meanfield.core.network.Parameterization;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PlainPairs;
import meanfield.core.pairs.Precision;
import meanfield.core.parallel.Workers;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Layer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Kernels by the definition of an engine against the loops of this module: the seam that a device stands behind. */
class PairEngineTest {
    /** What a device has to keep; both sides make a few roundings a layer. */
    private static final double BOUND = 1e-12;

    private final AtomicInteger problems = new AtomicInteger();

    /** Inputs that are random, parallel, opposite, nearly so, and of very different norms; zero ones on request. */
    private static DMatrixRMaj inputs(int n, boolean zero) {
        Random random = new Random(5);
        DMatrixRMaj x = new DMatrixRMaj(n, 7);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 7; c++) {
                double fresh = random.nextGaussian();
                double first = x.get(0, c);
                double[] choices = {
                    fresh,
                    2 * first,
                    -first,
                    first + 1e-8 * fresh,
                    -first + 1e-4 * fresh,
                    1e5 * fresh,
                    first + 0.02 * fresh,
                    0
                };
                x.set(i, c, choices[i == 0 ? 0 : zero ? i % 8 : i % 7]);
            }
        }
        return x;
    }

    /** A library with an engine, that counts what it is given. */
    private LinearAlgebra withEngine() {
        LinearAlgebra plain = LinearAlgebras.ejml();
        PairEngine engine = (problem, outputs, sink) -> {
            problems.incrementAndGet();
            new PlainPairs().evaluate(problem, outputs, sink);
        };
        return (LinearAlgebra) Proxy.newProxyInstance(
                LinearAlgebra.class.getClassLoader(),
                new Class<?>[] {LinearAlgebra.class},
                (proxy, method, arguments) ->
                        method.getName().equals("pairEngine") ? Optional.of(engine) : method.invoke(plain, arguments));
    }

    private static Architecture network(
            int depth, double weight, double bias, Parameterization parameterization, Layer middle) {
        Dense dense = Dense.of(32, weight).withParameterization(parameterization);
        Dense biased = bias > 0 ? dense.withBiasVariance(bias) : dense;
        return Architecture.of(Stream.concat(
                        Stream.iterate(0, l -> l + 1).limit(depth).flatMap(l -> Stream.of(biased, middle)),
                        Stream.of(biased))
                .toArray(Layer[]::new));
    }

    @TestFactory
    Stream<DynamicTest> enginesAgreeWithTheLoops() {
        Layer relu = ActivationLayer.of(StandardActivation.RELU);
        Layer erf = ActivationLayer.of(StandardActivation.ERF);
        Layer scaled = ActivationLayer.of(new ParameterizedActivation.ScaledErf(1.2, 0.9, 0));
        return Stream.of(
                        new Case("relu", network(3, 2, 0, Parameterization.NTK, relu), 20, true),
                        new Case(
                                "relu, enough pairs for the angle alone",
                                network(9, 2, 0, Parameterization.NTK, relu),
                                240,
                                false),
                        new Case("relu with bias", network(6, 1.8, 0.2, Parameterization.NTK, relu), 20, true),
                        new Case("relu, standard", network(3, 2, 0.1, Parameterization.STANDARD, relu), 20, true),
                        new Case(
                                "relu, standard, no bias", network(3, 2, 0, Parameterization.STANDARD, relu), 20, true),
                        new Case(
                                "absolute value with bias",
                                network(4, 1, 0.1, Parameterization.NTK, ActivationLayer.of(StandardActivation.ABS)),
                                20,
                                true),
                        new Case(
                                "leaky relu",
                                network(
                                        3,
                                        1.5,
                                        0.05,
                                        Parameterization.NTK,
                                        ActivationLayer.of(new ParameterizedActivation.PiecewiseLinear(0.2, 1))),
                                20,
                                true),
                        new Case(
                                "relu above erf",
                                Architecture.of(Dense.of(8, 2), erf, Dense.of(8, 2), relu, Dense.of(1, 2)),
                                20,
                                false),
                        new Case("erf with bias", network(3, 2, 0.5, Parameterization.NTK, erf), 20, false),
                        new Case(
                                "scaled erf, standard",
                                network(2, 3, 0.4, Parameterization.STANDARD, scaled),
                                20,
                                false))
                .map(one -> DynamicTest.dynamicTest(one.name, one::check));
    }

    private final class Case {
        private final String name;
        private final Architecture architecture;
        private final DMatrixRMaj inputs;

        Case(String name, Architecture architecture, int size, boolean zero) {
            this.name = name;
            this.architecture = architecture;
            this.inputs = inputs(size, zero);
        }

        void check() {
            KernelRecursion loops = KernelRecursion.of(architecture).withLinearAlgebra(LinearAlgebras.ejml());
            KernelRecursion engine = loops.withLinearAlgebra(withEngine());
            KernelDiagonal diagonal = loops.variances(inputs);
            int before = problems.get();
            compare(loops.kernels(inputs), engine.kernels(inputs), diagonal);
            compare(loops.kernels(inputs, inputs), engine.kernels(inputs, inputs), diagonal);
            PackedKernels packed = engine.packed(inputs);
            KernelPair whole = engine.kernels(inputs);
            assertEquals(whole.ntk().get(3, 1), packed.ntk()[3 * 4 / 2 + 1]);
            assertEquals(diagonal.ntk()[2], whole.ntk().get(2, 2));
            assertEquals(4, problems.get() - before, "the engine was not asked");
        }

        private void compare(KernelPair expected, KernelPair actual, KernelDiagonal diagonal) {
            int n = inputs.numRows;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double nngp = Math.sqrt(diagonal.nngp()[i] * diagonal.nngp()[j]);
                    double ntk = Math.sqrt(diagonal.ntk()[i] * diagonal.ntk()[j]);
                    assertEquals(
                            expected.nngp().get(i, j),
                            actual.nngp().get(i, j),
                            BOUND * nngp,
                            name + " nngp " + i + " " + j);
                    assertEquals(
                            expected.ntk().get(i, j),
                            actual.ntk().get(i, j),
                            BOUND * ntk,
                            name + " ntk " + i + " " + j);
                }
            }
        }
    }

    @Test
    void otherNetworksRunHereWithTheProductsOfTheLibrary() {
        Architecture tanh = network(2, 1.5, 0.1, Parameterization.NTK, ActivationLayer.of(StandardActivation.TANH));
        DMatrixRMaj x = inputs(6, false);
        KernelRecursion loops = KernelRecursion.of(tanh).withLinearAlgebra(LinearAlgebras.ejml());
        DMatrixRMaj kernel = loops.withLinearAlgebra(withEngine()).kernel(KernelKind.NTK, x);
        assertEquals(0, problems.get());
        assertTrue(java.util.Arrays.equals(loops.kernel(KernelKind.NTK, x).data, kernel.data));
    }

    /** Where arcsin s is nearly s, the steps' form would lose the digits that the general one keeps. */
    @Test
    void erfOfSmallVariancesRunsHere() {
        Layer erf = ActivationLayer.of(StandardActivation.ERF);
        Architecture network = Architecture.of(Dense.of(8, 0.01), erf, Dense.of(1, 1));
        DMatrixRMaj x = inputs(6, false);
        KernelRecursion.of(network).withLinearAlgebra(withEngine()).kernel(KernelKind.NTK, x);
        assertEquals(0, problems.get());
    }

    @Test
    void singlePrecisionNeedsAnEngineThatKnowsTheLayers() {
        DMatrixRMaj x = inputs(6, false);
        Architecture relu = network(2, 2, 0, Parameterization.NTK, ActivationLayer.of(StandardActivation.RELU));
        Architecture tanh = network(2, 2, 0, Parameterization.NTK, ActivationLayer.of(StandardActivation.TANH));
        KernelRecursion single = KernelRecursion.of(relu).withPrecision(Precision.SINGLE);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> single.withLinearAlgebra(LinearAlgebras.ejml()).kernel(KernelKind.NTK, x))
                .getMessage();
        assertTrue(message.contains("float32") && message.contains("ejml"), message);
        assertThrows(IllegalArgumentException.class, () -> KernelRecursion.of(tanh)
                .withPrecision(Precision.SINGLE)
                .withLinearAlgebra(withEngine())
                .kernel(KernelKind.NTK, x));
        single.withLinearAlgebra(withEngine()).kernel(KernelKind.NTK, x);
        assertEquals(1, problems.get());
    }

    @Test
    void progressEndsAtOne() {
        Architecture relu = network(2, 2, 0.1, Parameterization.NTK, ActivationLayer.of(StandardActivation.RELU));
        double[] last = new double[1];
        KernelRecursion.of(relu)
                .withWorkers(Workers.serial())
                .withLinearAlgebra(withEngine())
                .withListener(fraction -> last[0] = fraction)
                .kernel(KernelKind.NNGP, inputs(10, false), inputs(9, false));
        assertEquals(1, last[0]);
    }
}
