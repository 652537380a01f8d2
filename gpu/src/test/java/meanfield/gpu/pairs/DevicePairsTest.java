package meanfield.gpu.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import meanfield.core.pairs.PairEngine;
import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PairProblem;
import meanfield.core.pairs.PlainPairs;
import meanfield.core.pairs.Precision;
import meanfield.gpu.SoftwareDevice;
import meanfield.gpu.device.Device;
import meanfield.gpu.library.GpuLibraries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step on a device against its definition. */
@ExtendWith(SoftwareDevice.class)
class DevicePairsTest {
    private static final PairOutputs BOTH = new PairOutputs(true, true, Precision.DOUBLE);
    /** The contract: relative to √(k_ii k_jj), for t with the scales m in place of √k. */
    private static final double DOUBLE_BOUND = 1e-12;

    private static Device device;
    private static DevicePairs engine;

    @BeforeAll
    static void open() {
        assertEquals("", GpuLibraries.unavailableReason().orElse(""));
        device = Device.open(0);
        engine = DevicePairs.on(device, new Limits(48, Long.MAX_VALUE));
    }

    @AfterAll
    static void close() {
        engine.close();
        device.close();
    }

    /** Sizes around the edges of thread blocks (32 × 8) and tiles (48). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 33, 47, 48, 49, 95, 97, 130})
    void symmetricProblemsAgreeWithTheirDefinition(int n) {
        PairCases.all(n, n, 6, true).forEach((name, problem) -> assertAgrees(engine, name, problem));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 50, 100})
    void rectangularProblemsAgreeWithTheirDefinition(int n) {
        PairCases.all(n, 67, 5, false).forEach((name, problem) -> assertAgrees(engine, name, problem));
    }

    @Test
    void panelsAgreeWithTheirDefinition() {
        // 1 MB: several panels of several tiles
        try (DevicePairs small = DevicePairs.on(device, new Limits(2048, 400_000))) {
            PairCases.all(300, 300, 40, true).forEach((name, problem) -> assertAgrees(small, name, problem));
        }
    }

    private static void assertAgrees(PairEngine actual, String name, PairProblem problem) {
        Kernels expected = Kernels.of(new PlainPairs(), problem, BOTH);
        Kernels values = Kernels.of(actual, problem, BOTH);
        double error = values.error(expected, problem);
        assertTrue(error <= DOUBLE_BOUND, name + ": error " + error);
    }

    @Test
    void oneKernelAloneIsTheSame() {
        PairProblem problem = PairCases.all(60, 60, 5, true).get("relu with biases");
        Kernels both = Kernels.of(engine, problem, BOTH);
        Kernels nngp = Kernels.of(engine, problem, new PairOutputs(true, false, Precision.DOUBLE));
        Kernels ntk = Kernels.of(engine, problem, new PairOutputs(false, true, Precision.DOUBLE));
        assertEquals(0, both.with(nngp.nngp(), ntk.ntk()).error(both, problem));
    }

    @Test
    void whatTheSinkThrowsComesOutAndTheNextProblemIsRight() {
        Map<String, PairProblem> cases = PairCases.all(200, 200, 5, true);
        AtomicInteger heard = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> engine.evaluate(cases.get("relu"), BOTH, tile -> {
                    if (heard.incrementAndGet() == 3) {
                        throw new CancellationException("enough");
                    }
                }));
        assertAgrees(engine, "erf", cases.get("erf"));
    }
}
