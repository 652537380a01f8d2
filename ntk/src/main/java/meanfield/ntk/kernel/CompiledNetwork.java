package meanfield.ntk.kernel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.zonal.ZonalKernel;
import meanfield.ntk.zonal.ZonalRecursion;
import meanfield.ntk.zonal.ZonalTable;

/**
 * An architecture with its kernels as functions of the angle, compiled at first use for the inputs at hand and kept for the next
 * call, which often has the same inputs or others of the same norm. Thread-safe: at worst two threads compile the same.
 */
final class CompiledNetwork {
    private final Architecture architecture;
    private final AtomicReference<Entry> last = new AtomicReference<>();

    CompiledNetwork(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * Both kernels in units of their values at angle 0.
     *
     * @param kernel κ and τ as series
     * @param table the same for many pairs
     * @param tangentRatio √(t_ii t_jj) over the scales of pairs
     */
    record Zonal(ZonalKernel kernel, ZonalTable table, double tangentRatio) {}

    private record Entry(int inputDimension, double variance, Optional<Zonal> zonal) {}

    Architecture architecture() {
        return architecture;
    }

    /** The kernels for inputs of this dimension and variance; empty where layers have to be taken one by one. */
    Optional<Zonal> zonal(int inputDimension, double variance) {
        Entry entry = last.get();
        if (entry == null || entry.inputDimension != inputDimension || entry.variance != variance) {
            entry = new Entry(inputDimension, variance, compile(inputDimension, variance));
            last.set(entry);
        }
        return entry.zonal;
    }

    private Optional<Zonal> compile(int inputDimension, double variance) {
        try {
            ZonalRecursion recursion =
                    ZonalRecursion.of(architecture, inputDimension).withInputVariance(variance);
            ZonalKernel kernel = ZonalKernel.compile(recursion);
            return kernel.convergence().isConverged()
                    ? Optional.of(new Zonal(kernel, ZonalTable.of(kernel), recursion.tangentRatio()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a layer without variance, or a kernel too sharp for a table
        }
    }
}
