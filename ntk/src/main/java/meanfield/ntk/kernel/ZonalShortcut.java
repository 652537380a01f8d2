package meanfield.ntk.kernel;

import java.util.Optional;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.layer.LayerKernel;
import meanfield.ntk.layer.PairChunk;
import meanfield.ntk.layer.RowState;
import meanfield.ntk.network.Architecture;
import meanfield.ntk.zonal.ZonalRecursion;
import meanfield.ntk.zonal.ZonalTable;

/**
 * All layers in one step, where the kernels depend on the angle alone: networks of homogeneous activations without biases,
 * and any dense network on inputs of one norm.
 *
 * <pre>
 *   k_ij = √(k_ii k_jj) κ(θ_ij),   t_ij = √(t_ii t_jj) τ(θ_ij)                                              (1)
 * </pre>
 *
 * Taken where there are enough pairs to pay for compiling κ and τ, which costs some hundred pairs through all layers.
 * Source: [Cho2009].
 */
final class ZonalShortcut implements LayerKernel.PairMap {
    /** Pairs from which on compiling pays. */
    static final long ENOUGH_PAIRS = 50_000;

    /** Relative spread of the squared norms that still counts as one norm: some roundings of their sums. */
    private static final double ONE_NORM = 1e-14;

    private final ZonalTable table;
    private final double tangentRatio;

    private ZonalShortcut(ZonalTable table, double tangentRatio) {
        this.table = table;
        this.tangentRatio = tangentRatio;
    }

    /** The step for these inputs; empty where layers have to be taken one by one. */
    static Optional<LayerKernel.PairMap> of(
            CompiledNetwork network, int inputDimension, RowState rows, RowState columns) {
        return compiled(network, inputDimension, rows, columns)
                .map(zonal -> new ZonalShortcut(zonal.table(), zonal.tangentRatio()));
    }

    /** The same for another machine. */
    static Optional<PairStep> step(CompiledNetwork network, int inputDimension, RowState rows, RowState columns) {
        return compiled(network, inputDimension, rows, columns)
                .map(zonal -> new PairStep.Zonal(
                        zonal.kernel().nngp().coefficients(),
                        zonal.kernel().ntk().coefficients(),
                        zonal.tangentRatio()));
    }

    private static Optional<CompiledNetwork.Zonal> compiled(
            CompiledNetwork network, int inputDimension, RowState rows, RowState columns) {
        Architecture architecture = network.architecture();
        boolean enough = (long) rows.size() * columns.size() >= ENOUGH_PAIRS;
        if (!enough
                || !ZonalRecursion.covers(architecture)
                || architecture.layers().size() < 2) {
            return Optional.empty();
        }
        boolean anyNorm = ZonalRecursion.isHomogeneous(architecture);
        double variance = rows.variance()[0];
        return suits(rows, anyNorm, variance) && suits(columns, anyNorm, variance)
                ? network.zonal(inputDimension, variance)
                : Optional.empty();
    }

    private static boolean suits(RowState state, boolean anyNorm, double variance) {
        for (double p : state.variance()) {
            if (p == 0 || (!anyNorm && Math.abs(p - variance) > ONE_NORM * variance)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void apply(int row, int block, int count, PairChunk chunk) {
        if (!table.evaluateGaps(count, chunk.gap, chunk.antigap, chunk.tangent, chunk.angle)) {
            chunk.angles(count);
            table.evaluate(count, chunk.angle, chunk.gap, chunk.tangent, chunk.antigap);
        }
        OutputKernels.fromRatios(count, tangentRatio, chunk.gap, chunk.antigap, chunk.tangent);
    }
}
