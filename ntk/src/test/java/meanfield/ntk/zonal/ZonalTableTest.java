package meanfield.ntk.zonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import meanfield.core.activation.StandardActivation;
import meanfield.core.random.RandomStream;
import meanfield.ntk.network.WideNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonalTableTest {
    /** Two roundings of the series and one of the powers; the window is cut at the noise of the series. */
    private static double rounding(int depth) {
        return depth > 100 ? 1e-14 : 1.5e-15;
    }

    private static ZonalKernel relu(int depth) {
        return ZonalKernel.compile(ZonalRecursion.of(WideNetwork.of(StandardActivation.RELU)
                        .withWeightVariance(2)
                        .withDepth(depth)))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 3.14159",
        "1, 1.4, 1.7",
        "10, 0, 0.3",
        "10, 0.5, 1.3",
        "50, 1.45, 1.6",
        "50, 0, 3.14",
        "1000, 0, 1e-3",
        "1000, 0.4, 1.9",
        "1000, 2.9, 3.1415926"
    })
    void agreesWithTheSeriesWhereverTheAnglesLie(int depth, double from, double to) {
        ZonalKernel kernel = relu(depth);
        ZonalTable table = ZonalTable.of(kernel);
        RandomStream random = RandomStream.of(depth);
        int count = 500;
        double[] angle = new double[512];
        for (int j = 0; j < count; j++) {
            angle[j] = from + (to - from) * random.nextDouble();
        }
        // what no window of the others holds
        angle[3] = 0;
        angle[77] = Math.PI;
        angle[78] = 1e-9;
        angle[400] = 0.123;
        double[] nngp = new double[512];
        double[] ntk = new double[512];
        nngp[500] = 7;
        table.evaluate(count, angle, nngp, ntk, new double[512]);
        for (int j = 0; j < count; j++) {
            assertEquals(kernel.nngp().value(angle[j]), nngp[j], rounding(depth), "nngp at " + angle[j]);
            assertEquals(kernel.ntk().value(angle[j]), ntk[j], rounding(depth), "ntk at " + angle[j]);
        }
        assertEquals(7, nngp[500]);
    }

    /** By correlations: the same numbers, also of the few pairs beyond the window, parallel and opposite ones among them. */
    @ParameterizedTest
    @CsvSource({"1, -0.1, 0.1", "10, 0.25, 0.45", "50, -0.3, 0.25", "200, 0, 0.01", "1000, 0.3, 0.55"})
    void gapsAgreeWithTheSeries(int depth, double from, double to) {
        ZonalKernel kernel = relu(depth);
        RandomStream random = RandomStream.of(depth);
        int count = 500;
        double[] angle = new double[512];
        for (int j = 0; j < count; j++) {
            angle[j] = Math.acos(from + (to - from) * random.nextDouble());
        }
        angle[3] = 0;
        angle[77] = Math.PI;
        angle[78] = 1e-9;
        angle[79] = Math.PI - 1e-7;
        angle[400] = 0.123;
        double[] gap = new double[512];
        double[] antigap = new double[512];
        for (int j = 0; j < count; j++) {
            gap[j] = 2 * Math.pow(Math.sin(0.5 * angle[j]), 2);
            antigap[j] = angle[j] == Math.PI ? 0 : 2 * Math.pow(Math.cos(0.5 * angle[j]), 2);
        }
        double[] ntk = new double[512];
        assertTrue(ZonalTable.of(kernel).evaluateGaps(count, gap, antigap, ntk, new double[512]));
        for (int j = 0; j < count; j++) {
            assertEquals(kernel.nngp().value(angle[j]), gap[j], rounding(depth), "nngp at " + angle[j]);
            assertEquals(kernel.ntk().value(angle[j]), ntk[j], rounding(depth), "ntk at " + angle[j]);
        }
    }

    /** Near ±1 there is no window, and nothing is touched. */
    @Test
    void gapsOfNearlyParallelPairsAreRefused() {
        double[] gap = {1e-3, 1e-9, 0.3, 1.2};
        double[] antigap = {2 - 1e-3, 2 - 1e-9, 1.7, 0.8};
        assertFalse(ZonalTable.of(relu(3)).evaluateGaps(4, gap, antigap, new double[4], new double[4]));
        assertEquals(1e-9, gap[1]);
        assertEquals(0.8, antigap[3]);
    }

    @Test
    void refusesWhatIsNotCompiled() {
        ZonalKernel step = ZonalKernel.compile(
                ZonalRecursion.of(WideNetwork.of(StandardActivation.STEP).withDepth(2)));
        assertThrows(meanfield.core.NonConvergenceException.class, () -> ZonalTable.of(step));
    }

    @Test
    void narrowPeaksStillFit() {
        ZonalKernel chaotic = ZonalKernel.compile(ZonalRecursion.of(
                WideNetwork.of(StandardActivation.ERF).withWeightVariance(9).withDepth(5)));
        ZonalTable table = ZonalTable.of(chaotic);
        double[] angle = {0.01, 0.02, 0.5, 2, 3};
        double[] nngp = new double[5];
        double[] ntk = new double[5];
        table.evaluate(5, angle, nngp, ntk, new double[5]);
        for (int j = 0; j < 5; j++) {
            assertEquals(chaotic.nngp().value(angle[j]), nngp[j], 4e-15);
            assertEquals(chaotic.ntk().value(angle[j]), ntk[j], 4e-15);
        }
    }
}
