package meanfield.ntk.layer;

import java.util.List;
import java.util.Optional;
import meanfield.core.activation.Activation;
import meanfield.core.activation.ParameterizedActivation;
import meanfield.core.activation.StandardActivation;
import meanfield.core.pairs.ErrorFunctionPair;
import meanfield.core.pairs.PairFactor;
import meanfield.core.pairs.PairStep;
import meanfield.ntk.network.ActivationLayer;

/**
 * a erf(bx), vectorized.
 *
 * <pre>
 *   α² = 2b²p/(1+2b²p),   β² = 1 - α²,   s = α_i α_j r,   F = (2a²/π) arcsin s,   G = (4a²b²/π) β_i β_j/√(1-s²)   (1)
 *   w = 1 - |s| = α_i α_j min(u, v) + ½[(α_i-α_j)² + (β_i-β_j)²] + β_i β_j                                      (2)
 * </pre>
 *
 * (2) has no cancellation, so that arcsin |s| = π/2 - arccos(1-w) and √(1-s²) = √(w(2-w)) keep their digits at any variance. Inputs with
 * 2b²p below 1/4, where arcsin s would be a small difference, take {@link DualKernel}; single pairs that come out nearly alike or
 * opposite get their gap from {@link ErrorFunctionPair}, to the rounding of an angle. Source: [Williams1997].
 */
final class ErfKernel implements LayerKernel {
    private static final double LEAST_SQUARE = 0.25;

    private final DualKernel general;
    private final double amplitude;
    private final double frequency;

    private ErfKernel(ActivationLayer layer, double amplitude, double frequency) {
        this.general = new DualKernel(layer.dual());
        this.amplitude = amplitude;
        this.frequency = frequency;
    }

    /** The formulas of an error function without offset; empty for other activations. */
    static Optional<LayerKernel> of(ActivationLayer layer) {
        Activation activation = layer.activation().orElse(null);
        if (activation == StandardActivation.ERF) {
            return Optional.of(new ErfKernel(layer, 1, 1));
        }
        if (activation instanceof ParameterizedActivation.ScaledErf erf
                && erf.offset() == 0
                && erf.amplitude() != 0
                && erf.frequency() != 0) {
            return Optional.of(new ErfKernel(layer, Math.abs(erf.amplitude()), Math.abs(erf.frequency())));
        }
        return Optional.empty();
    }

    @Override
    public RowState rows(RowState before) {
        return general.rows(before);
    }

    @Override
    public Signs signs(Signs before) {
        return general.signs(before);
    }

    @Override
    public Optional<List<PairStep>> steps(RowState rows, RowState columns) {
        if (!suits(rows) || !suits(columns)) {
            return Optional.empty();
        }
        Side left = side(rows);
        Side right = columns == rows ? left : side(columns);
        return Optional.of(List.of(new PairStep.ErrorFunction(
                new PairFactor(left.weight, right.weight),
                new PairFactor(left.bias, right.bias),
                new PairFactor(left.valueFactor, right.valueFactor),
                new PairFactor(left.slopeFactor, right.slopeFactor))));
    }

    @Override
    public PairMap pairs(RowState rows, RowState columns, Signs signs) {
        if (!suits(rows) || !suits(columns)) {
            return general.pairs(rows, columns, signs);
        }
        Side left = side(rows);
        Side right = columns == rows ? left : side(columns);
        double[][] weights = columns.split(right.weight);
        double[][] biases = columns.split(right.bias);
        double[][] values = columns.split(right.valueFactor);
        double[][] slopes = columns.split(right.slopeFactor);
        boolean signed = signs == Signs.ANY;
        return (row, block, count, chunk) -> {
            if (!signed) {
                ErfKernels.complement(count, chunk.gap, chunk.antigap);
            }
            double[] w = chunk.angle;
            ErfKernels.smallerGap(count, left.weight[row], weights[block], chunk.gap, chunk.antigap, w);
            ErfKernels.addSpread(count, left.weight[row], weights[block], left.bias[row], biases[block], w);
            if (chunk.wantsTangent) {
                ErfKernels.slopes(count, left.slopeFactor[row], slopes[block], w, chunk.tangent);
            }
            AngleKernels.angle(count, w, w);
            ErfKernels.correlations(count, left.valueFactor[row], values[block], chunk.gap, chunk.antigap, chunk.angle);
            finish(left, row, right, block * columns.width(), count, chunk);
        };
    }

    /** Gaps from correlations, which stand in the scratch array; {@code from} is the column of the first. */
    private static void finish(Side left, int row, Side right, int from, int count, PairChunk chunk) {
        for (int j = 0; j < count; j++) {
            double next = chunk.angle[j];
            if (Math.abs(next) > EdgeGap.CLOSE) {
                boolean parallel = chunk.gap[j] <= chunk.antigap[j];
                double near = nearGap(left, row, right, from + j, Math.min(chunk.gap[j], chunk.antigap[j]));
                chunk.gap[j] = parallel ? near : 2 - near;
                chunk.antigap[j] = parallel ? 2 - near : near;
            } else {
                chunk.gap[j] = 1 - next;
                chunk.antigap[j] = 1 + next;
            }
        }
    }

    private static double nearGap(Side left, int i, Side right, int j, double gap) {
        ErrorFunctionPair pair =
                new ErrorFunctionPair(left.weight[i], right.weight[j], left.bias[i], right.bias[j], gap);
        // a √(2/π)/√p′ = 1/√A: the amplitude is in p′ too
        return pair.gap(left.valueFactor[i], right.valueFactor[j]);
    }

    private boolean suits(RowState state) {
        for (double p : state.variance()) {
            if (!(2 * frequency * frequency * p >= LEAST_SQUARE)) {
                return false;
            }
        }
        return true;
    }

    private Side side(RowState before) {
        int n = before.size();
        RowState after = rows(before);
        Side side = new Side(new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double square = 2 * frequency * frequency * before.variance()[i];
            side.weight[i] = Math.sqrt(square / (1 + square));
            side.bias[i] = 1 / Math.sqrt(1 + square);
            side.valueFactor[i] = amplitude * Math.sqrt(2 / Math.PI) / after.scale()[i];
            side.slopeFactor[i] = amplitude
                    * frequency
                    * (2 / Math.sqrt(Math.PI))
                    * side.bias[i]
                    * before.scale()[i]
                    / after.scale()[i];
        }
        return side;
    }

    /**
     * What the pair formula needs of single inputs.
     *
     * @param weight α_i
     * @param bias β_i
     * @param valueFactor a √(2/π)/√p_i′
     * @param slopeFactor (2ab/√π) β_i m_i/m_i′
     */
    private record Side(double[] weight, double[] bias, double[] valueFactor, double[] slopeFactor) {}
}
