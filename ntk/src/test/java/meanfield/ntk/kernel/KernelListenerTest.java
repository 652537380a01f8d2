package meanfield.ntk.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentSkipListSet;
import meanfield.core.activation.StandardActivation;
import meanfield.core.network.Parameterization;
import meanfield.core.parallel.Workers;
import meanfield.core.random.RandomStream;
import meanfield.ntk.network.ActivationLayer;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.network.ArrayShape;
import meanfield.ntk.network.Conv;
import meanfield.ntk.network.Dense;
import meanfield.ntk.network.Flatten;
import meanfield.ntk.network.Padding;
import meanfield.ntk.network.Window;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tile is reported once, up to 1, on any number of threads, and an exception ends the work. */
class KernelListenerTest {
    private static final int INPUTS = 1100;

    private static DMatrixRMaj inputs(int count) {
        DMatrixRMaj inputs = new DMatrixRMaj(count, 4);
        RandomStream.of(1).fillGaussian(inputs.data);
        return inputs;
    }

    private static Architecture network(boolean positions) {
        Dense last = new Dense(1, 1, OptionalDouble.empty(), Parameterization.NTK);
        ActivationLayer relu = ActivationLayer.of(StandardActivation.RELU);
        return positions
                ? new Architecture(List.of(Conv.of(1, Window.of(Padding.SAME, 3), 2), relu, new Flatten(), last))
                        .withInputShape(new ArrayShape(Collections.singletonList(4), 1))
                : Architecture.of(Dense.of(1, 2), relu, last);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fractionsEndAtOne(boolean positions) {
        int count = positions ? 150 : INPUTS;
        DMatrixRMaj rows = inputs(count);
        DMatrixRMaj columns = inputs(count / 2);
        for (int threads : new int[] {1, 3}) {
            for (boolean square : new boolean[] {true, false}) {
                ConcurrentSkipListSet<Double> heard = new ConcurrentSkipListSet<>();
                try (Workers workers = Workers.of(threads)) {
                    KernelRecursion plain =
                            KernelRecursion.of(network(positions)).withWorkers(workers);
                    KernelRecursion watched = plain.withListener(heard::add);
                    DMatrixRMaj kernel = square
                            ? watched.kernel(KernelKind.NTK, rows)
                            : watched.kernel(KernelKind.NTK, rows, columns);
                    DMatrixRMaj expected =
                            square ? plain.kernel(KernelKind.NTK, rows) : plain.kernel(KernelKind.NTK, rows, columns);
                    assertEquals(0, java.util.Arrays.compare(expected.data, kernel.data));
                }
                assertEquals(1, heard.last());
                // evenly spaced: k tiles are reported as 1/k, 2/k, ...
                boolean oneBlock = positions && threads == 1; // nobody to share so few positions with
                assertTrue(heard.size() > (oneBlock ? 0 : 2), "tiles " + heard.size());
                assertEquals(1.0 / heard.size(), heard.first(), 1e-15);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheListenerThrowsEndsTheWork(boolean positions) {
        KernelRecursion recursion = KernelRecursion.of(network(positions)).withListener(fraction -> {
            throw new IllegalStateException("enough");
        });
        assertEquals(
                "enough",
                assertThrows(IllegalStateException.class, () -> recursion.kernels(inputs(20)))
                        .getMessage());
    }
}
