package meanfield.gpu.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.pairs.PairOutputs;
import meanfield.core.pairs.PlainPairs;
import meanfield.core.pairs.Precision;
import meanfield.gpu.SoftwareDevice;
import meanfield.gpu.device.Device;
import meanfield.gpu.library.GpuLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kernels in single precision against their definition in double. */
@ExtendWith(SoftwareDevice.class)
class SinglePrecisionTest {
    @Test
    void errorsStayWithinTheBoundOfTheEngine() {
        assertEquals("", GpuLibraries.unavailableReason().orElse(""));
        Device device = Device.open(0);
        PairOutputs single = new PairOutputs(true, true, Precision.SINGLE);
        PairOutputs exact = new PairOutputs(true, true, Precision.DOUBLE);
        try (DevicePairs engine = DevicePairs.on(device)) {
            PairCases.all(150, 150, 20, true).forEach((name, problem) -> {
                Kernels expected = Kernels.of(new PlainPairs(), problem, exact);
                double error = Kernels.of(engine, problem, single).error(expected, problem);
                assertTrue(error <= 1e-5 * problem.steps().size(), name + ": error " + error);
            });
        }
        device.close();
    }
}
